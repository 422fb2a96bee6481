import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Directories that provision people by SCIM: clients and their tokens, what they sent about users, groups that give roles. */
export class Scim1700000000014 implements MigrationInterface {
  name = 'Scim1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scim_client (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        -- Whether department and manager become dated employments, or are only kept.
        manages_employment boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        created_by uuid REFERENCES person,
        removed_at timestamptz,
        removed_by uuid REFERENCES person,
        remove_reason text
      );
      CREATE UNIQUE INDEX scim_client_name ON scim_client (lower(name)) WHERE removed_at IS NULL;

      CREATE TABLE scim_token (
        id uuid PRIMARY KEY,
        client_id uuid NOT NULL REFERENCES scim_client,
        -- SHA-256 of 32 random bytes. The token itself is told once and kept nowhere.
        digest bytea NOT NULL UNIQUE CHECK (length(digest) = 32),
        -- The first characters, so that people recognise it.
        prefix text NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid REFERENCES person,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        revoked_by uuid REFERENCES person
      );
      CREATE INDEX scim_token_client ON scim_token (client_id, created_at);

      -- What a client says about a person beyond what the person's own row says.
      CREATE TABLE scim_user (
        person_id uuid PRIMARY KEY REFERENCES person,
        client_id uuid NOT NULL REFERENCES scim_client,
        user_name text NOT NULL,
        external_id text,
        -- Where the person's mail address came from; NONE: what was sent is no address, or belongs to somebody else.
        mail_source text NOT NULL CHECK (mail_source IN ('EMAILS', 'USER_NAME', 'NONE')),
        attributes jsonb NOT NULL,
        -- Whether this client added the person; else it found somebody who was here.
        made_person boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        modified_at timestamptz NOT NULL,
        -- Deleted by the client: the person is deactivated, and found again by the same user name.
        deleted_at timestamptz
      );
      CREATE UNIQUE INDEX scim_user_name ON scim_user (client_id, lower(user_name)) WHERE deleted_at IS NULL;
      CREATE INDEX scim_user_deleted_name ON scim_user (client_id, lower(user_name)) WHERE deleted_at IS NOT NULL;
      CREATE INDEX scim_user_external ON scim_user (external_id);
      CREATE INDEX scim_user_order ON scim_user (client_id, created_at, person_id) WHERE deleted_at IS NULL;

      CREATE TABLE scim_group (
        id uuid PRIMARY KEY,
        client_id uuid NOT NULL REFERENCES scim_client,
        display_name text NOT NULL,
        external_id text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        modified_at timestamptz NOT NULL,
        -- The role that members get; null: none.
        role text,
        scope_unit_id uuid REFERENCES org_unit,
        mapped_by uuid REFERENCES person,
        mapped_at timestamptz,
        approved_by uuid REFERENCES person CHECK (approved_by <> mapped_by),
        -- A role that was asked for and waits for a second administrator.
        wanted_role text,
        wanted_unit_id uuid REFERENCES org_unit,
        wanted_by uuid REFERENCES person,
        wanted_at timestamptz,
        CHECK (role IS NOT NULL OR scope_unit_id IS NULL),
        CHECK (wanted_role IS NOT NULL OR wanted_unit_id IS NULL)
      );
      CREATE INDEX scim_group_name ON scim_group (client_id, lower(display_name));
      CREATE INDEX scim_group_external ON scim_group (external_id);
      CREATE TABLE scim_group_member (
        group_id uuid NOT NULL REFERENCES scim_group ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES scim_user ON DELETE CASCADE,
        added_at timestamptz NOT NULL,
        -- Why this member did not get the role of the group.
        refusal text,
        PRIMARY KEY (group_id, person_id)
      );
      CREATE INDEX scim_group_member_person ON scim_group_member (person_id);

      -- The last requests of each client, without contents, to find out what a directory does.
      CREATE TABLE scim_request (
        id uuid PRIMARY KEY,
        client_id uuid NOT NULL REFERENCES scim_client,
        token_id uuid NOT NULL REFERENCES scim_token,
        at timestamptz NOT NULL,
        method text NOT NULL,
        path text NOT NULL,
        status integer NOT NULL,
        scim_type text,
        detail text,
        milliseconds integer NOT NULL
      );
      CREATE INDEX scim_request_client ON scim_request (client_id, id);
    `);
    for (const table of TABLES)
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_issuer ON ${table} TO app_issuer USING (true) WITH CHECK (true);
        CREATE POLICY ${table}_administrator ON ${table} TO app_api
          USING ((SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR')))
          WITH CHECK ((SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR')));
      `);
    await runner.query(`
      REVOKE DELETE ON scim_client, scim_token FROM app_api, app_issuer;
      REVOKE UPDATE ON scim_token FROM app_api, app_issuer;
      GRANT UPDATE (revoked_at, revoked_by) ON scim_token TO app_api;
      GRANT UPDATE (last_used_at) ON scim_token TO app_issuer;
      REVOKE INSERT, UPDATE ON scim_user FROM app_api;
      REVOKE INSERT ON scim_group, scim_group_member FROM app_api;
      REVOKE INSERT, UPDATE, DELETE ON scim_request FROM app_api;
      REVOKE UPDATE ON scim_request FROM app_issuer;
      REVOKE ALL ON ${TABLES.join(', ')} FROM app_reporting;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${[...TABLES].reverse().join(', ')}`);
  }
}

const TABLES = ['scim_client', 'scim_token', 'scim_user', 'scim_group', 'scim_group_member', 'scim_request'];
