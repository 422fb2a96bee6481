import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEPT = ['framework_import_finding', 'framework_import_row'];

/**
 * An import of a framework is read and applied by the worker. Its row keeps which files were read, how, and what that
 * would do; the content itself is read from the files again, so that megabytes of it never lie in the row.
 */
export class FrameworkImportRuns1700000000030 implements MigrationInterface {
  name = 'FrameworkImportRuns1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE framework_import
        ADD kind text NOT NULL DEFAULT 'UK_GDD' CHECK (kind IN ('UK_GDD', 'ESCO', 'ONET', 'CASE', 'CSV', 'OWN')),
        ADD state text NOT NULL DEFAULT 'CANCELLED'
          CHECK (state IN ('READING', 'PREVIEWED', 'APPLYING', 'APPLIED', 'FAILED', 'CANCELLED')),
        -- Slot, id of the upload, name, digest and size of each file.
        ADD files jsonb NOT NULL DEFAULT '[]',
        ADD options jsonb NOT NULL DEFAULT '{}',
        -- How much the files hold, and the names of the levels.
        ADD summary jsonb NOT NULL DEFAULT '{}',
        -- Per kind of thing: how many would be new, different, the same or left out.
        ADD outcomes jsonb NOT NULL DEFAULT '[]',
        ADD errors int NOT NULL DEFAULT 0,
        -- The version it was compared with; null: the first of its series.
        ADD base_framework_id uuid REFERENCES skill_framework,
        -- Of everything the preview would do: applying does exactly this or nothing.
        ADD plan_digest text,
        ADD problem text,
        ADD applied_at timestamptz;
      CREATE INDEX framework_import_time ON framework_import (created_at, id);
      CREATE TABLE framework_import_finding (
        import_id uuid NOT NULL REFERENCES framework_import ON DELETE CASCADE,
        n int NOT NULL,
        severity text NOT NULL CHECK (severity IN ('INFO', 'WARNING', 'ERROR')),
        kind text NOT NULL,
        file text NOT NULL,
        row int,
        "column" text,
        message text NOT NULL,
        PRIMARY KEY (import_id, n)
      );
      CREATE INDEX framework_import_finding_kind ON framework_import_finding (import_id, kind, n);
      CREATE TABLE framework_import_row (
        import_id uuid NOT NULL REFERENCES framework_import ON DELETE CASCADE,
        n int NOT NULL,
        object text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('CREATE', 'UPDATE', 'REMOVE')),
        code text NOT NULL,
        name text NOT NULL,
        fields text[] NOT NULL,
        PRIMARY KEY (import_id, n)
      );
      CREATE INDEX framework_import_row_outcome ON framework_import_row (import_id, object, outcome, n);

      INSERT INTO framework_import_finding (import_id, n, severity, kind, file, row, "column", message)
        SELECT import.id, found.n, found.it->>'severity', found.it->>'kind', found.it->>'file', (found.it->>'row')::int,
          found.it->>'column', found.it->>'message'
        FROM framework_import import, jsonb_array_elements(import.findings) WITH ORDINALITY found (it, n);
      -- What was only looked at cannot be applied any more: which files it was is not known. They are read anew.
      UPDATE framework_import SET
        state = CASE WHEN applied_framework_id IS NULL THEN 'CANCELLED' ELSE 'APPLIED' END,
        applied_at = (SELECT created_at FROM skill_framework WHERE id = applied_framework_id),
        summary = jsonb_build_object('findings', (SELECT coalesce(jsonb_agg(groups.it), '[]') FROM (
          SELECT jsonb_build_object('kind', found->>'kind', 'severity', min(found->>'severity'), 'count', count(*)) AS it
          FROM jsonb_array_elements(findings) found GROUP BY found->>'kind') groups));
      ALTER TABLE framework_import DROP content, DROP findings, ALTER state DROP DEFAULT, ALTER kind DROP DEFAULT;

      -- What a level asks for belongs to the version of the level: one reference says both, for the most rows there are.
      ALTER TABLE job_role_level ADD UNIQUE (id, framework_id);
      ALTER TABLE job_role_requirement
        DROP CONSTRAINT job_role_requirement_framework_id_fkey,
        DROP CONSTRAINT job_role_requirement_job_role_level_id_fkey,
        ADD CONSTRAINT job_role_requirement_level FOREIGN KEY (job_role_level_id, framework_id)
          REFERENCES job_role_level (id, framework_id);
    `);
    for (const table of KEPT)
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_product ON ${table} TO app_issuer USING (true) WITH CHECK (true);
        CREATE POLICY ${table}_designer ON ${table} FOR SELECT TO app_api
          USING (EXISTS (SELECT FROM framework_import WHERE framework_import.id = import_id));
        -- The API asks; what the files say and do is read and written by the worker alone.
        REVOKE INSERT, UPDATE, DELETE ON ${table} FROM app_api;
        REVOKE UPDATE ON ${table} FROM app_issuer;
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE job_role_requirement
        DROP CONSTRAINT job_role_requirement_level,
        ADD FOREIGN KEY (framework_id) REFERENCES skill_framework,
        ADD FOREIGN KEY (job_role_level_id) REFERENCES job_role_level;
      ALTER TABLE job_role_level DROP CONSTRAINT job_role_level_id_framework_id_key;
      DROP TABLE framework_import_finding, framework_import_row;
      DROP INDEX framework_import_time;
      ALTER TABLE framework_import ADD content jsonb NOT NULL DEFAULT '{"levels":[],"skills":[],"families":[]}',
        ADD findings jsonb NOT NULL DEFAULT '[]', DROP kind, DROP state, DROP files, DROP options, DROP summary, DROP outcomes,
        DROP errors, DROP base_framework_id, DROP plan_digest, DROP problem, DROP applied_at;
    `);
  }
}
