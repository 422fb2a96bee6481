import { THRESHOLDS } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import { dayAfter, dayOf } from '../../platform/access/day.js';
import type { Viewer } from '../../platform/access/viewer.js';
import {
  countOf,
  type Figure,
  type FigureKey,
  figureOf,
  insideOf,
  lengthOf,
  levelsOf,
  partOfPeople,
  partOfThings,
  type Period,
  periodOf,
  stepsOf,
} from './figures.rules.js';
import { tellable, type Told, toldParts } from './suppression.rules.js';

export interface PeriodWish {
  from?: string | null;
  until?: string | null;
}

/** A period with the moments that bound it. */
export interface Span extends Period {
  since: string;
  /** The first moment after it. */
  end: string;
  /** As of when standing is counted: now, or the last moment of the period. */
  asOf: Date;
}

export interface Insights extends Period {
  figures: Figure[];
}

export interface AchievementFlow {
  achievementId: string;
  name: string;
  figures: Figure[];
}

export interface CourseSpend {
  currency: string;
  amount: number | null;
  completions: number | null;
}

interface SkillCounts {
  people: number;
  requirements: number;
  met: number;
  skills: number;
  uncovered: number;
  thin: number;
  holders: number;
  in90: number;
  in180: number;
}

interface MoveCounts {
  moves: number;
  hires: number;
  before: number;
  now: number;
}

interface AttemptCounts {
  achievementId: string | null;
  name: string | null;
  begun: number;
  handedIn: number;
  answered: number;
  passed: number;
  issued: number;
  firsts: number;
  firstPassed: number;
  released: number;
  median: number | null;
  slow: number | null;
  dated: number;
  onTime: number;
  priorPassed: number;
}

interface AppealCounts {
  released: number;
  appealed: number;
  decided: number;
  upheld: number;
}

interface AimCounts {
  chosen: number;
  stepped: number;
  ready: number;
  planned: number;
  arrived: number;
  days: number | null;
}

const MOST_ACHIEVEMENTS = 200;

/** Figures about the whole organisation. Each comes from one statement, and never tells of fewer than five people. */
@Injectable()
export class InsightsService {
  span(viewer: Viewer, wish: PeriodWish): Span {
    const today = dayOf(viewer);
    const period = periodOf(wish, today);
    const end = `${dayAfter(period.until)}T00:00:00.000Z`;
    return {
      ...period,
      since: `${period.from}T00:00:00.000Z`,
      end,
      asOf: period.until === today ? viewer.now : new Date(Date.parse(end) - 1),
    };
  }

  /** Skills and people, for who plans for everybody. */
  async people(viewer: Viewer, wish: PeriodWish): Promise<Insights> {
    const span = this.span(viewer, wish);
    const { from, until } = span;
    if (!plansFor(viewer)) return { from, until, figures: [] };
    const [counts] = await viewer.tx.query<SkillCounts>('SELECT * FROM app_insight_people($1, $2)', [
      span.asOf,
      isKept(viewer, span.asOf),
    ]);
    const [moved] = await viewer.tx.query<MoveCounts>(MOVES, [span.from, span.until]);
    if (!counts || !moved) return { from, until, figures: [] };
    const later = partOfPeople('EXPIRING_180', counts.in180, counts.holders);
    return {
      from,
      until,
      figures: [
        partOfThings('COMPETENCY', counts.met, counts.requirements, counts.people),
        partOfThings('UNCOVERED', counts.uncovered, counts.skills, counts.people),
        partOfThings('THIN_COVER', counts.thin, counts.skills, counts.people),
        insideOf(partOfPeople('EXPIRING_90', counts.in90, counts.holders), later),
        later,
        partOfPeople('INTERNAL_FILL', moved.moves, moved.moves + moved.hires),
        mobility(moved),
      ],
    };
  }

