import type { INestApplicationContext } from '@nestjs/common';
import { OrganisationService } from '../features/people/organisation.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { newId } from '../platform/database/id.js';
import type { Pair } from './scale-credentials.js';
import type { ScalePerson } from './scale-people.js';
import { depthOf, managerOf, REPORTS_OF_ONE } from './scale-plan.rules.js';

/** By their numbers: they lead units of their own, so that they judge nobody of their own line. */
const GRANTED = [
  { nth: REPORTS_OF_ONE, role: 'ASSESSOR', note: 'may judge what the job of that employee asks' },
  { nth: REPORTS_OF_ONE - 1, role: 'HR_DESIGNER', note: 'designs frameworks and achievements' },
  { nth: REPORTS_OF_ONE - 2, role: 'ADMINISTRATOR', note: 'sets it all up' },
] as const;

/** Whom a visitor may be: a manager of each size of team, an employee with a rung above, and who else a story needs. */
export async function writeRoles(
  { app, system }: { app: INestApplicationContext; system: Viewer },
  people: readonly ScalePerson[],
  rungs: readonly { roleId: string }[],
  asked: readonly { pair: number; level: number }[][],
  pairs: readonly Pair[],
): Promise<void> {
  const suggest = (nth: number, role: Parameters<OrganisationService['suggestPersona']>[1]['role'], note: string) =>
    app.get(OrganisationService).suggestPersona(system, { personId: people[nth]?.id ?? '', role, note });
  const deepest = depthOf(people.length - 1);
  const employee = climber(people, rungs);
  const leader = managerOf(employee) ?? 0;
  await suggest(leader, 'MANAGER', 'leads the employee who has a rung to climb');
  for (let depth = 0, nth = 0; depth < deepest; depth += 1, nth = nth * REPORTS_OF_ONE + 1)
    if (nth !== leader) await suggest(nth, 'MANAGER', `leads ${deepest - depth} rows of managers and their people`);
  await suggest(employee, 'EMPLOYEE', 'has a rung to climb');
  for (const { nth, role, note } of GRANTED) {
    await system.tx.query('INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, $3, $4)', [
      ...[newId(), people[nth]?.id, role, system.now],
    ]);
    await suggest(nth, role, note);
  }
  const { roleId } = rungs[people[employee]?.rung ?? 0] ?? {};
  await qualify(
    system,
    people[REPORTS_OF_ONE],
    rungs.flatMap((rung, nth) => (rung.roleId === roleId ? (asked[nth] ?? []) : [])),
    pairs,
  );
}

/** The last who is not on the last rung of their role. */
function climber(people: readonly ScalePerson[], rungs: readonly { roleId: string }[]): number {
  return people.findLastIndex(({ rung }) => rungs[rung + 1]?.roleId === rungs[rung]?.roleId);
}

/** For everything that proves what the rungs of one role ask. */
async function qualify(
  system: Viewer,
  assessor: ScalePerson | undefined,
  asked: readonly { pair: number }[],
  pairs: readonly Pair[],
): Promise<void> {
  const wanted = new Set(asked.map(({ pair }) => pair));
  const versions = [...wanted].flatMap((pair) => pairs[pair]?.versions ?? []);
  await system.tx.query(
    `INSERT INTO assessor_qualification (id, achievement_id, person_id, basis, since)
     SELECT gen_random_uuid(), achievement_id, $1, 'FOUNDER', $2 FROM achievement_version WHERE id = ANY($3)`,
    [assessor?.id, system.now.toISOString().slice(0, 10), versions],
  );
}
