import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEEPS_ALL = `(SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))`;

const FUNCTIONS = `
  -- By what the credential under a link was renewed: dates and nothing else.
  CREATE FUNCTION app_shared_renewal() RETURNS TABLE ("validFrom" timestamptz, "validUntil" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT it.valid_from, it.valid_until FROM credential shown
    JOIN award later ON later.renews_id = shown.award_id
    JOIN credential it ON it.award_id = later.id AND it.superseded_by IS NULL AND it.status = 'ACTIVE'
    WHERE shown.id = app_shared_credential() ORDER BY it.valid_from DESC LIMIT 1 $$;
`;

/** Holders and their managers are reminded before a credential ends, and a new award may renew one that was earned before. */
export class RemindersAndRenewal1700000000063 implements MigrationInterface {
  name = 'RemindersAndRenewal1700000000063';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When people are reminded. One row, or none as long as nothing differs from what everybody begins with.
      CREATE TABLE reminder_setting (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        -- Days before the end, the earliest first; none: nobody is reminded.
        days int[] NOT NULL CHECK (cardinality(days) <= 6 AND 1 <= ALL (days) AND 730 >= ALL (days)),
        tells_manager boolean NOT NULL,
        revision int NOT NULL DEFAULT 1,
        changed_by uuid REFERENCES person,
        changed_at timestamptz
      );
      REVOKE DELETE ON reminder_setting FROM app_api, app_issuer;
      ALTER TABLE reminder_setting ENABLE ROW LEVEL SECURITY;
      CREATE POLICY issuer ON reminder_setting TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY signed_in ON reminder_setting FOR SELECT TO app_api USING ((SELECT app_person()) IS NOT NULL);
      CREATE POLICY begun ON reminder_setting FOR INSERT TO app_api WITH CHECK (${KEEPS_ALL});
      CREATE POLICY changed ON reminder_setting FOR UPDATE TO app_api USING (${KEEPS_ALL});

      -- Which reminder of which credential was given: once each.
      CREATE TABLE credential_reminder (
        credential_id uuid NOT NULL REFERENCES credential,
        days_before int NOT NULL,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (credential_id, days_before)
      );
      REVOKE INSERT, UPDATE, DELETE ON credential_reminder FROM app_api;
      REVOKE UPDATE, DELETE ON credential_reminder FROM app_issuer;
      REVOKE ALL ON credential_reminder FROM app_reporting;
      ALTER TABLE credential_reminder ENABLE ROW LEVEL SECURITY;
      CREATE POLICY issuer ON credential_reminder TO app_issuer USING (true) WITH CHECK (true);
      CREATE INDEX credential_ending ON credential (valid_until) WHERE status = 'ACTIVE' AND superseded_by IS NULL;

      -- The award that an attempt, and what comes of it, renews.
      ALTER TABLE submission ADD COLUMN renews_id uuid REFERENCES award;
      ALTER TABLE award ADD COLUMN renews_id uuid REFERENCES award;
      CREATE INDEX award_renews ON award (renews_id) WHERE renews_id IS NOT NULL;
      -- Nobody renews what is somebody else's.
      CREATE POLICY renews_own ON submission AS RESTRICTIVE FOR INSERT TO app_api
        WITH CHECK (renews_id IS NULL OR EXISTS (SELECT FROM award it WHERE it.id = submission.renews_id AND it.person_id = submission.person_id));
      CREATE POLICY renews_as_asked ON award AS RESTRICTIVE FOR INSERT TO app_api WITH CHECK (renews_id IS NULL OR EXISTS (
        SELECT FROM decision it JOIN submission ON submission.id = it.submission_id
        WHERE it.id = basis_id AND submission.renews_id = award.renews_id));
    `);
    await runner.query(FUNCTIONS);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION app_shared_renewal() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_shared_renewal() TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app_shared_renewal;
      DROP POLICY renews_own ON submission;
      DROP POLICY renews_as_asked ON award;
      ALTER TABLE submission DROP COLUMN renews_id;
      ALTER TABLE award DROP COLUMN renews_id;
      DROP INDEX credential_ending;
      DROP TABLE credential_reminder;
      DROP TABLE reminder_setting;
    `);
  }
}