  /** How work goes through assessment, for who plans and who leads it. */
  async assessment(viewer: Viewer, wish: PeriodWish): Promise<Insights> {
    const { from, until, ...span } = this.span(viewer, wish);
    const rows = await viewer.tx.query<AttemptCounts>(attempts('GROUPING SETS (())'), [span.since, span.end]);
    const [objected] = await viewer.tx.query<AppealCounts>(APPEALS, [span.since, span.end]);
    if (!rows[0] || !objected) return { from, until, figures: [] };
    const appeals = [
      partOfPeople('APPEALED', objected.appealed, objected.released, true),
      partOfPeople('UPHELD', objected.upheld, objected.decided, true),
    ];
    return { from, until, figures: [...flowOf(rows[0]), ...appeals] };
  }

  /** The same for each achievement that somebody tried, the most tried first; told apart so that the whole tells of none of them. */
  async byAchievement(viewer: Viewer, wish: PeriodWish): Promise<AchievementFlow[]> {
    const span = this.span(viewer, wish);
    const rows = await viewer.tx.query<AttemptCounts & { achievementId: string; name: string }>(
      `${attempts('"achievementId"')} ORDER BY begun DESC, name, "achievementId"`,
      [span.since, span.end],
    );
    const answered = toldOf(rows, ({ begun, answered: part }) => [begun, part]);
    const passed = toldOf(rows, ({ firsts, firstPassed }) => [firsts, firstPassed]);
    return rows.slice(0, MOST_ACHIEVEMENTS).map(({ achievementId, name, median, released }) => ({
      achievementId,
      name,
      figures: [
        begunOf(told(answered, achievementId)),
        figureOf('ANSWERED', told(answered, achievementId)),
        figureOf('FIRST_PASS', told(passed, achievementId)),
        lengthOf('TURNAROUND', median, released),
      ],
    }));
  }

  /** What was done and will have to be done again; what it costs follows from what somebody says an hour costs. */
  async cost(viewer: Viewer, wish: PeriodWish): Promise<Insights> {
    const span = this.span(viewer, wish);
    const { from, until } = span;
    if (!plansFor(viewer)) return { from, until, figures: [] };
    const [counts] = await viewer.tx.query<Record<'issued' | 'marks' | 'prior' | 'courses' | 'renewals', number>>(
      COST,
      [span.since, span.end, span.from, span.until, span.asOf],
    );
    const [closed] = await viewer.tx.query<{ people: number; levels: number }>(CLOSED_GAPS, [span.since, span.end]);
    const figure = (key: FigureKey, count: number | undefined) => countOf(key, count ?? 0);
    return {
      from,
      until,
      figures: [
        figure('BADGES_ISSUED', counts?.issued),
        figure('MARKS_GIVEN', counts?.marks),
        figure('PRIOR_LEARNING', counts?.prior),
        figure('COURSES_COMPLETED', counts?.courses),
        figure('RENEWALS', counts?.renewals),
        levelsOf('GAP_CLOSED', closed?.levels ?? 0, closed?.people ?? 0),
      ],
    };
  }

  /** What people who were not there yet set themselves as a goal in the period, how far they came, and how long others took. */
  async aims(viewer: Viewer, wish: PeriodWish): Promise<Insights> {
    const span = this.span(viewer, wish);
    const { from, until } = span;
    if (!plansFor(viewer)) return { from, until, figures: [] };
    const [counts] = await viewer.tx.query<AimCounts>('SELECT * FROM app_insight_goals($1, $2, $3)', [
      ...[span.since, span.end, THRESHOLDS.ready],
    ]);
    if (!counts) return { from, until, figures: [] };
    return {
      from,
      until,
      figures: [
        ...stepsOf([
          { key: 'AIM_SET', count: counts.chosen },
          { key: 'AIM_STEP', count: counts.stepped },
          { key: 'AIM_READY', count: counts.ready },
        ]),
        partOfPeople('AIM_PLANNED', counts.planned, counts.chosen),
        lengthOf('AIM_TIME', counts.days === null ? null : counts.days * 24, counts.arrived),
      ],
    };
  }

