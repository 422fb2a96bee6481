import type { MigrationInterface, QueryRunner } from 'typeorm';

const UNFINISHED = `('OPEN', 'ALLOCATED', 'LEASED')`;

/** What waits is found by an index alone, with all that the rules look at; and the few third marks and appeals by theirs. */
export class QueueIndex1700000000076 implements MigrationInterface {
  name = 'QueueIndex1700000000076';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX marking_slot_waiting;
      CREATE INDEX marking_slot_waiting ON marking_slot (achievement_id, due_at, id)
        INCLUDE (state, held_at, lease_until, purpose, is_blind, candidate_id, submission_id, achievement_version_id, assessor_id)
        WHERE state IN ('OPEN', 'LEASED');
      CREATE INDEX marking_slot_rare ON marking_slot (achievement_id) WHERE purpose IN ('THIRD', 'APPEAL') AND state IN ${UNFINISHED};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX marking_slot_waiting;
      CREATE INDEX marking_slot_waiting ON marking_slot (achievement_id, due_at, id) WHERE state IN ('OPEN', 'LEASED');
      DROP INDEX marking_slot_rare;
    `);
  }
}
