import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The console of issuance shows the newest awards first: of a million all were read and sorted for fifty. */
export class NewestAwards1700000000178 implements MigrationInterface {
  name = 'NewestAwards1700000000178';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX award_newest ON award (created_at DESC, id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX award_newest');
  }
}
