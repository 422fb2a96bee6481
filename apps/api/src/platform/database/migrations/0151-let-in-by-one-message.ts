import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every request asks whether its sign-in holds and who that is. As functions, both go along in the message that begins it. */
export class LetInByOneMessage1700000000151 implements MigrationInterface {
  name = 'LetInByOneMessage1700000000151';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Both ask by the rights of whoever calls them, and are planned once for each connection.
      CREATE FUNCTION app_sign_in(sign_in uuid, who uuid, idle double precision) RETURNS TABLE (method text, stale boolean) LANGUAGE plpgsql STABLE AS $$
        BEGIN
          RETURN QUERY SELECT it.method, it.seen_at < now() - interval '1 minute' FROM sign_in_session it
            WHERE it.id = sign_in AND it.person_id = who AND it.ended_at IS NULL AND it.ends_at > now()
              AND it.seen_at > now() - make_interval(secs => idle);
        END $$;
      CREATE FUNCTION app_who_is(who uuid) RETURNS TABLE ("isWithUs" boolean, grants json, "reportIds" uuid[]) LANGUAGE plpgsql STABLE AS $$
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
                  WHERE job.manager_id = it.id AND job.starts_on <= current_date AND (job.ends_on IS NULL OR job.ends_on >= current_date))
          FROM person it WHERE it.id = who;
        END $$;
      REVOKE ALL ON FUNCTION app_sign_in(uuid, uuid, double precision), app_who_is(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_sign_in(uuid, uuid, double precision), app_who_is(uuid) TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app_sign_in(uuid, uuid, double precision), app_who_is(uuid)');
  }
}
