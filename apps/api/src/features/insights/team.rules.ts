import type { Submission } from '../submissions/submission.entity.js';
import type { Standing, StandingState } from '../standings/standings.service.js';

/** What the job of one person asks of one skill. */
export interface Needed {
  personId: string;
  skillId: string;
  needed: number;
  mustHave: boolean;
}

/** Where a verified level comes from. */
export interface Proof {
  achievementName: string;
  assessors: number | null;
}

/** One person and one skill. */
export interface TeamCell {
  skillId: string;
  level: number | null;
  needed: number | null;
  mustHave: boolean;
  state: StandingState | null;
  verifiedOn: Date | null;
  validUntil: Date | null;
  achievementName: string | null;
  assessors: number | null;
  credentialId: string | null;
}

/** Of an open submission, what a line manager may know. */
export type TeamWaiting = Pick<Submission, 'id' | 'state' | 'submittedAt' | 'achievementVersionId'>;

export interface TeamSkill {
  skillId: string;
  needed: number | null;
  covered: number;
}

/** The cells of one person: every skill that the job asks or that was verified. */
export function teamCells(
  needs: readonly Needed[],
  standings: readonly Standing[],
  proofs: ReadonlyMap<string, Proof>,
): TeamCell[] {
  const skillIds = new Set([...needs, ...standings].map(({ skillId }) => skillId));
  return [...skillIds].map((skillId) => {
    const need = needs.find((each) => each.skillId === skillId);
    const standing = standings.find((each) => each.skillId === skillId);
    const proof = standing ? proofs.get(standing.credentialId) : undefined;
    return {
      skillId,
      level: standing?.ordinal ?? null,
      needed: need?.needed ?? null,
      mustHave: need?.mustHave ?? false,
      state: standing?.state ?? null,
      verifiedOn: standing?.verifiedOn ?? null,
      validUntil: standing?.validUntil ?? null,
      achievementName: proof?.achievementName ?? null,
      assessors: proof?.assessors ?? null,
      credentialId: standing?.credentialId ?? null,
    };
  });
}

/** The columns of the map: what the team needs most first, then what is held besides. */
export function teamSkills(people: readonly (readonly TeamCell[])[]): TeamSkill[] {
  const all = people.flat();
  const bySkill = new Map<string, TeamCell[]>();
  for (const cell of all) bySkill.set(cell.skillId, [...(bySkill.get(cell.skillId) ?? []), cell]);
  return [...bySkill]
    .map(([skillId, cells]) => ({
      skillId,
      needed: highest(cells.map((cell) => cell.needed)),
      covered: coveredIn(cells),
      askedBy: cells.filter((cell) => cell.needed !== null).length,
    }))
    .sort((one, other) => other.askedBy - one.askedBy || one.skillId.localeCompare(other.skillId))
    .map(({ askedBy: _askedBy, ...skill }) => skill);
}

/** People verified at the level they need; where nobody needs one, people verified at any. A lapsed level covers nothing. */
function coveredIn(cells: readonly TeamCell[]): number {
  const needed = cells.filter((cell) => cell.needed !== null);
  const counts = (cell: TeamCell) => cell.state === 'CURRENT' && (cell.level ?? 0) >= (cell.needed ?? 1);
  return (needed.length > 0 ? needed : cells).filter(counts).length;
}

function highest(values: readonly (number | null)[]): number | null {
  const given = values.filter((value) => value !== null);
  return given.length > 0 ? Math.max(...given) : null;
}
