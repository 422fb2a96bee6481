import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEEPERS = `'HR_DESIGNER', 'PROGRAMME_OWNER'`;

/** Figures about everybody without a row for each person and skill: with a hundred thousand people these were millions of rows. */
export class FiguresOfPeople1700000000109 implements MigrationInterface {
  name = 'FiguresOfPeople1700000000109';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What app_insight_standing holds row by row, counted. What jobs ask is read from the counts that are kept or, of an
      -- earlier day, worked out. Hash tables of everybody's levels need room, and compiling costs more than it saves.
      CREATE FUNCTION app_insight_people(at timestamptz, kept boolean) RETURNS TABLE (people int, requirements int, met int,
          skills int, uncovered int, thin int, holders int, in90 int, in180 int)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '96MB' SET jit = off AS $$
        WITH here AS MATERIALIZED (
          SELECT person.id AS person_id, job.job_role_level_id
          FROM person LEFT JOIN employment job ON job.person_id = person.id AND job.is_primary
            AND job.starts_on <= at::date AND (job.ends_on IS NULL OR job.ends_on >= at::date)
          WHERE person.active AND (person.last_day IS NULL OR person.last_day >= at::date)
            AND (SELECT current_setting('role', true) = 'app_issuer' OR app_holds_for(NULL, NULL, ${KEEPERS}))
        ), skill AS (
          SELECT change.skill_id, sum(change.change) FILTER (WHERE kind = 'ASKED') AS asked,
            coalesce(sum(change.change) FILTER (WHERE kind = 'MET'), 0) AS met
          FROM unit_change change WHERE kept AND change.at <= $1 AND change.kind <> 'THERE' AND EXISTS (SELECT FROM here)
          GROUP BY 1 HAVING sum(change.change) FILTER (WHERE kind = 'ASKED') > 0
          UNION ALL
          SELECT asks.skill_id, count(*), count(proved.met)
          FROM here JOIN job_role_requirement asks USING (job_role_level_id) LEFT JOIN (
            SELECT level.person_id, level.skill_id, max(level.ordinal) AS met FROM verified_level level
            WHERE NOT kept AND level.stands_from <= at AND level.counts_until > at GROUP BY 1, 2) proved
            ON proved.person_id = here.person_id AND proved.skill_id = asks.skill_id AND proved.met >= coalesce(asks.level_ordinal, 1)
          WHERE NOT kept GROUP BY 1
        ), ending AS (
          SELECT level.person_id, level.skill_id, level.ordinal, level.valid_until FROM verified_level level
          WHERE level.stands_from <= at AND level.counts_until > at AND level.valid_until <= at + interval '180 days'
        ), ends AS (
          -- The highest level that counts, of equals the one that counts longest.
          SELECT here.person_id, min(ending.valid_until) AS first FROM here JOIN ending USING (person_id)
          WHERE NOT EXISTS (SELECT FROM verified_level level
            WHERE level.person_id = ending.person_id AND level.skill_id = ending.skill_id AND level.stands_from <= at AND level.counts_until > at
              AND (level.ordinal > ending.ordinal
                OR level.ordinal = ending.ordinal AND (level.valid_until IS NULL OR level.valid_until > ending.valid_until)))
          GROUP BY 1
        ), whole AS (
          SELECT coalesce(sum(asked), 0)::int AS requirements, coalesce(sum(met), 0)::int AS met, count(*)::int AS skills,
            (count(*) FILTER (WHERE skill.met = 0))::int AS uncovered, (count(*) FILTER (WHERE skill.met BETWEEN 1 AND 4))::int AS thin
          FROM skill
        )
        SELECT (SELECT count(*)::int FROM here WHERE job_role_level_id IN (SELECT job_role_level_id FROM job_role_requirement)),
          whole.requirements, whole.met, whole.skills, whole.uncovered, whole.thin,
          (SELECT count(*)::int FROM here JOIN (SELECT DISTINCT person_id FROM verified_level level
            WHERE level.stands_from <= at AND level.counts_until > at) holder USING (person_id)),
          (count(*) FILTER (WHERE ends.first <= at + interval '90 days'))::int, count(ends.first)::int
        FROM whole LEFT JOIN ends ON true GROUP BY 2, 3, 4, 5, 6 $$;
      REVOKE EXECUTE ON FUNCTION app_insight_people(timestamptz, boolean) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_insight_people(timestamptz, boolean) TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app_insight_people(timestamptz, boolean)');
  }
}
