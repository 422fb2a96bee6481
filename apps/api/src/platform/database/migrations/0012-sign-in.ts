import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Identity providers, whom they know as whom, and who is signed in where. */
export class SignIn1700000000012 implements MigrationInterface {
  name = 'SignIn1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity_provider (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        issuer text NOT NULL,
        client_id text NOT NULL,
        -- AES-256-GCM; the key is made from SESSION_SECRET, and secret_key tells which one it was.
        client_secret bytea,
        secret_key text,
        has_secret boolean NOT NULL GENERATED ALWAYS AS (client_secret IS NOT NULL) STORED,
        enabled boolean NOT NULL,
        trust_unverified_email boolean NOT NULL DEFAULT false,
        -- Name of the claim that holds the number by which the organisation knows a person; null: none does.
        person_number_claim text,
        create_people boolean NOT NULL DEFAULT false,
        allowed_domains text[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        -- Whoever adds a provider could make it vouch for anybody: a second administrator agrees. Approved by nobody where
        -- there was nobody else to ask.
        asked_by uuid REFERENCES person,
        asked_at timestamptz NOT NULL DEFAULT now(),
        approved_by uuid REFERENCES person,
        approved_at timestamptz,
        CHECK (approved_by <> asked_by),
        CHECK (approved_by IS NULL OR approved_at IS NOT NULL)
      );
      CREATE UNIQUE INDEX identity_provider_issuer ON identity_provider (rtrim(issuer, '/'));

      -- Whom an issuer's subject is here. By issuer and not by provider: the same account stays the same person
      -- when its provider moves from the screen to the configuration.
      CREATE TABLE identity_link (
        id uuid PRIMARY KEY,
        issuer text NOT NULL,
        subject text NOT NULL,
        person_id uuid NOT NULL REFERENCES person,
        linked_at timestamptz NOT NULL,
        UNIQUE (issuer, subject),
        UNIQUE (issuer, person_id)
      );
      CREATE INDEX identity_link_person ON identity_link (person_id);

      CREATE TABLE sign_in_session (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        method text NOT NULL CHECK (method IN ('DEMO', 'OPENID_CONNECT', 'SETUP_LINK')),
        provider_name text,
        issuer text,
        subject text,
        -- The provider's own name for its session, by which it can end ours.
        provider_sid text,
        device text NOT NULL,
        started_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_because text CHECK (ended_because IN ('SIGNED_OUT', 'ENDED_BY_PERSON', 'ENDED_BY_ADMINISTRATOR', 'ENDED_BY_PROVIDER', 'REPLACED', 'LEFT')),
        CHECK ((ended_at IS NULL) = (ended_because IS NULL))
      );
      CREATE INDEX sign_in_session_person ON sign_in_session (person_id, started_at DESC);
      CREATE INDEX sign_in_session_subject ON sign_in_session (issuer, subject) WHERE ended_at IS NULL;
      CREATE INDEX sign_in_session_provider_sid ON sign_in_session (issuer, provider_sid) WHERE ended_at IS NULL;

      -- A way to the provider and back, good once and for ten minutes, in the browser that began it.
      CREATE TABLE sign_in_attempt (
        state_sha256 text PRIMARY KEY,
        browser_sha256 text NOT NULL,
        provider_id uuid NOT NULL,
        nonce text NOT NULL,
        code_verifier text NOT NULL,
        return_to text NOT NULL,
        ends_at timestamptz NOT NULL
      );

      -- Logout tokens that were used; none counts twice.
      CREATE TABLE used_logout_token (
        issuer text NOT NULL,
        jti text NOT NULL,
        used_at timestamptz NOT NULL,
        PRIMARY KEY (issuer, jti)
      );

      -- One row: the link by which the first administrator comes in, and when one came.
      CREATE TABLE first_sign_in (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        token_sha256 text,
        token_ends_at timestamptz,
        administrator_came_at timestamptz
      );
      INSERT INTO first_sign_in DEFAULT VALUES;

      -- What never changes, or is for those alone who open the door, no code of a request can touch.
      REVOKE ALL ON identity_provider, identity_link, sign_in_session, sign_in_attempt, used_logout_token, first_sign_in
        FROM app_api, app_reporting;
      GRANT SELECT (id, name, issuer, client_id, secret_key, has_secret, enabled, trust_unverified_email, person_number_claim,
        create_people, allowed_domains, created_at, changed_at, asked_by, asked_at, approved_by, approved_at), INSERT, UPDATE, DELETE ON identity_provider TO app_api;
      GRANT SELECT, DELETE ON identity_link TO app_api;
      GRANT SELECT, UPDATE (ended_at, ended_because) ON sign_in_session TO app_api;
      GRANT SELECT (administrator_came_at) ON first_sign_in TO app_api;
    `);
    await runner.query(
      ['identity_provider', 'identity_link', 'sign_in_session', 'sign_in_attempt', 'used_logout_token', 'first_sign_in']
        .map(
          (table) => `
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_product ON ${table} TO app_issuer USING (true) WITH CHECK (true);`,
        )
        .join(''),
    );
    // A role that is limited does not configure access, hence app_holds_for about nothing.
    const administrator = `(SELECT app_holds_for(NULL::uuid, NULL::uuid, 'ADMINISTRATOR'))`;
    await runner.query(`
      -- The page before sign-in names the providers that are on; the secret is in nobody's reach.
      CREATE POLICY identity_provider_offered ON identity_provider FOR SELECT TO app_api USING (enabled AND approved_at IS NOT NULL);
      CREATE POLICY identity_provider_kept ON identity_provider TO app_api USING (${administrator}) WITH CHECK (${administrator});
      CREATE POLICY identity_link_own ON identity_link FOR SELECT TO app_api USING (person_id = (SELECT app_person()));
      CREATE POLICY identity_link_kept ON identity_link TO app_api USING (${administrator});
      CREATE POLICY sign_in_session_own ON sign_in_session TO app_api USING (person_id = (SELECT app_person()));
      CREATE POLICY sign_in_session_kept ON sign_in_session TO app_api USING (${administrator});
      CREATE POLICY first_sign_in_told ON first_sign_in FOR SELECT TO app_api USING (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE first_sign_in, used_logout_token, sign_in_attempt, sign_in_session, identity_link, identity_provider',
    );
  }
}
