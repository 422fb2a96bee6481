import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As exact as the moments that the product asks with: what is written now counts for whoever asks in the same moment. */
const NOW = `date_trunc('milliseconds', now())`;
/** Of what counts people and no skill. */
const NO_SKILL = '00000000-0000-0000-0000-000000000000';
/** A level while it counts. Its end is none where it never ends. */
const COUNTS = `tstzrange(level.stands_from, nullif(level.counts_until, 'infinity'))`;
/** Whoever is gone before a job begins never has it. */
const END = 'least(job.ends_on, person.last_day)';
const LASTS = `tstzrange(job.starts_on::timestamp AT TIME ZONE 'UTC',
  (CASE WHEN ${END} < job.starts_on THEN job.starts_on ELSE ${END} + 1 END)::timestamp AT TIME ZONE 'UTC')`;
/** Whose changes are counted when all are done, and not after each statement: only the product itself, never a request. */
const TOGETHER = `current_setting('app.jobs_counted', true) = 'together' AND current_setting('role', true) = 'app_issuer'`;

/**
 * An import ends jobs and begins others in several statements. Counted after each of them, everybody below whoever leads was
 * taken out of the counts above and put back in. Now an import is counted once, when it is done; and a change that moves
 * nobody (another title) writes no count at all.
 */
