import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may assess what, marking slots with their leases, marks and decisions. */
export class Assessments1700000000007 implements MigrationInterface {
  name = 'Assessments1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE assessor_qualification (
        id uuid PRIMARY KEY,
        achievement_id uuid NOT NULL,
        person_id uuid NOT NULL REFERENCES person,
        basis text NOT NULL CHECK (basis IN ('HOLDS_SKILL', 'FOUNDER')),
        since date NOT NULL,
        ended_at timestamptz,
        named_by uuid REFERENCES person
      );
      CREATE UNIQUE INDEX assessor_qualification_once ON assessor_qualification (achievement_id, person_id) WHERE ended_at IS NULL;
      CREATE INDEX assessor_qualification_person ON assessor_qualification (person_id) WHERE ended_at IS NULL;

      -- The queue reads one table: what it shows and asks of a slot stands in its row.
      CREATE TABLE marking_slot (
        id uuid PRIMARY KEY,
        submission_id uuid NOT NULL,
        snapshot_id uuid NOT NULL,
        achievement_version_id uuid NOT NULL,
        achievement_id uuid NOT NULL,
        achievement_name text NOT NULL,
        candidate_id uuid NOT NULL REFERENCES person,
        candidate_code text NOT NULL,
        purpose text NOT NULL,
        state text NOT NULL CHECK (state IN ('OPEN', 'ALLOCATED', 'LEASED', 'HANDED_IN', 'CANCELLED')),
        attempt_no int NOT NULL,
        criteria_count int NOT NULL,
        item_count int NOT NULL,
        submitted_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        assessor_id uuid REFERENCES person,
        lease_until timestamptz,
        back_in_queue boolean NOT NULL DEFAULT false,
        put_back_reason text,
        handed_in_at timestamptz,
        CHECK ((state = 'LEASED') = (lease_until IS NOT NULL)),
        CHECK (state NOT IN ('LEASED', 'HANDED_IN') OR assessor_id IS NOT NULL),
        -- Nobody marks their own work, whatever the code says.
        CHECK (assessor_id IS NULL OR assessor_id <> candidate_id)
      );
      CREATE UNIQUE INDEX marking_slot_purpose ON marking_slot (snapshot_id, purpose) WHERE state <> 'CANCELLED';
      CREATE INDEX marking_slot_queue ON marking_slot (due_at, id) WHERE state IN ('OPEN', 'LEASED');
      CREATE INDEX marking_slot_assessor ON marking_slot (assessor_id, state);

      CREATE TABLE mark (
        id uuid PRIMARY KEY,
        slot_id uuid NOT NULL REFERENCES marking_slot,
        assessor_id uuid NOT NULL REFERENCES person,
        revision int NOT NULL,
        saved_at timestamptz NOT NULL,
        handed_in_at timestamptz,
        criteria jsonb NOT NULL,
        rules jsonb NOT NULL,
        overall text,
        seen_letters jsonb NOT NULL,
        UNIQUE (slot_id, assessor_id)
      );

      CREATE TABLE decision (
        id uuid PRIMARY KEY,
        submission_id uuid NOT NULL,
        sequence int NOT NULL,
        cause text NOT NULL CHECK (cause IN ('MARKING', 'MODERATION', 'APPEAL', 'RECALL', 'MALPRACTICE')),
        mark_id uuid REFERENCES mark,
        outcome text NOT NULL CHECK (outcome IN ('PASS', 'NOT_YET', 'INSUFFICIENT_EVIDENCE', 'REFERRED')),
        score double precision NOT NULL,
        criteria jsonb NOT NULL,
        overall_comment text NOT NULL,
        decided_at timestamptz NOT NULL,
        released_at timestamptz,
        released_by uuid REFERENCES person,
        UNIQUE (submission_id, sequence)
      );

      -- A judgement that was handed in is what it is.
      CREATE FUNCTION mark_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.handed_in_at IS NOT NULL THEN RAISE EXCEPTION 'a mark that was handed in does not change'; END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER mark_stays BEFORE UPDATE OR DELETE ON mark FOR EACH ROW EXECUTE FUNCTION mark_stays();

      -- Of a decision only its release is still to come, once.
      CREATE FUNCTION decision_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.released_at IS NOT NULL
           OR (to_jsonb(NEW) - 'released_at' - 'released_by') IS DISTINCT FROM (to_jsonb(OLD) - 'released_at' - 'released_by')
        THEN RAISE EXCEPTION 'a decision does not change; a new one replaces it'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER decision_stays BEFORE UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION decision_stays();
      REVOKE DELETE ON decision, marking_slot, mark, assessor_qualification FROM app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE decision, mark, marking_slot, assessor_qualification;
      DROP FUNCTION mark_stays, decision_stays;
    `);
  }
}
