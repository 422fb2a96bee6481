import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose work publishing a version is, for a row about this achievement. */
const DESIGNS = `(SELECT app_holds_for(NULL, achievement_id, 'HR_DESIGNER', 'PROGRAMME_OWNER'))`;

/**
 * What a version says beyond its rubric: several skills at levels, evidence as rules, how it is marked and renewed,
 * what comes first, and what changed against the version before. An achievement can be retired and offered again.
 */
export class AchievementDesign1700000000024 implements MigrationInterface {
  name = 'AchievementDesign1700000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE achievement_version
        ADD COLUMN skill_category text CHECK (skill_category IN ('TECHNICAL', 'TRANSFERABLE')),
        -- Besides the principal skill, which has columns of its own. Part of the version, so it stays as published.
        ADD COLUMN further_skills jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(further_skills) = 'array'),
        ADD COLUMN evidence_rules jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(evidence_rules) = 'array'),
        ADD COLUMN second_mark_share double precision NOT NULL DEFAULT 0.1 CHECK (second_mark_share BETWEEN 0 AND 1),
        ADD COLUMN borderline_band double precision NOT NULL DEFAULT 0.05 CHECK (borderline_band BETWEEN 0 AND 0.5),
        ADD COLUMN high_stakes boolean NOT NULL DEFAULT false,
        ADD COLUMN release_mode text NOT NULL DEFAULT 'SINGLE' CHECK (release_mode IN ('SINGLE', 'BATCH', 'SCHEDULED')),
        ADD COLUMN renewal text NOT NULL DEFAULT 'CHANGED_CRITERIA'
          CHECK (renewal IN ('CHANGED_CRITERIA', 'ALL_CRITERIA', 'NOTHING')),
        ADD COLUMN reminder_months int CHECK (reminder_months BETWEEN 1 AND 60),
        -- Achievements, in whichever version is held.
        ADD COLUMN prerequisite_ids uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN changes jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(changes) = 'array'),
        ADD COLUMN saved_at timestamptz,
        ADD COLUMN saved_by uuid REFERENCES person,
        ADD COLUMN retired_at timestamptz,
        ADD COLUMN retired_by uuid REFERENCES person,
        ADD COLUMN retired_reason text,
        DROP CONSTRAINT achievement_version_state_check,
        ADD CONSTRAINT achievement_version_state_check CHECK (state IN ('DRAFT', 'PUBLISHED', 'RETIRED', 'SUPERSEDED')),
        ADD CONSTRAINT achievement_version_retired_check CHECK (state <> 'RETIRED' OR retired_at IS NOT NULL);
      UPDATE achievement_version SET saved_at = created_at, saved_by = created_by WHERE state = 'DRAFT';
      CREATE INDEX achievement_version_further_skills ON achievement_version USING gin (further_skills jsonb_path_ops);

      -- Every skill that a version awards, at its level. What is given for completing something verifies none of them.
      CREATE VIEW awarded_skill WITH (security_invoker = true) AS
        SELECT id AS achievement_version_id, skill_id, level_ordinal, true AS is_principal, route <> 'COMPLETION' AS verifies
        FROM achievement_version WHERE skill_id IS NOT NULL AND level_ordinal IS NOT NULL
        UNION ALL
        SELECT id, (each ->> 'skillId')::uuid, (each ->> 'levelOrdinal')::int, false, route <> 'COMPLETION'
        FROM achievement_version, jsonb_array_elements(further_skills) AS each
        WHERE each ->> 'levelOrdinal' IS NOT NULL;
      REVOKE INSERT, UPDATE, DELETE ON awarded_skill FROM app_api, app_issuer;

      CREATE OR REPLACE FUNCTION keep_published_achievement() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE standing CONSTANT text[] := ARRAY['state', 'retired_at', 'retired_by', 'retired_reason'];
      BEGIN
        IF OLD.state = 'DRAFT' THEN RETURN coalesce(NEW, OLD); END IF;
        IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - standing = to_jsonb(OLD) - standing THEN
          -- Whether it is offered may change, what it says never does.
          IF (OLD.state, NEW.state) IN (('PUBLISHED', 'RETIRED'), ('RETIRED', 'PUBLISHED')) THEN RETURN NEW; END IF;
          IF OLD.state IN ('PUBLISHED', 'RETIRED') AND NEW.state = 'SUPERSEDED'
             AND to_jsonb(NEW) - 'state' = to_jsonb(OLD) - 'state' THEN RETURN NEW; END IF;
        END IF;
        RAISE EXCEPTION 'A published achievement version does not change.';
      END $$;
    `);
    await runner.query(`
      CREATE OR REPLACE FUNCTION team_parts_of(people uuid[])
      RETURNS TABLE (person_id uuid, manager_id uuid, skill_id uuid, kind text, ordinal int, during tstzrange)
      LANGUAGE sql STABLE AS $$
        -- Joined and never compared with the array: of a whole organisation that would be everybody against everybody.
        WITH wanted AS (
          SELECT unnest(people) AS person_id
        ), job AS (
          SELECT wanted.person_id, manager_id, job_role_level_id, is_primary,
            tstzrange(starts_on::timestamp AT TIME ZONE 'UTC', (ends_on + 1)::timestamp AT TIME ZONE 'UTC') AS during
          FROM wanted JOIN employment USING (person_id) JOIN person ON person.id = person_id AND person.active
          WHERE manager_id IS NOT NULL
        ), held AS (
          SELECT wanted.person_id, awards.skill_id, awards.level_ordinal AS ordinal,
            tstzrange(credential.valid_from, credential.valid_until) AS during
          FROM wanted JOIN credential USING (person_id)
          JOIN award ON award.id = credential.award_id AND award.basis = 'DECISION'
          JOIN awarded_skill awards ON awards.achievement_version_id = credential.achievement_version_id AND awards.verifies
          WHERE credential.status = 'ACTIVE'
            AND (credential.valid_until IS NULL OR credential.valid_until > credential.valid_from)
        ), asked AS (
          SELECT job.person_id, job.manager_id, job.during, asks.skill_id, coalesce(asks.level_ordinal, 1) AS ordinal
          FROM job JOIN job_role_requirement asks USING (job_role_level_id) WHERE job.is_primary
        ), part AS (
          SELECT person_id, manager_id, skill_id, 'ASKED' AS kind, ordinal, tstzmultirange(during) AS during FROM asked
          UNION ALL
          SELECT asked.person_id, asked.manager_id, asked.skill_id, 'MET', 0,
            range_agg(held.during) * tstzmultirange(asked.during)
          FROM asked JOIN held ON held.person_id = asked.person_id AND held.skill_id = asked.skill_id AND held.ordinal >= asked.ordinal
          GROUP BY asked.person_id, asked.manager_id, asked.skill_id, asked.during
          UNION ALL
          SELECT led.person_id, led.manager_id, held.skill_id, 'HELD', 0, range_agg(held.during) * led.during
          FROM (SELECT person_id, manager_id, range_agg(during) AS during FROM job GROUP BY person_id, manager_id) led
          JOIN held USING (person_id)
          GROUP BY led.person_id, led.manager_id, held.skill_id, led.during
        )
        SELECT person_id, manager_id, skill_id, kind, ordinal, each FROM part, unnest(part.during) AS each WHERE NOT isempty(each)
      $$;
      -- Until now a level counted whichever way the achievement was to be proved.
      SELECT refresh_team_parts(ARRAY(
        SELECT DISTINCT person_id FROM credential JOIN achievement_version version ON version.id = achievement_version_id
        WHERE version.route = 'COMPLETION'));

      -- What a new version touches: numbers for its designers, names for those who work for everybody.
      CREATE FUNCTION app_holding(version uuid, at timestamptz) RETURNS SETOF uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT DISTINCT person_id FROM credential
        WHERE achievement_version_id = version AND status = 'ACTIVE' AND (valid_until IS NULL OR valid_until > at)
          AND (SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER')) $$;
      CREATE FUNCTION app_version_record(versions uuid[])
        RETURNS TABLE (id uuid, running int, decisions int, "firstAttempts" int, "passedFirst" int)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT version.id,
          (SELECT count(*)::int FROM submission it WHERE it.achievement_version_id = version.id
             AND it.state NOT IN ('RELEASED', 'CLOSED', 'WITHDRAWN', 'VOID')),
          counted.*
        FROM achievement_version version CROSS JOIN LATERAL (
          SELECT count(*)::int, count(*) FILTER (WHERE attempt_no = 1)::int,
            count(*) FILTER (WHERE attempt_no = 1 AND outcome = 'PASS')::int
          FROM (SELECT DISTINCT ON (decided.submission_id) it.attempt_no, decided.outcome
                FROM submission it JOIN decision decided ON decided.submission_id = it.id
                WHERE it.achievement_version_id = version.id AND decided.released_at IS NOT NULL
                ORDER BY decided.submission_id, decided.sequence DESC) latest) AS counted (decisions, firsts, passed)
        WHERE version.id = ANY (versions) AND ${DESIGNS} $$;
      REVOKE EXECUTE ON FUNCTION app_holding(uuid, timestamptz), app_version_record(uuid[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_holding(uuid, timestamptz), app_version_record(uuid[]) TO app_api, app_issuer;
      CREATE INDEX IF NOT EXISTS submission_version ON submission (achievement_version_id);
    `);
  }

  async down(): Promise<void> {
    // There is no column to put a second skill back into, and no state for what was retired.
    throw new Error('What achievements say since this version cannot be put back. Restore a dump instead.');
  }
}
