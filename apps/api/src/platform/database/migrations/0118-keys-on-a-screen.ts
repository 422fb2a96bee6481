import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each of the issuer's keys has signed, for whoever looks after them, and whom we trust, for strangers. */
export class KeysOnAScreen1700000000118 implements MigrationInterface {
  name = 'KeysOnAScreen1700000000118';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app_signed_by_key() RETURNS TABLE (key text, badges int, endorsements int)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH signed AS (
          SELECT proof_key AS key, count(*)::int AS badges, 0 AS endorsements FROM credential WHERE proof_key IS NOT NULL GROUP BY 1
          UNION ALL
          SELECT split_part(document::json #>> '{proof,verificationMethod}', '#', 2), 0, count(*)::int
          FROM endorsement WHERE document IS NOT NULL GROUP BY 1
        )
        SELECT key, sum(badges)::int, sum(endorsements)::int FROM signed
        WHERE app_holds_for(NULL, NULL, 'ADMINISTRATOR') GROUP BY 1 $$;
      REVOKE EXECUTE ON FUNCTION app_signed_by_key() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_signed_by_key() TO app_api;

      -- The list of trusted issuers is public, as names and issuers; the rest of a provider's row is for colleagues.
      CREATE FUNCTION app_trusted_issuers(most int) RETURNS TABLE (name text, issuer_ids text[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT name, issuer_ids FROM course_provider WHERE trust = 'TRUSTED' AND issuer_ids <> '{}' ORDER BY id LIMIT most $$;
      REVOKE EXECUTE ON FUNCTION app_trusted_issuers(int) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_trusted_issuers(int) TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app_signed_by_key(), app_trusted_issuers(int)');
  }
}
