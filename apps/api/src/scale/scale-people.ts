import type { Viewer } from '../platform/access/viewer.js';
import { managerOf, type ScalePlan, UNITS, unitOf } from './scale-plan.rules.js';
import { copyInto } from './scale-rows.js';
import type { Seeded } from './seeded.rules.js';

const GIVEN = ['Ada', 'Bela', 'Chidi', 'Dara', 'Elin', 'Femi', 'Gwen', 'Hana', 'Idris', 'Jun', 'Kofi', 'Lena', 'Mei'];
const FAMILY = ['Abel', 'Bryn', 'Costa', 'Demir', 'Eze', 'Foss', 'Grau', 'Holt', 'Ito', 'Juarez', 'Khan'];
const YEARS_OF_SERVICE = 8;
const DAY = 86_400_000;
/** So many people's counts are worked out at once: more would only take more memory. */
const AT_A_TIME = 20_000;

export interface ScalePerson {
  readonly id: string;
  /** Which job role level, by its place in the list of all. */
  readonly rung: number;
}

/** Who there is, before anything is written. A team does much the same work: its people stand on the rungs of one role. */
export function invent(plan: ScalePlan, rungs: number, seeded: Seeded): ScalePerson[] {
  const roles = Math.max(1, Math.floor(rungs / RUNGS_OF_A_ROLE));
  return Array.from({ length: plan.people }, (_person, nth) => ({
    id: seeded.id(),
    rung: Math.min(rungs - 1, ((managerOf(nth) ?? 0) % roles) * RUNGS_OF_A_ROLE + seeded.below(RUNGS_OF_A_ROLE)),
  }));
}
const RUNGS_OF_A_ROLE = 3;

export async function writePeople(system: Viewer, people: readonly ScalePerson[]): Promise<void> {
  const name = (nth: number) =>
    `${GIVEN[nth % GIVEN.length]} ${FAMILY[Math.floor(nth / GIVEN.length) % FAMILY.length]} ${nth + 1}`;
  await copyInto(
    system,
    'scale_person',
    { id: 'uuid', display_name: 'text', email: 'text', person_number: 'text' },
    people.map(({ id }, nth) => [id, name(nth), `p${nth + 1}@scale.example`, `P${nth + 1}`]),
  );
  await system.tx.query(
    `INSERT INTO person (id, display_name, email, person_number, active, created_at)
     SELECT id, display_name, email, person_number, true, $1 FROM scale_person`,
    [system.now],
  );
}

/** After what people hold: the counts of every team are then worked out once, and not twice. */
export async function writeJobs(
  system: Viewer,
  people: readonly ScalePerson[],
  rungs: readonly { id: string; name: string }[],
  seeded: Seeded,
): Promise<void> {
  const units = Array.from({ length: Math.min(UNITS, people.length) }, () => seeded.id());
  await copyInto(
    system,
    'scale_unit',
    { id: 'uuid', name: 'text', parent_id: 'uuid' },
    units.map((id, nth) => [id, nth === 0 ? 'Works' : `Unit ${nth}`, units[managerOf(nth) ?? -1] ?? null]),
  );
  await system.tx.query('INSERT INTO org_unit (id, name, parent_id) SELECT id, name, parent_id FROM scale_unit');
  const jobs = function* () {
    for (const [nth, person] of people.entries()) {
      const manager = managerOf(nth);
      const since = new Date(system.now.getTime() - (30 + seeded.below(YEARS_OF_SERVICE * 365)) * DAY);
      const rung = rungs[person.rung];
      yield [
        ...[nth, seeded.id(), person.id, rung?.name ?? 'Employee', units[unitOf(nth)] ?? null],
        ...[
          manager === null ? null : (people[manager]?.id ?? null),
          rung?.id ?? null,
          since.toISOString().slice(0, 10),
        ],
      ];
    }
  };
  await copyInto(
    system,
    'scale_job',
    {
      ...{ nth: 'int', id: 'uuid', person_id: 'uuid', job_title: 'text', org_unit_id: 'uuid' },
      ...{ manager_id: 'uuid', job_role_level_id: 'uuid', starts_on: 'date' },
    },
    jobs(),
  );
  for (let from = 0; from < people.length; from += AT_A_TIME)
    await system.tx.query(
      `INSERT INTO employment (id, person_id, job_title, org_unit_id, manager_id, job_role_level_id, starts_on)
       SELECT id, person_id, job_title, org_unit_id, manager_id, job_role_level_id, starts_on
       FROM scale_job WHERE nth >= $1 AND nth < $2`,
      [from, from + AT_A_TIME],
    );
}
