import type { MigrationInterface, QueryRunner } from 'typeorm';
import { digestOfRow } from '../../audit/audit-chain.js';

/** The audit log as a chain that shows every change, its search, and who opened whose evidence. */
export class AuditChain1700000000013 implements MigrationInterface {
  name = 'AuditChain1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audit_entry
        -- Follows from the detail, which the digest covers: nobody can set it to something else.
        ADD COLUMN outcome text NOT NULL GENERATED ALWAYS AS (
          CASE WHEN jsonb_exists(detail, 'failed') THEN 'FAILED' WHEN jsonb_exists(detail, 'refused') THEN 'REFUSED' ELSE 'DONE' END
        ) STORED;
      DROP INDEX audit_entry_target, audit_entry_actor;
      -- One for each filter, in the order of the list.
      CREATE INDEX audit_entry_actor ON audit_entry (actor_id, at DESC, id DESC);
      CREATE INDEX audit_entry_target ON audit_entry (target, at DESC, id DESC);
      CREATE INDEX audit_entry_operation ON audit_entry (operation, at DESC, id DESC);
      CREATE INDEX audit_entry_outcome ON audit_entry (outcome, at DESC, id DESC);
      CREATE INDEX audit_entry_kind ON audit_entry (actor_kind, at DESC, id DESC);

      CREATE TABLE audit_chain (
        sequence bigint PRIMARY KEY CHECK (sequence > 0),
        entry_id uuid NOT NULL UNIQUE,
        digest text NOT NULL,
        chain_hash text NOT NULL,
        chained_at timestamptz NOT NULL
      );

      -- What waits for the sequencer. Written with the row itself: a transaction that commits late is not passed over.
      CREATE TABLE audit_unchained (entry_id uuid PRIMARY KEY, at timestamptz NOT NULL);
      CREATE FUNCTION audit_waits() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO audit_unchained (entry_id, at) VALUES (NEW.id, NEW.at);
        RETURN NULL;
      END $$;
      CREATE TRIGGER audit_waits AFTER INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_waits();

