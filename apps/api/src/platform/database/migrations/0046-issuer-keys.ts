import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that follow one another, keys for signed tokens, and the signature of a credential in its token form. */
export class IssuerKeys1700000000046 implements MigrationInterface {
  name = 'IssuerKeys1700000000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE issuer_key
        ADD COLUMN purpose text NOT NULL DEFAULT 'PROOF' CHECK (purpose IN ('PROOF', 'TOKEN')),
        -- The public members of a key for tokens, whose multikey is its thumbprint.
        ADD COLUMN jwk jsonb,
        -- Signs nothing new from this time on. What it signed stays good.
        ADD COLUMN retired_at timestamptz,
        ADD CHECK ((purpose = 'TOKEN') = (jwk IS NOT NULL));
      -- The token is the document and these; storing it whole would store everything twice.
      ALTER TABLE credential
        ADD COLUMN token_key text REFERENCES issuer_key,
        ADD COLUMN token_signature text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credential DROP COLUMN token_key, DROP COLUMN token_signature;
      DELETE FROM issuer_key WHERE purpose = 'TOKEN';
      ALTER TABLE issuer_key DROP COLUMN purpose, DROP COLUMN jwk, DROP COLUMN retired_at;
    `);
  }
}
