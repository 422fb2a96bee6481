import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was found unmet before is asked again: for something new, or for why the same shows it now. */
export class AskedAgain1700000000045 implements MigrationInterface {
  name = 'AskedAgain1700000000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE criterion_claim
        -- What had been handed in for it when it was found unmet: items with their digests. Null: it is not asked again.
        ADD COLUMN shown_before jsonb CHECK (jsonb_typeof(shown_before) = 'array'),
        ADD COLUMN same_because text NOT NULL DEFAULT '' CHECK (length(same_because) <= 5000);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE criterion_claim DROP COLUMN shown_before, DROP COLUMN same_because');
  }
}
