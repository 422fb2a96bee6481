import type { TestApi, TestClient } from './api.js';

export const DAY = 86_400_000;

/** What happened, from the rows that say so and from no view or function of the product. */
export interface Facts {
  jobs: { personId: string; unitId: string; levelId: string; from: string }[];
  asks: { levelId: string; skillId: string; level: number; importance: number; mustHave: boolean }[];
  parents: Map<string, string | null>;
  held: Held[];
  seen: Said[];
  said: Said[];
  goals: { id: string; personId: string; levelId: string; at: Date; ended: Date | null; agreed: Date[] }[];
  issued: { at: Date; until: Date | null; status: string }[];
}

export interface Held {
  personId: string;
  skillId: string;
  ordinal: number;
  from: Date;
  until: Date | null;
  /** What became of it, in order. */
  life: { kind: string; at: string }[];
}

interface Said {
  personId: string;
  skillId: string;
  ordinal: number;
  at: Date;
}

/** A number as it is given, beside the same worked out from the facts. */
export interface Compared {
  given: number;
  worked: number;
}

/** Who looks: the one who leads everybody, one who plans for everybody, and anybody by their place among the people. */
export interface Seats {
  top: TestClient;
  planner: TestClient;
  people: readonly string[];
  as(personId: string): Promise<TestClient>;
}

export interface Look extends Seats {
  facts: Facts;
  days: number;
  asOf: Date;
}

/** What a screen shows is read once, and can be worked out from these facts or from others. */
export type Worked = (facts: Facts) => Compared[];

/** A number that may be withheld: nothing is compared where it is. */
export const told = (given: number | null | undefined, worked: number): Compared[] =>
  given === null || given === undefined ? [] : [{ given, worked }];

export async function factsOf(api: TestApi): Promise<Facts> {
  const held = await api.sql<Held>(
    `SELECT credential.person_id AS "personId", proves.skill AS "skillId", proves.level AS ordinal,
       credential.valid_from AS from, credential.valid_until AS until,
       coalesce((SELECT jsonb_agg(jsonb_build_object('kind', kind, 'at', done_at) ORDER BY done_at) FROM credential_change
         WHERE credential_id = credential.id), '[]') AS life
     FROM credential JOIN award ON award.id = award_id AND basis = 'DECISION'
     JOIN achievement_version version ON version.id = credential.achievement_version_id
     CROSS JOIN LATERAL (SELECT version.skill_id AS skill, version.level_ordinal AS level UNION ALL
       SELECT (each ->> 'skillId')::uuid, (each ->> 'levelOrdinal')::int FROM jsonb_array_elements(version.further_skills) each) proves`,
  );
  const seen = await api.sql<Said>(
    'SELECT person_id AS "personId", skill_id AS "skillId", ordinal, observed_at AS at FROM skill_observation',
  );
  const said = await api.sql<Said>(
    'SELECT person_id AS "personId", skill_id AS "skillId", ordinal, claimed_at AS at FROM skill_claim',
  );
  const jobs = await api.sql<Facts['jobs'][number]>(
    'SELECT person_id AS "personId", org_unit_id AS "unitId", job_role_level_id AS "levelId", starts_on::text AS from FROM employment',
  );
  const asks = await api.sql<Facts['asks'][number]>(
    `SELECT job_role_level_id AS "levelId", skill_id AS "skillId", coalesce(level_ordinal, 1) AS level, importance, must_have AS "mustHave"
     FROM job_role_requirement`,
  );
  const units = await api.sql<{ id: string; parent: string | null }>('SELECT id, parent_id AS parent FROM org_unit');
  const goals = await api.sql<Facts['goals'][number]>(
    `SELECT id, person_id AS "personId", job_role_level_id AS "levelId", created_at AS at, ended_at AS ended,
       coalesce((SELECT array_agg(agreed_at) FROM plan_review WHERE goal_id = goal.id AND agreed_at IS NOT NULL), '{}') AS agreed FROM goal`,
  );
  const issued = await api.sql<Facts['issued'][number]>(
    'SELECT issued_at AS at, valid_until AS until, status FROM credential WHERE superseded_by IS NULL',
  );
  return { held, seen, said, jobs, asks, goals, issued, parents: new Map(units.map(({ id, parent }) => [id, parent])) };
}

