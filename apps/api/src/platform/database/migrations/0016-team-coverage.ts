import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each line manager's team covers, kept beside the facts it follows from: a count that changes at known times.
 * Employments, credentials and requirements have their dates, so tomorrow's answer is there today and nothing has to run.
 */
export class TeamCoverage1700000000016 implements MigrationInterface {
  name = 'TeamCoverage1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One person's share in one team: during this time the job asks this level of the skill (ASKED), the person is
      -- verified at what is asked (MET), or at any level (HELD).
      CREATE TABLE team_part (
        person_id uuid NOT NULL REFERENCES person,
        manager_id uuid NOT NULL REFERENCES person,
        skill_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('ASKED', 'MET', 'HELD')),
        -- The level asked; 0 where the kind knows none.
        ordinal int NOT NULL,
        during tstzrange NOT NULL
      );
      CREATE INDEX team_part_person ON team_part (person_id);

      -- The same, added up over the team: so many more or fewer from this moment on. Only ever appended, and folded at times.
      CREATE TABLE team_change (
        manager_id uuid NOT NULL,
        skill_id uuid NOT NULL,
        kind text NOT NULL,
        ordinal int NOT NULL,
        at timestamptz NOT NULL,
        change int NOT NULL
      );
      CREATE INDEX team_change_manager ON team_change (manager_id, at) INCLUDE (skill_id, kind, ordinal, change);
      CREATE INDEX employment_job_role_level ON employment (job_role_level_id);

      CREATE FUNCTION team_parts_of(people uuid[])
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
          SELECT wanted.person_id, version.skill_id, version.level_ordinal AS ordinal,
            tstzrange(credential.valid_from, credential.valid_until) AS during
          FROM wanted JOIN credential USING (person_id)
          JOIN award ON award.id = credential.award_id AND award.basis = 'DECISION'
          JOIN achievement_version version ON version.id = credential.achievement_version_id
          WHERE credential.status = 'ACTIVE'
            AND (credential.valid_until IS NULL OR credential.valid_until > credential.valid_from)
            AND version.skill_id IS NOT NULL AND version.level_ordinal IS NOT NULL
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

      -- Brings these people's parts up to date and appends what changed. Who changes the same person waits here, so that
      -- the later of two sees what the earlier one did; a whole organisation takes the table for itself instead.
      CREATE FUNCTION refresh_team_parts(people uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      BEGIN
        IF people IS NULL OR cardinality(people) = 0 THEN RETURN; END IF;
        IF cardinality(people) > 2000 THEN
          LOCK TABLE team_part IN SHARE ROW EXCLUSIVE MODE;
        ELSE
          LOCK TABLE team_part IN ROW EXCLUSIVE MODE;
          PERFORM FROM person WHERE id = ANY (people) ORDER BY id FOR NO KEY UPDATE;
        END IF;
        WITH fresh AS (
          SELECT * FROM team_parts_of(people)
        ), stored AS (
          SELECT person_id, manager_id, skill_id, kind, ordinal, during FROM team_part
          WHERE person_id IN (SELECT unnest(people))
        ), come AS (
          INSERT INTO team_part SELECT * FROM fresh EXCEPT SELECT * FROM stored RETURNING *
        ), outdated AS (
          SELECT * FROM stored EXCEPT SELECT * FROM fresh
        ), gone AS (
          DELETE FROM team_part USING outdated
          WHERE team_part.person_id = outdated.person_id AND team_part.manager_id = outdated.manager_id
            AND team_part.skill_id = outdated.skill_id AND team_part.kind = outdated.kind
            AND team_part.ordinal = outdated.ordinal AND team_part.during = outdated.during
          RETURNING team_part.*
        ), edge AS (
          SELECT manager_id, skill_id, kind, ordinal, lower(during) AS at, 1 AS change FROM come
          UNION ALL SELECT manager_id, skill_id, kind, ordinal, upper(during), -1 FROM come WHERE NOT upper_inf(during)
          UNION ALL SELECT manager_id, skill_id, kind, ordinal, lower(during), -1 FROM gone
          UNION ALL SELECT manager_id, skill_id, kind, ordinal, upper(during), 1 FROM gone WHERE NOT upper_inf(during)
        )
        INSERT INTO team_change
        SELECT manager_id, skill_id, kind, ordinal, at, sum(change) FROM edge GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0;
      END $$;

      -- What is past becomes one row per count. Answers about an earlier day are worked out from the facts.
      CREATE FUNCTION fold_team_changes(before timestamptz) RETURNS bigint LANGUAGE sql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        WITH past AS (
          DELETE FROM team_change WHERE at < before RETURNING *
        ), folded AS (
          INSERT INTO team_change
          SELECT manager_id, skill_id, kind, ordinal, max(at), sum(change) FROM past GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0
        )
        SELECT count(*) FROM past $$;

      CREATE FUNCTION team_people_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN PERFORM refresh_team_parts(ARRAY(SELECT DISTINCT person_id FROM new_rows));
        ELSIF TG_OP = 'DELETE' THEN PERFORM refresh_team_parts(ARRAY(SELECT DISTINCT person_id FROM old_rows));
        ELSE PERFORM refresh_team_parts(ARRAY(SELECT person_id FROM new_rows UNION SELECT person_id FROM old_rows));
        END IF;
        RETURN NULL;
      END $$;
      CREATE FUNCTION team_persons_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM refresh_team_parts(ARRAY(
          SELECT id FROM new_rows JOIN old_rows USING (id) WHERE new_rows.active <> old_rows.active));
        RETURN NULL;
      END $$;
      CREATE FUNCTION team_requirements_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      DECLARE levels uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN levels := ARRAY(SELECT DISTINCT job_role_level_id FROM new_rows);
        ELSIF TG_OP = 'DELETE' THEN levels := ARRAY(SELECT DISTINCT job_role_level_id FROM old_rows);
        ELSE levels := ARRAY(SELECT job_role_level_id FROM new_rows UNION SELECT job_role_level_id FROM old_rows);
        END IF;
        PERFORM refresh_team_parts(ARRAY(SELECT DISTINCT person_id FROM employment WHERE job_role_level_id = ANY (levels)));
        RETURN NULL;
      END $$;
    `);
    for (const [table, changed] of [
      ['employment', 'team_people_changed'],
      ['credential', 'team_people_changed'],
      ['job_role_requirement', 'team_requirements_changed'],
    ])
      await runner.query(`
        CREATE TRIGGER ${table}_team_insert AFTER INSERT ON ${table} REFERENCING NEW TABLE AS new_rows
          FOR EACH STATEMENT EXECUTE FUNCTION ${changed}();
        CREATE TRIGGER ${table}_team_update AFTER UPDATE ON ${table} REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
          FOR EACH STATEMENT EXECUTE FUNCTION ${changed}();
        CREATE TRIGGER ${table}_team_delete AFTER DELETE ON ${table} REFERENCING OLD TABLE AS old_rows
          FOR EACH STATEMENT EXECUTE FUNCTION ${changed}();
      `);
    await runner.query(`
      CREATE TRIGGER person_team_update AFTER UPDATE ON person REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION team_persons_changed();
      SELECT refresh_team_parts(ARRAY(SELECT DISTINCT person_id FROM employment));
      REVOKE EXECUTE ON FUNCTION fold_team_changes, refresh_team_parts FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION refresh_team_parts TO app_api, app_issuer;
      GRANT EXECUTE ON FUNCTION fold_team_changes TO app_issuer;
      REVOKE INSERT, UPDATE, DELETE ON team_part, team_change FROM app_api, app_issuer;
      -- Nobody reads another's team.
      ALTER TABLE team_part ENABLE ROW LEVEL SECURITY;
      ALTER TABLE team_change ENABLE ROW LEVEL SECURITY;
      CREATE POLICY team_change_manager ON team_change FOR SELECT TO app_api USING (manager_id = (SELECT app_person()));
      CREATE POLICY team_change_product ON team_change FOR SELECT TO app_issuer USING (true);
      CREATE POLICY team_part_product ON team_part FOR SELECT TO app_issuer USING (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['employment', 'credential', 'job_role_requirement'])
      await runner.query(
        ['insert', 'update', 'delete'].map((event) => `DROP TRIGGER ${table}_team_${event} ON ${table};`).join('\n'),
      );
    await runner.query(`
      DROP TRIGGER person_team_update ON person;
      DROP FUNCTION team_persons_changed, team_people_changed, team_requirements_changed, fold_team_changes, refresh_team_parts, team_parts_of;
      DROP INDEX employment_job_role_level;
      DROP TABLE team_change, team_part;
    `);
  }
}
