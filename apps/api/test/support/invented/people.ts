import { GRANTABLE_ROLES } from '@assay/access';
import type { Inventing } from './inventing.js';

/** Around the two edges of every period: the day before, the day, the day after, and far away. */
const DAYS = [-400, -30, -1, 0, 1, 30];

export function inventUnits(it: Inventing): string[] {
  const ids: string[] = [];
  for (let n = it.number(2, 6); n > 0; n--)
    ids.push(it.add('org_unit', { name: `Unit ${n}`, parent_id: ids.length ? it.maybe(ids, 0.7) : null }));
  return ids;
}

export function inventPeople(it: Inventing): string[] {
  return Array.from({ length: it.number(8, 40) }, (_, n) =>
    it.add('person', {
      display_name: `Person ${n}`,
      email: `person${n}@example.org`,
      active: !it.chance(0.08),
      created_at: it.hour(),
      person_number: null,
      last_day: it.chance(0.15) ? it.day(it.of([-1, 0, 1])) : null,
    }),
  );
}

/** Up to three each; leads come from those invented before, so that nobody leads in a circle. */
export function inventEmployments(it: Inventing, people: string[], units: string[]): void {
  for (const [index, person] of people.entries()) {
    const taken: [number, number][] = [];
    for (let n = it.number(0, 3); n > 0; n--) {
      const from = it.of(DAYS);
      const days = it.chance(0.4) ? null : it.of([0, 1, 29, 30, 365]);
      const to = days === null ? Number.MAX_SAFE_INTEGER : from + days;
      const overlaps = taken.some(([begins, ends]) => from <= ends && begins <= to);
      if (!overlaps) taken.push([from, to]);
      it.add('employment', {
        person_id: person,
        job_title: 'Engineer',
        org_unit_id: it.maybe(units, 0.85),
        manager_id: index === 0 ? null : it.maybe(people.slice(Math.max(0, index - 6), index), 0.85),
        job_role_level_id: null,
        starts_on: it.day(from),
        ends_on: days === null ? null : it.day(from + days),
        is_primary: !overlaps,
      });
    }
  }
}

export function inventGrants(it: Inventing, people: string[], units: string[], achievements: string[]): void {
  for (const person of people)
    for (let n = it.of([0, 0, 1, 1, 2, 3]); n > 0; n--) {
      const waits = it.chance(0.1);
      const starts = it.of([-24 * 30, -24 * 30, -1, 1]);
      it.add('role_grant', {
        person_id: person,
        role: it.chance(0.4) ? 'ASSESSOR' : it.of(GRANTABLE_ROLES),
        scope_unit_id: it.maybe(units, 0.3),
        scope_achievement_id: it.maybe(achievements, 0.25),
        starts_at: waits ? null : it.hour(starts),
        ends_at: it.chance(0.75) ? null : it.hour(it.of([-1, 1, 24])),
        granted_by: null,
        granted_at: it.hour(),
        origin: 'PERSON',
        approval: waits ? 'SECOND_PERSON' : 'NOT_NEEDED',
      });
    }
}
