import type { MigrationInterface, QueryRunner } from 'typeorm';

const REACHED = `((SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR'))
  OR ((SELECT app_holds('ADMINISTRATOR')) AND app_holds_for(id, NULL, 'ADMINISTRATOR')))`;

/** Whoever administers a unit does not take over, by a new mail address, somebody whose role reaches beyond it. */
export class PeopleInReach1700000000042 implements MigrationInterface {
  name = 'PeopleInReach1700000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether somebody else has, or is to have, a role that this person could neither give nor take.
      CREATE FUNCTION app_reaches_beyond(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT who <> app_person() AND EXISTS (SELECT FROM role_grant it WHERE it.person_id = who
          AND it.declined_at IS NULL AND (it.ends_at IS NULL OR it.ends_at > now())
          AND NOT app_holds_at(it.scope_unit_id, 'ADMINISTRATOR')) $$;
      REVOKE EXECUTE ON FUNCTION app_reaches_beyond(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_reaches_beyond(uuid) TO app_api, app_issuer;

      ALTER POLICY person_changed ON person USING (${REACHED}
        AND ((SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR')) OR NOT app_reaches_beyond(id)));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY person_changed ON person USING (${REACHED});
      DROP FUNCTION app_reaches_beyond(uuid);
    `);
  }
}
