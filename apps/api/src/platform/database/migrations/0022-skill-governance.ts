import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
const DESIGNER = `(SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER'))`;
const PLANNER = `(SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))`;
const REPORTS = '((SELECT app_reports())::uuid[])';
const SIGNED_IN = `${ME} IS NOT NULL`;

const TABLES = [
  'framework_step',
  'framework_steward',
  'skill_proposal',
  'skill_retirement',
  'scale_crosswalk',
  'accepted_conversion',
  'strategy_note',
];

/** table, who, for what, which rows, which rows may be written (null: the same). */
type Policy = [string, string, 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE', string | null, (string | null)?];

const POLICIES: Policy[] = [
  ['framework_step', 'designer', 'SELECT', DESIGNER],
  ['framework_step', 'made', 'INSERT', null, `${DESIGNER} AND made_by = ${ME}`],
  ['framework_step', 'undone', 'UPDATE', DESIGNER],
  // Whom to ask about a framework is no secret.
  ['framework_steward', 'signed_in', 'SELECT', SIGNED_IN],
  ['framework_steward', 'designer', 'ALL', DESIGNER],
  ['skill_proposal', 'own', 'SELECT', `proposed_by = ${ME}`],
  ['skill_proposal', 'proposed', 'INSERT', null, `proposed_by = ${ME} AND state = 'WAITING'`],
  ['skill_proposal', 'designer', 'SELECT', DESIGNER],
  ['skill_proposal', 'decided', 'UPDATE', 'true', `${DESIGNER} AND decided_by = ${ME}`],
  ['skill_retirement', 'signed_in', 'SELECT', SIGNED_IN],
  ['skill_retirement', 'designer', 'ALL', DESIGNER],
  ['scale_crosswalk', 'signed_in', 'SELECT', SIGNED_IN],
  ['scale_crosswalk', 'designer', 'ALL', DESIGNER],
  ['accepted_conversion', 'own', 'SELECT', `person_id = ${ME}`],
  ['accepted_conversion', 'manager', 'SELECT', `person_id = ANY (${REPORTS})`],
  ['accepted_conversion', 'requirement', 'SELECT', `person_id IS NULL AND ${DESIGNER}`],
  [
    'accepted_conversion',
    'accepted',
    'INSERT',
    null,
    `accepted_by = ${ME} AND (person_id = ${ME} OR person_id IS NULL AND ${DESIGNER})`,
  ],
  ['strategy_note', 'planner', 'ALL', PLANNER],
];

/**
 * How frameworks are kept: the steps of a draft with the way back, stewards, proposals, retired skills, cross-walks between
 * scales with every conversion that a person accepted, and what the business expects to need.
 */
export class SkillGovernance1700000000022 implements MigrationInterface {
  name = 'SkillGovernance1700000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      ALTER TABLE skill_framework
        -- Counts saves of what the draft says of itself.
        ADD COLUMN revision int NOT NULL DEFAULT 1,
        ADD COLUMN based_on_id uuid REFERENCES skill_framework;
      ALTER TABLE skill_revision
        -- Counts saves of this wording in the draft.
        ADD COLUMN edit int NOT NULL DEFAULT 1;

      -- What somebody added to a draft and took out of it, so that it can be taken back.
      CREATE TABLE framework_step (
        id uuid PRIMARY KEY,
        framework_id uuid NOT NULL REFERENCES skill_framework,
        kind text NOT NULL CHECK (kind IN ('ADD_SKILL', 'REMOVE_SKILL', 'MOVE_SKILL', 'ADD_RELATION', 'REMOVE_RELATION', 'MERGE_SKILLS')),
        -- The name of what it was done to, as it was then.
        subject text NOT NULL,
        -- By table: the rows that were there before, and the ids of those that came.
        removed jsonb NOT NULL,
        added jsonb NOT NULL,
        made_by uuid NOT NULL REFERENCES person,
        made_at timestamptz NOT NULL,
        undone_at timestamptz
      );
      CREATE INDEX framework_step_framework ON framework_step (framework_id, made_at DESC);

      CREATE TABLE framework_steward (
        series_id uuid NOT NULL,
        person_id uuid NOT NULL REFERENCES person,
        named_by uuid NOT NULL REFERENCES person,
        named_at timestamptz NOT NULL,
        PRIMARY KEY (series_id, person_id)
      );

      CREATE TABLE skill_proposal (
        id uuid PRIMARY KEY,
        series_id uuid NOT NULL,
        name text NOT NULL,
        why text NOT NULL,
        evidence text NOT NULL,
        proposed_by uuid NOT NULL REFERENCES person,
        proposed_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('WAITING', 'ACCEPTED', 'REFUSED', 'EXISTS')),
        decided_by uuid REFERENCES person,
        decided_at timestamptz,
        reason text,
        -- The skill it became, or the one that was there already.
        skill_id uuid REFERENCES skill,
        CHECK ((state = 'WAITING') = (decided_by IS NULL AND decided_at IS NULL)),
        CHECK (state <> 'REFUSED' OR reason IS NOT NULL),
        CHECK ((state IN ('ACCEPTED', 'EXISTS')) = (skill_id IS NOT NULL))
      );
      CREATE INDEX skill_proposal_waiting ON skill_proposal (series_id, proposed_at) WHERE state = 'WAITING';
      CREATE INDEX skill_proposal_person ON skill_proposal (proposed_by);

      -- From this day on nothing new is built on the skill. Who holds it keeps it.
      CREATE TABLE skill_retirement (
        skill_id uuid PRIMARY KEY REFERENCES skill,
        retires_on date NOT NULL,
        reason text NOT NULL,
        retired_by uuid NOT NULL REFERENCES person,
        retired_at timestamptz NOT NULL
      );

      CREATE TABLE scale_crosswalk (
        id uuid PRIMARY KEY,
        from_scale_id uuid NOT NULL REFERENCES proficiency_scale,
        to_scale_id uuid NOT NULL REFERENCES proficiency_scale,
        -- [{"from": 1, "to": [1, 2]}]: every level of the first scale, with none, one or several of the second.
        pairs jsonb NOT NULL,
        reason text NOT NULL,
        state text NOT NULL CHECK (state IN ('DRAFT', 'AGREED', 'SUPERSEDED')),
        revision int NOT NULL,
        written_by uuid NOT NULL REFERENCES person,
        written_at timestamptz NOT NULL,
        agreed_by uuid REFERENCES person,
        agreed_at timestamptz,
        CHECK (from_scale_id <> to_scale_id),
        CHECK ((state = 'DRAFT') = (agreed_by IS NULL AND agreed_at IS NULL)),
        -- Nobody agrees with themselves.
        CHECK (agreed_by <> written_by)
      );
      CREATE UNIQUE INDEX scale_crosswalk_one ON scale_crosswalk (from_scale_id, to_scale_id, state) WHERE state <> 'SUPERSEDED';

      -- Levels are never converted silently: whoever took one for another said so here.
      CREATE TABLE accepted_conversion (
        id uuid PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('REQUIREMENT', 'STANDING')),
        -- Whose standing; null for what a framework asks.
        person_id uuid REFERENCES person,
        framework_id uuid REFERENCES skill_framework,
        from_skill_id uuid NOT NULL REFERENCES skill,
        from_ordinal int NOT NULL,
        to_skill_id uuid NOT NULL REFERENCES skill,
        to_ordinal int NOT NULL,
        -- The cross-walk that suggested it; null: the scale is the same, or the person judged alone.
        crosswalk_id uuid REFERENCES scale_crosswalk,
        accepted_by uuid NOT NULL REFERENCES person,
        accepted_at timestamptz NOT NULL,
        CHECK ((purpose = 'STANDING') = (person_id IS NOT NULL)),
        UNIQUE (person_id, from_skill_id, from_ordinal, to_skill_id)
      );

      CREATE TABLE strategy_note (
        id uuid PRIMARY KEY,
        title text NOT NULL,
        body text NOT NULL,
        horizon text NOT NULL CHECK (horizon IN ('NOW', 'NEXT', 'LATER')),
        skill_ids uuid[] NOT NULL,
        revision int NOT NULL,
        written_by uuid NOT NULL REFERENCES person,
        written_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL
      );
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
    await runner.query(`
      -- A step stays; only that it was taken back is added. What was decided or accepted stays as it was said.
      REVOKE UPDATE, DELETE ON framework_step, skill_proposal, scale_crosswalk, accepted_conversion FROM app_api, app_issuer;
      REVOKE UPDATE ON framework_steward, skill_retirement FROM app_api, app_issuer;
      GRANT UPDATE (undone_at) ON framework_step TO app_api, app_issuer;
      GRANT UPDATE (state, decided_by, decided_at, reason, skill_id) ON skill_proposal TO app_api, app_issuer;
      GRANT UPDATE (pairs, reason, state, revision, written_by, written_at, agreed_by, agreed_at) ON scale_crosswalk TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE strategy_note, accepted_conversion, scale_crosswalk, skill_retirement, skill_proposal, framework_steward, framework_step;
      ALTER TABLE skill_revision DROP COLUMN edit;
      ALTER TABLE skill_framework DROP COLUMN revision, DROP COLUMN based_on_id;
      DROP EXTENSION IF EXISTS pg_trgm;
    `);
  }
}
