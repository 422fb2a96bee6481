import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
const KEEPS = `(SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))`;
const REPORTS = '((SELECT app_reports())::uuid[])';

/** The catalogue itself: read by everybody of the organisation, kept by those who look after it. */
const CATALOGUE = ['course_catalogue', 'course_provider', 'course', 'course_prerequisite', 'course_outcome'];

/** Below this many answers a mean would tell what one person said. */
const FEWEST_ANSWERS = 5;

/** The catalogue of courses, who finished them, and what those people say of them. */
export class Courses1700000000027 implements MigrationInterface {
  name = 'Courses1700000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where entries came from, with what its publisher asks to be said.
      CREATE TABLE course_catalogue (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        licence text NOT NULL,
        attribution text NOT NULL,
        source_url text,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX course_catalogue_name ON course_catalogue (lower(name));

      CREATE TABLE course_provider (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        website text,
        country text,
        kind text NOT NULL CHECK (kind IN ('OWN', 'UNIVERSITY', 'TRAINING_COMPANY', 'PROFESSIONAL_BODY', 'PLATFORM', 'OTHER')),
        quality_assurance text NOT NULL,
        trust text NOT NULL CHECK (trust IN ('TRUSTED', 'UNCHECKED', 'NOT_TRUSTED')),
        trust_reason text NOT NULL,
        revision int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX course_provider_name ON course_provider (lower(name));

      CREATE TABLE course (
        id uuid PRIMARY KEY,
        code text NOT NULL,
        title text NOT NULL,
        provider_id uuid REFERENCES course_provider,
        catalogue_id uuid REFERENCES course_catalogue,
        state text NOT NULL CHECK (state IN ('ACTIVE', 'RETIRED')),
        url text,
        description text NOT NULL,
        area text NOT NULL,
        topics text[] NOT NULL,
        language text,
        hours double precision CHECK (hours > 0),
        ects double precision CHECK (ects > 0),
        price_amount numeric(12, 2) CHECK (price_amount >= 0),
        price_currency text,
        mode text CHECK (mode IN ('ONLINE_SELF_PACED', 'ONLINE_LIVE', 'CLASSROOM', 'BLENDED', 'ON_THE_JOB')),
        duration text NOT NULL,
        support text NOT NULL,
        prerequisites text NOT NULL,
        start_dates date[] NOT NULL,
        -- What the source says and no column holds.
        source jsonb NOT NULL DEFAULT '{}',
        revision int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        created_by uuid REFERENCES person,
        saved_at timestamptz NOT NULL,
        CHECK ((price_amount IS NULL) = (price_currency IS NULL))
      );
      CREATE UNIQUE INDEX course_code ON course (lower(code));
      CREATE INDEX course_title ON course (lower(title), id);
      CREATE INDEX course_provider_id ON course (provider_id);

      CREATE TABLE course_prerequisite (
        course_id uuid NOT NULL REFERENCES course,
        required_id uuid NOT NULL REFERENCES course,
        PRIMARY KEY (course_id, required_id),
        CHECK (course_id <> required_id)
      );
      CREATE INDEX course_prerequisite_required ON course_prerequisite (required_id);

      CREATE TABLE course_outcome (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL REFERENCES course,
        skill_id uuid NOT NULL REFERENCES skill,
        level_ordinal int,
        result text NOT NULL CHECK (result IN ('ATTACH_EVIDENCE', 'SEND_FOR_REVIEW', 'COMPLETE', 'NONE')),
        position int NOT NULL,
        UNIQUE (course_id, skill_id)
      );
      CREATE INDEX course_outcome_skill ON course_outcome (skill_id);

      CREATE TABLE course_completion (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL REFERENCES course,
        person_id uuid NOT NULL REFERENCES person,
        completed_on date NOT NULL,
        grade text NOT NULL,
        -- What the course led to on the day this was recorded: later changes of the catalogue do not reach back.
        outcomes jsonb NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid REFERENCES person,
        withdrawn_at timestamptz,
        withdrawn_by uuid REFERENCES person,
        withdrawn_reason text,
        CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
      );
      CREATE UNIQUE INDEX course_completion_once ON course_completion (course_id, person_id, completed_on) WHERE withdrawn_at IS NULL;
      CREATE INDEX course_completion_person ON course_completion (person_id, completed_on DESC, id DESC);
      CREATE INDEX course_completion_course ON course_completion (course_id, completed_on DESC, id DESC);

      CREATE TABLE course_feedback (
        course_id uuid NOT NULL REFERENCES course,
        person_id uuid NOT NULL REFERENCES person,
        content int NOT NULL CHECK (content BETWEEN 1 AND 5),
        teaching int NOT NULL CHECK (teaching BETWEEN 1 AND 5),
        usefulness int NOT NULL CHECK (usefulness BETWEEN 1 AND 5),
        comment text NOT NULL,
        given_at timestamptz NOT NULL,
        PRIMARY KEY (course_id, person_id)
      );
      CREATE INDEX course_feedback_person ON course_feedback (person_id);

      CREATE TABLE course_import (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('COURSES', 'COMPLETIONS')),
        file_id uuid NOT NULL,
        file_name text NOT NULL,
        state text NOT NULL CHECK (state IN ('PREVIEWED', 'APPLYING', 'APPLIED', 'FAILED')),
        catalogue jsonb,
        columns jsonb NOT NULL,
        mapping jsonb NOT NULL,
        counts jsonb NOT NULL,
        -- The first of those that do something or are wrong; the counts know all.
        rows jsonb NOT NULL,
        plan_digest text,
        problem text,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES person,
        applied_at timestamptz
      );

      -- Where evidence is a completion that the organisation recorded, its words are not the owner's to change.
      ALTER TABLE evidence_item ADD course_completion_id uuid REFERENCES course_completion;
      CREATE UNIQUE INDEX evidence_item_course_completion ON evidence_item (course_completion_id) WHERE course_completion_id IS NOT NULL;

      -- What those who finished a course say of it, together. Of few there is only their number.
      CREATE FUNCTION app_course_ratings(courses uuid[])
        RETURNS TABLE (id uuid, answers int, content float8, teaching float8, usefulness float8)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT course_id, count(*)::int,
          CASE WHEN count(*) >= ${FEWEST_ANSWERS} THEN avg(content)::float8 END,
          CASE WHEN count(*) >= ${FEWEST_ANSWERS} THEN avg(teaching)::float8 END,
          CASE WHEN count(*) >= ${FEWEST_ANSWERS} THEN avg(usefulness)::float8 END
        FROM course_feedback WHERE course_id = ANY (courses) GROUP BY 1 $$;
      -- Their comments without names, in no order that would tell who wrote last; for those who keep the catalogue.
      CREATE FUNCTION app_course_comments(of_course uuid) RETURNS TABLE (comment text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT comment FROM course_feedback WHERE course_id = of_course AND comment <> ''
          AND (app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER') OR current_setting('role', true) = 'app_issuer')
          AND (SELECT count(*) FROM course_feedback WHERE course_id = of_course) >= ${FEWEST_ANSWERS}
        ORDER BY md5(comment) LIMIT 100 $$;
      REVOKE EXECUTE ON FUNCTION app_course_ratings(uuid[]), app_course_comments(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_course_ratings(uuid[]), app_course_comments(uuid) TO app_api, app_issuer;
    `);
    for (const table of [...CATALOGUE, 'course_completion', 'course_feedback', 'course_import'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_product ON ${table} TO app_issuer USING (true) WITH CHECK (true);
      `);
    for (const table of CATALOGUE)
      await runner.query(`
        CREATE POLICY ${table}_signed_in ON ${table} FOR SELECT TO app_api USING (${ME} IS NOT NULL);
        CREATE POLICY ${table}_keeper ON ${table} FOR ALL TO app_api USING (${KEEPS});
      `);
    await runner.query(`
      CREATE POLICY course_completion_own ON course_completion FOR SELECT TO app_api USING (person_id = ${ME});
      CREATE POLICY course_completion_manager ON course_completion FOR SELECT TO app_api USING (person_id = ANY (${REPORTS}));
      CREATE POLICY course_completion_keeper ON course_completion FOR ALL TO app_api USING (${KEEPS});
      CREATE POLICY course_feedback_own ON course_feedback FOR SELECT TO app_api USING (person_id = ${ME});
      CREATE POLICY course_feedback_given ON course_feedback FOR INSERT TO app_api WITH CHECK (person_id = ${ME}
        AND EXISTS (SELECT FROM course_completion it WHERE it.course_id = course_feedback.course_id
          AND it.person_id = ${ME} AND it.withdrawn_at IS NULL));
      CREATE POLICY course_feedback_changed ON course_feedback FOR UPDATE TO app_api USING (person_id = ${ME});
      CREATE POLICY course_import_keeper ON course_import FOR ALL TO app_api USING (${KEEPS});
      -- A catalogue is added to and changed; what people finished stays findable.
      REVOKE DELETE ON course, course_provider, course_catalogue, course_completion, course_feedback, course_import FROM app_api, app_issuer;
      REVOKE UPDATE ON course_prerequisite, course_outcome FROM app_api, app_issuer;
      REVOKE UPDATE ON course_completion FROM app_api, app_issuer;
      GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawn_reason) ON course_completion TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence_item DROP COLUMN course_completion_id;
      DROP FUNCTION app_course_ratings(uuid[]), app_course_comments(uuid);
      DROP TABLE course_import, course_feedback, course_completion, course_outcome, course_prerequisite, course, course_provider,
        course_catalogue;
    `);
  }
}
