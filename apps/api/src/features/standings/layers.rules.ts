import type { Standing } from './standing.rules.js';

interface Said {
  readonly skillId: string;
  /** Null: taken back. */
  readonly ordinal: number | null;
  readonly claimedAt: Date;
}

interface Seen {
  readonly skillId: string;
  readonly ordinal: number;
  readonly capacity: 'MANAGER' | 'PEER';
  readonly observerId: string;
  readonly observedAt: Date;
  readonly withdrawnAt: Date | null;
}

/** What there is of one skill on a date, each layer on its own. Layers are never added up. */
export interface SkillLayers<Claim extends Said = Said, Observation extends Seen = Seen> {
  skillId: string;
  verified: Standing | null;
  /** A verified level that has ended, where none counts any more. */
  lapsed: Standing | null;
  observed: Observation | null;
  /** The newest word of every observer that stood on the date, the newest first. */
  observations: Observation[];
  claimed: Claim | null;
}

/**
 * Every skill of which anything is known at a moment. A claim is the newest one, unless it took the claim back. Of what
 * was observed the newest word of a line manager counts, and of colleagues only where no manager said anything.
 */
export function layersAt<Claim extends Said, Observation extends Seen>(
  standings: readonly Standing[],
  observations: readonly Observation[],
  claims: readonly Claim[],
  asOf: Date,
): SkillLayers<Claim, Observation>[] {
  const verified = new Map(standings.map((standing) => [standing.skillId, standing]));
  const seen = groupedBySkill(observations.filter((each) => stands(each, asOf)));
  const said = groupedBySkill(claims.filter(({ claimedAt }) => claimedAt <= asOf));
  const skills = new Set([...verified.keys(), ...seen.keys(), ...said.keys()]);
  return [...skills].flatMap((skillId) => {
    const standing = verified.get(skillId) ?? null;
    const words = newestOfEach(seen.get(skillId) ?? []);
    const claim = (said.get(skillId) ?? []).reduce<Claim | null>(
      (newest, each) => (newest && newest.claimedAt > each.claimedAt ? newest : each),
      null,
    );
    const layers = {
      skillId,
      verified: standing?.state === 'CURRENT' ? standing : null,
      lapsed: standing?.state === 'LAPSED' ? standing : null,
      observed: words.find(({ capacity }) => capacity === 'MANAGER') ?? words[0] ?? null,
      observations: words,
      claimed: claim?.ordinal ? claim : null,
    };
    return layers.verified || layers.lapsed || layers.observed || layers.claimed ? [layers] : [];
  });
}

function stands({ observedAt, withdrawnAt }: Seen, asOf: Date): boolean {
  return observedAt <= asOf && (withdrawnAt === null || withdrawnAt > asOf);
}

/** One word of each observer, the newest first. */
function newestOfEach<Observation extends Seen>(all: readonly Observation[]): Observation[] {
  const newest = new Map<string, Observation>();
  for (const each of [...all].sort((a, b) => a.observedAt.getTime() - b.observedAt.getTime()))
    newest.set(each.observerId, each);
  return [...newest.values()].sort((a, b) => b.observedAt.getTime() - a.observedAt.getTime());
}

function groupedBySkill<Row extends { skillId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) grouped.set(row.skillId, [...(grouped.get(row.skillId) ?? []), row]);
  return grouped;
}
