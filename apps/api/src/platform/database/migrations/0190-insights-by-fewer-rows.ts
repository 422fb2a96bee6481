import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRODUCT = `current_setting('role', true) = 'app_issuer'`;
const KEEPERS = `'HR_DESIGNER', 'PROGRAMME_OWNER'`;
const PLANS = `(SELECT ${PRODUCT} OR app_holds_for(NULL, NULL, ${KEEPERS}))`;
const SAFELY = `STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET work_mem = '96MB'`;
const COUNTS = 'level.stands_from <= at AND level.counts_until > at';
/** Whether the holder has a higher level of the same skill, or the same for longer. */
const OUTDONE = `EXISTS (SELECT FROM verified_level level
  WHERE level.person_id = ending.person_id AND level.skill_id = ending.skill_id AND ${COUNTS}
    AND (level.ordinal > ending.ordinal
      OR level.ordinal = ending.ordinal AND (level.valid_until IS NULL OR level.valid_until > ending.valid_until)) OFFSET 0)`;
/** A level ends with its validity at the latest, so whatever is valid for so long is found where the ends are in order. */
const endsWithin = (span: string) =>
  `${COUNTS} AND level.counts_until <= at + ${span} AND level.valid_until <= at + ${span}`;
const here = (at: string, join: 'JOIN' | 'LEFT JOIN') => `
  SELECT person.id AS person_id, job.job_role_level_id
  FROM person ${join} employment job ON job.person_id = person.id AND job.is_primary
    AND job.starts_on <= ${at}::date AND (job.ends_on IS NULL OR job.ends_on >= ${at}::date)
  WHERE person.active AND (person.last_day IS NULL OR person.last_day >= ${at}::date) AND ${PLANS}`;

/**
 * What everybody holds was read whole, and each level compared with all others of its holder, for figures that rest on few of
 * these rows: what ends soon, what began in a period, what is held by whoever has a goal. Each begins with those rows now.
 */
