import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['assessment_setting', 'conflict_declaration', 'slot_exclusion', 'slot_waiver', 'allocation_run'];

const ME = '(SELECT app_person())';
const MARKS = `(SELECT app_holds('ASSESSOR', 'ASSESSMENT_LEAD'))`;
const LEAD = `(SELECT app_holds_for(NULL, NULL, 'ASSESSMENT_LEAD'))`;
/** The lead of a slot, by the person and the achievement it is about. */
const LEADS_SLOT = `app_leads_slot(slot_id)`;

/** table, who, for what, which rows, which rows may be written (null: the same). */
type Policy = [string, string, 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE', string | null, (string | null)?];

const POLICIES: Policy[] = [
  // How work is given out is no secret.
  ['assessment_setting', 'signed_in', 'SELECT', `${ME} IS NOT NULL`],
  ['assessment_setting', 'lead', 'INSERT', null, LEAD],
  ['assessment_setting', 'changed', 'UPDATE', LEAD],
  // To whom somebody is near is between them and whoever gives out the work.
  ['conflict_declaration', 'own', 'SELECT', `person_id = ${ME}`],
  ['conflict_declaration', 'lead', 'SELECT', `(SELECT app_holds('ASSESSMENT_LEAD'))`],
  ['conflict_declaration', 'declared', 'INSERT', null, `person_id = ${ME} AND ${MARKS}`],
  ['conflict_declaration', 'ended', 'UPDATE', `person_id = ${ME}`],
  ['slot_exclusion', 'own', 'SELECT', `person_id = ${ME}`],
  ['slot_exclusion', 'lead', 'SELECT', LEADS_SLOT],
  ['slot_exclusion', 'stored', 'INSERT', null, `person_id = ${ME} OR ${LEADS_SLOT}`],
  ['slot_waiver', 'own', 'SELECT', `person_id = ${ME}`],
  ['slot_waiver', 'lead', 'SELECT', LEADS_SLOT],
  // Nobody waives a rule that stands against themselves.
  ['slot_waiver', 'waived', 'INSERT', null, `by_id = ${ME} AND person_id <> ${ME} AND ${LEADS_SLOT}`],
  ['allocation_run', 'lead', 'SELECT', LEAD],
  ['allocation_run', 'ran', 'INSERT', null, `${LEAD} AND by_id = ${ME}`],
];

/** Who may not judge whom and why, what was waived, and how work was given out. */
export class Allocation1700000000037 implements MigrationInterface {
  name = 'Allocation1700000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row, written when something differs from what everybody starts with.
      CREATE TABLE assessment_setting (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        -- Assessors know candidates by a code; names of files and what files say of their makers are left out.
        hides_names boolean NOT NULL DEFAULT true,
        -- Whoever has the same manager does not judge the other.
        team_is_conflict boolean NOT NULL DEFAULT true,
        -- Whether assessors take work themselves, or find it given to them.
        allocation text NOT NULL DEFAULT 'CLAIM' CHECK (allocation IN ('CLAIM', 'AUTOMATIC')),
        revision int NOT NULL DEFAULT 1,
        changed_by uuid REFERENCES person,
        changed_at timestamptz
      );

      -- Somebody says that they are too near to another to judge fairly. It counts both ways.
      CREATE TABLE conflict_declaration (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        other_person_id uuid NOT NULL REFERENCES person,
        kind text NOT NULL CHECK (kind IN ('FAMILY', 'FRIENDSHIP', 'SHARED_WORK', 'BUSINESS', 'OTHER')),
        note text NOT NULL DEFAULT '',
        since timestamptz NOT NULL,
        ended_at timestamptz,
        CHECK (person_id <> other_person_id)
      );
      CREATE UNIQUE INDEX conflict_declaration_once ON conflict_declaration (person_id, other_person_id) WHERE ended_at IS NULL;
      CREATE INDEX conflict_declaration_other ON conflict_declaration (other_person_id) WHERE ended_at IS NULL;

      -- Which rule stood against whom when a place was to be filled.
      CREATE TABLE slot_exclusion (
        slot_id uuid NOT NULL REFERENCES marking_slot,
        person_id uuid NOT NULL REFERENCES person,
        rule text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (slot_id, person_id, rule)
      );
      CREATE INDEX slot_exclusion_person ON slot_exclusion (person_id);

      -- A conflict that could not be avoided: allowed once, for one place, by name and with the reason.
      CREATE TABLE slot_waiver (
        slot_id uuid NOT NULL REFERENCES marking_slot,
        person_id uuid NOT NULL REFERENCES person,
        rule text NOT NULL CHECK (rule IN ('not-manager', 'not-report', 'not-team', 'no-conflict')),
        reason text NOT NULL CHECK (btrim(reason) <> ''),
        by_id uuid NOT NULL REFERENCES person,
        at timestamptz NOT NULL,
        PRIMARY KEY (slot_id, person_id, rule),
        CHECK (by_id <> person_id)
      );
      CREATE INDEX slot_waiver_person ON slot_waiver (person_id);

      -- Everything that is needed to draw the same again.
      CREATE TABLE allocation_run (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        kind text NOT NULL CHECK (kind IN ('ONLINE', 'NIGHTLY')),
        seed text NOT NULL,
        rule text NOT NULL,
        inputs jsonb NOT NULL,
        inputs_digest text NOT NULL,
        result jsonb NOT NULL,
        by_id uuid REFERENCES person
      );
      CREATE INDEX allocation_run_at ON allocation_run (at DESC, id);

      REVOKE UPDATE, DELETE ON slot_exclusion, slot_waiver, allocation_run FROM app_api, app_issuer;
      REVOKE DELETE ON assessment_setting, conflict_declaration FROM app_api, app_issuer;
      -- Of a declaration only its end is still to come.
      REVOKE UPDATE ON conflict_declaration FROM app_api, app_issuer;
      GRANT UPDATE (ended_at) ON conflict_declaration TO app_api, app_issuer;

      CREATE FUNCTION app_leads_slot(slot uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM marking_slot it WHERE it.id = slot
          AND app_holds_for(it.candidate_id, it.achievement_id, 'ASSESSMENT_LEAD')) $$;
      REVOKE EXECUTE ON FUNCTION app_leads_slot(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_leads_slot(uuid) TO app_api, app_issuer;
    `);
    for (const table of TABLES)
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_product ON ${table} TO app_issuer USING (true) WITH CHECK (true);
      `);
    for (const [table, who, command, using, check] of POLICIES)
      await runner.query(
        `CREATE POLICY ${table}_${who} ON ${table} FOR ${command} TO app_api
           ${using === null ? '' : `USING (${using})`} ${check ? `WITH CHECK (${check})` : ''}`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ${TABLES.join(', ')};
      DROP FUNCTION app_leads_slot(uuid);
    `);
  }
}
