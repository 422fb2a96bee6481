import type { MigrationInterface, QueryRunner } from 'typeorm';

const lasts = (job: string) =>
  `${job}.starts_on <= current_date AND (${job}.ends_on IS NULL OR ${job}.ends_on >= current_date)`;

/**
 * Everybody below a manager is found by looking up each one's reports. Left to itself the database expects a walk to be long
 * and reads all jobs for it: for a team of twelve in a company of a hundred thousand that took as long as for thousands.
 */
export class WalksByIndex1700000000107 implements MigrationInterface {
  name = 'WalksByIndex1700000000107';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION app_tree() RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        WITH RECURSIVE below AS (
          SELECT job.person_id FROM employment job WHERE job.manager_id = app_person() AND ${lasts('job')}
          UNION
          SELECT led.person_id FROM below CROSS JOIN LATERAL (
            SELECT job.person_id FROM employment job WHERE job.manager_id = below.person_id AND ${lasts('job')} OFFSET 0) led
        )
        SELECT below.person_id FROM below CROSS JOIN LATERAL (
          SELECT FROM person WHERE person.id = below.person_id AND app_is_with_us(person.active, person.last_day) OFFSET 0) here
        WHERE below.person_id <> app_person() $$;

      CREATE OR REPLACE FUNCTION app_team_people(direct_only boolean, unit uuid)
        RETURNS TABLE (id uuid, name text, job_title text, unit_id uuid, level_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH RECURSIVE units AS (
          SELECT org_unit.id FROM org_unit WHERE org_unit.id = unit
          UNION SELECT child.id FROM units JOIN org_unit child ON child.parent_id = units.id
        ), main AS (
          SELECT tree.person_id, job.job_title, job.org_unit_id, job.job_role_level_id
          FROM app_tree() tree CROSS JOIN LATERAL (
            SELECT it.* FROM employment it WHERE it.person_id = tree.person_id AND ${lasts('it')}
              AND (NOT direct_only OR EXISTS (SELECT FROM employment other
                WHERE other.person_id = tree.person_id AND other.manager_id = app_person() AND ${lasts('other')}))
            ORDER BY it.is_primary DESC, it.starts_on LIMIT 1) job
        )
        SELECT person.id, person.display_name, main.job_title, main.org_unit_id, main.job_role_level_id
        FROM main CROSS JOIN LATERAL (SELECT it.id, it.display_name FROM person it WHERE it.id = main.person_id OFFSET 0) person
        WHERE unit IS NULL OR main.org_unit_id IN (SELECT units.id FROM units)
        ORDER BY lower(person.display_name), person.id $$;

      -- Published versions that give one of these skills. Ids alone: what may be read of them says the table. Rules
      -- on rows keep the index over further skills from being used by whoever asks.
      CREATE OR REPLACE FUNCTION app_versions_for(skills uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 50
        SET search_path = public, pg_temp AS $$
        SELECT id FROM achievement_version WHERE state = 'PUBLISHED' AND skill_id = ANY (skills)
        UNION
        SELECT version.id FROM unnest(skills) AS wanted (id) CROSS JOIN LATERAL (
          SELECT it.id FROM achievement_version it
          WHERE it.state = 'PUBLISHED' AND it.further_skills @> jsonb_build_array(jsonb_build_object('skillId', wanted.id)) OFFSET 0) version $$;
      -- What everybody holds is sorted at once; on disk it takes twice as long.
      ALTER FUNCTION app_insight_standing(timestamptz, uuid) SET work_mem = '192MB';
      REVOKE EXECUTE ON FUNCTION app_versions_for(uuid[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_versions_for(uuid[]) TO app_api, app_issuer;
    `);
  }

  async down(): Promise<void> {
    // The functions answer the same as before.
  }
}
