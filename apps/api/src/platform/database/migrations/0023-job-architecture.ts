import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Job roles that are designed here: counted saves, skills of other frameworks, rungs that change places, and where people
 * go who stand on a rung of the version before.
 */
export class JobArchitecture1700000000023 implements MigrationInterface {
  name = 'JobArchitecture1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Counts saves of the role, its rungs and what they ask.
      ALTER TABLE job_role ADD revision int NOT NULL DEFAULT 1;
      -- The version of another framework in whose wording, and on whose scale, the skill is asked; null: the own one.
      ALTER TABLE job_role_requirement ADD adopted_from uuid REFERENCES skill_framework;
      -- Rungs change places in one statement.
      ALTER TABLE job_role_level DROP CONSTRAINT job_role_level_role_id_order_key,
        ADD CONSTRAINT job_role_level_place UNIQUE (role_id, "order") DEFERRABLE;
      CREATE INDEX job_role_level_code ON job_role_level (code);

      -- A rung of an earlier version, and the rung of this one that people on it go to. Chosen in the draft where the code
      -- does not say it; written for all when the version is published.
      CREATE TABLE job_role_level_move (
        framework_id uuid NOT NULL REFERENCES skill_framework,
        from_level_id uuid NOT NULL REFERENCES job_role_level,
        to_level_id uuid NOT NULL REFERENCES job_role_level,
        chosen_by uuid REFERENCES person,
        -- Null: not yet.
        moved_at timestamptz,
        people int,
        PRIMARY KEY (framework_id, from_level_id),
        CHECK ((moved_at IS NULL) = (people IS NULL))
      );
      CREATE INDEX job_role_level_move_to ON job_role_level_move (to_level_id);
      ALTER TABLE job_role_level_move ENABLE ROW LEVEL SECURITY;
      CREATE POLICY job_role_level_move_product ON job_role_level_move TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY job_role_level_move_designer ON job_role_level_move FOR SELECT TO app_api
        USING ((SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER')));
      CREATE POLICY job_role_level_move_chosen ON job_role_level_move FOR INSERT TO app_api
        WITH CHECK (moved_at IS NULL AND chosen_by = (SELECT app_person()) AND (SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER')));
      CREATE POLICY job_role_level_move_unchosen ON job_role_level_move FOR DELETE TO app_api
        USING (moved_at IS NULL AND (SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER')));
      -- What was done stays recorded.
      REVOKE UPDATE ON job_role_level_move FROM app_api;
      REVOKE UPDATE, DELETE ON job_role_level_move FROM app_issuer;

      -- Rungs of the other versions that were published, each with its rung in this one: as chosen, else of the same code.
      CREATE FUNCTION job_role_level_pairs(wanted uuid) RETURNS TABLE (from_level_id uuid, to_level_id uuid, chosen boolean)
        LANGUAGE sql STABLE AS $$
        SELECT level.id, coalesce(choice.to_level_id, same.id), choice.to_level_id IS NOT NULL
        FROM skill_framework fresh
        JOIN skill_framework other ON other.series_id = fresh.series_id AND other.id <> fresh.id AND other.state <> 'DRAFT'
        JOIN job_role_level level ON level.framework_id = other.id
        LEFT JOIN job_role_level same ON same.framework_id = fresh.id AND same.code = level.code
        LEFT JOIN job_role_level_move choice ON choice.framework_id = fresh.id AND choice.from_level_id = level.id
        WHERE fresh.id = wanted $$;

      -- Who works on such a rung today or will, stands on the new one from now on; employments that are over stay as they
      -- were. One statement: whatever follows an employment is brought up to date once.
      CREATE FUNCTION app_move_people_to(wanted uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      DECLARE how_many int;
      BEGIN
        IF NOT (app_holds_for(NULL, NULL, 'HR_DESIGNER') OR current_setting('role', true) = 'app_issuer') THEN
          RAISE EXCEPTION 'Only a designer moves people to a version.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NOT EXISTS (SELECT FROM skill_framework WHERE id = wanted AND state = 'PUBLISHED') THEN
          RAISE EXCEPTION 'People stand on published versions only.' USING ERRCODE = 'restrict_violation';
        END IF;
        WITH pair AS (
          SELECT * FROM job_role_level_pairs(wanted) WHERE to_level_id IS NOT NULL
        ), moved AS (
          UPDATE employment SET job_role_level_id = pair.to_level_id FROM pair
          WHERE employment.job_role_level_id = pair.from_level_id AND (ends_on IS NULL OR ends_on >= current_date)
          RETURNING employment.person_id, pair.from_level_id, pair.to_level_id
        ), kept AS (
          INSERT INTO job_role_level_move (framework_id, from_level_id, to_level_id, moved_at, people)
          SELECT wanted, from_level_id, to_level_id, now(), count(DISTINCT person_id) FROM moved GROUP BY 2, 3
          ON CONFLICT (framework_id, from_level_id) DO UPDATE SET moved_at = excluded.moved_at,
            people = coalesce(job_role_level_move.people, 0) + excluded.people
        )
        SELECT count(DISTINCT person_id) INTO how_many FROM moved;
        RETURN how_many;
      END $$;
      REVOKE EXECUTE ON FUNCTION app_move_people_to(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_move_people_to(uuid) TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app_move_people_to(uuid), job_role_level_pairs(uuid);
      DROP TABLE job_role_level_move;
      DROP INDEX job_role_level_code;
      ALTER TABLE job_role_level DROP CONSTRAINT job_role_level_place,
        ADD CONSTRAINT job_role_level_role_id_order_key UNIQUE (role_id, "order");
      ALTER TABLE job_role_requirement DROP COLUMN adopted_from;
      ALTER TABLE job_role DROP COLUMN revision;
    `);
  }
}
