import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEEPERS = `'HR_DESIGNER', 'PROGRAMME_OWNER'`;
/** Everybody who is with us on a day, with the main job of that day, for who plans for everybody. */
const HERE = `
  SELECT person.id AS person_id, job.org_unit_id AS unit_id, job.job_role_level_id AS level_id
  FROM person LEFT JOIN employment job ON job.person_id = person.id AND job.is_primary
    AND job.starts_on <= at::date AND (job.ends_on IS NULL OR job.ends_on >= at::date)
  WHERE person.active AND (person.last_day IS NULL OR person.last_day >= at::date)
    AND (SELECT current_setting('role', true) = 'app_issuer' OR app_holds_for(NULL, NULL, ${KEEPERS}))`;
const COUNTS = 'level.stands_from <= at AND level.counts_until > at';
const SAFELY = 'STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off';
const FUNCTIONS = [
  'app_insight_here(timestamptz)',
  'app_insight_standing_of(timestamptz, uuid[])',
  'app_insight_ending(timestamptz, int)',
  'app_insight_ready(timestamptz, float8, uuid)',
  'app_insight_succession(timestamptz, float8)',
].join(', ');

/**
 * Who is ready for what, and the rows behind figures, without reading everything that everybody holds: each question begins
 * where fewest rows answer it.
 */
export class SuccessorsByTheRarest1700000000145 implements MigrationInterface {
  name = 'SuccessorsByTheRarest1700000000145';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROWS);
    await runner.query(READY);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION ${FUNCTIONS} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${FUNCTIONS} TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${FUNCTIONS}`);
  }
}

const ROWS = `
  CREATE FUNCTION app_insight_here(at timestamptz) RETURNS TABLE ("personId" uuid, "unitId" uuid, "levelId" uuid)
    LANGUAGE sql ${SAFELY} ROWS 50000 AS $$ ${HERE} $$;

  -- As app_insight_standing, of these people: what the page of a list says of them.
  CREATE FUNCTION app_insight_standing_of(at timestamptz, people uuid[]) RETURNS TABLE ("personId" uuid, "skillId" uuid, needed int,
      held int, "validUntil" timestamptz)
    LANGUAGE sql ${SAFELY} AS $$
    WITH here AS MATERIALIZED (SELECT * FROM (${HERE}) every WHERE person_id = ANY (people)
    ), asked AS (
      SELECT here.person_id, asks.skill_id, coalesce(asks.level_ordinal, 1) AS ordinal
      FROM here JOIN job_role_requirement asks ON asks.job_role_level_id = here.level_id
    ), held AS (
      SELECT DISTINCT ON (level.person_id, level.skill_id) level.person_id, level.skill_id, level.ordinal, level.valid_until
      FROM here JOIN verified_level level USING (person_id) WHERE ${COUNTS}
      ORDER BY level.person_id, level.skill_id, level.ordinal DESC, level.valid_until DESC NULLS FIRST, level.credential_id
    )
    SELECT person_id, skill_id, asked.ordinal, held.ordinal, held.valid_until FROM asked FULL JOIN held USING (person_id, skill_id) $$;

  -- Whose first verified level ends within so many days, and which.
  CREATE FUNCTION app_insight_ending(at timestamptz, days int) RETURNS TABLE ("personId" uuid, "skillId" uuid, "validUntil" timestamptz)
    LANGUAGE sql ${SAFELY} SET work_mem = '96MB' AS $$
    WITH here AS MATERIALIZED (${HERE}
    ), ending AS (
      SELECT level.person_id, level.skill_id, level.ordinal, level.valid_until FROM verified_level level
      WHERE ${COUNTS} AND level.valid_until <= at + make_interval(days => days)
    )
    SELECT DISTINCT ON (ending.person_id) ending.person_id, ending.skill_id, ending.valid_until FROM here JOIN ending USING (person_id)
    -- The highest level that counts, of equals the one that counts longest.
    WHERE NOT EXISTS (SELECT FROM verified_level level
      WHERE level.person_id = ending.person_id AND level.skill_id = ending.skill_id AND ${COUNTS}
        AND (level.ordinal > ending.ordinal
          OR level.ordinal = ending.ordinal AND (level.valid_until IS NULL OR level.valid_until > ending.valid_until)))
    ORDER BY ending.person_id, ending.valid_until, ending.skill_id $$;
