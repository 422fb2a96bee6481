import type { Viewer } from '../platform/access/viewer.js';
import type { Pair } from './scale-credentials.js';
import type { ScalePerson } from './scale-people.js';
import { managerOf } from './scale-plan.rules.js';
import { type Cell, copyInto } from './scale-rows.js';
import type { Seeded } from './seeded.rules.js';

const DAY = 86_400_000;
const SHARE = { claims: 0.6, observations: 0.4, goals: 0.1 };

/** What people say, what their managers saw, and what they aim at. */
export async function writeStatements(
  system: Viewer,
  people: readonly ScalePerson[],
  asked: readonly { pair: number; level: number }[][],
  pairs: readonly Pair[],
  rungs: readonly { id: string }[],
  seeded: Seeded,
): Promise<{ claims: number; observations: number; goals: number }> {
  const ago = () => new Date(system.now.getTime() - (1 + seeded.below(700)) * DAY).toISOString();
  const skillFor = ({ rung }: ScalePerson) => {
    const about = asked[rung]?.[seeded.below(asked[rung].length)]?.pair ?? seeded.mostlyLow(pairs.length);
    return pairs[about]?.skills[seeded.below(2)] ?? null;
  };
  const claims: Cell[][] = [];
  const observations: Cell[][] = [];
  const goals: Cell[][] = [];
  for (const [nth, person] of people.entries()) {
    const manager = people[managerOf(nth) ?? -1]?.id;
    if (seeded.next() < SHARE.claims)
      claims.push([seeded.id(), person.id, skillFor(person), 1 + seeded.below(4), ago()]);
    if (manager && seeded.next() < SHARE.observations)
      observations.push([seeded.id(), person.id, manager, skillFor(person), 1 + seeded.below(4), ago()]);
    const next = rungs[person.rung + 1];
    if (next && seeded.next() < SHARE.goals) goals.push([seeded.id(), person.id, next.id, ago()]);
  }
  await copyInto(
    system,
    'scale_claim',
    { id: 'uuid', person_id: 'uuid', skill_id: 'uuid', ordinal: 'int', at: 'timestamptz' },
    claims,
  );
  await system.tx.query(
    `INSERT INTO skill_claim (id, person_id, skill_id, ordinal, words, claimed_at)
     SELECT id, person_id, skill_id, ordinal, '', at FROM scale_claim WHERE skill_id IS NOT NULL`,
  );
  await copyInto(
    system,
    'scale_observation',
    { id: 'uuid', person_id: 'uuid', observer_id: 'uuid', skill_id: 'uuid', ordinal: 'int', at: 'timestamptz' },
    observations,
  );
  await system.tx.query(
    `INSERT INTO skill_observation (id, person_id, observer_id, skill_id, ordinal, capacity, used_on_job, seen_on, words, observed_at)
     SELECT id, person_id, observer_id, skill_id, ordinal, 'MANAGER', true, at::date, '', at FROM scale_observation WHERE skill_id IS NOT NULL`,
  );
  await copyInto(system, 'scale_goal', { id: 'uuid', person_id: 'uuid', level_id: 'uuid', at: 'timestamptz' }, goals);
  await system.tx.query(
    `INSERT INTO goal (id, person_id, job_role_level_id, chosen_by, shared, created_at)
     SELECT id, person_id, level_id, person_id, true, at FROM scale_goal`,
  );
  return { claims: claims.length, observations: observations.length, goals: goals.length };
}
