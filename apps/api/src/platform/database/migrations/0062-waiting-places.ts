import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The queue of an assessor is read by what they may assess, not by everything that waits. */
export class WaitingPlaces1700000000062 implements MigrationInterface {
  name = 'WaitingPlaces1700000000062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX marking_slot_waiting ON marking_slot (achievement_id, due_at, id) WHERE state IN ('OPEN', 'LEASED')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX marking_slot_waiting');
  }
}
