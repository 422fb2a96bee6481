import type { Role } from '@assay/access';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { dayOf } from '../../platform/access/day.js';
import { Employment } from './employment.entity.js';
import { OrgUnit } from './org-unit.entity.js';
import { Person } from './person.entity.js';
import './directory.policy.js';
import './person.policy.js';

/** What one person is to another, by reporting lines of the day. */
export type Relation = 'self' | 'manager' | 'report' | 'none';

/** An employment that lasts today. `$1` is the day. */
const LASTS = 'starts_on <= $1 AND (ends_on IS NULL OR ends_on >= $1)';

/** Looks people up: who they are, where they work, for whom, in which roles. */
@Injectable()
export class PeopleService implements OnModuleInit {
  constructor(private readonly nodes: NodeFinders) {}

  onModuleInit(): void {
    this.nodes.register(Person, 'Person', (viewer, id) =>
      viewer.may('directory.read') ? this.visible(viewer, id) : Promise.resolve(null),
    );
    this.nodes.register(OrgUnit, 'OrgUnit', (viewer, id) =>
      viewer.may('directory.read') ? this.orgUnitById(viewer, id) : Promise.resolve(null),
    );
  }

  byId(viewer: Viewer, id: string): Promise<Person | null> {
    return viewer.load('person', id, async (ids) => {
      const people = await viewer.tx.manager.findBy(Person, { id: In([...ids]) });
      return new Map(people.map((person) => [person.id, person]));
    });
  }

  /** Whose address this is; null where it belongs to nobody here. */
  byEmail(viewer: Viewer, email: string): Promise<Person | null> {
    return viewer.tx.manager
      .createQueryBuilder(Person, 'person')
      .where('lower(person.email) = lower(:email)', { email })
      .getOne();
  }

  /** As `byId`, for an id that came from outside. */
  find(viewer: Viewer, id: string): Promise<Person | null> {
    return isId(id) ? this.byId(viewer, id) : Promise.resolve(null);
  }

