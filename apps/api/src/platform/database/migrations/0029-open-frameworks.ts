import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether strangers may read published frameworks is the organisation's decision, and "no" until it is made. */
export class OpenFrameworks1700000000029 implements MigrationInterface {
  name = 'OpenFrameworks1700000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation ADD frameworks_open boolean NOT NULL DEFAULT false;
      -- Requests may not write this table at all; this one thing they may ask of it.
      CREATE FUNCTION app_open_frameworks(wanted boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      BEGIN
        IF NOT app_holds_for(NULL, NULL, 'ADMINISTRATOR') THEN
          RAISE EXCEPTION 'only administrators open frameworks to strangers' USING ERRCODE = 'insufficient_privilege';
        END IF;
        UPDATE organisation SET frameworks_open = wanted;
      END $$;
      REVOKE ALL ON FUNCTION app_open_frameworks FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_open_frameworks TO app_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app_open_frameworks;
      ALTER TABLE organisation DROP frameworks_open;
    `);
  }
}
