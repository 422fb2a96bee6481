import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A template of badges keeps how it was before, so that it can be had back. */
export class EarlierLooks1700000000043 implements MigrationInterface {
  name = 'EarlierLooks1700000000043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE badge_template ADD COLUMN earlier jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE badge_template DROP COLUMN earlier');
  }
}
