import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The product itself may write down checks that were: a demonstration has a past. For people only `app_begin_check` begins one. */
export class ChecksOfThePast1700000000148 implements MigrationInterface {
  name = 'ChecksOfThePast1700000000148';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT INSERT ON live_check TO app_issuer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE INSERT ON live_check FROM app_issuer');
  }
}
