import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
// As one value: as a list of rows it could not be looked up in an index.
const REPORTS = '(SELECT app_reports())::uuid[]';
const KEEPERS = `'HR_DESIGNER', 'PROGRAMME_OWNER'`;
const PLANS = `(SELECT app_holds_for(NULL, NULL, ${KEEPERS}))`;
// Whoever is gone before a job begins never has it.
const lasts = (end: string) => `tstzrange(job.starts_on::timestamp AT TIME ZONE 'UTC',
  (CASE WHEN ${end} < job.starts_on THEN job.starts_on ELSE ${end} + 1 END)::timestamp AT TIME ZONE 'UTC')`;
const LASTS = lasts('job.ends_on');
/** Of what counts people and no skill. */
const NO_SKILL = '00000000-0000-0000-0000-000000000000';
/** As exact as the moments that the product asks with: what is written now counts for whoever asks in the same moment. */
const NOW = `date_trunc('milliseconds', now())`;
/** A level while it counts. Its end is none where it never ends. */
const COUNTS = `tstzrange(level.stands_from, nullif(level.counts_until, 'infinity'))`;
const CALLED =
  'verified_levels_of(uuid[]), refresh_verified_levels(uuid[], uuid[]), manager_lines_of(uuid[]), refresh_manager_lines(uuid[]), rebuild_team_counts(), count_rows_anew()';

/**
 * Standing at the size of a large company: each verified level with the times at which it counts, and the counts of units
 * and of everybody below a manager, kept as those of a team are. All of it follows from credentials, what became of them,
 * accepted conversions and jobs; `rebuild_team_counts` works it out anew.
 */
export class StandingAtScale1700000000097 implements MigrationInterface {
  name = 'StandingAtScale1700000000097';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(LEVELS);
    await runner.query(LINES);
    await runner.query(PARTS);
    await runner.query(CHANGES);
    await runner.query(READINGS);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION rebuild_team_counts(), count_rows_anew() TO app_issuer;
      SELECT rebuild_team_counts();
    `);
  }

  async down(): Promise<void> {
    throw new Error('What teams were counted from before cannot be put back. Restore a dump instead.');
  }
}

const TABLES = `
  -- A level of a skill that a credential proves, while the credential stands: from the day it holds until it was suspended
  -- or revoked. Whoever asks about a day compares it with the times; nothing has to run when a level ends.
  CREATE TABLE verified_level (
    person_id uuid NOT NULL,
    skill_id uuid NOT NULL,
    ordinal int NOT NULL,
    credential_id uuid NOT NULL,
    verified_on timestamptz NOT NULL,
    valid_until timestamptz,
    stands_from timestamptz NOT NULL,
    stands_until timestamptz NOT NULL,
    -- Whichever comes first: the end of validity, or that it was taken back.
    counts_until timestamptz NOT NULL GENERATED ALWAYS AS (least(stands_until, coalesce(valid_until, 'infinity'))) STORED
  );
  CREATE INDEX verified_level_person ON verified_level (person_id, skill_id);
  -- Who holds a skill is read from the index alone.
  CREATE INDEX verified_level_skill ON verified_level (skill_id, person_id) INCLUDE (ordinal, stands_from, counts_until);

  -- During which time a manager stands below another, by main jobs.
  CREATE TABLE manager_line (
    manager_id uuid NOT NULL,
    above_id uuid NOT NULL,
    during tstzmultirange NOT NULL,
    PRIMARY KEY (manager_id, above_id)
  );
  CREATE INDEX manager_line_above ON manager_line (above_id);

  -- As team_change: requirements of main jobs, asked and met, of everybody below a manager and of each unit by itself.
  CREATE TABLE line_change (
    manager_id uuid NOT NULL,
    skill_id uuid NOT NULL,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    change int NOT NULL
  );
  CREATE INDEX line_change_manager ON line_change (manager_id, skill_id, at) INCLUDE (kind, change);
  CREATE TABLE unit_change (
    -- Null: a job in no unit.
    unit_id uuid,
    skill_id uuid NOT NULL,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    change int NOT NULL
  );
  CREATE INDEX unit_change_skill ON unit_change (skill_id, at) INCLUDE (unit_id, kind, change);

  -- THERE: somebody's main job, whatever it asks; of no skill.
  ALTER TABLE team_part ALTER COLUMN manager_id DROP NOT NULL, ADD COLUMN unit_id uuid,
    DROP CONSTRAINT team_part_kind_check, ADD CONSTRAINT team_part_kind_check CHECK (kind IN ('ASKED', 'MET', 'HELD', 'THERE'));
  CREATE INDEX team_part_skill ON team_part (skill_id, manager_id);

