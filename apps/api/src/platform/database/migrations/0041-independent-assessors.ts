import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = `
  -- How many are named to assess a version, how many of them may today, and how many of those did not write on it; as it
  -- were without one of them, where somebody is named. Counts only, for whoever need not see everybody's roles.
  CREATE FUNCTION app_assessors_of(versions uuid[], besides uuid) RETURNS TABLE (id uuid, named int, able int, independent int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT version.id, count(it.person_id)::int, (count(it.person_id) FILTER (WHERE may.found))::int,
      (count(it.person_id) FILTER (WHERE may.found AND NOT it.person_id = ANY (version.author_ids)))::int
    FROM achievement_version version
    LEFT JOIN assessor_qualification it ON it.achievement_id = version.achievement_id AND it.ended_at IS NULL
      AND it.person_id IS DISTINCT FROM besides
    LEFT JOIN LATERAL (SELECT it.state <> 'SUSPENDED' AND (it.valid_until IS NULL OR it.valid_until >= current_date)
      AND EXISTS (SELECT FROM role_grant JOIN person ON person.id = role_grant.person_id
        WHERE role_grant.person_id = it.person_id AND role = 'ASSESSOR' AND app_is_with_us(person.active, person.last_day)
          AND (scope_achievement_id IS NULL OR scope_achievement_id = version.achievement_id)
          AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now())) AS found) may ON true
    WHERE version.id = ANY (versions)
    GROUP BY version.id $$;

  -- What the asker wrote on, while nobody else could assess it: nobody judges by their own rubric alone.
  CREATE FUNCTION app_author_alone() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(it.id), '{}') FROM app_assessors_of(
      ARRAY(SELECT id FROM achievement_version WHERE app_person() = ANY (author_ids) AND state <> 'DRAFT'), NULL) it
    WHERE it.independent = 0 $$;
`;

const CALLED = 'app_assessors_of(uuid[], uuid), app_author_alone()';

/** Somebody who did not write a rubric can judge by it, also after others have left. */
export class IndependentAssessors1700000000041 implements MigrationInterface {
  name = 'IndependentAssessors1700000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${FUNCTIONS}
      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app_author_alone, app_assessors_of');
  }
}
