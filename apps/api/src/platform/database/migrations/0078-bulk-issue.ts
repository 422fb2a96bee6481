import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEEPS = `(SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))`;

/** Lists by which many people are given a badge at once, and the awards that each of them made. */
export class BulkIssue1700000000078 implements MigrationInterface {
  name = 'BulkIssue1700000000078';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bulk_issue (
        id uuid PRIMARY KEY,
        file_id uuid NOT NULL,
        file_name text NOT NULL,
        achievement_id uuid REFERENCES achievement,
        state text NOT NULL CHECK (state IN ('PREVIEWED', 'AWARDING', 'AWARDED', 'UNDOING', 'UNDONE', 'FAILED')),
        columns jsonb NOT NULL,
        mapping jsonb NOT NULL,
        counts jsonb NOT NULL,
        rows jsonb NOT NULL,
        plan_digest text,
        problem text,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES person,
        applied_at timestamptz,
        undone_at timestamptz,
        undone_by uuid REFERENCES person,
        undone_reason text,
        CHECK (state NOT IN ('UNDOING', 'UNDONE') OR undone_by IS NOT NULL AND undone_reason IS NOT NULL)
      );
      CREATE INDEX bulk_issue_created ON bulk_issue (created_at, id);
      REVOKE DELETE ON bulk_issue FROM app_api, app_issuer;
      REVOKE ALL ON bulk_issue FROM app_reporting;
      ALTER TABLE bulk_issue ENABLE ROW LEVEL SECURITY;
      CREATE POLICY bulk_issue_product ON bulk_issue TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY bulk_issue_keeper ON bulk_issue FOR ALL TO app_api USING (${KEEPS}) WITH CHECK (${KEEPS});

      -- The list that an award was made by.
      ALTER TABLE award ADD COLUMN bulk_issue_id uuid REFERENCES bulk_issue;
      CREATE INDEX award_bulk_issue ON award (bulk_issue_id, created_at, id) WHERE bulk_issue_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE award DROP COLUMN bulk_issue_id; DROP TABLE bulk_issue');
  }
}
