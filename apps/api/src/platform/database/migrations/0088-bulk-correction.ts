import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEEPS = `(SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))`;

/** Many credentials that are signed again at once. */
export class BulkCorrection1700000000088 implements MigrationInterface {
  name = 'BulkCorrection1700000000088';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bulk_correction (
        id uuid PRIMARY KEY,
        state text NOT NULL CHECK (state IN ('RUNNING', 'DONE')),
        reason text NOT NULL,
        credential_ids uuid[] NOT NULL,
        done int NOT NULL,
        corrected int NOT NULL,
        passed_over int NOT NULL,
        failed_ids uuid[] NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES person,
        finished_at timestamptz,
        CHECK (done <= cardinality(credential_ids))
      );
      REVOKE UPDATE, DELETE ON bulk_correction FROM app_api;
      REVOKE DELETE ON bulk_correction FROM app_issuer;
      REVOKE ALL ON bulk_correction FROM app_reporting;
      ALTER TABLE bulk_correction ENABLE ROW LEVEL SECURITY;
      CREATE POLICY bulk_correction_product ON bulk_correction TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY bulk_correction_keeper ON bulk_correction FOR SELECT TO app_api USING (${KEEPS});
      CREATE POLICY bulk_correction_begun ON bulk_correction FOR INSERT TO app_api
        WITH CHECK (${KEEPS} AND created_by = (SELECT app_person()) AND state = 'RUNNING' AND done = 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bulk_correction');
  }
}
