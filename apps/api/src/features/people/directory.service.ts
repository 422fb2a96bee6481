import type { Role } from '@assay/access';
import { Injectable } from '@nestjs/common';
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
import { dayOf } from '../../platform/access/day.js';
import { PeopleService } from './people.service.js';
import type { Person } from './person.entity.js';
import type { PersonState } from './person.type.js';
import { limitsOfUnits } from './unit-limits.rules.js';

export interface PeopleFilter {
  search?: string | null;
  unitId?: string | null;
  unitAndBelow?: boolean | null;
  role?: Role | null;
  managerId?: string | null;
  state?: PersonState | null;
}

/** The day on which somebody's place is looked at: today, or the last one for those who left. `$1` is today. */
const PLACE_DAY = 'least(coalesce(person.last_day, $1::date), $1::date)';
const lastsOn = (day: string) => `e.starts_on <= ${day} AND (e.ends_on IS NULL OR e.ends_on >= ${day})`;
const WITH_US = 'person.active AND (person.last_day IS NULL OR person.last_day >= $1::date)';

/** Lists of people: who matches what, in the order of names. */
@Injectable()
export class DirectoryService {
  constructor(private readonly people: PeopleService) {}

  /** Whoever matches; where nobody does, whoever's name is nearly what was typed. */
  async page(viewer: Viewer, input: PageInput & PeopleFilter): Promise<Page<Person>> {
    const found = await this.matching(viewer, input, false);
    return found.totalCount > 0 || !mendable(input.search) ? found : this.matching(viewer, input, true);
  }

