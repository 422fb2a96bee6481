import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People forget an account of their own; until now only administrators could, and only all of a provider at once. */
export class ForgettingAccounts1700000000060 implements MigrationInterface {
  name = 'ForgettingAccounts1700000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY identity_link_forgotten ON identity_link FOR DELETE TO app_api USING (person_id = (SELECT app_person()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY identity_link_forgotten ON identity_link');
  }
}
