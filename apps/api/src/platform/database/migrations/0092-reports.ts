import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
const READS = `(SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER', 'ASSESSMENT_LEAD'))`;

/** Reports that people keep: what they ask for, never what they found. */
export class Reports1700000000092 implements MigrationInterface {
  name = 'Reports1700000000092';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_report (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL REFERENCES person,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        definition jsonb NOT NULL,
        shared boolean NOT NULL,
        schedule text CHECK (schedule IN ('WEEKLY', 'MONTHLY')),
        due_at timestamptz,
        revision int NOT NULL,
        changed_at timestamptz NOT NULL,
        CHECK ((schedule IS NULL) = (due_at IS NULL))
      );
      CREATE INDEX saved_report_owner ON saved_report (owner_id);
      CREATE INDEX saved_report_due ON saved_report (due_at) WHERE due_at IS NOT NULL;
      ALTER TABLE saved_report ENABLE ROW LEVEL SECURITY;
      CREATE POLICY saved_report_product ON saved_report TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY saved_report_own ON saved_report TO app_api USING (owner_id = ${ME}) WITH CHECK (owner_id = ${ME});
      CREATE POLICY saved_report_shared ON saved_report FOR SELECT TO app_api USING (shared AND ${READS});
      REVOKE ALL ON saved_report FROM app_reporting;
      REVOKE INSERT, DELETE ON saved_report FROM app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_report');
  }
}