  private async matching(viewer: Viewer, input: PageInput & PeopleFilter, nearly: boolean): Promise<Page<Person>> {
    const parameters: unknown[] = [dayOf(viewer)];
    const add = (value: unknown) => `$${parameters.push(value)}`;
    const where = this.conditions(viewer, input, nearly, add);
    const [counted] = await viewer.tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM person WHERE $1::date IS NOT NULL AND ${where.join(' AND ')}`,
      [...parameters],
    );
    const [name, id] = readCursor(input.after) ?? [];
    if (name !== undefined && id !== undefined && isId(id))
      where.push(`(lower(person.display_name), person.id) > (${add(name)}, ${add(id)}::uuid)`);
    const ids = await viewer.tx.query<{ id: string }>(
      `SELECT person.id FROM person WHERE $1::date IS NOT NULL AND ${where.join(' AND ')}
       ORDER BY lower(person.display_name), person.id LIMIT ${add(limitOf(input))}`,
      parameters,
    );
    const rows = await this.people.byIds(
      viewer,
      ids.map((row) => row.id),
    );
    return pageOf(rows, input, counted?.n ?? 0, (person) => [person.displayName.toLowerCase(), person.id]);
  }

  /** Managers upwards, nearest first, by the main employments of today. */
  async lineOf(viewer: Viewer, personId: string): Promise<Person[]> {
    const line = await viewer.load('line of managers', personId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; line: string[] }>(
        `WITH RECURSIVE up (id, manager_id, step) AS (
             SELECT e.person_id, e.manager_id, 1 FROM employment e
             WHERE e.person_id = ANY ($2::uuid[]) AND e.is_primary AND e.manager_id IS NOT NULL AND ${lastsOn('$1::date')}
             UNION ALL
             SELECT up.id, e.manager_id, up.step + 1 FROM up JOIN employment e ON e.person_id = up.manager_id
             WHERE e.is_primary AND e.manager_id IS NOT NULL AND up.step < 50 AND ${lastsOn('$1::date')}
           ) SELECT id, array_agg(manager_id ORDER BY step) AS line FROM up GROUP BY id`,
        [dayOf(viewer), [...ids]],
      );
      return new Map(rows.map((row) => [row.id, row.line]));
    });
    return this.people.byIds(viewer, line ?? []);
  }

  private conditions(viewer: Viewer, input: PeopleFilter, nearly: boolean, add: (value: unknown) => string): string[] {
    const units = limitsOfUnits(viewer, 'people.read');
    // Asked for only where it is used: PostgreSQL wants to know the type of every value that it is given.
    const reaches = () =>
      units === null ? 'true' : this.within(add(units), viewer.personId === null ? null : add(viewer.personId));
    const where = [stateIs(input.state ?? 'WITH_US', units === null)];
    const words = searchPattern(input.search);
    if (words && nearly) where.push(...nearNames(input.search ?? '', add));
    else if (words) {
      const pattern = add(words);
      where.push(`(person.display_name ILIKE ${pattern}
        OR person.id IN (SELECT e.person_id FROM employment e LEFT JOIN org_unit u ON u.id = e.org_unit_id
          WHERE ${lastsOn('$1::date')} AND (e.job_title ILIKE ${pattern} OR u.name ILIKE ${pattern}))
        OR ((person.email ILIKE ${pattern} OR person.person_number ILIKE ${pattern}) AND ${reaches()}))`);
    }
    if (input.unitId) where.push(inUnit(add(isId(input.unitId) ? input.unitId : null), input.unitAndBelow ?? true));
    if (input.managerId) {
      const manager = add(isId(input.managerId) ? input.managerId : null);
      where.push(`EXISTS (SELECT FROM employment e WHERE e.person_id = person.id AND e.manager_id = ${manager}::uuid
        AND ${lastsOn(PLACE_DAY)})`);
    }
    // Whoever may not read the roles of people must not find them out by asking for one.
    if (input.role) where.push(`${holds(input.role, add)} AND ${reaches()}`);
    return where;
  }

  private within(units: string, self: string | null): string {
    const own = self === null ? 'false' : `person.id = ${self}::uuid`;
    return `(${own} OR EXISTS (SELECT FROM employment e WHERE e.person_id = person.id AND e.org_unit_id = ANY (${units}::uuid[])
      AND ${lastsOn('$1::date')}))`;
  }
}

/** Of less than this nearly everything would be near. */
const SHORTEST_MENDED = 4;
/** Words that a name could be made of: a mail address or a number is right or it is not. */
const NAME = /^[\p{L}\p{M}\s'’-]{1,100}$/u;

function mendable(search: string | null | undefined): boolean {
  const typed = search?.trim() ?? '';
  return typed.length >= SHORTEST_MENDED && NAME.test(typed);
}

/**
 * Every word that was typed is nearly a word of the name. Compared row by row, with the rows that the viewer may see: an
 * index of the words of all names would tell of people whom one may not see.
 */
function nearNames(search: string, add: (value: unknown) => string): string[] {
  return search
    .trim()
    .split(/\s+/)
    .slice(0, 5)
    .map((word) => {
      const alike = word.length < 6 ? 0.33 : 0.5;
      return `word_similarity((SELECT search_words(${add(word)})), search_words(person.display_name)) >= ${alike}`;
    });
}

function stateIs(state: PersonState, readsEverybody: boolean): string {
  if (state === 'WITH_US') return WITH_US;
  // Who left is shown to those who read everybody's records; to others nobody did.
  if (!readsEverybody) return state === 'ALL' ? WITH_US : 'false';
  return state === 'ALL' ? 'true' : `NOT (${WITH_US})`;
}

function inUnit(unit: string, andBelow: boolean): string {
  const units = andBelow
    ? `(WITH RECURSIVE below AS (
         SELECT ${unit}::uuid AS id UNION SELECT u.id FROM below JOIN org_unit u ON u.parent_id = below.id
       ) SELECT id FROM below)`
    : `(${unit}::uuid)`;
  return `EXISTS (SELECT FROM employment e WHERE e.person_id = person.id AND e.org_unit_id IN ${units} AND ${lastsOn(PLACE_DAY)})`;
}

function holds(role: Role, add: (value: unknown) => string): string {
  if (role === 'EMPLOYEE') return 'true';
  if (role === 'MANAGER')
    return `EXISTS (SELECT FROM employment e WHERE e.manager_id = person.id AND ${lastsOn('$1::date')})`;
  return `EXISTS (SELECT FROM role_grant g WHERE g.person_id = person.id AND g.role = ${add(role)}
    AND g.starts_at <= now() AND (g.ends_at IS NULL OR g.ends_at > now()))`;
}
