import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which key signed a credential, and what of a credential is worth packing. */
export class SignedBy1700000000095 implements MigrationInterface {
  name = 'SignedBy1700000000095';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The key in the issuer's document whose proof the credential carries.
      ALTER TABLE credential ADD proof_key text;
      UPDATE credential SET proof_key = split_part(document::json #>> '{proof,verificationMethod}', '#', 2)
        WHERE document <> '';
      CREATE INDEX credential_proof_key ON credential (proof_key);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE credential DROP proof_key');
  }
}