  /** What completed courses cost by their prices of today, by currency. */
  async courseSpend(viewer: Viewer, wish: PeriodWish): Promise<CourseSpend[]> {
    const span = this.span(viewer, wish);
    if (!plansFor(viewer)) return [];
    const rows = await viewer.tx.query<{ currency: string; amount: number; completions: number }>(
      `SELECT course.price_currency AS currency, sum(course.price_amount)::float8 AS amount, count(*)::int AS completions
       FROM course_completion done JOIN course ON course.id = done.course_id
       WHERE done.withdrawn_at IS NULL AND done.completed_on BETWEEN $1 AND $2
         AND course.price_amount > 0 AND course.price_currency IS NOT NULL
       GROUP BY 1 ORDER BY 2 DESC LIMIT 20`,
      [span.from, span.until],
    );
    return rows.map((row) =>
      tellable(row.completions) ? row : { currency: row.currency, amount: null, completions: null },
    );
  }
}

/** Whether somebody plans for the whole organisation, not only for what a limit of their role covers. */
export const plansFor = (viewer: Viewer): boolean => viewer.mayEverywhere('achievement.design');

/** Counts are kept from now on; those of an earlier day are worked out from everybody's levels. */
export const isKept = (viewer: Viewer, asOf: Date): boolean => asOf >= viewer.now;

function mobility({ moves, before, now }: MoveCounts): Figure {
  const headcount = Math.round((before + now) / 2);
  // Moves are counted beside people and are no part of them, so only their own number tells of anybody.
  const told = countOf('MOBILITY', moves);
  return tellable(headcount) ? { ...told, of: headcount, n: headcount } : { ...told, part: null, band: 'HIDDEN' };
}

/** Achievements under the whole that they make up. */
function toldOf<Row extends { achievementId: string }>(
  rows: readonly Row[],
  counts: (row: Row) => [of: number, part: number],
): Map<string, Told> {
  const whole = { id: '', parentId: null, of: 0, part: 0 };
  const each = rows.map((row) => {
    const [of, part] = counts(row);
    return { id: row.achievementId, parentId: '', of, part };
  });
  return toldParts([whole, ...each]);
}

const begunOf = ({ of }: Told): Figure =>
  figureOf('BEGUN', { part: of, of: null, band: of === null ? 'HIDDEN' : null });

const UNTOLD: Told = { of: null, part: null, band: 'HIDDEN' };
const told = (of: ReadonlyMap<string, Told>, id: string): Told => of.get(id) ?? UNTOLD;

function flowOf(row: AttemptCounts): Figure[] {
  return [
    ...stepsOf([
      { key: 'BEGUN', count: row.begun },
      { key: 'HANDED_IN', count: row.handedIn },
      { key: 'ANSWERED', count: row.answered },
      { key: 'PASSED', count: row.passed },
      { key: 'ISSUED', count: row.issued },
    ]),
    partOfPeople('FIRST_PASS', row.firstPassed, row.firsts, true),
    lengthOf('TURNAROUND', row.median, row.released),
    lengthOf('TURNAROUND_SLOW', row.slow, row.released),
    partOfPeople('ON_TIME', row.onTime, row.dated, true),
  ];
}

const APPEALS = `
  WITH objected AS (SELECT *, "releasedAt" >= $1 AND "releasedAt" < $2 AS released_here, "decidedAt" >= $1 AND "decidedAt" < $2 AS decided_here
    FROM app_insight_appeals($1, $2))
  SELECT (count(*) FILTER (WHERE released_here))::int AS released,
    (count(*) FILTER (WHERE released_here AND "lodgedAt" IS NOT NULL))::int AS appealed,
    (count(*) FILTER (WHERE decided_here))::int AS decided,
    (count(*) FILTER (WHERE decided_here AND state IN ('UPHELD', 'PARTLY_UPHELD')))::int AS upheld
  FROM objected`;

const CLOSED_GAPS = `
  SELECT count(DISTINCT "personId")::int AS people, coalesce(sum(after - before), 0)::int AS levels FROM app_insight_closed($1, $2)`;

