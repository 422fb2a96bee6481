import type { Rung } from './lattice.js';
import { overlapUp, type Profile, sharedStepUp } from './ruzicka.js';

/** A job role level that comes next for somebody, with what speaks for it. */
export interface RoleSuggestion {
  levelId: string;
  /** It asks more of what both ask: a step up. Without that it is a step aside or back, and stands after every step up. */
  isStepUp: boolean;
  /** 0 to 1: what is kept over what is kept, to be learnt and, twice, left behind; rare skills weigh more. */
  nearness: number;
  /** Skills of today that it asks for, too. */
  shared: string[];
  /** Skills that it asks for at a higher level, or anew. */
  toShow: string[];
  /** Skills of today that it does not use, or not as much. */
  leftBehind: string[];
}

/** Below a quarter of what it asks, a suggestion tells of the framework and not of the person. */
export const LEAST_SHARE = 0.25;

export type SuggestionReason = 'STEP' | 'SHARE';

/** Why a suggestion is worth reading: a step leads there, or much of it is held. Null: neither, and it is not made. */
export function reasonFor(isStep: boolean, heldShare: number): SuggestionReason | null {
  if (isStep) return 'STEP';
  return heldShare >= LEAST_SHARE ? 'SHARE' : null;
}

interface Options {
  weightOf: (skillId: string) => number;
  stepsUpOnly: boolean;
  most: number;
}

/**
 * Where somebody could go next, the likeliest first. A step up asks more of what is done today, and leaves little of it
 * behind; the highest match would name the jobs that one has outgrown. Equals stand in the order they came.
 */
export function suggestRoles(from: Profile, rungs: readonly Rung[], options: Options): RoleSuggestion[] {
  return rungs
    .map(({ id, profile }) => ({
      levelId: id,
      isStepUp: sharedStepUp(from, profile, options.weightOf) > 0,
      nearness: overlapUp(from, profile, options.weightOf),
      profile,
    }))
    .filter((each) => each.nearness > 0 && (each.isStepUp || !options.stepsUpOnly))
    .sort((a, b) => Number(b.isStepUp) - Number(a.isStepUp) || b.nearness - a.nearness)
    .slice(0, options.most)
    .map(({ profile, ...each }) => ({ ...each, ...compared(from, profile) }));
}

function compared(from: Profile, to: Profile): Pick<RoleSuggestion, 'shared' | 'toShow' | 'leftBehind'> {
  return {
    shared: [...to.keys()].filter((skill) => from.has(skill)),
    toShow: [...to].filter(([skill, amount]) => amount > (from.get(skill) ?? 0)).map(([skill]) => skill),
    leftBehind: [...from].filter(([skill, amount]) => amount > (to.get(skill) ?? 0)).map(([skill]) => skill),
  };
}
