import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
const REPORTS = '((SELECT app_reports())::uuid[])';

/** Who keeps credentials, for a row about this person. */
const GOVERNS = `((SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))
    OR ((SELECT app_holds('HR_DESIGNER', 'PROGRAMME_OWNER')) AND app_holds_for(person_id, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER')))`;

/** Badges that people earned elsewhere, what they are recognised as, and which issuers are trusted. */
export class BadgesFromElsewhere1700000000065 implements MigrationInterface {
  name = 'BadgesFromElsewhere1700000000065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE course_provider
        -- Identifiers and domains under which it issues badges.
        ADD COLUMN issuer_ids text[] NOT NULL DEFAULT '{}',
        -- What was agreed with it, such as that its credits count.
        ADD COLUMN agreement text NOT NULL DEFAULT '',
        ADD COLUMN trust_since timestamptz,
        ADD COLUMN trust_by uuid REFERENCES person;
      CREATE INDEX course_provider_issuing ON course_provider (id) WHERE issuer_ids <> '{}';

      CREATE TABLE external_credential (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        state text NOT NULL CHECK (state IN ('CHECKING', 'CHECKED', 'SENT', 'DECIDED')),
        source text NOT NULL CHECK (source IN ('FILE', 'ADDRESS')),
        file_name text NOT NULL DEFAULT '',
        address text,
        -- Exactly what came, so that it can be checked again; never signed again as ours.
        content bytea CHECK (octet_length(content) <= 1000000),
        digest text,
        brought_at timestamptz NOT NULL,
        checked_at timestamptz,
        verdict text,
        checks jsonb NOT NULL DEFAULT '[]',
        -- In the words of Open Badges 3.0; null where nothing in it may be shown.
        document jsonb,
        recipient text CHECK (recipient IN ('MATCHED', 'OTHER', 'UNNAMED', 'UNREADABLE')),
        provider_id uuid REFERENCES course_provider,
        -- Why it is theirs, where the badge does not say so by itself.
        declaration text NOT NULL DEFAULT '',
        skills jsonb NOT NULL DEFAULT '[]',
        sent_at timestamptz,
        outcome text CHECK (outcome IN ('RECOGNISED', 'RPL_REQUIRED', 'INFORMATION_ONLY')),
        reason text NOT NULL DEFAULT '',
        recognised jsonb NOT NULL DEFAULT '[]',
        recognised_until date,
        decided_by uuid REFERENCES person,
        decided_at timestamptz,
        CHECK ((source = 'ADDRESS') = (address IS NOT NULL)),
        CHECK ((state = 'DECIDED') = (outcome IS NOT NULL AND decided_by IS NOT NULL AND decided_at IS NOT NULL)),
        CHECK (state = 'CHECKING' OR verdict IS NOT NULL),
        -- Nobody recognises their own.
        CHECK (decided_by IS NULL OR decided_by <> person_id)
      );
      CREATE UNIQUE INDEX external_credential_once ON external_credential (person_id, digest);
      CREATE INDEX external_credential_waiting ON external_credential (sent_at, id) WHERE state IN ('SENT', 'DECIDED');

      REVOKE UPDATE ON external_credential FROM app_api;
      GRANT UPDATE (state, declaration, skills, sent_at, outcome, reason, recognised, recognised_until, decided_by, decided_at)
        ON external_credential TO app_api;
      REVOKE ALL ON external_credential FROM app_reporting;
      ALTER TABLE external_credential ENABLE ROW LEVEL SECURITY;
      CREATE POLICY issuer ON external_credential TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY holder ON external_credential FOR SELECT TO app_api USING (person_id = ${ME});
      CREATE POLICY brought ON external_credential FOR INSERT TO app_api WITH CHECK (person_id = ${ME} AND state = 'CHECKING'
        AND verdict IS NULL AND document IS NULL AND recipient IS NULL AND checks = '[]');
      CREATE POLICY sent ON external_credential FOR UPDATE TO app_api USING (person_id = ${ME} AND state IN ('CHECKED', 'SENT'))
        WITH CHECK (person_id = ${ME} AND state IN ('CHECKED', 'SENT'));
      CREATE POLICY removed ON external_credential FOR DELETE TO app_api USING (person_id = ${ME} AND state IN ('CHECKING', 'CHECKED'));
      CREATE POLICY keeper ON external_credential FOR SELECT TO app_api
        USING (person_id <> ${ME} AND state IN ('SENT', 'DECIDED') AND ${GOVERNS});
      CREATE POLICY decided ON external_credential FOR UPDATE TO app_api
        USING (person_id <> ${ME} AND state IN ('SENT', 'DECIDED') AND ${GOVERNS})
        WITH CHECK (state = 'DECIDED' AND decided_by = ${ME} AND person_id <> ${ME});
      -- A line manager sees what counts, as with badges of our own.
      CREATE POLICY manager ON external_credential FOR SELECT TO app_api
        USING (person_id = ANY (${REPORTS}) AND outcome = 'RECOGNISED');

      -- A badge from elsewhere that its holder keeps as evidence; such words are not the owner's to change.
      ALTER TABLE evidence_item ADD COLUMN external_credential_id uuid REFERENCES external_credential;
      CREATE UNIQUE INDEX evidence_item_external ON evidence_item (external_credential_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence_item DROP COLUMN external_credential_id;
      DROP TABLE external_credential;
      ALTER TABLE course_provider DROP COLUMN issuer_ids, DROP COLUMN agreement, DROP COLUMN trust_since, DROP COLUMN trust_by;
    `);
  }
}
