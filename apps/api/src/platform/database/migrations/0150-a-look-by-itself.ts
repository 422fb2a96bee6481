import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sets whom it asks for itself: only a superuser may make a function with `SET app.person_id`, and whoever owns a database of
 * production is none.
 */
export const LOOK_AT = `
  -- Takes on the role of whoever asks from outside, and nobody's person: whatever connection asks, a link opens no more than
  -- its credential. What its issuer publishes comes along where the issuer is named.
  CREATE OR REPLACE FUNCTION app_look_at(link text, nth int, issuer text) RETURNS TABLE ("at" timestamptz, "grantId" uuid, id uuid,
    "achievementVersionId" uuid, digest text, status text, document text, name text, keys text, "listId" int, list text, "signedAt" timestamptz)
    LANGUAGE plpgsql SET role = 'app_api' AS $$
    BEGIN
      PERFORM set_config('app.person_id', '', true), set_config('app.share_token', link, true), set_config('app.share_nth', nth::text, true);
      RETURN QUERY
        SELECT now(), shared.id, it.id, it.achievement_version_id, it.digest, it.status, it.document,
          told.name, told.keys, told.list_id, told.list, told.signed_at
        FROM share_grant shared
        JOIN credential it ON it.id = (SELECT app_shared_credential())
        LEFT JOIN LATERAL (
          SELECT organisation.name, ours.keys, signed.id AS list_id, signed.document AS list, signed.signed_at FROM organisation
          CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('multikey', key.multikey, 'jwk', key.jwk, 'revoked', key.revoked_at)
            ORDER BY key.purpose, key.created_at, key.multikey), '[]')::text AS keys FROM issuer_key key WHERE key.did = issuer) ours
          -- A quote inside of a text has a backslash before it: this is the member and nothing that somebody wrote.
          LEFT JOIN status_list signed
            ON signed.id = substring(it.document FROM '"statusListCredential":"[^"]*/status/(\\d{1,9})"')::int
        ) told ON issuer IS NOT NULL
        WHERE shared.token = link AND it.document <> '';
    END $$;
  REVOKE ALL ON FUNCTION app_look_at(text, int, text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app_look_at(text, int, text) TO app_api;
`;

/** What a link shows to programs is read in one statement, under the same rules of rows as every other question of a stranger. */
export class ALookByItself1700000000150 implements MigrationInterface {
  name = 'ALookByItself1700000000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOOK_AT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app_look_at(text, int, text)');
  }
}