/** From one job role level to another; who had none before was hired into it. */
export const MOVED = `
  SELECT person_id, id, starts_on, before, job_role_level_id AS after FROM (
    SELECT id, person_id, starts_on, job_role_level_id, lag(job_role_level_id) OVER turn AS before,
      row_number() OVER turn AS place
    FROM employment WHERE is_primary WINDOW turn AS (PARTITION BY person_id ORDER BY starts_on)) job
  WHERE job_role_level_id IS NOT NULL AND starts_on BETWEEN $1 AND $2
    AND (place = 1 OR before IS NOT NULL AND before <> job_role_level_id)`;

const MOVES = `
  WITH moved AS (${MOVED})
  SELECT (SELECT count(*)::int FROM moved WHERE before IS NOT NULL) AS moves,
    (SELECT count(*)::int FROM moved WHERE before IS NULL) AS hires,
    (SELECT count(*)::int FROM employment WHERE is_primary AND starts_on <= $1 AND (ends_on IS NULL OR ends_on >= $1)) AS before,
    (SELECT count(*)::int FROM employment WHERE is_primary AND starts_on <= $2 AND (ends_on IS NULL OR ends_on >= $2)) AS now`;

const attempts = (by: string) => `
  WITH attempt AS (
    SELECT *, "begunAt" >= $1 AS begun_here, "releasedAt" >= $1 AND "releasedAt" < $2 AS answered_here,
      extract(epoch FROM "releasedAt" - "submittedAt") / 3600 AS hours
    FROM app_insight_attempts($1, $2)
  )
  SELECT ${by.startsWith('GROUPING') ? 'NULL::uuid' : '"achievementId"'} AS "achievementId", max("achievementName") AS name,
    (count(*) FILTER (WHERE begun_here))::int AS begun,
    (count(*) FILTER (WHERE begun_here AND "submittedAt" IS NOT NULL))::int AS "handedIn",
    (count(*) FILTER (WHERE begun_here AND "releasedAt" IS NOT NULL))::int AS answered,
    (count(*) FILTER (WHERE begun_here AND outcome = 'PASS'))::int AS passed,
    (count(*) FILTER (WHERE begun_here AND outcome = 'PASS' AND "issuedAt" IS NOT NULL))::int AS issued,
    (count(*) FILTER (WHERE answered_here AND "attemptNo" = 1))::int AS firsts,
    (count(*) FILTER (WHERE answered_here AND "attemptNo" = 1 AND outcome = 'PASS'))::int AS "firstPassed",
    (count(hours) FILTER (WHERE answered_here))::int AS released,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) FILTER (WHERE answered_here) AS median,
    percentile_cont(0.95) WITHIN GROUP (ORDER BY hours) FILTER (WHERE answered_here) AS slow,
    (count(*) FILTER (WHERE answered_here AND "dueAt" IS NOT NULL))::int AS dated,
    (count(*) FILTER (WHERE answered_here AND "releasedAt" <= "dueAt"))::int AS "onTime",
    (count(*) FILTER (WHERE answered_here AND route = 'PRIOR_LEARNING' AND outcome = 'PASS'))::int AS "priorPassed"
  FROM attempt GROUP BY ${by}`;

const COST = `
  SELECT (SELECT count(*)::int FROM credential WHERE issued_at >= $1 AND issued_at < $2) AS issued,
    app_insight_marks($1, $2) AS marks,
    (SELECT count(*)::int FROM app_insight_attempts($1, $2) WHERE route = 'PRIOR_LEARNING' AND outcome = 'PASS'
      AND "releasedAt" >= $1 AND "releasedAt" < $2) AS prior,
    (SELECT count(*)::int FROM course_completion WHERE withdrawn_at IS NULL AND completed_on BETWEEN $3 AND $4) AS courses,
    (SELECT count(*)::int FROM credential WHERE status = 'ACTIVE' AND superseded_by IS NULL
      AND valid_until > $5 AND valid_until <= $5::timestamptz + interval '12 months') AS renewals`;
