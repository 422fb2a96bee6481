import type { MigrationInterface, QueryRunner } from 'typeorm';

const PLANS = `(SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))`;
const COUNTS = 'level.stands_from <= at AND level.counts_until > at';
const CALLED = 'app_skills_wanted(timestamptz), app_skill_holders(timestamptz, uuid[])';

/**
 * Whether anybody holds a skill decides if it is in the list of needs, and takes one look at an index; how many hold it is counted
 * only of the skills that are shown. Counted of all of them it was most of the time that the page took.
 */
export class NeedsByPage1700000000177 implements MigrationInterface {
  name = 'NeedsByPage1700000000177';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app_skills_wanted(at timestamptz) RETURNS TABLE (skill_id uuid, people int, met int, held boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH counted AS (
          SELECT change.skill_id, (sum(change.change) FILTER (WHERE kind = 'ASKED'))::int AS people,
            coalesce((sum(change.change) FILTER (WHERE kind = 'MET'))::int, 0) AS met
          FROM unit_change change WHERE change.at <= app_skills_wanted.at AND change.kind <> 'THERE' AND ${PLANS} GROUP BY 1
        ), held AS (
          SELECT skill.id AS skill_id FROM skill CROSS JOIN LATERAL (
            SELECT FROM verified_level level JOIN person ON person.id = level.person_id AND app_is_with_us(person.active, person.last_day)
            WHERE level.skill_id = skill.id AND ${COUNTS} LIMIT 1) somebody WHERE ${PLANS}
        )
        SELECT skill_id, coalesce(counted.people, 0), coalesce(counted.met, 0), held.skill_id IS NOT NULL
        FROM (SELECT * FROM counted WHERE people > 0) counted FULL JOIN held USING (skill_id) $$;
      CREATE FUNCTION app_skill_holders(at timestamptz, skills uuid[]) RETURNS TABLE (skill_id uuid, holders int)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT level.skill_id, count(DISTINCT level.person_id)::int
        FROM verified_level level JOIN person ON person.id = level.person_id AND app_is_with_us(person.active, person.last_day)
        WHERE level.skill_id = ANY (skills) AND ${COUNTS} AND ${PLANS} GROUP BY 1 $$;
      DROP FUNCTION app_skill_needs(timestamptz);
      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app_skill_needs(at timestamptz) RETURNS TABLE (skill_id uuid, people int, met int, holders int)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT wanted.skill_id, wanted.people, wanted.met, coalesce(counted.holders, 0)
        FROM app_skills_wanted(at) wanted LEFT JOIN app_skill_holders(at, ARRAY(SELECT id FROM skill)) counted USING (skill_id) $$;
      REVOKE EXECUTE ON FUNCTION app_skill_needs(timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_skill_needs(timestamptz) TO app_api, app_issuer;
    `);
  }
}