`;

/** Whoever holds one of the skills that are looked at first: sets of one level are small, where a join of all would not be. */
const holding = (skill: string) =>
  `SELECT person_id FROM verified_level level WHERE skill_id = door.${skill} AND ordinal >= door.${skill}_lowest AND ${COUNTS}`;

const READY = `
  -- Who is ready for a job role level they do not work at, for one level or for every one that somebody works at. Readiness is
  -- what is reached of what is asked, weighed by importance; nobody is ready who lacks a must-have.
  --
  -- Whoever may lack only a little must hold some of it at a level that follows from the rest. Of these the three that fewest
  -- people hold are looked at first, and only who holds them all is weighed. Where nothing alone is necessary, somebody ready still
  -- holds one of any few skills that together weigh more than may be lacking.
  CREATE FUNCTION app_insight_ready(at timestamptz, enough float8, only_level uuid) RETURNS TABLE ("levelId" uuid, "personId" uuid)
    LANGUAGE sql ${SAFELY} SET work_mem = '96MB' AS $$
    WITH here AS MATERIALIZED (${HERE}
    ), wanted AS (
      SELECT DISTINCT level_id FROM here WHERE only_level IS NULL AND level_id IS NOT NULL
      UNION SELECT only_level WHERE only_level IS NOT NULL
    ), asks AS MATERIALIZED (
      SELECT *, CASE WHEN must_have THEN needed ELSE ceil(needed - (1 - enough) * whole / importance - 1e-6)::int END AS lowest FROM (
        SELECT wanted.level_id, asked.skill_id, asked.importance, coalesce(asked.level_ordinal, 1) AS needed, asked.must_have,
          sum(asked.importance * coalesce(asked.level_ordinal, 1)) OVER (PARTITION BY wanted.level_id) AS whole
        FROM wanted JOIN job_role_requirement asked ON asked.job_role_level_id = wanted.level_id) each
    ), counted AS MATERIALIZED (
      SELECT level.skill_id, level.ordinal, count(*) AS holders FROM verified_level level
      WHERE level.skill_id IN (SELECT skill_id FROM asks) AND ${COUNTS} GROUP BY 1, 2
    ), ranked AS MATERIALIZED (
      SELECT *, row_number() OVER turn AS nth, sum(importance * needed) OVER turn - importance * needed AS before,
        count(*) FILTER (WHERE lowest >= 1) OVER (PARTITION BY level_id) AS necessary
      FROM (
        SELECT asks.*, (SELECT coalesce(sum(n), 0) FROM unnest(counts.holders) WITH ORDINALITY AS it (n, place)
          WHERE counts.ordinals[place] >= asks.lowest) AS holders
        FROM asks LEFT JOIN (
          SELECT skill_id, array_agg(ordinal) AS ordinals, array_agg(holders) AS holders FROM counted GROUP BY 1) counts USING (skill_id)) each
      WINDOW turn AS (PARTITION BY level_id ORDER BY lowest < 1, holders, skill_id ROWS UNBOUNDED PRECEDING)
    ), door AS MATERIALIZED (
      SELECT one.level_id, one.skill_id AS a, one.lowest AS a_lowest, coalesce(two.skill_id, one.skill_id) AS b,
        coalesce(two.lowest, one.lowest) AS b_lowest, coalesce(three.skill_id, one.skill_id) AS c, coalesce(three.lowest, one.lowest) AS c_lowest
      FROM ranked one LEFT JOIN ranked two ON two.level_id = one.level_id AND two.nth = 2 AND two.necessary >= 2
      LEFT JOIN ranked three ON three.level_id = one.level_id AND three.nth = 3 AND three.necessary >= 3
      WHERE CASE WHEN one.necessary > 0 THEN one.nth = 1 ELSE one.before <= (1 - enough) * one.whole + 1e-6 END
    ), likely AS MATERIALIZED (
      SELECT DISTINCT door.level_id, met.person_id
      FROM door CROSS JOIN LATERAL (${['a', 'b', 'c'].map(holding).join('\n        INTERSECT ')}) met
      JOIN here ON here.person_id = met.person_id AND here.level_id IS DISTINCT FROM door.level_id
    )
    SELECT likely.level_id, likely.person_id
    FROM likely JOIN asks USING (level_id) LEFT JOIN LATERAL (
      SELECT max(level.ordinal) AS ordinal FROM verified_level level
      WHERE level.person_id = likely.person_id AND level.skill_id = asks.skill_id AND ${COUNTS}) held ON true
    GROUP BY 1, 2
    HAVING sum(asks.importance * least(coalesce(held.ordinal, 0), asks.needed)) >= enough * max(asks.whole)
      AND bool_and(NOT asks.must_have OR held.ordinal IS NOT NULL AND held.ordinal >= asks.needed) $$;

  -- Of each job role level that somebody works at and that asks anything: how many work there, and how many others are ready.
  CREATE FUNCTION app_insight_succession(at timestamptz, enough float8) RETURNS TABLE ("levelId" uuid, there int, ready int, others int)
    LANGUAGE sql ${SAFELY} AS $$
    WITH here AS MATERIALIZED (${HERE}
    ), asking AS MATERIALIZED (SELECT DISTINCT job_role_level_id AS level_id FROM job_role_requirement
    ), level AS MATERIALIZED (SELECT level_id, count(*)::int AS there FROM here JOIN asking USING (level_id) GROUP BY 1
    ), ready AS MATERIALIZED (SELECT "levelId" AS level_id, count(*)::int AS ready FROM app_insight_ready(at, enough, NULL) GROUP BY 1
    ), people AS (
      -- Whoever is asked for something or holds something.
      SELECT (SELECT coalesce(sum(level.there), 0) FROM level) + (SELECT count(*) FROM here
        WHERE (level_id IS NULL OR level_id NOT IN (SELECT level_id FROM asking))
          AND EXISTS (SELECT FROM verified_level level WHERE level.person_id = here.person_id AND ${COUNTS})) AS n
    )
    SELECT level.level_id, level.there, coalesce(ready.ready, 0), people.n::int - level.there
    FROM people CROSS JOIN level LEFT JOIN ready USING (level_id) $$;
`;
