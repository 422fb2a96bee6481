import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of issued credentials is read newest first, a page at a time. */
export class RegisterByIndex1700000000131 implements MigrationInterface {
  name = 'RegisterByIndex1700000000131';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX credential_register ON credential (issued_at DESC, id DESC) WHERE superseded_by IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX credential_register');
  }
}
