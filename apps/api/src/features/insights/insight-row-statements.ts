import { THRESHOLDS } from '@assay/pathway';
import { type AttemptKey, isOfAttempts, type RowKey } from './insight-rows.rules.js';
import { MOVED, type PeriodWish, type Span } from './insights.service.js';

/** Of what the rows are narrowed to; each figure reads only what it is about. */
export interface RowsWish extends PeriodWish {
  key: RowKey;
  skillId?: string | null;
  unitId?: string | null;
  jobRoleLevelId?: string | null;
  achievementId?: string | null;
  /** One version of an achievement. */
  versionId?: string | null;
}

interface Statement {
  /** Ends in `found (id, kind, "subjectId", title, detail, day)`. */
  sql: string;
  values: unknown[];
  /** What the rows of one page say, where that costs too much to be worked out for all: reads `page`, in the same columns. */
  told?: string;
  /** How many rows there are, where `found` holds only those from the cursor on: parameters after the own ones are its title, its id and how many rows. */
  total?: string;
}

/** The statement for the rows behind a figure; kept: from counts that are kept, so only as of now. */
export function rowsOf(wish: RowsWish, span: Span, kept: boolean): Statement {
  const { key } = wish;
  if (isOfAttempts(key)) return { sql: attempts(key), values: [span.since, span.end, wish.achievementId ?? null] };
  switch (key) {
    case 'UNCOVERED':
    case 'THIN_COVER':
      return { sql: skills(key === 'UNCOVERED' ? 'met = 0' : 'met BETWEEN 1 AND 4', kept), values: [span.asOf] };
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
    case 'BENCH':
      return { sql: bench, values: [span.asOf, THRESHOLDS.ready] };
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
    case 'SKILL_LEVELS':
      return { sql: levels, values: [wish.skillId ?? null] };
    case 'LEVEL_PEOPLE':
      return { sql: standing, values: [wish.jobRoleLevelId ?? null] };
    case 'HOLDERS':
      return { sql: holders, values: [span.asOf, wish.versionId ?? null] };
    case 'BADGE_HOLDERS':
      return { sql: badgeHolders, values: [span.until, wish.unitId ?? null, wish.achievementId ?? null] };
    case 'UNIT_NEEDS':
      return { ...needs, values: [span.asOf, wish.unitId ?? null] };
    default:
      return wish.skillId != null || key === 'SKILL_MET' || key === 'SKILL_GAP' || key === 'SKILL_HELD'
        ? people(key, wish, span)
        : { sql: asked, told: askedAndMet, values: [span.asOf, wish.unitId ?? null] };
  }
}

