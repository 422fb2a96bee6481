import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What holders accepted counts: a level that somebody had converted for themselves is held, in the skill they named, from
 * that moment on and for as long as the credential behind it stands. And what the jobs of everybody ask, counted by skill.
 */
export class SkillNeeds1700000000031 implements MigrationInterface {
  name = 'SkillNeeds1700000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(teamParts(true));
    await runner.query(`
      -- The function that brings a person's parts up to date asks only whom the rows are about.
      CREATE TRIGGER accepted_conversion_team_insert AFTER INSERT ON accepted_conversion REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION team_people_changed();

      -- By skill: how many people's jobs ask for it today, how many of them are verified at what their own job asks, and how
      -- many are verified at all. Numbers, never who; for those who plan for everybody.
      CREATE FUNCTION app_skill_needs(at timestamptz) RETURNS TABLE (skill_id uuid, people int, met int, holders int)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH here AS (
          SELECT id FROM person WHERE app_is_with_us(active, last_day)
            AND (SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))
        ), asked AS (
          SELECT job.person_id, asks.skill_id, max(coalesce(asks.level_ordinal, 1)) AS ordinal
          FROM here JOIN employment job ON job.person_id = here.id AND job.is_primary
            AND job.starts_on <= at::date AND (job.ends_on IS NULL OR job.ends_on >= at::date)
          JOIN job_role_requirement asks USING (job_role_level_id)
          GROUP BY 1, 2
        ), proved AS (
          SELECT here.id AS person_id, awards.skill_id, awards.level_ordinal AS ordinal
          FROM here JOIN credential ON credential.person_id = here.id AND credential.status = 'ACTIVE'
            AND credential.valid_from <= at AND (credential.valid_until IS NULL OR credential.valid_until > at)
          JOIN award ON award.id = credential.award_id AND award.basis = 'DECISION'
          JOIN awarded_skill awards ON awards.achievement_version_id = credential.achievement_version_id AND awards.verifies
        ), held AS (
          SELECT person_id, skill_id, max(ordinal) AS ordinal FROM (
            SELECT * FROM proved
            UNION ALL
            SELECT proved.person_id, taken.to_skill_id, taken.to_ordinal FROM proved JOIN accepted_conversion taken
              ON taken.person_id = proved.person_id AND taken.from_skill_id = proved.skill_id
              AND taken.from_ordinal = proved.ordinal AND taken.accepted_at <= at) every
          GROUP BY 1, 2
        )
        SELECT coalesce(asked.skill_id, held.skill_id), count(asked.person_id)::int,
          (count(*) FILTER (WHERE held.ordinal >= asked.ordinal))::int, count(held.person_id)::int
        FROM asked FULL JOIN held ON held.person_id = asked.person_id AND held.skill_id = asked.skill_id
        GROUP BY 1 $$;
      REVOKE EXECUTE ON FUNCTION app_skill_needs(timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_skill_needs(timestamptz) TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app_skill_needs(timestamptz);
      DROP TRIGGER accepted_conversion_team_insert ON accepted_conversion;
    `);
    await runner.query(teamParts(false));
  }
}

/** Everybody's share in the counts of a team; with or without the levels that they had converted. */
function teamParts(converted: boolean): string {
  return `
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
      ), proved AS (
        SELECT wanted.person_id, awards.skill_id, awards.level_ordinal AS ordinal,
          tstzrange(credential.valid_from, credential.valid_until) AS during
        FROM wanted JOIN credential USING (person_id)
        JOIN award ON award.id = credential.award_id AND award.basis = 'DECISION'
        JOIN awarded_skill awards ON awards.achievement_version_id = credential.achievement_version_id AND awards.verifies
        WHERE credential.status = 'ACTIVE'
          AND (credential.valid_until IS NULL OR credential.valid_until > credential.valid_from)
      ), held AS (
        SELECT * FROM proved${
          converted
            ? `
        UNION ALL
        SELECT proved.person_id, taken.to_skill_id, taken.to_ordinal, proved.during * tstzrange(taken.accepted_at, NULL)
        FROM proved JOIN accepted_conversion taken ON taken.person_id = proved.person_id
          AND taken.from_skill_id = proved.skill_id AND taken.from_ordinal = proved.ordinal
        WHERE proved.during && tstzrange(taken.accepted_at, NULL)`
            : ''
        }
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
    $$`;
}
