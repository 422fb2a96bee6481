import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
/** Who keeps credentials, for a row about this person. */
const GOVERNS = `((SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))
    OR ((SELECT app_holds('HR_DESIGNER', 'PROGRAMME_OWNER')) AND app_holds_for(person_id, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER')))`;

/** Larger badges of which a part counts no longer. */
export class StacksAtRisk1700000000098 implements MigrationInterface {
  name = 'StacksAtRisk1700000000098';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stack_risk (
        id uuid PRIMARY KEY,
        credential_id uuid NOT NULL REFERENCES credential,
        person_id uuid NOT NULL REFERENCES person,
        -- What counts no longer, as it was noticed; never changed.
        lost jsonb NOT NULL,
        -- OPEN waits for somebody to decide; KEPT: it stands; OVER: complete again, or counts no longer itself.
        state text NOT NULL CHECK (state IN ('OPEN', 'KEPT', 'OVER')),
        opened_at timestamptz NOT NULL,
        reason text CHECK (length(reason) BETWEEN 1 AND 1000),
        decided_by uuid REFERENCES person,
        decided_at timestamptz,
        CHECK (decided_by <> person_id),
        CHECK ((decided_at IS NULL) = (decided_by IS NULL) AND (decided_by IS NULL) = (reason IS NULL)),
        CHECK (state <> 'KEPT' OR decided_by IS NOT NULL)
      );
      CREATE UNIQUE INDEX stack_risk_current ON stack_risk (credential_id) WHERE state <> 'OVER';
      CREATE INDEX stack_risk_person ON stack_risk (person_id);
      CREATE INDEX stack_risk_waiting ON stack_risk (opened_at, id) WHERE state = 'OPEN';
      ALTER TABLE stack_risk ENABLE ROW LEVEL SECURITY;
      CREATE POLICY stack_risk_product ON stack_risk TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY stack_risk_own ON stack_risk FOR SELECT TO app_api USING (person_id = ${ME});
      CREATE POLICY stack_risk_keeper ON stack_risk FOR SELECT TO app_api USING (${GOVERNS});
      CREATE POLICY stack_risk_kept ON stack_risk FOR UPDATE TO app_api
        USING (state = 'OPEN' AND person_id <> ${ME} AND ${GOVERNS})
        WITH CHECK (state = 'KEPT' AND decided_by = ${ME} AND person_id <> ${ME} AND ${GOVERNS});
      REVOKE INSERT, UPDATE, DELETE ON stack_risk FROM app_api;
      REVOKE UPDATE, DELETE ON stack_risk FROM app_issuer;
      REVOKE ALL ON stack_risk FROM app_reporting;
      GRANT UPDATE (state, reason, decided_by, decided_at) ON stack_risk TO app_api;
      GRANT UPDATE (state) ON stack_risk TO app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stack_risk;');
  }
}