  ALTER TABLE verified_level ENABLE ROW LEVEL SECURITY;
  ALTER TABLE manager_line ENABLE ROW LEVEL SECURITY;
  ALTER TABLE line_change ENABLE ROW LEVEL SECURITY;
  ALTER TABLE unit_change ENABLE ROW LEVEL SECURITY;
  CREATE POLICY verified_level_product ON verified_level FOR SELECT TO app_issuer USING (true);
  CREATE POLICY verified_level_holder ON verified_level FOR SELECT TO app_api USING (person_id = ${ME});
  CREATE POLICY verified_level_manager ON verified_level FOR SELECT TO app_api USING (person_id = ANY (${REPORTS}));
  CREATE POLICY verified_level_keeper ON verified_level FOR SELECT TO app_api USING (${PLANS}
    OR (SELECT app_holds(${KEEPERS})) AND app_holds_for(person_id, NULL, ${KEEPERS}));
  CREATE POLICY manager_line_product ON manager_line FOR SELECT TO app_issuer USING (true);
  CREATE POLICY line_change_product ON line_change FOR SELECT TO app_issuer USING (true);
  CREATE POLICY unit_change_product ON unit_change FOR SELECT TO app_issuer USING (true);
  CREATE POLICY line_change_manager ON line_change FOR SELECT TO app_api USING (manager_id = ${ME});
  CREATE POLICY unit_change_planner ON unit_change FOR SELECT TO app_api USING (${PLANS});
  REVOKE INSERT, UPDATE, DELETE ON verified_level, manager_line, line_change, unit_change FROM app_api, app_issuer;
  REVOKE ALL ON verified_level, manager_line, line_change, unit_change FROM app_reporting;
`;

const LEVELS = `
  CREATE FUNCTION verified_levels_of(credentials uuid[])
    RETURNS TABLE (person_id uuid, skill_id uuid, ordinal int, credential_id uuid, verified_on timestamptz, valid_until timestamptz,
      stands_from timestamptz, stands_until timestamptz)
    LANGUAGE sql STABLE AS $$
    WITH given AS (
      SELECT credential.id, credential.person_id, credential.achievement_version_id, credential.valid_from, credential.valid_until,
        -- What ended and nobody wrote down since when, counts on no date.
        tstzmultirange(tstzrange(credential.valid_from, CASE WHEN credential.status <> 'ACTIVE'
          THEN greatest(coalesce(credential.status_since, credential.valid_from), credential.valid_from) END)) - coalesce(suspended.during, '{}') AS stands
      FROM unnest(credentials) AS wanted (id) JOIN credential ON credential.id = wanted.id
      JOIN award ON award.id = credential.award_id AND award.basis = 'DECISION'
      LEFT JOIN LATERAL (
        SELECT range_agg(tstzrange(it.done_at, it.next_at)) AS during FROM (
          SELECT change.kind, change.done_at, lead(change.done_at) OVER (ORDER BY change.done_at, change.id) AS next_at
          FROM credential_change change WHERE change.credential_id = credential.id AND change.state = 'DONE') it
        WHERE it.kind = 'SUSPEND') suspended ON true
    ), proved AS (
      SELECT given.*, awards.skill_id, awards.level_ordinal AS ordinal
      FROM given JOIN awarded_skill awards ON awards.achievement_version_id = given.achievement_version_id AND awards.verifies
    ), counted AS (
      SELECT id, person_id, skill_id, ordinal, valid_from, valid_until, stands FROM proved
      UNION ALL
      -- A level that its holder had converted counts in the other skill, too, from that moment on.
      SELECT proved.id, proved.person_id, taken.to_skill_id, taken.to_ordinal, proved.valid_from, proved.valid_until,
        proved.stands * tstzmultirange(tstzrange(taken.accepted_at, NULL))
      FROM proved JOIN accepted_conversion taken ON taken.person_id = proved.person_id
        AND taken.from_skill_id = proved.skill_id AND taken.from_ordinal = proved.ordinal
    )
    SELECT counted.person_id, counted.skill_id, counted.ordinal, counted.id, counted.valid_from, counted.valid_until,
      lower(during), coalesce(upper(during), 'infinity')
    FROM counted, unnest(counted.stands) AS during $$;

