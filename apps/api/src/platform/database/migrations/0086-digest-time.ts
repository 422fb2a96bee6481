import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When mails go out that gather what happened: at which hour, by whose clock. */
export class DigestTime1700000000086 implements MigrationInterface {
  name = 'DigestTime1700000000086';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE digest_setting (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        hour int NOT NULL DEFAULT 7 CHECK (hour BETWEEN 0 AND 23),
        time_zone text NOT NULL DEFAULT 'UTC' CHECK (length(time_zone) BETWEEN 1 AND 100)
      );
      INSERT INTO digest_setting DEFAULT VALUES;
      REVOKE ALL ON digest_setting FROM app_api, app_reporting;
      REVOKE INSERT, UPDATE, DELETE ON digest_setting FROM app_issuer;
      ALTER TABLE digest_setting ENABLE ROW LEVEL SECURITY;
      CREATE POLICY digest_setting_product ON digest_setting TO app_issuer USING (true);

      CREATE FUNCTION app_digest_time() RETURNS TABLE (hour int, time_zone text) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$ SELECT it.hour, it.time_zone FROM digest_setting it $$;
      CREATE FUNCTION app_change_digest_time(at_hour int, zone text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        BEGIN
          IF NOT app_holds_for(NULL, NULL, 'ADMINISTRATOR') THEN RETURN false; END IF;
          UPDATE digest_setting SET hour = at_hour, time_zone = zone;
          RETURN true;
        END $$;
      REVOKE EXECUTE ON FUNCTION app_digest_time(), app_change_digest_time(int, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_digest_time(), app_change_digest_time(int, text) TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app_change_digest_time, app_digest_time; DROP TABLE digest_setting');
  }
}
