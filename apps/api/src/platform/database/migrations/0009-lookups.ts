import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways to rows that pages ask for by something else than their owner: without them each such question reads a whole table. */
export class Lookups1700000000009 implements MigrationInterface {
  name = 'Lookups1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How many hold a version, for every row of the catalogue.
      CREATE INDEX credential_version ON credential (achievement_version_id);
      -- The slot of a submission that is withdrawn.
      CREATE INDEX marking_slot_submission ON marking_slot (submission_id);
      -- What was done to a thing, and by a person.
      CREATE INDEX audit_entry_target ON audit_entry USING hash (target);
      CREATE INDEX audit_entry_actor ON audit_entry (actor_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX credential_version, marking_slot_submission, audit_entry_target, audit_entry_actor');
  }
}
