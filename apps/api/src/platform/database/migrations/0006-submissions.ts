import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Private evidence libraries, attempts with their links, frozen copies, and every transition of an attempt. */
export class Submissions1700000000006 implements MigrationInterface {
  name = 'Submissions1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE evidence_item (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        kind text NOT NULL CHECK (kind IN ('FILE', 'LINK', 'TEXT')),
        title text NOT NULL,
        note text NOT NULL,
        url text,
        text text,
        file_id uuid REFERENCES stored_file,
        made_on date,
        created_at timestamptz NOT NULL,
        revision int NOT NULL DEFAULT 1,
        CHECK ((kind = 'FILE') = (file_id IS NOT NULL)),
        CHECK ((kind = 'LINK') = (url IS NOT NULL)),
        CHECK ((kind = 'TEXT') = (text IS NOT NULL))
      );
      CREATE INDEX evidence_item_person ON evidence_item (person_id, created_at DESC, id DESC);
      CREATE UNIQUE INDEX evidence_item_file ON evidence_item (file_id);

      CREATE TABLE submission (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        achievement_version_id uuid NOT NULL REFERENCES achievement_version,
        achievement_id uuid NOT NULL REFERENCES achievement,
        attempt_no int NOT NULL CHECK (attempt_no > 0),
        previous_id uuid REFERENCES submission,
        state text NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'QUEUED', 'IN_MARKING', 'RECONCILING', 'IN_MODERATION',
          'READY_FOR_RELEASE', 'RELEASED', 'CLOSED', 'RETURNED', 'ON_HOLD', 'WITHDRAWN', 'VOID')),
        -- Where it goes on after a hold.
        held_from text,
        revision int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        saved_at timestamptz NOT NULL,
        submitted_at timestamptz,
        UNIQUE (person_id, achievement_id, attempt_no),
        CHECK ((state = 'ON_HOLD') = (held_from IS NOT NULL))
      );
      CREATE UNIQUE INDEX submission_one_open ON submission (person_id, achievement_id)
        WHERE state NOT IN ('RELEASED', 'CLOSED', 'WITHDRAWN', 'VOID');
      CREATE INDEX submission_person ON submission (person_id, created_at DESC, id DESC);

      CREATE TABLE submission_item (
        submission_id uuid NOT NULL REFERENCES submission,
        item_id uuid NOT NULL REFERENCES evidence_item,
        letter text NOT NULL,
        PRIMARY KEY (submission_id, item_id),
        UNIQUE (submission_id, letter)
      );
      CREATE INDEX submission_item_item ON submission_item (item_id);
      CREATE TABLE evidence_link (
        submission_id uuid NOT NULL,
        item_id uuid NOT NULL,
        criterion_id text NOT NULL,
        reflection text NOT NULL,
        PRIMARY KEY (submission_id, criterion_id, item_id),
        FOREIGN KEY (submission_id, item_id) REFERENCES submission_item
      );
      CREATE TABLE criterion_claim (
        submission_id uuid NOT NULL REFERENCES submission,
        criterion_id text NOT NULL,
        claimed_level int,
        not_evidenced boolean NOT NULL,
        PRIMARY KEY (submission_id, criterion_id)
      );

      CREATE TABLE submission_snapshot (
        id uuid PRIMARY KEY,
        submission_id uuid NOT NULL REFERENCES submission,
        number int NOT NULL,
        taken_at timestamptz NOT NULL,
        digest text NOT NULL,
        content jsonb NOT NULL,
        UNIQUE (submission_id, number)
      );
      CREATE TABLE submission_transition (
        id uuid PRIMARY KEY,
        submission_id uuid NOT NULL REFERENCES submission,
        at timestamptz NOT NULL,
        -- Null: the attempt began.
        from_state text,
        to_state text NOT NULL,
        actor_id uuid REFERENCES person,
        actor_role text NOT NULL,
        note text
      );
      CREATE INDEX submission_transition_submission ON submission_transition (submission_id, at, id);

      -- What was handed in, and what happened to it, stays as it was, whatever code runs.
      REVOKE UPDATE, DELETE ON submission_snapshot, submission_transition FROM app_api, app_issuer;
      REVOKE DELETE ON submission FROM app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE submission_transition, submission_snapshot, criterion_claim, evidence_link,
      submission_item, submission, evidence_item`);
  }
}
