import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Database roles, the audit log, recorded events, sessions and stored files. */
export class Platform1700000000001 implements MigrationInterface {
  name = 'Platform1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    // Roles belong to the whole server; another database of it may have made them already, even just now.
    for (const role of ['app_api', 'app_issuer', 'app_reporting'])
      await runner.query(`DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    await runner.query(`
      GRANT app_api, app_issuer, app_reporting TO CURRENT_USER;
      GRANT USAGE ON SCHEMA public TO app_api, app_issuer, app_reporting;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO app_api, app_issuer;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO app_reporting;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO app_api, app_issuer;

      CREATE TABLE audit_entry (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        actor_id uuid,
        actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'stranger', 'system')),
        operation text NOT NULL,
        target text,
        detail jsonb NOT NULL,
        digest text NOT NULL
      );
      CREATE INDEX audit_entry_at ON audit_entry (at DESC, id DESC);

      CREATE TABLE domain_event (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        type text NOT NULL,
        subject_id uuid NOT NULL,
        actor_id uuid,
        payload jsonb NOT NULL,
        told_at timestamptz
      );
      CREATE INDEX domain_event_subject ON domain_event (subject_id, at);

      -- Append only, by privilege: no code under these roles can rewrite what was done.
      REVOKE UPDATE, DELETE ON audit_entry FROM app_api, app_issuer;
      REVOKE UPDATE, DELETE ON domain_event FROM app_api;
      REVOKE DELETE ON domain_event FROM app_issuer;

      CREATE TABLE session (sid text PRIMARY KEY, sess json NOT NULL, expire timestamptz NOT NULL);
      CREATE INDEX session_expire ON session (expire);
      REVOKE ALL ON session FROM app_api, app_issuer, app_reporting;

      CREATE TABLE stored_file (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL,
        purpose text NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        bytes bigint NOT NULL,
        sha256 text NOT NULL,
        created_at timestamptz NOT NULL,
        -- Null until something refers to it; what nobody refers to is swept.
        taken_at timestamptz
      );
      CREATE INDEX stored_file_untaken ON stored_file (created_at) WHERE taken_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stored_file, session, domain_event, audit_entry');
  }
}
