import type { MigrationInterface, QueryRunner } from 'typeorm';

const CALLED = 'app_newer_levels(uuid[]), app_move_goal(uuid)';

/** Goals stay with the version that they were planned against, until their person moves or a day that was named is over. */
export class GoalsAndVersions1700000000108 implements MigrationInterface {
  name = 'GoalsAndVersions1700000000108';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When it was last looked at whether it follows a newer version.
      ALTER TABLE goal ADD followed_at timestamptz;
      GRANT UPDATE (job_role_level_id, followed_at) ON goal TO app_issuer;

      CREATE TABLE goal_keeping (
        -- The newer version.
        framework_id uuid PRIMARY KEY REFERENCES skill_framework,
        kept_until date NOT NULL,
        set_by uuid NOT NULL REFERENCES person,
        set_at timestamptz NOT NULL
      );
      ALTER TABLE goal_keeping ENABLE ROW LEVEL SECURITY;
      CREATE POLICY goal_keeping_product ON goal_keeping TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY goal_keeping_signed_in ON goal_keeping FOR SELECT TO app_api USING ((SELECT app_person()) IS NOT NULL);
      CREATE POLICY goal_keeping_set ON goal_keeping FOR INSERT TO app_api
        WITH CHECK (set_by = (SELECT app_person()) AND (SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER')));
      CREATE POLICY goal_keeping_unset ON goal_keeping FOR DELETE TO app_api
        USING ((SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER')));
      REVOKE UPDATE ON goal_keeping FROM app_api, app_issuer;
      REVOKE ALL ON goal_keeping FROM app_reporting;

      -- Rungs of earlier versions, each with its rung in the version of today: as was chosen, else of the same code.
      CREATE FUNCTION app_newer_levels(levels uuid[]) RETURNS TABLE (from_level_id uuid, to_level_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT level.id, coalesce(choice.to_level_id, same.id)
        FROM job_role_level level JOIN skill_framework own ON own.id = level.framework_id
        JOIN skill_framework fresh ON fresh.series_id = own.series_id AND fresh.id <> own.id AND fresh.state = 'PUBLISHED'
        LEFT JOIN job_role_level_move choice ON choice.framework_id = fresh.id AND choice.from_level_id = level.id
        LEFT JOIN job_role_level same ON same.framework_id = fresh.id AND same.code = level.code
        WHERE level.id = ANY (levels) AND coalesce(choice.to_level_id, same.id) IS NOT NULL $$;
      -- Whose goal it is takes it along; nobody sets it to anything else.
      CREATE FUNCTION app_move_goal(which uuid) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        UPDATE goal SET job_role_level_id = newer.to_level_id, followed_at = now()
        FROM goal own CROSS JOIN LATERAL app_newer_levels(ARRAY[own.job_role_level_id]) newer
        WHERE own.id = which AND goal.id = own.id AND goal.ended_at IS NULL AND goal.person_id = app_person() $$;
      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ${CALLED};
      DROP TABLE goal_keeping;
      REVOKE UPDATE (job_role_level_id) ON goal FROM app_issuer;
      ALTER TABLE goal DROP followed_at;
    `);
  }
}
