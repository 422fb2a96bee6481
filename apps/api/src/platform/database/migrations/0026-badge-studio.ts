import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['studio_version', 'brand_image', 'badge_template', 'badge_design', 'struck_badge', 'badge_picture'];
/** What was drawn, and what it was drawn from, stays as it was. */
const WRITTEN_ONCE = 'brand_image, struck_badge, badge_picture';
const DESIGNER = `(SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))`;
/** A draft version of an achievement that somebody designs; who sees it is said by its own policies. */
const DESIGNED = `EXISTS (SELECT FROM achievement_version it WHERE it.id = achievement_version_id AND it.state = 'DRAFT'
  AND (${DESIGNER} OR app_holds_for(NULL, it.achievement_id, 'HR_DESIGNER', 'PROGRAMME_OWNER')))`;

/** table, who, for what, which rows, which rows may be written (null: the same). */
type Policy = [string, string, 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE', string | null, (string | null)?];

const POLICIES: Policy[] = [
  ['studio_version', 'in_use', 'SELECT', `state <> 'DRAFT'`],
  ['studio_version', 'designer', 'ALL', DESIGNER],
  // Pictures stand on public pages, and these are what they are made of.
  ['brand_image', 'public', 'SELECT', 'true'],
  ['brand_image', 'designer', 'INSERT', null, DESIGNER],
  ['badge_template', 'public', 'SELECT', 'true'],
  ['badge_template', 'added', 'INSERT', null, DESIGNER],
  ['badge_template', 'changed', 'UPDATE', DESIGNER],
  [
    'badge_design',
    'version',
    'SELECT',
    'EXISTS (SELECT FROM achievement_version it WHERE it.id = achievement_version_id)',
  ],
  ['badge_design', 'added', 'INSERT', null, DESIGNED],
  ['badge_design', 'changed', 'UPDATE', DESIGNED],
  ['struck_badge', 'public', 'SELECT', 'true'],
  ['struck_badge', 'designer', 'INSERT', null, DESIGNER],
  ['badge_picture', 'public', 'SELECT', 'true'],
];

/** The brand kit, templates of badges and certificates, and every badge as it was struck. */
export class BadgeStudio1700000000026 implements MigrationInterface {
  name = 'BadgeStudio1700000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE studio_version (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('KIT', 'CERTIFICATE')),
        number integer NOT NULL,
        state text NOT NULL CHECK (state IN ('DRAFT', 'IN_USE', 'REPLACED')),
        -- Counts saves of the draft.
        revision integer NOT NULL DEFAULT 1,
        content jsonb NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by uuid REFERENCES person,
        in_use_since timestamptz,
        UNIQUE (kind, number),
        CHECK ((state = 'DRAFT') = (in_use_since IS NULL)));
      CREATE UNIQUE INDEX studio_version_one_draft ON studio_version (kind) WHERE state = 'DRAFT';
      CREATE UNIQUE INDEX studio_version_one_in_use ON studio_version (kind) WHERE state = 'IN_USE';

      CREATE TABLE brand_image (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('SVG', 'PNG')),
        width double precision NOT NULL,
        height double precision NOT NULL,
        -- Elements of a drawing that was made safe, or the points of a picture in Base64.
        content text NOT NULL,
        view_box text,
        created_at timestamptz NOT NULL,
        created_by uuid REFERENCES person);

      CREATE TABLE badge_template (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        slots jsonb NOT NULL,
        archived_at timestamptz,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by uuid REFERENCES person);

      CREATE TABLE badge_design (
        achievement_version_id uuid PRIMARY KEY REFERENCES achievement_version,
        template_id uuid REFERENCES badge_template,
        -- What this badge does otherwise than its template.
        own jsonb NOT NULL DEFAULT '{}',
        revision integer NOT NULL DEFAULT 1,
        changed_at timestamptz NOT NULL,
        changed_by uuid REFERENCES person);

      CREATE TABLE struck_badge (
        achievement_version_id uuid PRIMARY KEY REFERENCES achievement_version,
        -- Everything a picture is drawn from: nothing is looked up any more.
        face jsonb NOT NULL,
        fonts jsonb NOT NULL,
        kit_number integer,
        struck_at timestamptz NOT NULL);

      CREATE TABLE badge_picture (
        achievement_version_id uuid NOT NULL REFERENCES achievement_version,
        -- Year of the award; 0: nobody's.
        year integer NOT NULL,
        scale text NOT NULL CHECK (scale IN ('FULL', 'SMALL', 'TINY')),
        svg text NOT NULL,
        PRIMARY KEY (achievement_version_id, year, scale));

      REVOKE UPDATE, DELETE ON ${WRITTEN_ONCE} FROM app_api, app_issuer;
      REVOKE DELETE ON studio_version, badge_template, badge_design FROM app_api, app_issuer;
      REVOKE INSERT ON badge_picture FROM app_api;

      -- A version that was in use is what badges and certificates were made by; only its state moves on.
      CREATE FUNCTION studio_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'DRAFT' AND (NEW.content IS DISTINCT FROM OLD.content OR NEW.state = 'DRAFT' OR NEW.number <> OLD.number)
        THEN RAISE EXCEPTION 'What was in use does not change.' USING ERRCODE = 'check_violation'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER studio_version_stays BEFORE UPDATE ON studio_version
        FOR EACH ROW EXECUTE FUNCTION studio_version_stays();`);
    for (const table of TABLES)
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_issuer ON ${table} TO app_issuer USING (true) WITH CHECK (true)`);
    for (const [table, who, command, using, check] of POLICIES) {
      const parts = [using && `USING (${using})`, check && `WITH CHECK (${check})`].filter(Boolean).join(' ');
      await runner.query(`CREATE POLICY ${table}_${who} ON ${table} FOR ${command} TO app_api ${parts}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE badge_picture, struck_badge, badge_design, badge_template, brand_image, studio_version;
      DROP FUNCTION studio_version_stays`);
  }
}
