import type { MigrationInterface, QueryRunner } from 'typeorm';

const lasts = (job: string) =>
  `${job}.starts_on <= current_date AND (${job}.ends_on IS NULL OR ${job}.ends_on >= current_date)`;
const NO_SKILL = "'00000000-0000-0000-0000-000000000000'";
const FUNCTIONS = 'app_below(uuid[]), app_team_units()';

/** What asked the whole tree about some people asks upwards now: function, and what stands there instead of what. */
const UPWARDS = [
  [
    'app_team_layers(uuid[], uuid[], timestamptz)',
    'JOIN app_tree() tree ON tree.person_id = asked.id',
    'JOIN app_below(people) below ON below.person_id = asked.id',
  ],
  [
    'app_team_cell(uuid, uuid, timestamptz)',
    'EXISTS (SELECT FROM app_tree() tree WHERE tree.person_id = who)',
    'EXISTS (SELECT FROM app_below(ARRAY[who]))',
  ],
  [
    'app_team_first_record(uuid[])',
    'SELECT tree.person_id FROM app_tree() tree WHERE tree.person_id = ANY (people)',
    'SELECT below.person_id FROM app_below(people) below',
  ],
] as const;

/**
 * Whoever leads ten thousands waited seconds for a map of twelve: everybody below was walked to find out whether twelve of them
 * are. Who is asked about is followed upwards now, direct reports are read as such, and a long walk reads all jobs at once.
 */
export class ManyBelow1700000000176 implements MigrationInterface {
  name = 'ManyBelow1700000000176';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Which of these people stand below the viewer, by any of their jobs: a few steps up for each.
      CREATE OR REPLACE FUNCTION app_below(people uuid[]) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        WITH RECURSIVE line AS (
          SELECT job.person_id, job.manager_id FROM unnest(people) AS asked (id) CROSS JOIN LATERAL (
            SELECT it.person_id, it.manager_id FROM employment it
            WHERE it.person_id = asked.id AND it.manager_id IS NOT NULL AND ${lasts('it')} OFFSET 0) job
          UNION
          SELECT job.person_id, job.manager_id FROM line CROSS JOIN LATERAL (
            SELECT it.person_id, it.manager_id FROM employment it
            WHERE it.person_id = line.manager_id AND it.manager_id IS NOT NULL AND ${lasts('it')} OFFSET 0) job
          WHERE line.manager_id <> app_person()
        ), below AS (
          SELECT line.person_id FROM line WHERE line.manager_id = app_person()
          UNION SELECT line.person_id FROM below JOIN line ON line.manager_id = below.person_id
        )
        SELECT below.person_id FROM below JOIN (SELECT DISTINCT unnest(people) AS id) asked ON asked.id = below.person_id
        CROSS JOIN LATERAL (
          SELECT FROM person WHERE person.id = below.person_id AND app_is_with_us(person.active, person.last_day) OFFSET 0) here
        WHERE below.person_id <> app_person() $$;

