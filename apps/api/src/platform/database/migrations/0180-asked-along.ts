import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is offered for a skill names the course that teaches it cheapest: it is kept between requests until one of these changes, too. */
const TABLES = ['course', 'course_outcome'];

/** Whoever asks is shown on most pages: the row that is read anyway, to know whether they are with us, is told along. */
export class AskedAlong1700000000180 implements MigrationInterface {
  name = 'AskedAlong1700000000180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app_who_is(uuid);
      ${whoIs(', self json', ', row_to_json(it)')}
      ${TABLES.map(
        (table) => `
      CREATE TRIGGER ${table}_kept AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION reference_changed();
      ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_kept;`,
      ).join('')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${TABLES.map((table) => `DROP TRIGGER ${table}_kept ON ${table};`).join('\n      ')}
      DROP FUNCTION app_who_is(uuid);
      ${whoIs('', '')}
    `);
  }
}

const whoIs = (column: string, value: string) => `
      CREATE FUNCTION app_who_is(who uuid) RETURNS TABLE ("isWithUs" boolean, grants json, "reportIds" uuid[]${column}) LANGUAGE plpgsql STABLE AS $$
        BEGIN
          RETURN QUERY SELECT app_is_with_us(it.active, it.last_day),
            (SELECT json_agg(json_build_object('role', held.role, 'achievementId', held.scope_achievement_id, 'unitIds',
               CASE WHEN held.scope_unit_id IS NOT NULL THEN (
                 WITH RECURSIVE below AS (
                   SELECT held.scope_unit_id AS id
                   UNION SELECT unit.id FROM below JOIN org_unit unit ON unit.parent_id = below.id
                 ) SELECT json_agg(below.id) FROM below) END))
             FROM role_grant held
             WHERE held.person_id = it.id AND held.starts_at <= now() AND (held.ends_at IS NULL OR held.ends_at > now())),
            ARRAY(SELECT DISTINCT job.person_id FROM employment job
                  WHERE job.manager_id = it.id AND job.starts_on <= current_date AND (job.ends_on IS NULL OR job.ends_on >= current_date))${value}
          FROM person it WHERE it.id = who;
        END $$;
      REVOKE ALL ON FUNCTION app_who_is(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_who_is(uuid) TO app_api, app_issuer;`;
