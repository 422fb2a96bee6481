import { Injectable } from '@nestjs/common';
import { dayOf } from '../../platform/access/day.js';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { recordAll } from '../../platform/events/event.js';
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '../../platform/graphql/connection.js';
import { NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { isShown, type MemberFilter } from './cohort-board.rules.js';
import { Cohort } from './cohort.entity.js';
import { CohortReminder } from './cohorts.events.js';
import { CohortsService } from './cohorts.service.js';
import { countPlaces, type Found, isBehind, placeOf, type PlaceState } from './place.rules.js';

export interface Place {
  achievementId: string;
  state: PlaceState;
}

export interface BoardRow {
  id: string;
  personId: string;
  name: string;
  enrolledAt: Date;
  remindedAt: Date | null;
  behind: boolean;
  places: Place[];
}

/** Where each of a cohort stands, and reminding those on whom something waits. */
@Injectable()
export class CohortBoardService {
  constructor(private readonly cohorts: CohortsService) {}

  /** By name; null for those who do not run it. */
  async members(
    viewer: Viewer,
    cohort: Cohort,
    { shown, ...page }: PageInput & { shown: MemberFilter },
  ): Promise<Page<BoardRow> | null> {
    const rows = await this.rows(viewer, cohort);
    if (!rows) return null;
    const matching = rows.filter((row) =>
      isShown(
        shown,
        row.places.map(({ state }) => state),
      ),
    );
    const [name, id] = readCursor(page.after) ?? [];
    const from = id === undefined ? 0 : matching.findIndex((row) => [row.name, row.id].join() > [name, id].join());
    const rest = from < 0 ? [] : matching.slice(from, from + limitOf(page));
    return pageOf(rest, page, matching.length, (row) => [row.name, row.id]);
  }

  /** How many are how far with each achievement; null for those who do not run it. */
  async progress(viewer: Viewer, cohort: Cohort) {
    const rows = await this.rows(viewer, cohort);
    if (!rows) return null;
    const states = new Map<string, PlaceState[]>();
    for (const { places } of rows)
      for (const { achievementId, state } of places)
        states.set(achievementId, [...(states.get(achievementId) ?? []), state]);
    return [...states].map(([achievementId, found]) => ({ achievementId, counts: countPlaces(found) }));
  }

  /** How many are shown by each choice; null for those who do not run it. */
  async countBehind(viewer: Viewer, cohort: Cohort): Promise<number | null> {
    return (await this.rows(viewer, cohort))?.filter(({ behind }) => behind).length ?? null;
  }

  /** Where the viewer stands; empty for whoever is not in it. */
  async own(viewer: Viewer, cohort: Cohort): Promise<Place[]> {
    const places = await viewer.load('own-cohort-places', cohort.id, async (ids) => {
      const rows = await this.places(viewer, ids);
      const own = rows.filter(({ personId }) => viewer.isSelf(personId));
      return new Map(ids.map((id) => [id, own.filter(({ cohortId }) => cohortId === id).map(placed)]));
    });
    return places ?? [];
  }

  /** People, what they hold, and what they could; one statement for a whole list. Null for those who do not run it. */
  async sums(viewer: Viewer, cohort: Cohort): Promise<{ people: number; earned: number; places: number } | null> {
    if (!viewer.mayEverywhere('programme.run')) return null;
    const none = { people: 0, earned: 0, places: 0 };
    const sums = await viewer.load('cohort-sums', cohort.id, async (ids) => {
      const rows = await viewer.tx.query<{ id: string } & typeof none>(
        `SELECT "cohortId" AS id, count(DISTINCT "personId")::int AS people, count(*) FILTER (WHERE holds)::int AS earned,
           count(*)::int AS places FROM app_cohort_places($1, $2) GROUP BY 1`,
        [[...ids], viewer.now],
      );
      return new Map(rows.map(({ id, people, earned, places }) => [id, { people, earned, places }]));
    });
    return sums ?? none;
  }

  /** Reminds those on whom something waits, each of them at most once a day. */
  async remind(viewer: Viewer, id: string): Promise<{ cohort: Cohort; count: number } | NotAllowed | NotFound> {
    const cohort = await this.cohorts.locked(viewer, id);
    if (!(cohort instanceof Cohort)) return cohort;
    const { behind, told } = await this.remindBehind(viewer, cohort);
    if (behind === 0) return new NotAllowed('Nobody has to be reminded: nothing waits on any of them.');
    if (told === 0) return new NotAllowed('Everybody on whom something waits was reminded today already.');
    return { cohort, count: told };
  }

  /** The same of a cohort that nobody else changes meanwhile. */
  async remindBehind(viewer: Viewer, cohort: Cohort): Promise<{ behind: number; told: number }> {
    viewer.forget('cohort-board', cohort.id);
    const behind = (await this.everybody(viewer, cohort)).filter((row) => row.behind);
    const today = dayOf(viewer);
    const due = behind.filter(({ remindedAt }) => remindedAt === null || remindedAt.toISOString().slice(0, 10) < today);
    if (due.length === 0) return { behind: behind.length, told: 0 };
    await viewer.tx.query(
      'UPDATE cohort_member SET reminded_at = $1 WHERE cohort_id = $2 AND person_id = ANY ($3::uuid[])',
      [viewer.now, cohort.id, due.map(({ personId }) => personId)],
    );
    await recordAll(
      viewer,
      due.map(({ personId }) => new CohortReminder(cohort.id, personId)),
    );
    viewer.forget('cohort-board', cohort.id);
    return { behind: behind.length, told: due.length };
  }

  private async rows(viewer: Viewer, cohort: Cohort): Promise<BoardRow[] | null> {
    return can(viewer, 'run', cohort) || can(viewer, 'reopen', cohort) ? this.everybody(viewer, cohort) : null;
  }

  private async everybody(viewer: Viewer, cohort: Cohort): Promise<BoardRow[]> {
    const rows = await viewer.load('cohort-board', cohort.id, async (ids) => {
      const members = await viewer.tx.query<Omit<BoardRow, 'id' | 'places' | 'behind'> & { cohortId: string }>(
        `SELECT cohort_id AS "cohortId", person_id AS "personId", lower(display_name) AS name, enrolled_at AS "enrolledAt",
           reminded_at AS "remindedAt" FROM cohort_member JOIN person ON person.id = person_id
         WHERE cohort_id = ANY ($1::uuid[]) AND left_at IS NULL`,
        [[...ids]],
      );
      const places = new Map<string, Place[]>();
      for (const found of await this.places(viewer, ids)) {
        const key = `${found.cohortId} ${found.personId}`;
        places.set(key, [...(places.get(key) ?? []), placed(found)]);
      }
      const all = members.map(({ cohortId, ...member }) => {
        const its = places.get(`${cohortId} ${member.personId}`) ?? [];
        const behind = isBehind(its.map(({ state }) => state));
        return { ...member, cohortId, id: `${cohortId}.${member.personId}`, behind, places: its };
      });
      all.sort((a, b) => ([a.name, a.id].join() < [b.name, b.id].join() ? -1 : 1));
      return new Map(ids.map((id) => [id, all.filter(({ cohortId }) => cohortId === id)]));
    });
    return rows ?? [];
  }

  private places(viewer: Viewer, ids: readonly string[]) {
    return viewer.tx.query<Found & { cohortId: string; personId: string; achievementId: string }>(
      'SELECT * FROM app_cohort_places($1, $2)',
      [[...ids], viewer.now],
    );
  }
}

const placed = (found: Found & { achievementId: string }): Place => ({
  achievementId: found.achievementId,
  state: placeOf(found),
});
