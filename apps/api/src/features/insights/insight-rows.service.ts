import { THRESHOLDS } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '../../platform/graphql/connection.js';
import type { FigureKey } from './figures.rules.js';
import { InsightsService, MOVED, type PeriodWish, plansFor, type Span } from './insights.service.js';
import { READY_FOR } from './skill-insights.service.js';

export const ROW_KINDS = ['PERSON', 'SKILL', 'ATTEMPT', 'CREDENTIAL'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

export const ROW_KEYS = [
  ...(['COMPETENCY', 'UNCOVERED', 'THIN_COVER', 'EXPIRING_90', 'EXPIRING_180', 'MOBILITY', 'INTERNAL_FILL'] as const),
  ...(['SKILL_ASKED', 'SKILL_MET', 'SKILL_HELD', 'UNIT_ASKED', 'THERE', 'READY'] as const),
  ...(['BEGUN', 'HANDED_IN', 'ANSWERED', 'PASSED', 'ISSUED', 'FIRST_PASS', 'TURNAROUND', 'ON_TIME'] as const),
  ...(['BADGES_ISSUED', 'PRIOR_LEARNING', 'COURSES_COMPLETED', 'RENEWALS'] as const),
  ...(['APPEALED', 'UPHELD', 'GAP_CLOSED'] as const),
] as const;
export type RowKey = (typeof ROW_KEYS)[number];

export interface InsightRow {
  id: string;
  kind: RowKind;
  subjectId: string;
  title: string;
  detail: string;
  day: string | null;
}

/** Of what the rows are narrowed to; each figure reads only what it is about. */
export interface RowsWish extends PeriodWish {
  key: RowKey;
  skillId?: string | null;
  unitId?: string | null;
  jobRoleLevelId?: string | null;
  achievementId?: string | null;
}

const ATTEMPTS: readonly RowKey[] = [
  ...([
    'BEGUN',
    'HANDED_IN',
    'ANSWERED',
    'PASSED',
    'ISSUED',
    'FIRST_PASS',
    'TURNAROUND',
    'ON_TIME',
    'PRIOR_LEARNING',
  ] as const),
];
const OBJECTIONS: readonly (RowKey | FigureKey)[] = ['APPEALED', 'UPHELD'];
/** A mark is for who gave it and who leads, each in their own place; a goal for who set it and whom they share it with. */
const CLOSED: readonly FigureKey[] = ['MARKS_GIVEN', 'AIM_SET', 'AIM_STEP', 'AIM_READY', 'AIM_PLANNED', 'AIM_TIME'];

/** The rows that a figure counts, for whoever may see each of them. */
@Injectable()
export class InsightRowsService {
  constructor(private readonly insights: InsightsService) {}

  /** People and what they hold: who plans for everybody and keeps the directory. Attempts: who watches over assessment. */
  opens(viewer: Viewer, key: RowKey | FigureKey): boolean {
    if (CLOSED.some((closed) => closed === key)) return false;
    if ([...ATTEMPTS, ...OBJECTIONS].some((each) => each === key) || key === 'TURNAROUND_SLOW')
      return viewer.mayEverywhere('assessment.quality');
    return plansFor(viewer) && viewer.mayEverywhere('people.read');
  }

  async page(viewer: Viewer, wish: RowsWish, input: PageInput): Promise<Page<InsightRow>> {
    const nothing = () => pageOf<InsightRow>([], input, 0, () => []);
    const ids = [wish.skillId, wish.unitId, wish.jobRoleLevelId, wish.achievementId].filter((id) => id != null);
    if (!this.opens(viewer, wish.key) || !ids.every(isId)) return nothing();
    const { sql, values } = rowsOf(wish, this.insights.span(viewer, wish));
    const [title, id] = readCursor(input.after) ?? [];
    const from = values.length;
    const [found] = await viewer.tx.query<{ rows: InsightRow[]; total: number }>(
      `WITH ${sql}, page AS (SELECT * FROM found
         WHERE $${from + 1}::text IS NULL OR (lower(title), id::text) > ($${from + 1}, $${from + 2}::text)
         ORDER BY lower(title), id::text LIMIT $${from + 3})
       SELECT coalesce((SELECT jsonb_agg(page ORDER BY lower(title), id::text) FROM page), '[]') AS rows,
         (SELECT count(*)::int FROM found) AS total`,
      [...values, title ?? null, id ?? null, limitOf(input)],
    );
    return pageOf(found?.rows ?? [], input, found?.total ?? 0, (row) => [row.title.toLowerCase(), row.id]);
  }
}

/** Statements that end in `found (id, kind, "subjectId", title, detail, day)`. */
function rowsOf(wish: RowsWish, span: Span): { sql: string; values: unknown[] } {
  const { key } = wish;
  if (ATTEMPTS.includes(key)) return { sql: attempts(key), values: [span.since, span.end, wish.achievementId ?? null] };
  switch (key) {
    case 'UNCOVERED':
    case 'THIN_COVER':
      return { sql: skills(key === 'UNCOVERED' ? 'met = 0' : 'met BETWEEN 1 AND 4'), values: [span.asOf] };
    case 'EXPIRING_90':
    case 'EXPIRING_180':
      return { sql: expiring(key === 'EXPIRING_90' ? 90 : 180), values: [span.asOf] };
    case 'MOBILITY':
    case 'INTERNAL_FILL':
      return { sql: moves(key === 'MOBILITY'), values: [span.from, span.until] };
    case 'THERE':
    case 'READY':
      return key === 'READY'
        ? { sql: ready, values: [span.asOf, THRESHOLDS.ready, wish.jobRoleLevelId ?? null] }
        : { sql: there, values: [span.asOf, wish.jobRoleLevelId ?? null] };
    case 'BADGES_ISSUED':
      return {
        sql: credentials('credential.issued_at >= $1 AND credential.issued_at < $2', 'issued_at'),
        values: [span.since, span.end],
      };
    case 'RENEWALS':
      return {
        sql: credentials(
          `credential.status = 'ACTIVE' AND credential.superseded_by IS NULL AND credential.valid_until > $1
           AND credential.valid_until <= $1::timestamptz + interval '12 months'`,
          'valid_until',
        ),
        values: [span.asOf],
      };
    case 'APPEALED':
    case 'UPHELD':
      return { sql: objections(key === 'APPEALED'), values: [span.since, span.end] };
    case 'GAP_CLOSED':
      return { sql: closed, values: [span.since, span.end] };
    case 'COURSES_COMPLETED':
      return { sql: completions, values: [span.from, span.until] };
    default:
      return people(key, wish, span);
  }
}

/** One row a person: at which level a skill is asked and verified, or how much of what the job asks. */
function people(key: RowKey, wish: RowsWish, span: Span): { sql: string; values: unknown[] } {
  const which = {
    SKILL_HELD: 'held > 0',
    SKILL_MET: 'asked > 0 AND met = asked',
  }[key as string];
  return {
    sql: `RECURSIVE unit AS (
        SELECT id FROM org_unit WHERE id = $3::uuid UNION SELECT org_unit.id FROM unit JOIN org_unit ON org_unit.parent_id = unit.id
      ), person_count AS (
        SELECT "personId", count(needed)::int AS asked, (count(*) FILTER (WHERE held >= needed))::int AS met, count(held)::int AS held,
          max(needed) AS level_asked, max(held) AS level_held, min("validUntil") AS ends
        FROM app_insight_standing($1, $2) WHERE $3::uuid IS NULL OR "unitId" IN (SELECT id FROM unit) GROUP BY 1
      ), found AS MATERIALIZED (
        SELECT person.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title,
          CASE WHEN $2::uuid IS NULL THEN met || ' of ' || asked || ' met'
            ELSE concat_ws(', ', 'asked at level ' || level_asked, coalesce('verified at level ' || level_held, 'not verified')) END AS detail,
          ends::date::text AS day
        FROM person_count JOIN person ON person.id = "personId" WHERE ${which ?? 'asked > 0'})`,
    values: [span.asOf, wish.skillId ?? null, wish.unitId ?? null],
  };
}

const NAMED = `SELECT revision.name FROM skill_revision revision JOIN skill_framework framework ON framework.id = revision.framework_id`;
const NEWEST = 'ORDER BY framework.published_at DESC NULLS LAST, revision.id DESC LIMIT 1';

const skills = (which: string) => `
  count AS (SELECT "skillId", count(needed)::int AS asked, (count(*) FILTER (WHERE held >= needed))::int AS met
    FROM app_insight_standing($1, NULL) GROUP BY 1 HAVING count(needed) > 0),
  found AS MATERIALIZED (SELECT "skillId" AS id, 'SKILL' AS kind, "skillId" AS "subjectId",
    (${NAMED} WHERE revision.skill_id = "skillId" ${NEWEST}) AS title,
    'asked of ' || CASE WHEN asked < 5 THEN 'fewer than five people' ELSE asked || ' people' END AS detail, NULL::text AS day
    FROM count WHERE ${which})`;

const expiring = (days: number) => `
  ending AS (SELECT DISTINCT ON ("personId") "personId", "skillId", "validUntil" FROM app_insight_standing($1, NULL)
    WHERE held IS NOT NULL AND "validUntil" <= $1::timestamptz + interval '${days} days' ORDER BY "personId", "validUntil", "skillId"),
  found AS MATERIALIZED (SELECT person.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title,
    (${NAMED} WHERE revision.skill_id = "skillId" ${NEWEST}) AS detail, "validUntil"::date::text AS day
    FROM ending JOIN person ON person.id = "personId")`;

const level = (id: string) =>
  `(SELECT role.name || CASE WHEN rung.name = role.name THEN '' ELSE ', ' || rung.name END
    FROM job_role_level rung JOIN job_role role ON role.id = rung.role_id WHERE rung.id = ${id})`;

const moves = (onlyMoves: boolean) => `
  moved AS (${MOVED}),
  found AS MATERIALIZED (SELECT moved.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title,
    coalesce('from ' || ${level('moved.before')} || ' ', 'hired ') || 'to ' || ${level('moved.after')} AS detail, starts_on::text AS day
    FROM moved JOIN person ON person.id = moved.person_id ${onlyMoves ? 'WHERE moved.before IS NOT NULL' : ''})`;

const ready = `
  pair AS MATERIALIZED (SELECT * FROM app_insight_standing($1, NULL)), level AS (SELECT $3::uuid AS level_id), ready AS (${READY_FOR}),
  found AS MATERIALIZED (SELECT person.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title,
    'ready by what is verified' AS detail, NULL::text AS day FROM ready JOIN person ON person.id = ready.person_id)`;

const there = `
  pair AS (SELECT DISTINCT "personId" FROM app_insight_standing($1, NULL) WHERE needed IS NOT NULL AND "levelId" = $2::uuid),
  found AS MATERIALIZED (SELECT person.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title,
    'works there' AS detail, NULL::text AS day FROM pair JOIN person ON person.id = "personId")`;

const credentials = (which: string, day: string) => `
  found AS MATERIALIZED (SELECT credential.id, 'CREDENTIAL' AS kind, credential.id AS "subjectId", person.display_name AS title,
    version.name AS detail, credential.${day}::date::text AS day
    FROM credential JOIN person ON person.id = credential.person_id
    JOIN achievement_version version ON version.id = credential.achievement_version_id WHERE ${which})`;

const completions = `
  found AS MATERIALIZED (SELECT done.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title, course.title AS detail,
    done.completed_on::text AS day FROM course_completion done JOIN course ON course.id = done.course_id
    JOIN person ON person.id = done.person_id WHERE done.withdrawn_at IS NULL AND done.completed_on BETWEEN $1 AND $2)`;

const closed = `
  closed AS (SELECT "personId", sum(after - before)::int AS levels, count(*)::int AS skills FROM app_insight_closed($1, $2) GROUP BY 1),
  found AS MATERIALIZED (SELECT person.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title,
    concat_ws(' ', levels, CASE levels WHEN 1 THEN 'level' ELSE 'levels' END, 'in', skills, CASE skills WHEN 1 THEN 'skill' ELSE 'skills' END) AS detail,
    NULL::text AS day FROM closed JOIN person ON person.id = "personId")`;

/** Objections to outcomes released in the period, or every objection decided in it. */
const objections = (released: boolean) => `
  found AS MATERIALIZED (SELECT "submissionId" AS id, 'ATTEMPT' AS kind, "achievementId" AS "subjectId", "achievementName" AS title,
    concat_ws(', ', 'attempt ' || "attemptNo", "candidateCode",
      CASE grounds WHEN 'PROCEDURE' THEN 'about the procedure' WHEN 'BIAS' THEN 'about bias' WHEN 'NEW_INFORMATION' THEN 'new information'
        ELSE 'about an error in marking' END,
      CASE state WHEN 'UPHELD' THEN 'upheld' WHEN 'PARTLY_UPHELD' THEN 'partly upheld' WHEN 'DISMISSED' THEN 'dismissed'
        WHEN 'OUT_OF_SCOPE' THEN 'out of scope' ELSE 'not decided yet' END) AS detail,
    coalesce("decidedAt", "lodgedAt")::date::text AS day
    FROM app_insight_appeals($1, $2) WHERE "lodgedAt" IS NOT NULL
      AND ${released ? '"releasedAt" >= $1 AND "releasedAt" < $2' : '"decidedAt" >= $1 AND "decidedAt" < $2'})`;

const BEGAN = '"begunAt" >= $1';
const CAME_BACK = '"releasedAt" >= $1 AND "releasedAt" < $2';
const OF_ATTEMPTS: Partial<Record<RowKey, string>> = {
  BEGUN: BEGAN,
  HANDED_IN: `${BEGAN} AND "submittedAt" IS NOT NULL`,
  ANSWERED: `${BEGAN} AND "releasedAt" IS NOT NULL`,
  PASSED: `${BEGAN} AND outcome = 'PASS'`,
  ISSUED: `${BEGAN} AND outcome = 'PASS' AND "issuedAt" IS NOT NULL`,
  FIRST_PASS: `${CAME_BACK} AND "attemptNo" = 1`,
  TURNAROUND: `${CAME_BACK} AND "submittedAt" IS NOT NULL`,
  ON_TIME: `${CAME_BACK} AND "dueAt" IS NOT NULL`,
  PRIOR_LEARNING: `${CAME_BACK} AND route = 'PRIOR_LEARNING' AND outcome = 'PASS'`,
};

/** Attempts by the code that assessors know; whose they are stays with those who may know it. */
const attempts = (key: RowKey) => `
  found AS MATERIALIZED (SELECT "submissionId" AS id, 'ATTEMPT' AS kind, "achievementId" AS "subjectId", "achievementName" AS title,
    concat_ws(', ', 'attempt ' || "attemptNo", "candidateCode",
      CASE outcome WHEN 'PASS' THEN 'passed' WHEN 'NOT_YET' THEN 'not yet' WHEN 'INSUFFICIENT_EVIDENCE' THEN 'not enough evidence'
        WHEN 'REFERRED' THEN 'referred' ELSE CASE WHEN "submittedAt" IS NULL THEN 'not handed in' ELSE 'not answered yet' END END,
      round(extract(epoch FROM "releasedAt" - "submittedAt") / 86400) || ' days') AS detail,
    coalesce("releasedAt", "submittedAt", "begunAt")::date::text AS day
    FROM app_insight_attempts($1, $2) WHERE ($3::uuid IS NULL OR "achievementId" = $3) AND ${OF_ATTEMPTS[key] ?? 'false'})`;
