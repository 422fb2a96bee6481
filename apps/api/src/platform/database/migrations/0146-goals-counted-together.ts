import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRODUCT = `current_setting('role', true) = 'app_issuer'`;
const PLANS = `(SELECT ${PRODUCT} OR app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))`;

/**
 * What people aimed at and which gaps were closed, counted for all together: looked up goal by goal the first took the square of
 * how many there are.
 */
export class GoalsCountedTogether1700000000146 implements MigrationInterface {
  name = 'GoalsCountedTogether1700000000146';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION app_insight_goals(since timestamptz, until timestamptz, enough float8) RETURNS TABLE (chosen int, stepped int,
          ready int, planned int, arrived int, days float8)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET work_mem = '96MB' AS $$
        WITH aim AS MATERIALIZED (
          SELECT goal.id, goal.person_id, goal.job_role_level_id, goal.created_at, least(coalesce(goal.ended_at, 'infinity'), until) AS ends,
            EXISTS (SELECT FROM plan_review review WHERE review.goal_id = goal.id AND review.agreed_at < until) AS planned
          FROM goal WHERE goal.created_at < until AND ${PLANS}
        ), asked AS MATERIALIZED (
          SELECT aim.id, aim.created_at, aim.ends, aim.person_id, asks.skill_id, asks.importance, coalesce(asks.level_ordinal, 1) AS needed,
            asks.must_have
          FROM aim JOIN job_role_requirement asks USING (job_role_level_id)
        ), held AS MATERIALIZED (
          SELECT asked.id, asked.created_at, asked.ends, asked.skill_id, level.ordinal, level.stands_from, level.counts_until
          FROM asked JOIN verified_level level ON level.person_id = asked.person_id AND level.skill_id = asked.skill_id
          WHERE level.stands_from <= asked.ends AND level.counts_until > asked.created_at
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

      CREATE OR REPLACE FUNCTION app_insight_closed(since timestamptz, until timestamptz) RETURNS TABLE ("personId" uuid, "skillId" uuid,
          "before" int, "after" int)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET work_mem = '96MB' AS $$
        WITH here AS (
          SELECT person.id AS person_id, job.job_role_level_id FROM person JOIN employment job ON job.person_id = person.id AND job.is_primary
            AND job.starts_on <= (until - interval '1 microsecond')::date
            AND (job.ends_on IS NULL OR job.ends_on >= (until - interval '1 microsecond')::date)
          WHERE person.active AND (person.last_day IS NULL OR person.last_day >= (until - interval '1 microsecond')::date) AND ${PLANS}
        ), closed AS (
          SELECT level.person_id, level.skill_id,
            least(coalesce(max(level.ordinal) FILTER (WHERE level.stands_from < since AND level.counts_until >= since), 0),
              coalesce(asks.level_ordinal, 1)) AS before,
            least(max(level.ordinal) FILTER (WHERE level.stands_from < until AND level.counts_until >= until),
              coalesce(asks.level_ordinal, 1)) AS after
          FROM here JOIN job_role_requirement asks USING (job_role_level_id)
          JOIN verified_level level ON level.person_id = here.person_id AND level.skill_id = asks.skill_id
          GROUP BY 1, 2, asks.level_ordinal
          HAVING bool_or(level.stands_from >= since AND level.stands_from < until AND level.counts_until >= until)
        )
        SELECT person_id, skill_id, before, after FROM closed WHERE after > before $$;
    `);
  }

  async down(): Promise<void> {
    // The functions answer the same as before.
  }
}
