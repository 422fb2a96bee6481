import type { Standing } from '../standings/standings.service.js';

/** A verified level that would be a lower one, or none. */
export interface Fallen {
  readonly skillId: string;
  readonly from: number;
  /** 0: verified no longer. */
  readonly to: number;
}

/** What counts before and not after. A level that had lapsed already is no loss. */
export function fallen(before: readonly Held[], after: readonly Held[]): Fallen[] {
  const left = new Map(after.filter(isCurrent).map(({ skillId, ordinal }) => [skillId, ordinal]));
  return before
    .filter(isCurrent)
    .map(({ skillId, ordinal }) => ({ skillId, from: ordinal, to: left.get(skillId) ?? 0 }))
    .filter(({ from, to }) => to < from);
}

/** Of the skills that a credential verifies, those whose level others verify as well. */
export function staying<One extends Held>(
  proved: ReadonlySet<string>,
  before: readonly Held[],
  after: readonly One[],
): One[] {
  const falls = new Set(fallen(before, after).map(({ skillId }) => skillId));
  return after.filter((each) => isCurrent(each) && proved.has(each.skillId) && !falls.has(each.skillId));
}

/** Requirements that are met before and not after. */
export function rolesLost<Need extends { skillId: string; levelOrdinal: number | null }>(
  asked: readonly Need[],
  falls: readonly Fallen[],
): Need[] {
  const bySkill = new Map(falls.map((each) => [each.skillId, each]));
  return asked.filter((need) => {
    const fall = bySkill.get(need.skillId);
    // A kind without levels asks that the skill is held at all.
    const level = need.levelOrdinal ?? 1;
    return fall !== undefined && fall.from >= level && fall.to < level;
  });
}

type Held = Pick<Standing, 'skillId' | 'ordinal' | 'state'>;
const isCurrent = ({ state }: Held) => state === 'CURRENT';
