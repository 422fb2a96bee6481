import type { MigrationInterface, QueryRunner } from 'typeorm';

const ADMINISTERS = `(SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR'))`;

/** Keys by which known systems, such as one that takes applications, have badges checked. */
export class VerificationKeys1700000000075 implements MigrationInterface {
  name = 'VerificationKeys1700000000075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE verification_key (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        -- OWN checks badges of this installation, ANY those of others as well.
        scope text NOT NULL CHECK (scope IN ('OWN', 'ANY')),
        -- SHA-256; the key itself was told once.
        digest bytea NOT NULL UNIQUE,
        prefix text NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES person,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        revoked_by uuid REFERENCES person
      );
      REVOKE SELECT, UPDATE, DELETE ON verification_key FROM app_api;
      REVOKE UPDATE, DELETE ON verification_key FROM app_issuer;
      REVOKE ALL ON verification_key FROM app_reporting;
      GRANT SELECT (id, name, scope, prefix, created_at, created_by, expires_at, last_used_at, revoked_at, revoked_by),
        UPDATE (revoked_at, revoked_by) ON verification_key TO app_api;
      ALTER TABLE verification_key ENABLE ROW LEVEL SECURITY;
      CREATE POLICY verification_key_product ON verification_key TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY verification_key_kept ON verification_key TO app_api USING (${ADMINISTERS}) WITH CHECK (${ADMINISTERS});

      -- Whose key this is, while it is in force. When it was last used is written at most once a minute.
      CREATE FUNCTION app_known_key(shown bytea) RETURNS TABLE (id uuid, name text, scope text)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH known AS (SELECT it.id, it.name, it.scope, it.last_used_at FROM verification_key it
          WHERE it.digest = shown AND it.revoked_at IS NULL AND it.expires_at > now()),
        used AS (UPDATE verification_key SET last_used_at = now() WHERE verification_key.id IN (
          SELECT known.id FROM known WHERE last_used_at IS NULL OR last_used_at < now() - interval '1 minute'))
        SELECT known.id, known.name, known.scope FROM known $$;
      REVOKE EXECUTE ON FUNCTION app_known_key(bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_known_key(bytea) TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app_known_key; DROP TABLE verification_key');
  }
}
