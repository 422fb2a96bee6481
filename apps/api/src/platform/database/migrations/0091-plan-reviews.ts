import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
// As one value: as a list of rows it could not be looked up in an index.
const REPORTS = '(SELECT app_reports())::uuid[]';

/** What somebody and their line manager agree on: a plan as it stood on a day, and what they say about it. */
export class PlanReviews1700000000091 implements MigrationInterface {
  name = 'PlanReviews1700000000091';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan_review (
        id uuid PRIMARY KEY,
        goal_id uuid NOT NULL REFERENCES goal,
        person_id uuid NOT NULL REFERENCES person,
        -- PROPOSED waits for the line manager; SUPERSEDED: a newer one took its place.
        state text NOT NULL CHECK (state IN ('PROPOSED', 'AGREED', 'SUPERSEDED')),
        -- The steps, and what was asked, on the day of the proposal; never changed.
        steps jsonb NOT NULL,
        asked jsonb NOT NULL,
        proposed_at timestamptz NOT NULL,
        -- Until when, as both agreed.
        by_day date,
        agreed_by uuid REFERENCES person,
        agreed_at timestamptz,
        CHECK (agreed_by <> person_id),
        CHECK ((agreed_at IS NULL) = (agreed_by IS NULL)),
        CHECK (state <> 'AGREED' OR agreed_by IS NOT NULL),
        UNIQUE (id, person_id)
      );
      CREATE UNIQUE INDEX plan_review_current ON plan_review (goal_id) WHERE state <> 'SUPERSEDED';
      CREATE INDEX plan_review_person ON plan_review (person_id);
      CREATE TABLE plan_comment (
        id uuid PRIMARY KEY,
        review_id uuid NOT NULL,
        -- Whose plan it is about.
        person_id uuid NOT NULL REFERENCES person,
        author_id uuid NOT NULL REFERENCES person,
        words text NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
        said_at timestamptz NOT NULL,
        FOREIGN KEY (review_id, person_id) REFERENCES plan_review (id, person_id)
      );
      CREATE INDEX plan_comment_review ON plan_comment (review_id, said_at);
      CREATE INDEX plan_comment_person ON plan_comment (person_id);
    `);
    for (const table of ['plan_review', 'plan_comment'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_product ON ${table} TO app_issuer USING (true) WITH CHECK (true);
        CREATE POLICY ${table}_own ON ${table} FOR SELECT TO app_api USING (person_id = ${ME});
        CREATE POLICY ${table}_manager ON ${table} FOR SELECT TO app_api USING (person_id = ANY (${REPORTS}));
        REVOKE UPDATE, DELETE ON ${table} FROM app_api, app_issuer;
        REVOKE ALL ON ${table} FROM app_reporting;
      `);
    await runner.query(`
      CREATE POLICY plan_review_proposed ON plan_review FOR INSERT TO app_api
        WITH CHECK (person_id = ${ME} AND state = 'PROPOSED' AND agreed_by IS NULL);
      -- Rules for changes are joined by OR: each says for itself whose row it is about.
      CREATE POLICY plan_review_superseded ON plan_review FOR UPDATE TO app_api
        USING (person_id = ${ME}) WITH CHECK (state = 'SUPERSEDED' AND person_id = ${ME});
      CREATE POLICY plan_review_agreed ON plan_review FOR UPDATE TO app_api
        USING (state = 'PROPOSED' AND person_id = ANY (${REPORTS})) WITH CHECK (state = 'AGREED' AND agreed_by = ${ME} AND person_id = ANY (${REPORTS}));
      GRANT UPDATE (state, by_day, agreed_by, agreed_at) ON plan_review TO app_api;
      CREATE POLICY plan_comment_said_own ON plan_comment FOR INSERT TO app_api
        WITH CHECK (author_id = ${ME} AND person_id = ${ME});
      CREATE POLICY plan_comment_said_manager ON plan_comment FOR INSERT TO app_api
        WITH CHECK (author_id = ${ME} AND person_id = ANY (${REPORTS}));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE plan_comment, plan_review;');
  }
}
