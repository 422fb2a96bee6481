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
  recognisedFrom: string | null;
}

/** Of an open submission, what a line manager may know. */
export type TeamWaiting = Pick<Submission, 'id' | 'state' | 'submittedAt' | 'achievementVersionId'>;

export interface TeamSkill {
  skillId: string;
  needed: number | null;
  asked: number;
  covered: number;
}

/** One count of the team as the database keeps it: see the migration of team coverage. */
export interface TeamCount {
  skillId: string;
  kind: 'ASKED' | 'MET' | 'HELD';
  /** The level asked; 0 where the kind knows none. */
  ordinal: number;
  people: number;
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
    const proof = standing?.credentialId ? proofs.get(standing.credentialId) : undefined;
    return {
      skillId,
      level: standing?.ordinal ?? null,
      needed: need?.needed ?? null,
      mustHave: need?.mustHave ?? false,
      state: standing?.state ?? null,
      verifiedOn: standing?.verifiedOn ?? null,
      validUntil: standing?.validUntil ?? null,
      achievementName: proof?.achievementName ?? standing?.badgeName ?? null,
      assessors: proof?.assessors ?? null,
      credentialId: standing?.credentialId ?? null,
      recognisedFrom: standing?.recognisedFrom ?? null,
    };
  });
}

/** The columns of the map: what the team needs most first, then what is held or `shown` besides, such as a lapsed level. */
export function teamSkills(counts: readonly TeamCount[], shown: Iterable<string> = []): TeamSkill[] {
  const bySkill = new Map<string, TeamCount[]>([...shown].map((skillId) => [skillId, []]));
  for (const count of counts) {
    if (count.people <= 0) continue;
    const known = bySkill.get(count.skillId);
    if (known) known.push(count);
    else bySkill.set(count.skillId, [count]);
  }
  return [...bySkill]
    .map(([skillId, ofSkill]) => {
      const asks = ofSkill.filter(({ kind }) => kind === 'ASKED');
      const asked = peopleIn(asks);
      return {
        skillId,
        needed: asks.length > 0 ? Math.max(...asks.map(({ ordinal }) => ordinal)) : null,
        asked,
        // People verified at the level they need; where nobody needs one, people verified at any.
        covered: peopleIn(ofSkill.filter(({ kind }) => kind === (asked > 0 ? 'MET' : 'HELD'))),
      };
    })
    .sort((one, other) => other.asked - one.asked || one.skillId.localeCompare(other.skillId));
}

/** The counts that the cells of everybody add up to. A lapsed level covers nothing. */
export function countsOf(people: readonly (readonly TeamCell[])[]): TeamCount[] {
  const counts = new Map<string, TeamCount>();
  const add = (skillId: string, kind: TeamCount['kind'], ordinal: number) => {
    const key = `${skillId} ${kind} ${ordinal}`;
    const count = counts.get(key) ?? { skillId, kind, ordinal, people: 0 };
    count.people += 1;
    counts.set(key, count);
  };
  for (const cell of people.flat()) {
    const level = cell.state === 'CURRENT' ? (cell.level ?? 0) : 0;
    if (cell.needed !== null) add(cell.skillId, 'ASKED', cell.needed);
    if (cell.needed !== null && level >= cell.needed) add(cell.skillId, 'MET', 0);
    if (level > 0) add(cell.skillId, 'HELD', 0);
  }
  return [...counts.values()];
}

const peopleIn = (counts: readonly TeamCount[]) => counts.reduce((sum, { people }) => sum + people, 0);

/** Rows by whom they are about, in their order. */
export function byPerson<Row extends { personId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const known = found.get(row.personId);
    if (known) known.push(row);
    else found.set(row.personId, [row]);
  }
  return found;
}