export class InsightsByFewerRows1700000000190 implements MigrationInterface {
  name = 'InsightsByFewerRows1700000000190';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX IF EXISTS verified_level_person;
      CREATE INDEX verified_level_person ON verified_level (person_id, skill_id) INCLUDE (ordinal, stands_from, counts_until, valid_until);
      CREATE INDEX verified_level_ends ON verified_level (counts_until)
        INCLUDE (person_id, skill_id, ordinal, valid_until, stands_from) WHERE valid_until IS NOT NULL;
      CREATE INDEX verified_level_begins ON verified_level (stands_from) INCLUDE (person_id, skill_id, ordinal, counts_until);
    `);
    await runner.query(PEOPLE);
    await runner.query(ENDING);
    await runner.query(CLOSED);
    await runner.query(GOALS);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The functions answer the same as before.
    await runner.query(`
      DROP INDEX verified_level_person, verified_level_ends, verified_level_begins;
      CREATE INDEX verified_level_person ON verified_level (person_id, skill_id);
    `);
  }
}

const PEOPLE = `
  CREATE OR REPLACE FUNCTION app_insight_people(at timestamptz, kept boolean) RETURNS TABLE (people int, requirements int, met int,
      skills int, uncovered int, thin int, holders int, in90 int, in180 int)
    LANGUAGE sql ${SAFELY} AS $$
    WITH here AS MATERIALIZED (${here('at', 'LEFT JOIN')}
    ), skill AS (
      SELECT change.skill_id, sum(change.change) FILTER (WHERE kind = 'ASKED') AS asked,
        coalesce(sum(change.change) FILTER (WHERE kind = 'MET'), 0) AS met
      FROM unit_change change WHERE kept AND change.at <= $1 AND change.kind <> 'THERE' AND EXISTS (SELECT FROM here)
      GROUP BY 1 HAVING sum(change.change) FILTER (WHERE kind = 'ASKED') > 0
      UNION ALL
      SELECT asks.skill_id, count(*), count(proved.met)
      FROM here JOIN job_role_requirement asks USING (job_role_level_id) LEFT JOIN (
        SELECT level.person_id, level.skill_id, max(level.ordinal) AS met FROM verified_level level
        WHERE NOT kept AND ${COUNTS} GROUP BY 1, 2) proved
        ON proved.person_id = here.person_id AND proved.skill_id = asks.skill_id AND proved.met >= coalesce(asks.level_ordinal, 1)
      WHERE NOT kept GROUP BY 1
    ), ending AS MATERIALIZED (
      SELECT level.person_id, level.skill_id, level.ordinal, level.valid_until FROM here JOIN verified_level level USING (person_id)
      WHERE ${endsWithin(`interval '180 days'`)}
    ), soonest AS MATERIALIZED (
      -- Only what somebody loses first is compared with what else they hold; rarely that is outdone, and then the rest is, too.
      SELECT ending.person_id, ending.valid_until, ${OUTDONE} AS outdone
      FROM (SELECT DISTINCT ON (person_id) * FROM ending ORDER BY person_id, valid_until) ending
    ), ends AS (
      SELECT valid_until AS first FROM soonest WHERE NOT outdone
      UNION ALL
      SELECT min(ending.valid_until) FROM soonest JOIN ending USING (person_id) WHERE soonest.outdone AND NOT ${OUTDONE} GROUP BY ending.person_id
    ), whole AS (
      SELECT coalesce(sum(asked), 0)::int AS requirements, coalesce(sum(met), 0)::int AS met, count(*)::int AS skills,
        (count(*) FILTER (WHERE skill.met = 0))::int AS uncovered, (count(*) FILTER (WHERE skill.met BETWEEN 1 AND 4))::int AS thin
      FROM skill
    )
    SELECT (SELECT count(*)::int FROM here WHERE job_role_level_id IN (SELECT job_role_level_id FROM job_role_requirement)),
      whole.requirements, whole.met, whole.skills, whole.uncovered, whole.thin,
      -- Whoever loses something holds it; of the others one look each.
      (SELECT count(*)::int FROM soonest) + (SELECT count(*)::int FROM here WHERE person_id NOT IN (SELECT person_id FROM soonest)
        AND EXISTS (SELECT FROM verified_level level WHERE level.person_id = here.person_id AND ${COUNTS} OFFSET 0)),
      (count(*) FILTER (WHERE ends.first <= at + interval '90 days'))::int, count(ends.first)::int
    FROM whole LEFT JOIN ends ON true GROUP BY 2, 3, 4, 5, 6 $$;
`;

const ENDING = `
  CREATE OR REPLACE FUNCTION app_insight_ending(at timestamptz, days int) RETURNS TABLE ("personId" uuid, "skillId" uuid,
      "validUntil" timestamptz)
    LANGUAGE sql ${SAFELY} AS $$
    WITH here AS MATERIALIZED (${here('at', 'LEFT JOIN')}
    ), ending AS MATERIALIZED (
      SELECT level.person_id, level.skill_id, level.ordinal, level.valid_until FROM here JOIN verified_level level USING (person_id)
      WHERE ${endsWithin('make_interval(days => days)')}
    ), soonest AS MATERIALIZED (
      SELECT ending.*, ${OUTDONE} AS outdone
      FROM (SELECT DISTINCT ON (person_id) * FROM ending ORDER BY person_id, valid_until, skill_id) ending
    )
    SELECT person_id, skill_id, valid_until FROM soonest WHERE NOT outdone
    UNION ALL
    (SELECT DISTINCT ON (ending.person_id) ending.person_id, ending.skill_id, ending.valid_until
    FROM soonest JOIN ending USING (person_id) WHERE soonest.outdone AND NOT ${OUTDONE}
    ORDER BY ending.person_id, ending.valid_until, ending.skill_id) $$;
`;

const LAST = "(until - interval '1 microsecond')";
const CLOSED = `
  -- Rows are joined by hashes of what was gained: looked up one by one they took most of the time.
  CREATE OR REPLACE FUNCTION app_insight_closed(since timestamptz, until timestamptz) RETURNS TABLE ("personId" uuid, "skillId" uuid,
      "before" int, "after" int)
    LANGUAGE sql ${SAFELY} SET enable_nestloop = off AS $$
    WITH here AS MATERIALIZED (${here(LAST, 'JOIN')}
    ), gained AS MATERIALIZED (
      SELECT level.person_id, level.skill_id, coalesce(asks.level_ordinal, 1) AS needed
      FROM verified_level level JOIN here USING (person_id) JOIN job_role_requirement asks USING (job_role_level_id, skill_id)
      WHERE level.stands_from >= since AND level.stands_from < until AND level.counts_until >= until GROUP BY 1, 2, 3
    ), stood AS (
      SELECT gained.person_id, gained.skill_id,
        least(coalesce(max(level.ordinal) FILTER (WHERE level.stands_from < since AND level.counts_until >= since), 0), gained.needed) AS before,
        least(max(level.ordinal) FILTER (WHERE level.stands_from < until AND level.counts_until >= until), gained.needed) AS after
      FROM gained JOIN verified_level level USING (person_id, skill_id) GROUP BY 1, 2, gained.needed
    )
    SELECT person_id, skill_id, before, after FROM stood WHERE after > before $$;
`;

const GOALS = `
  CREATE OR REPLACE FUNCTION app_insight_goals(since timestamptz, until timestamptz, enough float8) RETURNS TABLE (chosen int, stepped int,
      ready int, planned int, arrived int, days float8)
    LANGUAGE sql ${SAFELY} AS $$
    WITH aim AS MATERIALIZED (
      SELECT goal.id, goal.person_id, goal.job_role_level_id, goal.created_at, least(coalesce(goal.ended_at, 'infinity'), until) AS ends,
        EXISTS (SELECT FROM plan_review review WHERE review.goal_id = goal.id AND review.agreed_at < until) AS planned
      FROM goal WHERE goal.created_at < until AND ${PLANS}
    ), asked AS MATERIALIZED (
      SELECT aim.id, asks.skill_id, asks.importance, coalesce(asks.level_ordinal, 1) AS needed, asks.must_have
      FROM aim JOIN job_role_requirement asks USING (job_role_level_id)
    ), held AS MATERIALIZED (
      -- Person by person: whoever has a goal is few among those who hold something.
      SELECT aim.id, aim.created_at, aim.ends, level.skill_id, level.ordinal, level.stands_from, level.counts_until
      FROM aim CROSS JOIN LATERAL (
        SELECT it.skill_id, it.ordinal, it.stands_from, it.counts_until FROM verified_level it WHERE it.person_id = aim.person_id OFFSET 0) level
      JOIN job_role_requirement asks USING (job_role_level_id, skill_id)
      WHERE level.stands_from <= aim.ends AND level.counts_until > aim.created_at
    ), moment AS MATERIALIZED (
      SELECT id, created_at AS at FROM aim
      UNION
      SELECT id, stands_from FROM held WHERE stands_from > created_at AND stands_from < ends
    ), standing AS (
      SELECT moment.id, moment.at, asked.skill_id, asked.importance, asked.needed, asked.must_have, coalesce(max(held.ordinal), 0) AS held
      FROM moment JOIN asked USING (id) LEFT JOIN held ON held.id = moment.id AND held.skill_id = asked.skill_id
        AND held.stands_from <= moment.at AND held.counts_until > moment.at
      GROUP BY 1, 2, 3, 4, 5, 6
    ), reached AS (
      SELECT id, at FROM standing GROUP BY id, at
      HAVING sum(importance * least(held, needed)) >= enough * sum(importance * needed) AND bool_and(NOT must_have OR held >= needed)
    ), first AS (
      SELECT id, min(at) AS at FROM reached GROUP BY 1
    ), further AS (
      SELECT DISTINCT aim.id FROM aim JOIN moment ON moment.id = aim.id AND moment.at > aim.created_at
    ), course AS (
      SELECT aim.*, aim.created_at >= since AS here, first.at AS ready_at, further.id IS NOT NULL AS stepped
      FROM aim LEFT JOIN first ON first.id = aim.id LEFT JOIN further ON further.id = aim.id
      WHERE first.at IS DISTINCT FROM aim.created_at
    )
    SELECT (count(DISTINCT person_id) FILTER (WHERE here))::int, (count(DISTINCT person_id) FILTER (WHERE here AND stepped))::int,
      (count(DISTINCT person_id) FILTER (WHERE here AND ready_at IS NOT NULL))::int,
      (count(DISTINCT person_id) FILTER (WHERE here AND planned))::int,
      (count(DISTINCT person_id) FILTER (WHERE ready_at >= since))::int,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ready_at - created_at)::float8 / 86400) FILTER (WHERE ready_at >= since)
    FROM course $$;
`;
