import type { INestApplicationContext } from '@nestjs/common';
import { OrganisationService } from '../features/people/organisation.service.js';
import { EmploymentsService } from '../features/people/employments.service.js';
import { StaffService } from '../features/people/staff.service.js';
import { Person } from '../features/people/person.entity.js';
import type { Viewer } from '../platform/access/viewer.js';
import { Cast } from './cast.js';
import { acted } from './done.js';
import { ADMINISTRATOR, INVENTED_PEOPLE, type InventedPerson, mailOf } from './invented-people.js';

/** Founds the company and takes its people on, from the top down, so that every manager is there before the team. */
export async function fillPeople(
  app: INestApplicationContext,
  system: Viewer,
  rungs: ReadonlyMap<string, string>,
  since: Date,
): Promise<Cast> {
  await app.get(OrganisationService).found(system, {
    organisationName: 'Calder Water',
    isDemo: true,
    firstAdministrator: { displayName: ADMINISTRATOR.name, email: mailOf(ADMINISTRATOR) },
  });
  const cast = new Cast(system);
  const first = await system.tx.manager.findOneByOrFail(Person, { email: mailOf(ADMINISTRATOR) });
  cast.join(founder(), first.id);
  const staff = app.get(StaffService);
  const employments = app.get(EmploymentsService);
  for (const person of INVENTED_PEOPLE) {
    const rung = person.rung ? (rungs.get(person.rung) ?? missing(person.rung)) : null;
    const managerId = person.manager ? cast.idOf(person.manager) : null;
    const { key, jobTitle, unit, before } = person;
    const personId =
      key === ADMINISTRATOR.key
        ? first.id
        : await takeOn(staff, cast.as(ADMINISTRATOR.key, since), person, managerId, rung);
    if (key === ADMINISTRATOR.key)
      await employments.employ(system, {
        personId,
        jobTitle,
        orgUnitName: unit,
        managerId,
        jobRoleLevelId: rung,
        startsOn: person.since,
        endsOn: null,
      });
    if (before)
      await employments.employ(system, {
        personId,
        jobTitle: before.jobTitle,
        orgUnitName: before.unit,
        managerId: null,
        jobRoleLevelId: null,
        startsOn: before.since,
        endsOn: before.until,
      });
    cast.join(key === ADMINISTRATOR.key ? { ...person, roles: ['ADMINISTRATOR'] } : person, personId);
  }
  return cast;
}

async function takeOn(
  staff: StaffService,
  administrator: Viewer,
  person: InventedPerson,
  managerId: string | null,
  jobRoleLevelId: string | null,
): Promise<string> {
  const adding = staff.addPerson(administrator, {
    displayName: person.name,
    email: mailOf(person),
    jobTitle: person.jobTitle,
    orgUnitName: person.unit,
    managerId,
    jobRoleLevelId,
    startsOn: person.since,
    roles: person.roles ?? [],
  });
  return (await acted(administrator, 'addPerson', adding)).id;
}

function founder(): InventedPerson {
  const person = INVENTED_PEOPLE.find((each) => each.key === ADMINISTRATOR.key) ?? missing(ADMINISTRATOR.key);
  return { ...person, roles: ['ADMINISTRATOR'] };
}

function missing(what: string): never {
  throw new Error(`The demonstration names ${what}, which is not there.`);
}
