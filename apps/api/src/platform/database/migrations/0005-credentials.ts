import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Awards with their plans, signed credentials, public keys, status lists and share grants. */
export class Credentials1700000000005 implements MigrationInterface {
  name = 'Credentials1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE issuer_key (
        multikey text PRIMARY KEY,
        did text NOT NULL,
        created_at timestamptz NOT NULL,
        -- Compromised at this time; the key stays in the DID document, marked.
        revoked_at timestamptz
      );
      CREATE TABLE status_list (
        id int PRIMARY KEY,
        -- The signed list as it is served; null until a worker has signed it.
        document text,
        signed_at timestamptz
      );
      CREATE TABLE award (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        achievement_version_id uuid NOT NULL,
        basis text NOT NULL CHECK (basis IN ('DECISION', 'STACK', 'COMPLETION', 'BULK', 'LEGACY')),
        basis_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('PENDING', 'ISSUED', 'QUARANTINED', 'CANCELLED')),
        awarded_on timestamptz NOT NULL,
        -- Everything the credential is made of, fixed before it is signed.
        plan jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        attempts int NOT NULL DEFAULT 0,
        last_error text,
        last_tried_at timestamptz,
        -- One award per basis: a repeated release gives the award that is there.
        UNIQUE (basis, basis_id)
      );
      CREATE INDEX award_state ON award (state, created_at);
      CREATE INDEX award_person ON award (person_id);
      CREATE TABLE status_place (
        list_id int NOT NULL REFERENCES status_list,
        place int NOT NULL CHECK (place BETWEEN 0 AND 131071),
        -- Deferred: the place is drawn for the plan, and the plan is part of the award.
        award_id uuid NOT NULL REFERENCES award DEFERRABLE INITIALLY DEFERRED,
        PRIMARY KEY (list_id, place)
      );
      CREATE INDEX status_place_award ON status_place (award_id);
      CREATE TABLE credential_subject (
        person_id uuid PRIMARY KEY REFERENCES person,
        -- What credentials call this person; random, so that it says nothing.
        subject_id uuid NOT NULL UNIQUE
      );
      CREATE TABLE credential (
        id uuid PRIMARY KEY,
        award_id uuid NOT NULL REFERENCES award,
        edition int NOT NULL,
        person_id uuid NOT NULL REFERENCES person,
        achievement_version_id uuid NOT NULL,
        issued_at timestamptz NOT NULL,
        valid_from timestamptz NOT NULL,
        valid_until timestamptz,
        status text NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'REVOKED')),
        document text NOT NULL,
        digest text NOT NULL,
        -- One credential per award and edition, whoever signs twice.
        UNIQUE (award_id, edition)
      );
      CREATE INDEX credential_person ON credential (person_id, issued_at);
      CREATE TABLE share_grant (
        id uuid PRIMARY KEY,
        credential_id uuid NOT NULL REFERENCES credential,
        token text NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz,
        revoked_at timestamptz,
        views int NOT NULL DEFAULT 0
      );
      CREATE INDEX share_grant_credential ON share_grant (credential_id, created_at);

      -- Only the issuing worker makes keys, lists and credentials. Nobody deletes one.
      REVOKE INSERT, UPDATE, DELETE ON issuer_key, credential FROM app_api;
      REVOKE UPDATE, DELETE ON status_list FROM app_api;
      REVOKE UPDATE, DELETE ON status_place FROM app_api, app_issuer;
      REVOKE DELETE ON award, share_grant FROM app_api, app_issuer;
      REVOKE DELETE ON issuer_key, credential, status_list FROM app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE share_grant, credential, credential_subject, status_place, award, status_list, issuer_key',
    );
  }
}