export class JobsCountedTogether1700000000110 implements MigrationInterface {
  name = 'JobsCountedTogether1700000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINES);
    await runner.query(PARTS);
    await runner.query(CHANGES);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION count_jobs_of(uuid[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION count_jobs_of(uuid[]) TO app_issuer;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What imports were counted with before is slower and the same. Restore a dump instead.');
  }
}

const LINES = `
  -- After jobs of these people changed: who stands below whom, and what each manager's people count for those above.
  CREATE OR REPLACE FUNCTION refresh_manager_lines(people uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
  DECLARE leaders uuid[]; moved uuid[]; concerned uuid[];
  BEGIN
    leaders := ARRAY(
      SELECT id FROM unnest(people) AS given (id) WHERE EXISTS (SELECT FROM employment WHERE manager_id = given.id)
      UNION SELECT id FROM unnest(people) AS given (id) WHERE EXISTS (SELECT FROM manager_line WHERE manager_id = given.id)
      UNION
      -- Whoever has just begun to lead.
      SELECT id FROM (SELECT DISTINCT led.manager_id AS id FROM unnest(people) AS given (id)
        JOIN employment led ON led.person_id = given.id AND led.manager_id IS NOT NULL) begins
      WHERE NOT EXISTS (SELECT FROM manager_line WHERE manager_line.manager_id = begins.id)
        AND EXISTS (SELECT FROM employment own WHERE own.person_id = begins.id AND own.is_primary AND own.manager_id IS NOT NULL));
    -- Who stands where they stood before moves nobody below either: another title, another unit.
    IF cardinality(leaders) > 2000 THEN
      -- Of so many at once nearly all are new: they are looked at once, below.
      moved := leaders;
    ELSE
      moved := ARRAY(
        SELECT DISTINCT manager_id FROM manager_lines_of(leaders) fresh
        FULL JOIN (SELECT line.* FROM unnest(leaders) AS wanted (id) JOIN manager_line line ON line.manager_id = wanted.id) former
          USING (manager_id, above_id)
        WHERE fresh.during IS DISTINCT FROM former.during);
    END IF;
    IF cardinality(moved) = 0 THEN RETURN; END IF;
    -- Whoever appends to the counts of somebody's line meanwhile has to have read the line as it will be.
    PERFORM pg_advisory_xact_lock(hashtext('manager lines'));
    concerned := ARRAY(
      SELECT unnest(moved) UNION
      SELECT line.manager_id FROM unnest(moved) AS given (id) JOIN manager_line line ON line.above_id = given.id);
    WITH fresh AS MATERIALIZED (
      SELECT * FROM manager_lines_of(concerned)
    ), former AS MATERIALIZED (
      SELECT line.* FROM unnest(concerned) AS wanted (id) JOIN manager_line line ON line.manager_id = wanted.id
    ), differing AS MATERIALIZED (
      SELECT manager_id, above_id, fresh.during, former.during AS before FROM fresh FULL JOIN former USING (manager_id, above_id)
      WHERE fresh.during IS DISTINCT FROM former.during
    ), gone AS (
      DELETE FROM manager_line USING differing WHERE manager_line.manager_id = differing.manager_id
        AND manager_line.above_id = differing.above_id AND differing.during IS NULL
    ), kept AS (
      INSERT INTO manager_line SELECT manager_id, above_id, during FROM differing WHERE during IS NOT NULL
      ON CONFLICT (manager_id, above_id) DO UPDATE SET during = excluded.during
    ), part AS (
      SELECT manager_id, above_id, span, 1 AS sign FROM differing, unnest(coalesce(during, '{}') - coalesce(before, '{}')) AS span
      UNION ALL
      SELECT manager_id, above_id, span, -1 FROM differing, unnest(coalesce(before, '{}') - coalesce(during, '{}')) AS span
    ), edge AS (
      SELECT part.above_id, led.skill_id, led.kind, greatest(led.at, lower(part.span), ${NOW}) AS at, led.change * part.sign AS change
      FROM part JOIN team_change led ON led.manager_id = part.manager_id AND led.kind <> 'HELD'
        AND (upper_inf(part.span) OR led.at < upper(part.span))
      UNION ALL
      SELECT part.above_id, led.skill_id, led.kind, greatest(upper(part.span), ${NOW}), -led.change * part.sign
      FROM part JOIN team_change led ON led.manager_id = part.manager_id AND led.kind <> 'HELD'
        AND led.at < upper(part.span)
      WHERE NOT upper_inf(part.span)
    )
    INSERT INTO line_change SELECT above_id, skill_id, kind, at, sum(change) FROM edge GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0;
  END $$;
`;

const PARTS = `
  CREATE OR REPLACE FUNCTION team_parts_of(people uuid[])
    RETURNS TABLE (person_id uuid, manager_id uuid, skill_id uuid, kind text, ordinal int, during tstzrange, unit_id uuid)
    LANGUAGE sql STABLE AS $$
    -- What somebody holds is looked up in its index, person by person and never all against all: just after many rows were
    -- written the database does not know how many they are. One job after another at the same place is one part.
    WITH wanted AS (
      SELECT unnest(people) AS person_id
    ), job AS (
      SELECT wanted.person_id, job.manager_id, job.org_unit_id AS unit_id, job.job_role_level_id, job.is_primary,
        range_agg(${LASTS}) AS during
      FROM wanted JOIN employment job USING (person_id) JOIN person ON person.id = person_id AND person.active
      WHERE job.manager_id IS NOT NULL OR job.is_primary
      GROUP BY 1, 2, 3, 4, 5
    ), asked AS (
      SELECT job.person_id, job.manager_id, job.unit_id, job.during, asks.skill_id, coalesce(asks.level_ordinal, 1) AS ordinal
      FROM job JOIN job_role_requirement asks USING (job_role_level_id) WHERE job.is_primary
    ), part AS (
      SELECT person_id, manager_id, skill_id, 'ASKED' AS kind, ordinal, during, unit_id FROM asked
      UNION ALL
      SELECT person_id, manager_id, '${NO_SKILL}', 'THERE', 0, during, unit_id FROM job WHERE is_primary
      UNION ALL
      SELECT asked.person_id, asked.manager_id, asked.skill_id, 'MET', 0, range_agg(held.during) * asked.during, asked.unit_id
      FROM asked CROSS JOIN LATERAL (
        SELECT ${COUNTS} AS during FROM verified_level level WHERE level.person_id = asked.person_id AND level.skill_id = asked.skill_id
          AND level.ordinal >= asked.ordinal AND level.counts_until > level.stands_from OFFSET 0) held
      GROUP BY asked.person_id, asked.manager_id, asked.skill_id, asked.during, asked.unit_id
      UNION ALL
      SELECT led.person_id, led.manager_id, held.skill_id, 'HELD', 0, range_agg(held.during) * led.during, NULL
      FROM (SELECT person_id, manager_id, range_agg(during) AS during FROM job WHERE manager_id IS NOT NULL GROUP BY person_id, manager_id) led
      CROSS JOIN LATERAL (
        SELECT level.skill_id, ${COUNTS} AS during FROM verified_level level WHERE level.person_id = led.person_id
          AND level.counts_until > level.stands_from OFFSET 0) held
      GROUP BY led.person_id, led.manager_id, held.skill_id, led.during
    )
    SELECT person_id, manager_id, skill_id, kind, ordinal, each, unit_id FROM part, unnest(part.during) AS each WHERE NOT isempty(each)
  $$;
`;

const CHANGES = `
  -- Counts all that changed in the jobs of these people: first who stands below whom, with what was counted until now, then
  -- what changes in the counts. People are locked before lines, as everywhere else.
  CREATE FUNCTION count_jobs_of(people uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF people IS NULL OR cardinality(people) = 0 THEN RETURN; END IF;
    IF cardinality(people) > 2000 THEN
      LOCK TABLE team_part IN SHARE ROW EXCLUSIVE MODE;
    ELSE
      LOCK TABLE team_part IN ROW EXCLUSIVE MODE;
      PERFORM FROM person WHERE id = ANY (people) ORDER BY id FOR NO KEY UPDATE;
    END IF;
    PERFORM refresh_manager_lines(people);
    PERFORM refresh_team_parts(people);
  END $$;

  CREATE OR REPLACE FUNCTION team_people_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE people uuid[];
  BEGIN
    IF ${TOGETHER} THEN RETURN NULL; END IF;
    IF TG_OP = 'INSERT' THEN people := ARRAY(SELECT DISTINCT person_id FROM new_rows);
    ELSIF TG_OP = 'DELETE' THEN people := ARRAY(SELECT DISTINCT person_id FROM old_rows);
    ELSE
      people := ARRAY(
        SELECT unnest(ARRAY[now_is.person_id, was.person_id]) FROM new_rows now_is FULL JOIN old_rows was USING (id)
        WHERE (now_is.person_id, now_is.manager_id, now_is.org_unit_id, now_is.job_role_level_id, now_is.starts_on, now_is.ends_on, now_is.is_primary)
          IS DISTINCT FROM (was.person_id, was.manager_id, was.org_unit_id, was.job_role_level_id, was.starts_on, was.ends_on, was.is_primary)
        EXCEPT SELECT NULL);
    END IF;
    PERFORM count_jobs_of(people);
    RETURN NULL;
  END $$;

  CREATE OR REPLACE FUNCTION team_persons_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF ${TOGETHER} THEN RETURN NULL; END IF;
    PERFORM refresh_team_parts(ARRAY(SELECT id FROM new_rows JOIN old_rows USING (id)
      WHERE (new_rows.active, new_rows.last_day) IS DISTINCT FROM (old_rows.active, old_rows.last_day)));
    RETURN NULL;
  END $$;
`;