      REVOKE ALL ON audit_chain, audit_unchained FROM app_api, app_issuer, app_reporting;
      GRANT SELECT ON audit_chain TO app_api;
      GRANT SELECT, INSERT ON audit_chain TO app_issuer;
      GRANT SELECT, INSERT ON audit_unchained TO app_api;
      GRANT SELECT, INSERT, DELETE ON audit_unchained TO app_issuer;
    `);
    await this.digestAnew(runner);
    await runner.query(`INSERT INTO audit_unchained (entry_id, at) SELECT id, at FROM audit_entry`);
    await runner.query(EVIDENCE);
    await runner.query(`
      ALTER TABLE audit_chain ENABLE ROW LEVEL SECURITY;
      ALTER TABLE audit_chain FORCE ROW LEVEL SECURITY;
      CREATE POLICY audit_chain_sequencer ON audit_chain TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY audit_chain_readers ON audit_chain FOR SELECT TO app_api USING ((SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR', 'AUDITOR')));
      ALTER TABLE audit_unchained ENABLE ROW LEVEL SECURITY;
      ALTER TABLE audit_unchained FORCE ROW LEVEL SECURITY;
      CREATE POLICY audit_unchained_sequencer ON audit_unchained TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY audit_unchained_readers ON audit_unchained FOR SELECT TO app_api USING ((SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR', 'AUDITOR')));
      -- Every act leaves its row, whoever acts.
      CREATE POLICY audit_unchained_acts ON audit_unchained FOR INSERT TO app_api WITH CHECK (true);
    `);
  }

  /** Digests of before depended on an order of keys that the database did not keep; the chain begins with ones that can be recomputed. */
  private async digestAnew(runner: QueryRunner): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = (await runner.query(
        `SELECT id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, actor_id AS "actorId",
           actor_kind AS "actorKind", operation, target, detail FROM audit_entry WHERE id > $1 ORDER BY id LIMIT 2000`,
        [after],
      )) as Parameters<typeof digestOfRow>[0][];
      const last = rows.at(-1);
      if (!last) return;
      await runner.query(
        `UPDATE audit_entry SET digest = new.digest FROM unnest($1::uuid[], $2::text[]) AS new (id, digest) WHERE audit_entry.id = new.id`,
        [rows.map(({ id }) => id), rows.map(digestOfRow)],
      );
      after = last.id;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY stored_file_auditor ON stored_file;
      DROP POLICY submission_snapshot_auditor ON submission_snapshot;
      DROP POLICY submission_auditor ON submission;
      DROP FUNCTION app_frozen_submission;
      DROP TABLE evidence_opening, evidence_audit;
      DROP TRIGGER audit_waits ON audit_entry;
      DROP FUNCTION audit_waits;
      DROP TABLE audit_unchained, audit_chain;
      DROP INDEX audit_entry_actor, audit_entry_target, audit_entry_operation, audit_entry_outcome, audit_entry_kind;
      CREATE INDEX audit_entry_target ON audit_entry USING hash (target);
      CREATE INDEX audit_entry_actor ON audit_entry (actor_id);
      ALTER TABLE audit_entry DROP COLUMN outcome;
    `);
  }
}

const EVIDENCE = `
  -- An auditor looks at what was handed in, for an hour, for a reason that its owner reads.
  CREATE TABLE evidence_audit (
    id uuid PRIMARY KEY,
    submission_id uuid NOT NULL REFERENCES submission,
    owner_id uuid NOT NULL REFERENCES person,
    auditor_id uuid NOT NULL REFERENCES person,
    reason text NOT NULL CHECK (reason <> ''),
    opened_at timestamptz NOT NULL,
    until timestamptz NOT NULL,
    CHECK (auditor_id <> owner_id),
    CHECK (until > opened_at AND until <= opened_at + interval '1 hour')
  );
  CREATE INDEX evidence_audit_auditor ON evidence_audit (auditor_id, until);
  CREATE INDEX evidence_audit_submission ON evidence_audit (submission_id, opened_at DESC);

  CREATE TABLE evidence_opening (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    owner_id uuid NOT NULL REFERENCES person,
    opener_id uuid NOT NULL REFERENCES person,
    submission_id uuid NOT NULL REFERENCES submission,
    snapshot_id uuid NOT NULL REFERENCES submission_snapshot,
    item_id uuid NOT NULL,
    file_id uuid,
    how text NOT NULL CHECK (how IN ('READ', 'FILE')),
    -- Null: to assess it.
    audit_id uuid REFERENCES evidence_audit,
    reason text,
    -- Looking again on the same day is the same opening.
    day date NOT NULL,
    CHECK (opener_id <> owner_id),
    CHECK ((audit_id IS NULL) = (reason IS NULL)),
    UNIQUE NULLS NOT DISTINCT (opener_id, snapshot_id, item_id, how, day, audit_id)
  );
  CREATE INDEX evidence_opening_item ON evidence_opening (item_id, at DESC, id DESC);
  CREATE INDEX evidence_opening_submission ON evidence_opening (submission_id, at DESC, id DESC);

  REVOKE UPDATE, DELETE ON evidence_audit, evidence_opening FROM app_api, app_issuer;

  -- What an auditor must know of a submission before opening it; what is in it stays closed.
  CREATE FUNCTION app_frozen_submission(wanted uuid)
    RETURNS TABLE (submission_id uuid, owner_id uuid, achievement_id uuid, achievement_version_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id, person_id, submission.achievement_id, submission.achievement_version_id FROM submission
    WHERE id = wanted AND person_id <> app_person() AND app_holds_for(NULL, NULL, 'AUDITOR')
      AND EXISTS (SELECT FROM submission_snapshot taken WHERE taken.submission_id = wanted) $$;

  ALTER TABLE evidence_audit ENABLE ROW LEVEL SECURITY;
  ALTER TABLE evidence_audit FORCE ROW LEVEL SECURITY;
  CREATE POLICY evidence_audit_product ON evidence_audit TO app_issuer USING (true) WITH CHECK (true);
  CREATE POLICY evidence_audit_owner ON evidence_audit FOR SELECT TO app_api USING (owner_id = (SELECT app_person()));
  CREATE POLICY evidence_audit_auditor ON evidence_audit FOR SELECT TO app_api
    USING (auditor_id = (SELECT app_person()) AND (SELECT app_holds_for(NULL, NULL, 'AUDITOR')));
  CREATE POLICY evidence_audit_opens ON evidence_audit FOR INSERT TO app_api WITH CHECK (
    auditor_id = (SELECT app_person())
    AND EXISTS (SELECT FROM app_frozen_submission(submission_id) AS frozen WHERE frozen.owner_id = evidence_audit.owner_id));

  ALTER TABLE evidence_opening ENABLE ROW LEVEL SECURITY;
  ALTER TABLE evidence_opening FORCE ROW LEVEL SECURITY;
  CREATE POLICY evidence_opening_product ON evidence_opening TO app_issuer USING (true) WITH CHECK (true);
  CREATE POLICY evidence_opening_owner ON evidence_opening FOR SELECT TO app_api USING (owner_id = (SELECT app_person()));
  CREATE POLICY evidence_opening_auditor ON evidence_opening FOR SELECT TO app_api
    USING ((SELECT app_holds_for(NULL, NULL, 'AUDITOR')));
  CREATE POLICY evidence_opening_opener ON evidence_opening FOR INSERT TO app_api WITH CHECK (opener_id = (SELECT app_person()));

  -- While it is open, and only what was handed in.
  CREATE POLICY submission_auditor ON submission FOR SELECT TO app_api USING (id IN (
    SELECT submission_id FROM evidence_audit WHERE auditor_id = (SELECT app_person()) AND until > now()));
  CREATE POLICY submission_snapshot_auditor ON submission_snapshot FOR SELECT TO app_api USING (submission_id IN (
    SELECT submission_id FROM evidence_audit WHERE auditor_id = (SELECT app_person()) AND until > now()));
  CREATE POLICY stored_file_auditor ON stored_file FOR SELECT TO app_api USING (id IN (
    SELECT (item ->> 'fileId')::uuid FROM evidence_audit JOIN submission_snapshot taken USING (submission_id),
      jsonb_array_elements(taken.content -> 'items') AS item
    WHERE auditor_id = (SELECT app_person()) AND until > now() AND item ->> 'fileId' IS NOT NULL));
`;
