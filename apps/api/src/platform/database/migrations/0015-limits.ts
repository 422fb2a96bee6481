import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts of who asks too much, and pictures of what people handed in. */
export class Limits1700000000015 implements MigrationInterface {
  name = 'Limits1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Written on connections of its own, as the owner: no request and no job has anything to do here. What a crash
      -- loses of it are a few minutes of counting.
      CREATE UNLOGGED TABLE rate_limit (key text PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
      REVOKE ALL ON rate_limit FROM app_api, app_issuer, app_reporting;
      ALTER TABLE rate_limit ENABLE ROW LEVEL SECURITY;

      CREATE INDEX stored_file_owner ON stored_file (owner_id);

      -- What others than its owner look at: pictures made by us, never the file itself. No row yet: they are being made.
      CREATE TABLE file_preview (
        file_id uuid PRIMARY KEY REFERENCES stored_file ON DELETE CASCADE,
        state text NOT NULL CHECK (state IN ('READY', 'IMPOSSIBLE')),
        -- Why there is none; a word that the portal has a sentence for.
        reason text,
        -- Width and height of each page's picture, in order.
        pages jsonb NOT NULL DEFAULT '[]',
        -- Of more pages than are shown.
        page_count integer NOT NULL DEFAULT 0,
        active_content boolean NOT NULL DEFAULT false,
        made_at timestamptz NOT NULL
      );
      REVOKE INSERT, UPDATE, DELETE ON file_preview FROM app_api;
      REVOKE ALL ON file_preview FROM app_reporting;
      ALTER TABLE file_preview ENABLE ROW LEVEL SECURITY;
      ALTER TABLE file_preview FORCE ROW LEVEL SECURITY;
      CREATE POLICY issuer ON file_preview TO app_issuer USING (true) WITH CHECK (true);
      -- Whoever may know of the file may know of its pictures.
      CREATE POLICY api ON file_preview FOR SELECT TO app_api
        USING (EXISTS (SELECT FROM stored_file WHERE stored_file.id = file_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE file_preview, rate_limit; DROP INDEX stored_file_owner');
  }
}
