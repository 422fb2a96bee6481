import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Skill frameworks in versions, skills and their revisions, scales, the job architecture, and imports under way. */
export class Skills1700000000003 implements MigrationInterface {
  name = 'Skills1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proficiency_scale (
        id uuid PRIMARY KEY,
        name text NOT NULL
      );
      CREATE TABLE proficiency_level (
        id uuid PRIMARY KEY,
        scale_id uuid NOT NULL REFERENCES proficiency_scale,
        ordinal int NOT NULL CHECK (ordinal > 0),
        label text NOT NULL,
        description text,
        UNIQUE (scale_id, ordinal)
      );
      CREATE TABLE skill_framework (
        id uuid PRIMARY KEY,
        -- The same for every version of one framework.
        series_id uuid NOT NULL,
        title text NOT NULL,
        publisher text NOT NULL,
        version text NOT NULL,
        state text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'SUPERSEDED')),
        licence text NOT NULL,
        attribution text NOT NULL,
        source_url text,
        scale_id uuid NOT NULL REFERENCES proficiency_scale,
        created_at timestamptz NOT NULL,
        published_at timestamptz,
        UNIQUE (series_id, version),
        CHECK ((state = 'DRAFT') = (published_at IS NULL))
      );
      CREATE UNIQUE INDEX skill_framework_one_published ON skill_framework (series_id) WHERE state = 'PUBLISHED';
      -- The identity that awards and standings name: it outlives every wording.
      CREATE TABLE skill (
        id uuid PRIMARY KEY,
        series_id uuid NOT NULL,
        code text NOT NULL,
        UNIQUE (series_id, code)
      );
      CREATE TABLE skill_revision (
        id uuid PRIMARY KEY,
        skill_id uuid NOT NULL REFERENCES skill,
        framework_id uuid NOT NULL REFERENCES skill_framework,
        name text NOT NULL,
        description text,
        -- One entry per level of the scale, lowest first: what somebody can do there, or null.
        descriptors jsonb NOT NULL,
        position int NOT NULL,
        UNIQUE (skill_id, framework_id)
      );
      CREATE INDEX skill_revision_framework ON skill_revision (framework_id, lower(name), skill_id);
      CREATE TABLE job_family (
        id uuid PRIMARY KEY,
        framework_id uuid NOT NULL REFERENCES skill_framework,
        code text NOT NULL,
        name text NOT NULL,
        position int NOT NULL,
        UNIQUE (framework_id, code)
      );
      CREATE TABLE job_role (
        id uuid PRIMARY KEY,
        framework_id uuid NOT NULL REFERENCES skill_framework,
        family_id uuid NOT NULL REFERENCES job_family,
        code text NOT NULL,
        name text NOT NULL,
        description text NOT NULL,
        responsibilities jsonb NOT NULL,
        position int NOT NULL,
        UNIQUE (framework_id, code)
      );
      CREATE INDEX job_role_family ON job_role (family_id, position);
      CREATE TABLE job_role_level (
        id uuid PRIMARY KEY,
        framework_id uuid NOT NULL REFERENCES skill_framework,
        role_id uuid NOT NULL REFERENCES job_role,
        code text NOT NULL,
        name text NOT NULL,
        "order" int NOT NULL,
        description text NOT NULL,
        responsibilities jsonb NOT NULL,
        -- What the order was derived from, and what else the source says of the level.
        facts jsonb NOT NULL,
        UNIQUE (framework_id, code),
        UNIQUE (role_id, "order")
      );
      CREATE TABLE job_role_requirement (
        id uuid PRIMARY KEY,
        framework_id uuid NOT NULL REFERENCES skill_framework,
        job_role_level_id uuid NOT NULL REFERENCES job_role_level,
        skill_id uuid NOT NULL REFERENCES skill,
        -- Null: the framework names no level.
        level_ordinal int,
        importance int NOT NULL CHECK (importance BETWEEN 1 AND 3),
        must_have boolean NOT NULL,
        position int NOT NULL,
        UNIQUE (job_role_level_id, skill_id)
      );
      CREATE INDEX job_role_requirement_skill ON job_role_requirement (skill_id, framework_id);
      CREATE TABLE framework_import (
        id uuid PRIMARY KEY,
        about jsonb NOT NULL,
        content jsonb NOT NULL,
        findings jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES person,
        applied_framework_id uuid REFERENCES skill_framework
      );
      ALTER TABLE employment ADD CONSTRAINT employment_job_role_level FOREIGN KEY (job_role_level_id) REFERENCES job_role_level;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE employment DROP CONSTRAINT employment_job_role_level;
      DROP TABLE framework_import, job_role_requirement, job_role_level, job_role, job_family, skill_revision, skill,
        skill_framework, proficiency_level, proficiency_scale;
    `);
  }
}
