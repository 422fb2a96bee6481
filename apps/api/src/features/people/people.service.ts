import type { Role } from '@assay/access';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { Employment } from './employment.entity.js';
import { OrgUnit } from './org-unit.entity.js';
import { Person } from './person.entity.js';
import './person.policy.js';

/** What one person is to another, by reporting lines of the day. */
export type Relation = 'self' | 'manager' | 'report' | 'none';

/** An employment that lasts today. `$1` is the day. */
const LASTS = 'starts_on <= $1 AND (ends_on IS NULL OR ends_on >= $1)';

/** The day of a request, by the database's clock. */
export function dayOf(viewer: Viewer): string {
  return viewer.now.toISOString().slice(0, 10);
}

/** Looks people up: who they are, where they work, for whom, in which roles. */
@Injectable()
export class PeopleService implements OnModuleInit {
  constructor(private readonly nodes: NodeFinders) {}

  onModuleInit(): void {
    this.nodes.register(Person, 'Person', (viewer, id) =>
      viewer.may('directory.read') ? this.byId(viewer, id) : Promise.resolve(null),
    );
  }

  byId(viewer: Viewer, id: string): Promise<Person | null> {
    return viewer.load('person', id, async (ids) => {
      const people = await viewer.tx.manager.findBy(Person, { id: In([...ids]) });
      return new Map(people.map((person) => [person.id, person]));
    });
  }

  /** As `byId`, for an id that came from outside. */
  find(viewer: Viewer, id: string): Promise<Person | null> {
    return isId(id) ? this.byId(viewer, id) : Promise.resolve(null);
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Person[]> {
    const people = await Promise.all(ids.map((id) => this.byId(viewer, id)));
    return people.filter((person) => person !== null);
  }

  /** By name; everybody whose name or unit or title holds the words. */
  async page(viewer: Viewer, input: PageInput & { search?: string | null }): Promise<Page<Person>> {
    const matching = viewer.tx.manager.createQueryBuilder(Person, 'person').where('person.active');
    const words = searchPattern(input.search);
    if (words)
      matching.andWhere(
        `(person.displayName ILIKE :words OR EXISTS (
           SELECT FROM employment e LEFT JOIN org_unit u ON u.id = e.org_unit_id
           WHERE e.person_id = person.id AND e.starts_on <= :day AND (e.ends_on IS NULL OR e.ends_on >= :day)
             AND (e.job_title ILIKE :words OR u.name ILIKE :words)))`,
        { words, day: dayOf(viewer) },
      );
    const total = await matching.getCount();
    const [name, id] = readCursor(input.after) ?? [];
    if (name !== undefined && id !== undefined)
      matching.andWhere('(lower(person.displayName), person.id::text) > (:name, :id)', { name, id });
    const rows = await matching
      .orderBy('lower(person.displayName)')
      .addOrderBy('person.id::text')
      .limit(limitOf(input))
      .getMany();
    return pageOf(rows, input, total, (person) => [person.displayName.toLowerCase(), person.id]);
  }

  /** Today's primary employment: of several, the one that began last. */
  employmentOf(viewer: Viewer, personId: string): Promise<Employment | null> {
    return viewer.load('employment', personId, async (ids) => {
      const day = dayOf(viewer);
      const lasting = await viewer.tx.manager
        .createQueryBuilder(Employment, 'employment')
        .where('employment.personId IN (:...ids)', { ids: [...ids] })
        .andWhere('employment.startsOn <= :day AND (employment.endsOn IS NULL OR employment.endsOn >= :day)', { day })
        .orderBy('employment.startsOn')
        .addOrderBy('employment.id')
        .getMany();
      return new Map(lasting.map((employment) => [employment.personId, employment]));
    });
  }

  /** What `otherId` is to `personId` today: `manager` says that the other leads the person. */
  async relationOf(viewer: Viewer, personId: string, otherId: string): Promise<Relation> {
    if (personId === otherId) return 'self';
    const [row] = await viewer.tx.query<{ manager: boolean; report: boolean }>(
      `SELECT coalesce(bool_or(person_id = $2), false) AS manager, coalesce(bool_or(person_id = $3), false) AS report
       FROM employment WHERE ${LASTS} AND ((person_id = $2 AND manager_id = $3) OR (person_id = $3 AND manager_id = $2))`,
      [dayOf(viewer), personId, otherId],
    );
    if (row?.manager) return 'manager';
    return row?.report ? 'report' : 'none';
  }

  /** People whose line manager this is today, by name. */
  async reportsOf(viewer: Viewer, managerId: string): Promise<Person[]> {
    const rows = await viewer.tx.query<{ id: string }>(
      `SELECT person.id FROM person WHERE active AND id IN (SELECT person_id FROM employment WHERE ${LASTS} AND manager_id = $2)
       ORDER BY lower(display_name), id`,
      [dayOf(viewer), managerId],
    );
    return this.byIds(
      viewer,
      rows.map((row) => row.id),
    );
  }

  /** Roles of today: everybody is an employee, who has reports is a manager, the rest was granted. */
  async rolesOf(viewer: Viewer, personId: string): Promise<Role[]> {
    const roles = await viewer.load('roles', personId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; roles: Role[]; manages: boolean }>(
        `SELECT p.id,
           ARRAY(SELECT DISTINCT role FROM role_grant g
                 WHERE g.person_id = p.id AND g.starts_at <= $2 AND (g.ends_at IS NULL OR g.ends_at > $2)) AS roles,
           EXISTS (SELECT FROM employment e WHERE ${LASTS} AND e.manager_id = p.id) AS manages
         FROM person p WHERE p.id = ANY ($3::uuid[])`,
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

  async hasRole(viewer: Viewer, personId: string, role: Role): Promise<boolean> {
    return (await this.rolesOf(viewer, personId)).includes(role);
  }

  /** What the directory shows of the roles: only their holder and those who keep the directory see them. */
  async shownRolesOf(viewer: Viewer, person: Person): Promise<Role[]> {
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
