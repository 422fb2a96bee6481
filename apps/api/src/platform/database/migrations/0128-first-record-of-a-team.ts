import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Before anything was recorded an empty map says nothing of what people could do. */
export class FirstRecordOfATeam1700000000128 implements MigrationInterface {
  name = 'FirstRecordOfATeam1700000000128';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When the first level of these people was verified, seen or claimed, of those that stand below the viewer.
      CREATE FUNCTION app_team_first_record(people uuid[]) RETURNS timestamptz
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH who AS MATERIALIZED (SELECT tree.person_id FROM app_tree() tree WHERE tree.person_id = ANY (people))
        SELECT least((SELECT min(level.stands_from) FROM verified_level level JOIN who USING (person_id)),
          (SELECT min(seen.observed_at) FROM skill_observation seen JOIN who USING (person_id)),
          (SELECT min(claim.claimed_at) FROM skill_claim claim JOIN who USING (person_id))) $$;
      REVOKE EXECUTE ON FUNCTION app_team_first_record(uuid[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_team_first_record(uuid[]) TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app_team_first_record(uuid[])');
  }
}
