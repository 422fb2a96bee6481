import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LOOK_AT } from './0150-a-look-by-itself.js';

/** What was made before its first form could be made by an owner that is no superuser becomes the same function as elsewhere. */
export class ALookByAnyOwner1700000000200 implements MigrationInterface {
  name = 'ALookByAnyOwner1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOOK_AT);
  }

  async down(): Promise<void> {}
}
