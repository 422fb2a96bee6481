import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '../../platform/graphql/connection.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';

/** How a version has done so far. */
export interface VersionRecord {
  running: number;
  decisions: number;
  firstAttempts: number;
  passedFirst: number;
}

/** What a next version touches, for those who design it. */
@Injectable()
export class TouchedService {
  constructor(private readonly people: PeopleService) {}

  /** Null for whoever does not design it. */
  async recordOf(viewer: Viewer, version: AchievementVersion): Promise<VersionRecord | null> {
    if (!can(viewer, 'seeRecord', version)) return null;
    return viewer.load('version-record', version.id, async (ids) => {
      const rows = await viewer.tx.query<VersionRecord & { id: string }>('SELECT * FROM app_version_record($1)', [
        [...ids],
      ]);
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  /** By name. Null for whoever may not see everybody: a number is enough for them. */
  async holdersOf(viewer: Viewer, version: AchievementVersion, input: PageInput): Promise<Page<Person> | null> {
    if (!viewer.mayEverywhere('achievement.design') || !viewer.mayEverywhere('people.read')) return null;
    const from = 'FROM person JOIN app_holding($1, $2) AS held (id) USING (id)';
    const [count] = await viewer.tx.query<{ n: number }>(`SELECT count(*)::int AS n ${from}`, [version.id, viewer.now]);
    const [name, id] = readCursor(input.after) ?? [];
    const rows = await viewer.tx.query<{ id: string; name: string }>(
      `SELECT person.id, lower(display_name) AS name ${from}
       WHERE $3::text IS NULL OR (lower(display_name), person.id::text) > ($3, $4)
       ORDER BY lower(display_name), person.id::text LIMIT $5`,
      [version.id, viewer.now, name ?? null, id ?? null, limitOf(input)],
    );
    const people = await Promise.all(rows.map((row) => this.people.byId(viewer, row.id)));
    return pageOf(
      people.filter((person) => person !== null),
      input,
      count?.n ?? 0,
      (person) => [person.displayName.toLowerCase(), person.id],
    );
  }
}