      -- How many are below is counted already: for a few, one's reports after the other's; for many, all jobs at once.
      CREATE OR REPLACE FUNCTION app_tree() RETURNS TABLE (person_id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        BEGIN
          IF (SELECT coalesce(sum(it.change), 0) FROM line_change it
              WHERE it.manager_id = app_person() AND it.skill_id = ${NO_SKILL} AND it.at <= now()) <= 2000 THEN
            RETURN QUERY WITH RECURSIVE below AS (
              SELECT job.person_id FROM employment job WHERE job.manager_id = app_person() AND ${lasts('job')}
              UNION
              SELECT led.person_id FROM below CROSS JOIN LATERAL (
                SELECT job.person_id FROM employment job WHERE job.manager_id = below.person_id AND ${lasts('job')} OFFSET 0) led
            )
            SELECT below.person_id FROM below CROSS JOIN LATERAL (
              SELECT FROM person WHERE person.id = below.person_id AND app_is_with_us(person.active, person.last_day) OFFSET 0) here
            WHERE below.person_id <> app_person();
          ELSE
            RETURN QUERY WITH RECURSIVE below AS (
              SELECT job.person_id FROM employment job WHERE job.manager_id = app_person() AND ${lasts('job')}
              UNION
              SELECT job.person_id FROM below JOIN employment job ON job.manager_id = below.person_id AND ${lasts('job')}
            )
            SELECT below.person_id FROM below JOIN person ON person.id = below.person_id
            WHERE below.person_id <> app_person() AND app_is_with_us(person.active, person.last_day);
          END IF;
        END $$;

      CREATE OR REPLACE FUNCTION app_team_people(direct_only boolean, unit uuid)
        RETURNS TABLE (id uuid, name text, job_title text, unit_id uuid, level_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH RECURSIVE units AS (
          SELECT org_unit.id FROM org_unit WHERE org_unit.id = unit
          UNION SELECT child.id FROM units JOIN org_unit child ON child.parent_id = units.id
        ), who AS (
          SELECT person_id FROM app_below(ARRAY(
            SELECT job.person_id FROM employment job WHERE direct_only AND job.manager_id = app_person() AND ${lasts('job')})) WHERE direct_only
          UNION ALL
          SELECT person_id FROM app_below(ARRAY(
            SELECT job.person_id FROM employment job JOIN units ON units.id = job.org_unit_id WHERE ${lasts('job')}))
            WHERE NOT direct_only AND unit IS NOT NULL
          UNION ALL
          SELECT person_id FROM app_tree() WHERE NOT direct_only AND unit IS NULL
        ), main AS (
          SELECT who.person_id, job.job_title, job.org_unit_id, job.job_role_level_id
          FROM who CROSS JOIN LATERAL (
            SELECT it.* FROM employment it WHERE it.person_id = who.person_id AND ${lasts('it')}
            ORDER BY it.is_primary DESC, it.starts_on LIMIT 1) job
        )
        SELECT person.id, person.display_name, main.job_title, main.org_unit_id, main.job_role_level_id
        FROM main CROSS JOIN LATERAL (SELECT it.id, it.display_name FROM person it WHERE it.id = main.person_id OFFSET 0) person
        WHERE unit IS NULL OR main.org_unit_id IN (SELECT units.id FROM units)
        ORDER BY lower(person.display_name), person.id $$;

      -- For whoever leads many: how many of everybody below each unit has by its main jobs, without a name of anybody.
      CREATE FUNCTION app_team_units() RETURNS TABLE (unit_id uuid, people int) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp SET enable_nestloop = off AS $$
        WITH main AS (
          SELECT job.person_id, job.org_unit_id FROM employment job WHERE job.is_primary AND ${lasts('job')}
          UNION ALL
          SELECT * FROM (
            SELECT DISTINCT ON (job.person_id) job.person_id, job.org_unit_id FROM employment job
            WHERE NOT job.is_primary AND ${lasts('job')} AND NOT EXISTS (
              SELECT FROM employment other WHERE other.person_id = job.person_id AND other.is_primary AND ${lasts('other')})
            ORDER BY job.person_id, job.starts_on) beside
        )
        SELECT main.org_unit_id, count(*)::int FROM app_tree() tree JOIN main USING (person_id) GROUP BY 1 $$;
      REVOKE EXECUTE ON FUNCTION ${FUNCTIONS} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${FUNCTIONS} TO app_api, app_issuer;
    `);
    for (const [of, old, now] of UPWARDS) await replaceIn(runner, of, old, now);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The functions that were there before answer the same as before.
    for (const [of, old, now] of UPWARDS) await replaceIn(runner, of, now, old);
    await runner.query(`DROP FUNCTION app_team_units()`);
  }
}

/** The same function with one thing said differently. */
async function replaceIn(runner: QueryRunner, of: string, old: string, now: string): Promise<void> {
  const [found] = (await runner.query(`SELECT pg_get_functiondef('${of}'::regprocedure) AS text`)) as {
    text: string;
  }[];
  const text = found?.text.replace(old, now);
  if (!text || text === found?.text) throw new Error(`${of} does not say: ${old}`);
  await runner.query(text);
}
