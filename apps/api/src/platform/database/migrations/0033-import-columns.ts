import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say of the columns of tables of their own; the next files with the same headers are read alike. */
export class ImportColumns1700000000033 implements MigrationInterface {
  name = 'ImportColumns1700000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE framework_import ADD columns jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE framework_import DROP columns');
  }
}