  /** As `find`, for whoever the viewer may look up: those with us, and who left for keepers of people. */
  async visible(viewer: Viewer, id: string): Promise<Person | null> {
    const person = await this.find(viewer, id);
    if (!person) return null;
    await viewer.learn([person.id]);
    return can(viewer, 'read', person) ? person : null;
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Person[]> {
    const people = await Promise.all(ids.map((id) => this.byId(viewer, id)));
    return people.filter((person) => person !== null);
  }

  /** The main employment of today. */
  employmentOf(viewer: Viewer, personId: string): Promise<Employment | null> {
    return viewer.load('employment', personId, async (ids) => {
      const day = dayOf(viewer);
      const lasting = await viewer.tx.manager
        .createQueryBuilder(Employment, 'employment')
        .where('employment.personId IN (:...ids) AND employment.isPrimary', { ids: [...ids] })
        .andWhere('employment.startsOn <= :day AND (employment.endsOn IS NULL OR employment.endsOn >= :day)', { day })
        .getMany();
      return new Map(lasting.map((employment) => [employment.personId, employment]));
    });
  }

  /** Every employment that the viewer may know of, the first one first: others see only what is so today. */
  async employmentsOf(viewer: Viewer, person: Person): Promise<Employment[]> {
    await viewer.learn([person.id]);
    const all = await viewer.load('employments', person.id, async (ids) => {
      const rows = await viewer.tx.manager.find(Employment, {
        where: { personId: In([...ids]) },
        order: { startsOn: 'ASC', isPrimary: 'DESC', id: 'ASC' },
      });
      const byPerson = new Map<string, Employment[]>();
      for (const row of rows) byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), row]);
      return byPerson;
    });
    if (can(viewer, 'seeHistory', person)) return all ?? [];
    return (all ?? []).filter((employment) => employment.stateOn(dayOf(viewer)) === 'CURRENT');
  }

  /** What `otherId` is to `personId` today: `manager` says that the other leads the person. */
  async relationOf(viewer: Viewer, personId: string, otherId: string): Promise<Relation> {
    return (await this.relationsOf(viewer, personId, [otherId])).get(otherId) ?? 'none';
  }

  /** What each of the others is to `personId` today. */
  async relationsOf(viewer: Viewer, personId: string, otherIds: readonly string[]): Promise<Map<string, Relation>> {
    const rows = await viewer.tx.query<{ id: string; manager: boolean; report: boolean }>(
      `SELECT other.id, bool_or(job.person_id = $2) AS manager, bool_or(job.person_id = other.id) AS report
       FROM unnest($3::uuid[]) AS other (id) JOIN employment job ON ${LASTS}
         AND ((job.person_id = $2 AND job.manager_id = other.id) OR (job.person_id = other.id AND job.manager_id = $2))
       GROUP BY other.id`,
      [dayOf(viewer), personId, otherIds],
    );
    const found = new Map(rows.map((row): [string, Relation] => [row.id, row.manager ? 'manager' : 'report']));
    return found.set(personId, 'self');
  }

  /** People whose line manager this is today, by name. */
  async reportsOf(viewer: Viewer, managerId: string): Promise<Person[]> {
    const rows = await viewer.tx.query<{ id: string }>(
      `SELECT person.id FROM person WHERE active AND (last_day IS NULL OR last_day >= $1) AND id IN (SELECT person_id FROM employment WHERE ${LASTS} AND manager_id = $2)
       ORDER BY lower(display_name), id`,
      [dayOf(viewer), managerId],
    );
    return this.byIds(
      viewer,
      rows.map((row) => row.id),
    );
  }

  /** Roles of today: everybody is an employee, who has reports is a manager, the rest was granted. Whoever left has none. */
  async rolesOf(viewer: Viewer, personId: string): Promise<Role[]> {
    const roles = await viewer.load('roles', personId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; roles: Role[]; manages: boolean }>(
        `SELECT p.id,
           ARRAY(SELECT DISTINCT role FROM role_grant g
                 WHERE g.person_id = p.id AND g.starts_at <= $2 AND (g.ends_at IS NULL OR g.ends_at > $2)) AS roles,
           EXISTS (SELECT FROM employment e WHERE ${LASTS} AND e.manager_id = p.id) AS manages
         FROM person p WHERE p.id = ANY ($3::uuid[]) AND p.erased_at IS NULL AND (p.last_day IS NULL OR p.last_day >= $1)`,
        [dayOf(viewer), viewer.now, [...ids]],
      );
      return new Map(
        rows.map(({ id, roles: granted, manages }): [string, Role[]] => [
          id,
          ['EMPLOYEE', ...(manages ? (['MANAGER'] as const) : []), ...granted.sort()],
        ]),
      );
    });
    return roles ?? [];
  }

  /** Whoever is with us and holds a role now that is limited to nothing. */
  async everywhereIn(viewer: Viewer, role: Role): Promise<Person[]> {
    const rows = await viewer.tx.query<{ id: string }>(
      `SELECT DISTINCT person.id FROM role_grant JOIN person ON person.id = person_id
       WHERE role = $1 AND scope_unit_id IS NULL AND scope_achievement_id IS NULL AND starts_at <= $2
         AND (ends_at IS NULL OR ends_at > $2) AND app_is_with_us(active, last_day)`,
      [role, viewer.now],
    );
    return this.byIds(
      viewer,
      rows.map(({ id }) => id),
    );
  }

  async hasRole(viewer: Viewer, personId: string, role: Role): Promise<boolean> {
    return (await this.rolesOf(viewer, personId)).includes(role);
  }

  /** What the directory shows of the roles: only their holder and those who keep the directory see them. */
  async shownRolesOf(viewer: Viewer, person: Person): Promise<Role[]> {
    await viewer.learn([person.id]);
    return can(viewer, 'seeRoles', person) ? this.rolesOf(viewer, person.id) : [];
  }

  orgUnitById(viewer: Viewer, id: string): Promise<OrgUnit | null> {
    return viewer.load('org-unit', id, async (ids) => {
      const units = await viewer.tx.manager.findBy(OrgUnit, { id: In([...ids]) });
      return new Map(units.map((unit) => [unit.id, unit]));
    });
  }

  orgUnits(viewer: Viewer): Promise<OrgUnit[]> {
    return viewer.tx.manager.find(OrgUnit, { order: { name: 'ASC' } });
  }
}