/** Whether it stood on that day, by what became of it until then. */
export function stood({ from, life }: Held, asOf: Date): boolean {
  const last = life.filter(({ at }) => new Date(at) <= asOf).at(-1);
  return from <= asOf && (!last || last.kind === 'REINSTATE');
}

/** What somebody holds of a skill that counts at a moment: the highest level, of equals the one that counts longest. */
export function bestAt(facts: Facts, personId: string, skillId: string, asOf: Date): Held | null {
  return heldOf(facts, personId, skillId)
    .filter((each) => stood(each, asOf) && (each.until === null || each.until > asOf))
    .reduce<Held | null>((best, each) => (best && !outdoes(each, best) ? best : each), null);
}

const pairs = new WeakMap<Facts, Map<string, Held[]>>();
/** Every number asks it again, so it is looked up once. */
function heldOf(facts: Facts, personId: string, skillId: string): readonly Held[] {
  const known = pairs.get(facts) ?? new Map<string, Held[]>();
  if (!pairs.has(facts))
    for (const each of facts.held) {
      const key = `${each.personId} ${each.skillId}`;
      known.set(key, [...(known.get(key) ?? []), each]);
    }
  pairs.set(facts, known);
  return known.get(`${personId} ${skillId}`) ?? [];
}

export const levelAt = (facts: Facts, personId: string, skillId: string, asOf: Date): number =>
  bestAt(facts, personId, skillId, asOf)?.ordinal ?? 0;

const outdoes = (one: Held, other: Held) =>
  one.ordinal > other.ordinal || (one.ordinal === other.ordinal && lasts(one) > lasts(other));
export const lasts = ({ until }: Pick<Held, 'until'>) => until?.getTime() ?? Number.POSITIVE_INFINITY;

/** The job that somebody has on a day, and everything that it asks of them. */
export function askedAt(facts: Facts, asOf: Date) {
  return facts.jobs
    .filter((job) => job.from <= asOf.toISOString().slice(0, 10))
    .flatMap((job) => facts.asks.filter(({ levelId }) => levelId === job.levelId).map((ask) => ({ ...job, ...ask })));
}
export type AskedOf = ReturnType<typeof askedAt>[number];

/** How much of what a job asks somebody has, weighed by importance. */
export function shareOf(asks: readonly Facts['asks'][number][], has: (skillId: string) => number): number {
  const sum = (of: (ask: Facts['asks'][number]) => number) => asks.reduce((all, ask) => all + of(ask), 0);
  const whole = sum((ask) => ask.importance * ask.level);
  return whole === 0 ? 1 : sum((ask) => ask.importance * Math.min(has(ask.skillId), ask.level)) / whole;
}

/** So many numbers, from each screen as many as there are of it until all have given as many as the others. */
export function drawn(screens: Record<string, readonly Compared[]>, many: number): Map<string, Compared[]> {
  const left = new Map(Object.entries(screens).map(([name, numbers]) => [name, random(numbers)]));
  const taken = new Map<string, Compared[]>();
  for (let count = 0; count < many; ) {
    const before = count;
    for (const [name, numbers] of left) {
      const next = count < many && numbers.pop();
      if (!next) continue;
      taken.set(name, [...(taken.get(name) ?? []), next]);
      count += 1;
    }
    if (count === before) break;
  }
  return taken;
}

const random = (numbers: readonly Compared[]) =>
  numbers
    .map((number, at) => ({ number, at }))
    .sort((one, other) => shuffled(one.at) - shuffled(other.at))
    .map(({ number }) => number);

/** The same order each time, and none that a screen knows. */
const shuffled = (at: number) => (Math.imul(at + 1, 2_654_435_761) >>> 0) % 1_000_003;
