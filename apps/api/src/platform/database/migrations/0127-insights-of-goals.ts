import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRODUCT = `current_setting('role', true) = 'app_issuer'`;
const PLANS = `(SELECT ${PRODUCT} OR app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))`;
const WATCHES = `(SELECT ${PRODUCT} OR app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER', 'ASSESSMENT_LEAD'))`;
const FUNCTIONS = [
  'app_insight_goals(timestamptz, timestamptz, float8)',
  'app_insight_closed(timestamptz, timestamptz)',
  'app_insight_appeals(timestamptz, timestamptz)',
].join(', ');

/** What people aimed at and how far they came, which gaps were closed, and what was objected to. */
export class InsightsOfGoals1700000000127 implements MigrationInterface {
  name = 'InsightsOfGoals1700000000127';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How many people set themselves a goal in a period that they had not reached yet, and how far they came; and how long it
      -- took those who became ready in it. Counts alone: a goal is seen by whoever set it and whom they share it with.
      CREATE FUNCTION app_insight_goals(since timestamptz, until timestamptz, enough float8) RETURNS TABLE (chosen int, stepped int,
          ready int, planned int, arrived int, days float8)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
        WITH aim AS MATERIALIZED (
          SELECT goal.id, goal.person_id, goal.job_role_level_id, goal.created_at, least(coalesce(goal.ended_at, 'infinity'), until) AS ends,
            EXISTS (SELECT FROM plan_review review WHERE review.goal_id = goal.id AND review.agreed_at < until) AS planned
          FROM goal WHERE goal.created_at < until AND ${PLANS}
        ), moment AS MATERIALIZED (
          SELECT aim.id, aim.created_at AS at FROM aim
          UNION
          SELECT aim.id, level.stands_from FROM aim JOIN job_role_requirement asks USING (job_role_level_id)
          JOIN verified_level level ON level.person_id = aim.person_id AND level.skill_id = asks.skill_id
            AND level.stands_from > aim.created_at AND level.stands_from < aim.ends
        ), standing AS (
          SELECT moment.id, moment.at, asks.importance, coalesce(asks.level_ordinal, 1) AS needed, asks.must_have,
            (SELECT coalesce(max(level.ordinal), 0) FROM verified_level level WHERE level.person_id = aim.person_id
              AND level.skill_id = asks.skill_id AND level.stands_from <= moment.at AND level.counts_until > moment.at) AS held
          FROM moment JOIN aim USING (id) JOIN job_role_requirement asks USING (job_role_level_id)
        ), reached AS (
          SELECT id, at FROM standing GROUP BY id, at
          HAVING sum(importance * least(held, needed)) >= enough * sum(importance * needed) AND bool_and(NOT must_have OR held >= needed)
        ), course AS (
          SELECT aim.*, aim.created_at >= since AS here, first.at AS ready_at,
            EXISTS (SELECT FROM moment WHERE moment.id = aim.id AND moment.at > aim.created_at) AS stepped
          FROM aim LEFT JOIN LATERAL (SELECT min(reached.at) AS at FROM reached WHERE reached.id = aim.id) first ON true
          WHERE first.at IS DISTINCT FROM aim.created_at
        )
        SELECT (count(DISTINCT person_id) FILTER (WHERE here))::int, (count(DISTINCT person_id) FILTER (WHERE here AND stepped))::int,
          (count(DISTINCT person_id) FILTER (WHERE here AND ready_at IS NOT NULL))::int,
          (count(DISTINCT person_id) FILTER (WHERE here AND planned))::int,
          (count(DISTINCT person_id) FILTER (WHERE ready_at >= since))::int,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ready_at - created_at)::float8 / 86400) FILTER (WHERE ready_at >= since)
        FROM course $$;

      -- Of what somebody's job asks at the end of a period: the levels that were missing at its start and are verified at its end.
      CREATE FUNCTION app_insight_closed(since timestamptz, until timestamptz) RETURNS TABLE ("personId" uuid, "skillId" uuid,
          "before" int, "after" int)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
        WITH gained AS MATERIALIZED (
          SELECT DISTINCT level.person_id, level.skill_id FROM verified_level level
          WHERE level.stands_from >= since AND level.stands_from < until AND level.counts_until >= until AND ${PLANS}
        ), closed AS (
          SELECT gained.person_id, gained.skill_id,
            (SELECT least(coalesce(max(level.ordinal), 0), coalesce(asks.level_ordinal, 1)) FROM verified_level level
              WHERE level.person_id = gained.person_id AND level.skill_id = gained.skill_id
                AND level.stands_from < since AND level.counts_until >= since) AS before,
            (SELECT least(max(level.ordinal), coalesce(asks.level_ordinal, 1)) FROM verified_level level
              WHERE level.person_id = gained.person_id AND level.skill_id = gained.skill_id
                AND level.stands_from < until AND level.counts_until >= until) AS after
          FROM gained JOIN person ON person.id = gained.person_id AND person.active
            AND (person.last_day IS NULL OR person.last_day >= (until - interval '1 microsecond')::date)
          JOIN employment job ON job.person_id = gained.person_id AND job.is_primary
            AND job.starts_on <= (until - interval '1 microsecond')::date
            AND (job.ends_on IS NULL OR job.ends_on >= (until - interval '1 microsecond')::date)
          JOIN job_role_requirement asks ON asks.job_role_level_id = job.job_role_level_id AND asks.skill_id = gained.skill_id
        )
        SELECT person_id, skill_id, before, after FROM closed WHERE after > before $$;

      -- Outcomes released in a period that were objected to, and objections decided in it; without who made them.
      CREATE FUNCTION app_insight_appeals(since timestamptz, until timestamptz) RETURNS TABLE ("submissionId" uuid,
          "achievementId" uuid, "achievementName" text, "attemptNo" int, "candidateCode" text, grounds text, state text,
          "releasedAt" timestamptz, "lodgedAt" timestamptz, "decidedAt" timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT submission.id, submission.achievement_id, version.name, submission.attempt_no,
          (SELECT candidate_code FROM marking_slot WHERE marking_slot.submission_id = submission.id AND purpose = 'FIRST' ORDER BY round, id LIMIT 1),
          appeal.grounds, appeal.state, decision.released_at, appeal.lodged_at, appeal.decided_at
        FROM decision JOIN submission ON submission.id = decision.submission_id
        JOIN achievement_version version ON version.id = submission.achievement_version_id
        LEFT JOIN appeal ON appeal.decision_id = decision.id AND appeal.lodged_at < until
        WHERE ${WATCHES} AND (decision.released_at >= since AND decision.released_at < until
          OR appeal.decided_at >= since AND appeal.decided_at < until) $$;
      REVOKE EXECUTE ON FUNCTION ${FUNCTIONS} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${FUNCTIONS} TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${FUNCTIONS}`);
  }
}
