import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Achievements and their versions; what was published never changes. */
export class Achievements1700000000004 implements MigrationInterface {
  name = 'Achievements1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE achievement (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        created_by uuid REFERENCES person
      );
      CREATE TABLE achievement_version (
        id uuid PRIMARY KEY,
        achievement_id uuid NOT NULL REFERENCES achievement,
        number int NOT NULL CHECK (number > 0),
        state text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'SUPERSEDED')),
        revision int NOT NULL DEFAULT 1,
        name text NOT NULL,
        description text NOT NULL,
        skill_id uuid REFERENCES skill,
        -- The wording of the skill on the day of publishing.
        skill_revision_id uuid REFERENCES skill_revision,
        level_ordinal int,
        outcomes jsonb NOT NULL,
        rubric jsonb NOT NULL,
        evidence_asked jsonb NOT NULL,
        cut_score double precision NOT NULL CHECK (cut_score BETWEEN 0 AND 1),
        validity_months int CHECK (validity_months > 0),
        evidence_max_age_months int CHECK (evidence_max_age_months > 0),
        route text NOT NULL CHECK (route IN ('PORTFOLIO', 'OBSERVATION', 'COMPLETION', 'PRIOR_LEARNING')),
        marking_policy text NOT NULL CHECK (marking_policy IN ('SINGLE', 'SECOND_MARK_SAMPLE', 'DOUBLE_BLIND')),
        descriptors jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid REFERENCES person,
        published_at timestamptz,
        published_by uuid REFERENCES person,
        UNIQUE (achievement_id, number),
        CHECK ((state = 'DRAFT') = (published_at IS NULL))
      );
      CREATE UNIQUE INDEX achievement_version_one_draft ON achievement_version (achievement_id) WHERE state = 'DRAFT';
      CREATE UNIQUE INDEX achievement_version_one_published ON achievement_version (achievement_id) WHERE state = 'PUBLISHED';
      CREATE INDEX achievement_version_name ON achievement_version (lower(name), id);
      CREATE INDEX achievement_version_skill ON achievement_version (skill_id, level_ordinal) WHERE state = 'PUBLISHED';

      -- People were assessed against what was published: of such a row only PUBLISHED can become SUPERSEDED.
      CREATE FUNCTION keep_published_achievement() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'DRAFT' THEN RETURN coalesce(NEW, OLD); END IF;
        IF TG_OP = 'UPDATE' AND OLD.state = 'PUBLISHED' AND NEW.state = 'SUPERSEDED'
           AND to_jsonb(NEW) - 'state' = to_jsonb(OLD) - 'state' THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'A published achievement version does not change.';
      END $$;
      CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON achievement_version
        FOR EACH ROW EXECUTE FUNCTION keep_published_achievement();
      REVOKE UPDATE, DELETE ON achievement FROM app_api, app_issuer;
      REVOKE TRUNCATE ON achievement_version FROM app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE achievement_version, achievement; DROP FUNCTION keep_published_achievement');
  }
}