  -- Brings what these credentials prove up to date. Whoever changes the same person waits: the later sees what the earlier did.
  CREATE FUNCTION refresh_verified_levels(people uuid[], credentials uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
  BEGIN
    IF cardinality(people) > 2000 THEN
      LOCK TABLE team_part IN SHARE ROW EXCLUSIVE MODE;
    ELSE
      PERFORM FROM person WHERE id = ANY (people) ORDER BY id FOR NO KEY UPDATE;
    END IF;
    DELETE FROM verified_level USING unnest(people, credentials) AS given (person_id, credential_id)
    WHERE verified_level.person_id = given.person_id AND verified_level.credential_id = given.credential_id;
    INSERT INTO verified_level (person_id, skill_id, ordinal, credential_id, verified_on, valid_until, stands_from, stands_until)
    SELECT * FROM verified_levels_of(credentials);
  END $$;
`;

const LINES = `
  -- By main jobs, up to the top. Where two lead each other, the walk ends where it was before.
  CREATE FUNCTION manager_lines_of(managers uuid[]) RETURNS TABLE (manager_id uuid, above_id uuid, during tstzmultirange)
    LANGUAGE sql STABLE AS $$
    WITH RECURSIVE up AS (
      SELECT job.person_id AS manager_id, job.manager_id AS above_id, ${LASTS} AS during, ARRAY[job.person_id] AS passed
      FROM unnest(managers) AS wanted (id) JOIN employment job ON job.person_id = wanted.id AND job.is_primary AND job.manager_id <> job.person_id
      UNION ALL
      SELECT up.manager_id, job.manager_id, up.during * ${LASTS}, up.passed || up.above_id
      FROM up JOIN employment job ON job.person_id = up.above_id AND job.is_primary
        AND job.manager_id <> job.person_id AND job.manager_id <> ALL (up.passed) AND up.during && ${LASTS}
    )
    SELECT up.manager_id, up.above_id, range_agg(up.during) FROM up GROUP BY 1, 2 $$;

  -- After jobs of these people changed: who stands below whom, and what each manager's people count for those above.
  CREATE FUNCTION refresh_manager_lines(people uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
  DECLARE concerned uuid[];
  BEGIN
    concerned := ARRAY(
      SELECT id FROM unnest(people) AS given (id)
      WHERE EXISTS (SELECT FROM employment WHERE manager_id = given.id) OR EXISTS (SELECT FROM manager_line WHERE manager_id = given.id)
      UNION
      SELECT line.manager_id FROM unnest(people) AS given (id) JOIN manager_line line ON line.above_id = given.id
      UNION
      -- Whoever has just begun to lead.
      SELECT led.manager_id FROM unnest(people) AS given (id) JOIN employment led ON led.person_id = given.id AND led.manager_id IS NOT NULL
      WHERE NOT EXISTS (SELECT FROM manager_line WHERE manager_line.manager_id = led.manager_id)
        AND EXISTS (SELECT FROM employment own WHERE own.person_id = led.manager_id AND own.is_primary AND own.manager_id IS NOT NULL));
    IF cardinality(concerned) = 0 THEN RETURN; END IF;
    -- Whoever appends to the counts of somebody's line meanwhile has to have read the line as it will be.
    PERFORM pg_advisory_xact_lock(hashtext('manager lines'));
    WITH fresh AS MATERIALIZED (
      SELECT * FROM manager_lines_of(concerned)
    ), former AS MATERIALIZED (
      SELECT line.* FROM unnest(concerned) AS wanted (id) JOIN manager_line line ON line.manager_id = wanted.id
    ), differing AS (
      SELECT manager_id, above_id, coalesce(fresh.during, '{}') - coalesce(former.during, '{}') AS added,
        coalesce(former.during, '{}') - coalesce(fresh.during, '{}') AS ended
      FROM fresh FULL JOIN former USING (manager_id, above_id) WHERE fresh.during IS DISTINCT FROM former.during
    ), gone AS (
      DELETE FROM manager_line USING former WHERE manager_line.manager_id = former.manager_id AND manager_line.above_id = former.above_id
        AND NOT EXISTS (SELECT FROM fresh WHERE fresh.manager_id = former.manager_id AND fresh.above_id = former.above_id)
    ), kept AS (
      INSERT INTO manager_line SELECT * FROM fresh
      ON CONFLICT (manager_id, above_id) DO UPDATE SET during = excluded.during WHERE manager_line.during IS DISTINCT FROM excluded.during
    ), moved AS (
      SELECT manager_id, above_id, during, 1 AS sign FROM differing, unnest(added) AS during
      UNION ALL SELECT manager_id, above_id, during, -1 FROM differing, unnest(ended) AS during
    ), edge AS (
      SELECT moved.above_id, led.skill_id, led.kind, greatest(led.at, lower(moved.during), ${NOW}) AS at, led.change * moved.sign AS change
      FROM moved JOIN team_change led ON led.manager_id = moved.manager_id AND led.kind <> 'HELD'
        AND (upper_inf(moved.during) OR led.at < upper(moved.during))
      UNION ALL
      SELECT moved.above_id, led.skill_id, led.kind, greatest(upper(moved.during), ${NOW}), -led.change * moved.sign
      FROM moved JOIN team_change led ON led.manager_id = moved.manager_id AND led.kind <> 'HELD'
        AND led.at < upper(moved.during)
      WHERE NOT upper_inf(moved.during)
    )
    INSERT INTO line_change SELECT above_id, skill_id, kind, at, sum(change) FROM edge GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0;
  END $$;
`;

const PARTS = `
  DROP FUNCTION team_parts_of(uuid[]);
  CREATE FUNCTION team_parts_of(people uuid[])
    RETURNS TABLE (person_id uuid, manager_id uuid, skill_id uuid, kind text, ordinal int, during tstzrange, unit_id uuid)
    LANGUAGE sql STABLE AS $$
    -- What somebody holds is looked up in its index, person by person and never all against all: just after many rows were
    -- written the database does not know how many they are.
    WITH wanted AS (
      SELECT unnest(people) AS person_id
    ), job AS (
      SELECT wanted.person_id, job.manager_id, job.org_unit_id AS unit_id, job.job_role_level_id, job.is_primary,
        ${lasts('least(job.ends_on, person.last_day)')} AS during
      FROM wanted JOIN employment job USING (person_id) JOIN person ON person.id = person_id AND person.active
      WHERE job.manager_id IS NOT NULL OR job.is_primary
    ), asked AS (
      SELECT job.person_id, job.manager_id, job.unit_id, job.during, asks.skill_id, coalesce(asks.level_ordinal, 1) AS ordinal
      FROM job JOIN job_role_requirement asks USING (job_role_level_id) WHERE job.is_primary
    ), part AS (
      SELECT person_id, manager_id, skill_id, 'ASKED' AS kind, ordinal, tstzmultirange(during) AS during, unit_id FROM asked
      UNION ALL
      SELECT person_id, manager_id, '${NO_SKILL}', 'THERE', 0, tstzmultirange(during), unit_id FROM job WHERE is_primary
      UNION ALL
      SELECT asked.person_id, asked.manager_id, asked.skill_id, 'MET', 0, range_agg(held.during) * tstzmultirange(asked.during), asked.unit_id
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

  -- Brings these people's parts up to date and appends what changed, for their manager, for whoever is above, for their unit.
  -- What lies in the past counts from now on: earlier days are worked out from the facts.
  CREATE OR REPLACE FUNCTION refresh_team_parts(people uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
  BEGIN
    IF people IS NULL OR cardinality(people) = 0 THEN RETURN; END IF;
    IF cardinality(people) > 2000 THEN
      LOCK TABLE team_part IN SHARE ROW EXCLUSIVE MODE;
    ELSE
      LOCK TABLE team_part IN ROW EXCLUSIVE MODE;
      PERFORM FROM person WHERE id = ANY (people) ORDER BY id FOR NO KEY UPDATE;
    END IF;
    PERFORM pg_advisory_xact_lock_shared(hashtext('manager lines'));
    WITH fresh AS MATERIALIZED (
      SELECT * FROM team_parts_of(people)
    ), stored AS MATERIALIZED (
      SELECT person_id, manager_id, skill_id, kind, ordinal, during, unit_id FROM team_part
      WHERE person_id IN (SELECT unnest(people))
    ), come AS (
      INSERT INTO team_part (person_id, manager_id, skill_id, kind, ordinal, during, unit_id)
      SELECT * FROM fresh EXCEPT SELECT * FROM stored RETURNING *
    ), outdated AS (
      SELECT * FROM stored EXCEPT SELECT * FROM fresh
    ), gone AS (
      DELETE FROM team_part USING outdated
      WHERE team_part.person_id = outdated.person_id AND team_part.manager_id IS NOT DISTINCT FROM outdated.manager_id
        AND team_part.unit_id IS NOT DISTINCT FROM outdated.unit_id
        AND team_part.skill_id = outdated.skill_id AND team_part.kind = outdated.kind
        AND team_part.ordinal = outdated.ordinal AND team_part.during = outdated.during
      RETURNING team_part.*
    ), edge AS MATERIALIZED (
      SELECT manager_id, unit_id, skill_id, kind, ordinal, greatest(at, ${NOW}) AS at, sum(change)::int AS change FROM (
        SELECT manager_id, unit_id, skill_id, kind, ordinal, lower(during) AS at, 1 AS change FROM come
        UNION ALL SELECT manager_id, unit_id, skill_id, kind, ordinal, upper(during), -1 FROM come WHERE NOT upper_inf(during)
        UNION ALL SELECT manager_id, unit_id, skill_id, kind, ordinal, lower(during), -1 FROM gone
        UNION ALL SELECT manager_id, unit_id, skill_id, kind, ordinal, upper(during), 1 FROM gone WHERE NOT upper_inf(during)) each
      GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(change) <> 0
    ), of_team AS (
      INSERT INTO team_change SELECT manager_id, skill_id, kind, ordinal, at, sum(change) FROM edge
      WHERE manager_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0
    ), of_unit AS (
      INSERT INTO unit_change SELECT unit_id, skill_id, kind, at, sum(change) FROM edge
      WHERE kind <> 'HELD' GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0
    ), led AS (
      SELECT manager_id, skill_id, kind, at, sum(change)::int AS change FROM edge
      WHERE kind <> 'HELD' AND manager_id IS NOT NULL GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0
    ), above AS (
      SELECT manager_id, skill_id, kind, at, change FROM led
      UNION ALL
      SELECT line.above_id, led.skill_id, led.kind, greatest(led.at, lower(span)), led.change
      FROM led JOIN manager_line line USING (manager_id), unnest(line.during) AS span
      WHERE upper_inf(span) OR led.at < upper(span)
      UNION ALL
      SELECT line.above_id, led.skill_id, led.kind, upper(span), -led.change
      FROM led JOIN manager_line line USING (manager_id), unnest(line.during) AS span
      WHERE led.at < upper(span)
    )
    INSERT INTO line_change SELECT manager_id, skill_id, kind, at, sum(change) FROM above GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0;
  END $$;

  -- What is past becomes one row per count.
  CREATE OR REPLACE FUNCTION fold_team_changes(before timestamptz) RETURNS bigint LANGUAGE sql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    WITH past AS (
      DELETE FROM team_change WHERE at < before RETURNING *
    ), folded AS (
      INSERT INTO team_change
      SELECT manager_id, skill_id, kind, ordinal, max(at), sum(change) FROM past GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0
    ), past_line AS (
      DELETE FROM line_change WHERE at < before RETURNING *
    ), folded_line AS (
      INSERT INTO line_change SELECT manager_id, skill_id, kind, max(at), sum(change) FROM past_line GROUP BY 1, 2, 3 HAVING sum(change) <> 0
    ), past_unit AS (
      DELETE FROM unit_change WHERE at < before RETURNING *
    ), folded_unit AS (
      INSERT INTO unit_change SELECT unit_id, skill_id, kind, max(at), sum(change) FROM past_unit GROUP BY 1, 2, 3 HAVING sum(change) <> 0
    )
    SELECT count(*) FROM past $$;

  -- After very many rows were written at once: plans rest on how many there are, and the database looks only at times.
  CREATE FUNCTION count_rows_anew() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    ANALYZE person, employment, credential, award, achievement, achievement_version, skill, skill_revision, job_role_requirement, verified_level;
  END $$;

  -- Everything from the facts, as if nothing had been kept.
  CREATE FUNCTION rebuild_team_counts() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('manager lines'));
    TRUNCATE verified_level, manager_line, team_part, team_change, line_change, unit_change;
    PERFORM count_rows_anew();
    INSERT INTO verified_level (person_id, skill_id, ordinal, credential_id, verified_on, valid_until, stands_from, stands_until)
    SELECT * FROM verified_levels_of(ARRAY(SELECT id FROM credential));
    ANALYZE verified_level;
    INSERT INTO manager_line SELECT * FROM manager_lines_of(ARRAY(SELECT DISTINCT manager_id FROM employment WHERE manager_id IS NOT NULL));
    PERFORM refresh_team_parts(ARRAY(SELECT DISTINCT person_id FROM employment));
    ANALYZE team_part, team_change, line_change, unit_change, manager_line;
  END $$;
`;

const CHANGES = `
  -- A credential was issued, or what became of it was written down.
  CREATE FUNCTION standing_credentials_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE people uuid[]; credentials uuid[];
  BEGIN
    IF TG_OP = 'INSERT' THEN
      SELECT array_agg(person_id), array_agg(id) INTO people, credentials FROM new_rows;
    ELSIF TG_OP = 'DELETE' THEN
      SELECT array_agg(person_id), array_agg(id) INTO people, credentials FROM old_rows;
    ELSE
      SELECT array_agg(new_rows.person_id), array_agg(id) INTO people, credentials FROM new_rows JOIN old_rows USING (id)
      WHERE (new_rows.status, new_rows.status_since, new_rows.valid_from, new_rows.valid_until, new_rows.achievement_version_id)
        IS DISTINCT FROM (old_rows.status, old_rows.status_since, old_rows.valid_from, old_rows.valid_until, old_rows.achievement_version_id);
    END IF;
    IF people IS NULL THEN RETURN NULL; END IF;
    PERFORM refresh_verified_levels(people, credentials);
    PERFORM refresh_team_parts(ARRAY(SELECT DISTINCT unnest(people)));
    RETURN NULL;
  END $$;
  DROP TRIGGER credential_team_insert ON credential;
  DROP TRIGGER credential_team_update ON credential;
  DROP TRIGGER credential_team_delete ON credential;
  CREATE TRIGGER credential_team_insert AFTER INSERT ON credential REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION standing_credentials_changed();
  CREATE TRIGGER credential_team_update AFTER UPDATE ON credential REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION standing_credentials_changed();
  CREATE TRIGGER credential_team_delete AFTER DELETE ON credential REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION standing_credentials_changed();

  -- A suspension or its end was carried out.
  CREATE FUNCTION standing_life_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE people uuid[]; credentials uuid[];
  BEGIN
    SELECT array_agg(person_id), array_agg(credential_id) INTO people, credentials
    FROM (SELECT DISTINCT person_id, credential_id FROM new_rows WHERE state = 'DONE') each;
    IF people IS NULL THEN RETURN NULL; END IF;
    PERFORM refresh_verified_levels(people, credentials);
    PERFORM refresh_team_parts(ARRAY(SELECT DISTINCT unnest(people)));
    RETURN NULL;
  END $$;
  CREATE TRIGGER credential_change_team_insert AFTER INSERT ON credential_change REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION standing_life_changed();
  CREATE TRIGGER credential_change_team_update AFTER UPDATE ON credential_change REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION standing_life_changed();

  -- Somebody had a level converted, or what they had converted was forgotten.
  CREATE FUNCTION standing_conversions_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE people uuid[]; credentials uuid[]; holders uuid[];
  BEGIN
    IF TG_OP = 'INSERT' THEN holders := ARRAY(SELECT DISTINCT person_id FROM new_rows WHERE person_id IS NOT NULL);
    ELSE holders := ARRAY(SELECT DISTINCT person_id FROM old_rows WHERE person_id IS NOT NULL);
    END IF;
    -- First to wait for whoever writes credentials of theirs, then to read them.
    PERFORM FROM person WHERE id = ANY (holders) ORDER BY id FOR NO KEY UPDATE;
    SELECT array_agg(person_id), array_agg(id) INTO people, credentials FROM credential WHERE person_id = ANY (holders);
    IF people IS NULL THEN RETURN NULL; END IF;
    PERFORM refresh_verified_levels(people, credentials);
    PERFORM refresh_team_parts(holders);
    RETURN NULL;
  END $$;
  DROP TRIGGER accepted_conversion_team_insert ON accepted_conversion;
  CREATE TRIGGER accepted_conversion_team_insert AFTER INSERT ON accepted_conversion REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION standing_conversions_changed();
  CREATE TRIGGER accepted_conversion_team_delete AFTER DELETE ON accepted_conversion REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION standing_conversions_changed();

  CREATE OR REPLACE FUNCTION team_persons_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM refresh_team_parts(ARRAY(SELECT id FROM new_rows JOIN old_rows USING (id)
      WHERE (new_rows.active, new_rows.last_day) IS DISTINCT FROM (old_rows.active, old_rows.last_day)));
    RETURN NULL;
  END $$;

  -- Of jobs: first who stands below whom, with what was counted until now, then what changes in the counts.
  CREATE OR REPLACE FUNCTION team_people_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE people uuid[];
  BEGIN
    IF TG_OP = 'INSERT' THEN people := ARRAY(SELECT DISTINCT person_id FROM new_rows);
    ELSIF TG_OP = 'DELETE' THEN people := ARRAY(SELECT DISTINCT person_id FROM old_rows);
    ELSE people := ARRAY(SELECT person_id FROM new_rows UNION SELECT person_id FROM old_rows);
    END IF;
    PERFORM refresh_manager_lines(people);
    PERFORM refresh_team_parts(people);
    RETURN NULL;
  END $$;
`;

/** A level that counts at a moment. */
const AT = 'level.stands_from <= at AND level.counts_until > at';

/** What was worked out from credentials for each question is read from the levels: the same, and right on earlier days, too. */
const READINGS = `
  CREATE OR REPLACE FUNCTION app_team_layers(people uuid[], skills uuid[], at timestamptz) RETURNS TABLE (layer text, cells text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH who AS MATERIALIZED (
      SELECT asked.id, asked.place FROM unnest(people) WITH ORDINALITY AS asked (id, place)
      JOIN app_tree() tree ON tree.person_id = asked.id
    ), about AS MATERIALIZED (
      SELECT asked.id, asked.place FROM unnest(skills) WITH ORDINALITY AS asked (id, place)
    ), best AS (
      SELECT DISTINCT ON (who.place, about.place) who.place AS person, about.place AS skill, level.ordinal, level.valid_until,
        level.counts_until > at AS counts
      FROM who JOIN verified_level level ON level.person_id = who.id JOIN about ON about.id = level.skill_id
      WHERE level.stands_from <= at AND level.stands_until > at
      ORDER BY who.place, about.place, level.counts_until > at DESC,
        CASE WHEN level.counts_until > at THEN level.ordinal END DESC NULLS LAST,
        level.valid_until DESC NULLS FIRST, level.ordinal DESC
    ), word AS (
      SELECT DISTINCT ON (seen.person_id, seen.skill_id, seen.observer_id) who.place AS person, about.place AS skill,
        seen.ordinal, seen.capacity, seen.observed_at
      FROM who JOIN skill_observation seen ON seen.person_id = who.id JOIN about ON about.id = seen.skill_id
      WHERE seen.observed_at <= at AND (seen.withdrawn_at IS NULL OR seen.withdrawn_at > at)
      ORDER BY seen.person_id, seen.skill_id, seen.observer_id, seen.observed_at DESC
    ), seen AS (
      SELECT DISTINCT ON (word.person, word.skill) word.person, word.skill, word.ordinal FROM word
      ORDER BY word.person, word.skill, word.capacity = 'MANAGER' DESC, word.observed_at DESC
    ), said AS (
      SELECT DISTINCT ON (claim.person_id, claim.skill_id) who.place AS person, about.place AS skill, claim.ordinal
      FROM who JOIN skill_claim claim ON claim.person_id = who.id JOIN about ON about.id = claim.skill_id
      WHERE claim.claimed_at <= at ORDER BY claim.person_id, claim.skill_id, claim.claimed_at DESC, claim.id DESC
    )
    SELECT CASE WHEN best.counts THEN 'VERIFIED' ELSE 'LAPSED' END,
      string_agg(concat_ws('.', best.person, best.skill, best.ordinal, extract(epoch FROM best.valid_until)::bigint), ' ')
    FROM best GROUP BY 1
    UNION ALL SELECT 'OBSERVED', string_agg(concat_ws('.', seen.person, seen.skill, seen.ordinal), ' ') FROM seen
    UNION ALL SELECT 'CLAIMED', string_agg(concat_ws('.', said.person, said.skill, said.ordinal), ' ') FROM said
      WHERE said.ordinal IS NOT NULL $$;

  CREATE OR REPLACE FUNCTION app_team_cell(who uuid, about uuid, at timestamptz)
    RETURNS TABLE (layer text, ordinal int, since timestamptz, until timestamptz, achievement_name text, assessors int,
      credential_id uuid, capacity text, observer_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT * FROM (
      SELECT CASE WHEN level.counts_until > at THEN 'VERIFIED' ELSE 'LAPSED' END AS layer,
        level.ordinal, level.verified_on AS since, level.valid_until, version.name,
        (award.plan #>> '{marking,assessors}')::int, credential.id, NULL::text, NULL::uuid
      FROM verified_level level JOIN credential ON credential.id = level.credential_id JOIN award ON award.id = credential.award_id
      JOIN achievement_version version ON version.id = credential.achievement_version_id
      WHERE level.person_id = who AND level.skill_id = about AND level.stands_from <= at AND level.stands_until > at
      UNION ALL
      SELECT 'OBSERVED', seen.ordinal, seen.observed_at, NULL, NULL, NULL, NULL, seen.capacity, seen.observer_id
      FROM (SELECT DISTINCT ON (it.observer_id) it.* FROM skill_observation it
        WHERE it.person_id = who AND it.skill_id = about AND it.observed_at <= at
          AND (it.withdrawn_at IS NULL OR it.withdrawn_at > at)
        ORDER BY it.observer_id, it.observed_at DESC) seen
      UNION ALL
      SELECT 'CLAIMED', said.ordinal, said.claimed_at, NULL, NULL, NULL, NULL, NULL, NULL
      FROM (SELECT it.* FROM skill_claim it WHERE it.person_id = who AND it.skill_id = about AND it.claimed_at <= at
        ORDER BY it.claimed_at DESC, it.id DESC LIMIT 1) said
      WHERE said.ordinal IS NOT NULL
    ) every WHERE EXISTS (SELECT FROM app_tree() tree WHERE tree.person_id = who)
    ORDER BY every.since DESC $$;

  CREATE OR REPLACE FUNCTION app_role_holdings(level uuid, at timestamptz) RETURNS TABLE (skill_id uuid, people int, holders int, middle int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH there AS (SELECT DISTINCT job.person_id FROM employment job JOIN person ON person.id = job.person_id
        WHERE job.job_role_level_id = $1 AND job.is_primary AND app_is_with_us(person.active, person.last_day)
          AND job.starts_on <= at::date AND (job.ends_on IS NULL OR job.ends_on >= at::date)),
      held AS (SELECT level.person_id, level.skill_id, max(level.ordinal) AS ordinal
        FROM there JOIN verified_level level USING (person_id) WHERE ${AT} GROUP BY 1, 2)
    SELECT held.skill_id, (SELECT count(*)::int FROM there), count(*)::int,
      percentile_disc(0.5) WITHIN GROUP (ORDER BY held.ordinal)::int
    FROM held WHERE (SELECT count(*) FROM there) >= 5 GROUP BY held.skill_id $$;

  -- One row per person and skill that the job of that day asks or that is verified then, for who plans for everybody.
  CREATE OR REPLACE FUNCTION app_insight_standing(at timestamptz, only_skill uuid) RETURNS TABLE ("personId" uuid, "unitId" uuid,
      "levelId" uuid, "skillId" uuid, needed int, "mustHave" boolean, held int, "verifiedOn" timestamptz, "validUntil" timestamptz,
      "credentialId" uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH here AS (
      SELECT person.id AS person_id, job.org_unit_id, job.job_role_level_id
      FROM person LEFT JOIN employment job ON job.person_id = person.id AND job.is_primary
        AND job.starts_on <= at::date AND (job.ends_on IS NULL OR job.ends_on >= at::date)
      WHERE person.active AND (person.last_day IS NULL OR person.last_day >= at::date)
        AND (SELECT current_setting('role', true) = 'app_issuer' OR app_holds_for(NULL, NULL, ${KEEPERS}))
    ), asked AS (
      SELECT here.person_id, asks.skill_id, coalesce(asks.level_ordinal, 1) AS ordinal, asks.must_have
      FROM here JOIN job_role_requirement asks USING (job_role_level_id)
      WHERE only_skill IS NULL OR asks.skill_id = only_skill
    ), held AS (
      -- The highest level that counts, of equals the one that counts longest.
      SELECT DISTINCT ON (level.person_id, level.skill_id) level.* FROM verified_level level
      WHERE ${AT} AND (only_skill IS NULL OR level.skill_id = only_skill)
      ORDER BY level.person_id, level.skill_id, level.ordinal DESC, level.valid_until DESC NULLS FIRST, level.credential_id
    ), pair AS (
      SELECT coalesce(asked.person_id, held.person_id) AS person_id, coalesce(asked.skill_id, held.skill_id) AS skill_id,
        asked.ordinal AS needed, asked.must_have, held.ordinal AS held, held.verified_on, held.valid_until, held.credential_id
      FROM asked FULL JOIN held ON held.person_id = asked.person_id AND held.skill_id = asked.skill_id
    )
    SELECT here.person_id, here.org_unit_id, here.job_role_level_id, pair.skill_id, pair.needed, coalesce(pair.must_have, false),
      pair.held, pair.verified_on, pair.valid_until, pair.credential_id
    FROM pair JOIN here USING (person_id) $$;

  -- From the counts that are kept; whoever holds a skill is counted in its index.
  CREATE OR REPLACE FUNCTION app_skill_needs(at timestamptz) RETURNS TABLE (skill_id uuid, people int, met int, holders int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH counted AS (
      SELECT change.skill_id, (sum(change.change) FILTER (WHERE kind = 'ASKED'))::int AS people,
        coalesce((sum(change.change) FILTER (WHERE kind = 'MET'))::int, 0) AS met
      FROM unit_change change WHERE change.at <= $1 AND change.kind <> 'THERE' AND ${PLANS} GROUP BY 1
    ), held AS (
      SELECT level.skill_id, count(DISTINCT level.person_id)::int AS holders
      FROM verified_level level JOIN person ON person.id = level.person_id AND app_is_with_us(person.active, person.last_day)
      WHERE level.stands_from <= $1 AND level.counts_until > $1 AND ${PLANS} GROUP BY 1
    )
    SELECT skill_id, coalesce(counted.people, 0), coalesce(counted.met, 0), coalesce(held.holders, 0)
    FROM (SELECT * FROM counted WHERE people > 0) counted FULL JOIN held USING (skill_id) $$;
`;