/** One row a person: at which level a skill is asked and verified, or how much of what the job asks. */
function people(key: RowKey, wish: RowsWish, span: Span): Statement {
  const which = {
    SKILL_HELD: 'held > 0',
    SKILL_MET: 'asked > 0 AND met = asked',
    SKILL_GAP: 'asked > met',
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

/** A unit and everything below it. */
const UNIT = `RECURSIVE unit AS (
    SELECT id FROM org_unit WHERE id = $2::uuid UNION SELECT org_unit.id FROM unit JOIN org_unit ON org_unit.parent_id = unit.id
  )`;

/** Everybody whose job asks for something. */
const asked = `
  ${UNIT}, found AS MATERIALIZED (
    SELECT person.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title, NULL::text AS detail, NULL::text AS day
    FROM app_insight_here($1) here JOIN person ON person.id = here."personId"
    WHERE here."levelId" IN (SELECT job_role_level_id FROM job_role_requirement)
      AND ($2::uuid IS NULL OR here."unitId" IN (SELECT id FROM unit)))`;

const askedAndMet = `
  SELECT page.id, page.kind, page."subjectId", page.title, one.met || ' of ' || one.asked || ' met' AS detail, one.ends::date::text AS day
  FROM page JOIN (
    SELECT "personId", count(needed) AS asked, count(*) FILTER (WHERE held >= needed) AS met, min("validUntil") AS ends
    FROM app_insight_standing_of($1, ARRAY(SELECT id FROM page)) GROUP BY 1) one ON one."personId" = page.id`;

const NAMED = `SELECT revision.name FROM skill_revision revision JOIN skill_framework framework ON framework.id = revision.framework_id`;
const levelNamed = (id: string) =>
  `(SELECT role.name || CASE WHEN rung.name = role.name THEN '' ELSE ', ' || rung.name END
    FROM job_role_level rung JOIN job_role role ON role.id = rung.role_id WHERE rung.id = ${id})`;
const NEWEST = 'ORDER BY framework.published_at DESC NULLS LAST, revision.id DESC LIMIT 1';

/** How many each skill is asked of and how many of them meet it: from the counts that are kept, or from what everybody holds. */
const skillCounts = (kept: boolean) =>
  kept
    ? `SELECT skill_id AS "skillId", (sum(change) FILTER (WHERE kind = 'ASKED'))::int AS asked,
         coalesce((sum(change) FILTER (WHERE kind = 'MET'))::int, 0) AS met
       FROM unit_change WHERE at <= $1 AND kind <> 'THERE' GROUP BY 1 HAVING sum(change) FILTER (WHERE kind = 'ASKED') > 0`
    : `SELECT "skillId", count(needed)::int AS asked, (count(*) FILTER (WHERE held >= needed))::int AS met
       FROM app_insight_standing($1, NULL) GROUP BY 1 HAVING count(needed) > 0`;

const skills = (which: string, kept: boolean) => `
  count AS (${skillCounts(kept)}),
  found AS MATERIALIZED (SELECT "skillId" AS id, 'SKILL' AS kind, "skillId" AS "subjectId",
    (${NAMED} WHERE revision.skill_id = "skillId" ${NEWEST}) AS title,
    'asked of ' || CASE WHEN asked < 5 THEN 'fewer than five people' ELSE asked || ' people' END AS detail, NULL::text AS day
    FROM count WHERE ${which})`;

/**
 * Everything that jobs ask of the people of a unit, one by one, and which of it is met. Of a whole company that is a million rows:
 * only of as many people as fill a page it is read what is asked, and of the page alone what is held.
 */
const needs = {
  sql: `${UNIT}, asking AS MATERIALIZED (
      SELECT job_role_level_id AS level_id, count(*)::int AS asked FROM job_role_requirement GROUP BY 1
    ), somebody AS MATERIALIZED (
      SELECT person.id, person.display_name AS title, asking.level_id, asking.asked
      FROM app_insight_here($1) here JOIN asking ON asking.level_id = here."levelId" JOIN person ON person.id = here."personId"
      WHERE $2::uuid IS NULL OR here."unitId" IN (SELECT id FROM unit)
    ), near AS MATERIALIZED (
      SELECT * FROM somebody WHERE $3::text IS NULL OR (lower(title), id::text) >= ($3, left($4::text, 36))
      ORDER BY lower(title), id::text LIMIT $5 + 1
    ), found AS MATERIALIZED (
      SELECT near.id::text || ':' || asks.skill_id AS id, 'PERSON' AS kind, near.id AS "subjectId", near.title,
        asks.skill_id, coalesce(asks.level_ordinal, 1) AS needed
      FROM near JOIN job_role_requirement asks ON asks.job_role_level_id = near.level_id)`,
  total: 'SELECT coalesce(sum(asked), 0)::int FROM somebody',
  told: `SELECT page.id, page.kind, page."subjectId", page.title,
      concat_ws(', ', CASE WHEN one.held >= page.needed THEN 'met' ELSE 'open' END,
        (${NAMED} WHERE revision.skill_id = page.skill_id ${NEWEST}) || ' at level ' || page.needed,
        coalesce('verified at level ' || one.held, 'not verified')) AS detail, one."validUntil"::date::text AS day
    FROM page LEFT JOIN app_insight_standing_of($1, ARRAY(SELECT DISTINCT "subjectId" FROM page)) one
      ON one."personId" = page."subjectId" AND one."skillId" = page.skill_id`,
};

/** Levels of job roles of published frameworks that ask for a skill. */
const levels = `
  found AS MATERIALIZED (SELECT asks.job_role_level_id AS id, 'LEVEL' AS kind, asks.job_role_level_id AS "subjectId",
    ${levelNamed('asks.job_role_level_id')} AS title, concat_ws(', ', 'asks for level ' || coalesce(max(asks.level_ordinal), 1),
      CASE WHEN bool_or(asks.must_have) THEN 'must have' END) AS detail, NULL::text AS day
    FROM job_role_requirement asks JOIN skill_framework framework ON framework.id = asks.framework_id AND framework.state = 'PUBLISHED'
    WHERE asks.skill_id = $1::uuid GROUP BY asks.job_role_level_id)`;

/** People with a badge of one version that counts. */
const holders = `
  found AS MATERIALIZED (SELECT person.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title,
    min(version.name) AS detail, CASE WHEN bool_and(credential.valid_until IS NOT NULL)
      THEN max(credential.valid_until)::date::text END AS day
    FROM credential JOIN person ON person.id = credential.person_id
    JOIN achievement_version version ON version.id = credential.achievement_version_id
    WHERE version.id = $2::uuid AND credential.status = 'ACTIVE'
      AND (credential.valid_until IS NULL OR credential.valid_until > $1) GROUP BY person.id)`;

/** People who were given a badge until a day, whether or not it still counts; of an achievement, or in a unit. */
const badgeHolders = `
  ${UNIT}, found AS MATERIALIZED (SELECT person.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title,
    string_agg(DISTINCT version.name, ', ') AS detail, NULL::text AS day
    FROM credential JOIN person ON person.id = credential.person_id
    JOIN achievement_version version ON version.id = credential.achievement_version_id
    LEFT JOIN employment job ON job.person_id = person.id AND job.is_primary
      AND job.starts_on <= $1::date AND (job.ends_on IS NULL OR job.ends_on >= $1::date)
    WHERE credential.document <> '' AND credential.issued_at < $1::date + 1 AND ($3::uuid IS NULL OR version.achievement_id = $3)
      AND ($2::uuid IS NULL OR job.org_unit_id IN (SELECT id FROM unit)) GROUP BY person.id)`;

const expiring = (days: number) => `
  found AS MATERIALIZED (SELECT person.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title,
    (${NAMED} WHERE revision.skill_id = ending."skillId" ${NEWEST}) AS detail, ending."validUntil"::date::text AS day
    FROM app_insight_ending($1, ${days}) ending JOIN person ON person.id = ending."personId")`;

const moves = (onlyMoves: boolean) => `
  moved AS (${MOVED}),
  found AS MATERIALIZED (SELECT moved.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title,
    coalesce('from ' || ${levelNamed('moved.before')} || ' ', 'hired ') || 'to ' || ${levelNamed('moved.after')} AS detail, starts_on::text AS day
    FROM moved JOIN person ON person.id = moved.person_id ${onlyMoves ? 'WHERE moved.before IS NOT NULL' : ''})`;

const ready = `
  found AS MATERIALIZED (SELECT person.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title,
    'ready by what is verified' AS detail, NULL::text AS day
    FROM app_insight_ready($1, $2, $3) ready JOIN person ON person.id = ready."personId" WHERE $3::uuid IS NOT NULL)`;

const there = `
  found AS MATERIALIZED (SELECT person.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title,
    'works there' AS detail, NULL::text AS day FROM app_insight_here($1) here JOIN person ON person.id = here."personId"
    WHERE here."levelId" = $2::uuid AND here."levelId" IN (SELECT job_role_level_id FROM job_role_requirement))`;

/** As the page of a level counts them: whoever stands on it in any version of its framework, and is or will be with us. */
const standing = `
  found AS MATERIALIZED (SELECT person.id, 'PERSON' AS kind, person.id AS "subjectId", person.display_name AS title,
    coalesce(min(job.job_title), 'works there') AS detail, NULL::text AS day
    FROM job_role_level asked JOIN skill_framework own ON own.id = asked.framework_id
    JOIN skill_framework version ON version.series_id = own.series_id
    JOIN job_role_level same ON same.framework_id = version.id AND same.code = asked.code
    JOIN employment job ON job.job_role_level_id = same.id AND job.starts_on <= current_date
    JOIN person ON person.id = job.person_id AND (job.ends_on IS NULL OR job.ends_on >= current_date)
      AND app_is_with_us(person.active, person.last_day)
    WHERE asked.id = $1::uuid GROUP BY person.id)`;

/** Levels for which two others or more are ready. */
const bench = `
  found AS MATERIALIZED (SELECT "levelId" AS id, 'LEVEL' AS kind, "levelId" AS "subjectId", ${levelNamed('"levelId"')} AS title,
    CASE WHEN ready < 5 THEN 'fewer than five others are ready' ELSE ready || ' others are ready' END AS detail, NULL::text AS day
    FROM app_insight_succession($1, $2) WHERE ready >= 2)`;

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
const OF_ATTEMPTS: Record<AttemptKey, string> = {
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
const attempts = (key: AttemptKey) => `
  found AS MATERIALIZED (SELECT "submissionId" AS id, 'ATTEMPT' AS kind, "achievementId" AS "subjectId", "achievementName" AS title,
    concat_ws(', ', 'attempt ' || "attemptNo", "candidateCode",
      CASE outcome WHEN 'PASS' THEN 'passed' WHEN 'NOT_YET' THEN 'not yet' WHEN 'INSUFFICIENT_EVIDENCE' THEN 'not enough evidence'
        WHEN 'REFERRED' THEN 'referred' ELSE CASE WHEN "submittedAt" IS NULL THEN 'not handed in' ELSE 'not answered yet' END END,
      round(extract(epoch FROM "releasedAt" - "submittedAt") / 86400) || ' days') AS detail,
    coalesce("releasedAt", "submittedAt", "begunAt")::date::text AS day
    FROM app_insight_attempts($1, $2) WHERE ($3::uuid IS NULL OR "achievementId" = $3) AND ${OF_ATTEMPTS[key]})`;
