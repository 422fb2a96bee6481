import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
// As one value: as a list of rows it could not be looked up in an index.
const REPORTS = '(SELECT app_reports())::uuid[]';

/** What people say of their own skills, what others saw of them, and what they aim at. */
export class Standing1700000000066 implements MigrationInterface {
  name = 'Standing1700000000066';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What somebody says they can do. Never changed: a new sentence follows, so every date has its own.
      CREATE TABLE skill_claim (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        skill_id uuid NOT NULL REFERENCES skill,
        -- Null: taken back.
        ordinal int CHECK (ordinal BETWEEN 1 AND 20),
        words text NOT NULL CHECK (length(words) <= 2000),
        claimed_at timestamptz NOT NULL
      );
      CREATE INDEX skill_claim_person ON skill_claim (person_id, skill_id, claimed_at);

      -- At which level somebody was seen at work, by the line manager or by somebody of the same team.
      CREATE TABLE skill_observation (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        observer_id uuid NOT NULL REFERENCES person,
        skill_id uuid NOT NULL REFERENCES skill,
        ordinal int NOT NULL CHECK (ordinal BETWEEN 1 AND 20),
        capacity text NOT NULL CHECK (capacity IN ('MANAGER', 'PEER')),
        -- Not shown once, but used in the daily work.
        used_on_job boolean NOT NULL,
        seen_on date NOT NULL,
        words text NOT NULL CHECK (length(words) <= 2000),
        observed_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        CHECK (observer_id <> person_id)
      );
      CREATE INDEX skill_observation_person ON skill_observation (person_id, skill_id, observed_at);
      CREATE INDEX skill_observation_observer ON skill_observation (observer_id);

      -- The job role level that somebody aims at. What it asks is looked up when it is asked for.
      CREATE TABLE goal (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        job_role_level_id uuid NOT NULL REFERENCES job_role_level,
        -- The person, or the line manager who assigned it.
        chosen_by uuid NOT NULL REFERENCES person,
        by_day date,
        shared boolean NOT NULL,
        created_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_by uuid REFERENCES person,
        CHECK (shared OR chosen_by = person_id)
      );
      CREATE UNIQUE INDEX goal_open ON goal (person_id) WHERE ended_at IS NULL;
      CREATE INDEX goal_level ON goal (job_role_level_id);

      -- Somebody of the same team: with the same line manager today.
      CREATE FUNCTION app_peers() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT coalesce(array_agg(DISTINCT it.person_id), '{}') FROM employment own
        JOIN employment it ON it.manager_id = own.manager_id AND it.person_id <> own.person_id
          AND it.starts_on <= current_date AND (it.ends_on IS NULL OR it.ends_on >= current_date)
        WHERE own.person_id = app_person() AND own.starts_on <= current_date
          AND (own.ends_on IS NULL OR own.ends_on >= current_date) $$;
      -- Of how many people that work at a rung each holds a skill verified, and at which level; for no fewer than five.
      CREATE FUNCTION app_role_holdings(level uuid, at timestamptz) RETURNS TABLE (skill_id uuid, people int, holders int, middle int)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH there AS (SELECT DISTINCT job.person_id FROM employment job JOIN person ON person.id = job.person_id
            WHERE job.job_role_level_id = level AND job.is_primary AND app_is_with_us(person.active, person.last_day)
              AND job.starts_on <= at::date AND (job.ends_on IS NULL OR job.ends_on >= at::date)),
          held AS (SELECT credential.person_id, awards.skill_id, max(awards.level_ordinal) AS ordinal
            FROM there JOIN credential USING (person_id) JOIN award ON award.id = credential.award_id AND award.basis = 'DECISION'
            JOIN awarded_skill awards ON awards.achievement_version_id = credential.achievement_version_id AND awards.verifies
            WHERE credential.status = 'ACTIVE' AND credential.valid_from <= at
              AND (credential.valid_until IS NULL OR credential.valid_until > at)
            GROUP BY 1, 2)
        SELECT held.skill_id, (SELECT count(*)::int FROM there), count(*)::int,
          percentile_disc(0.5) WITHIN GROUP (ORDER BY held.ordinal)::int
        FROM held WHERE (SELECT count(*) FROM there) >= 5 GROUP BY held.skill_id $$;
      -- Whether a report has a goal at all: a manager does not end one that was not shared by assigning another.
      CREATE FUNCTION app_has_goal(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT app_manages(who) AND EXISTS (SELECT FROM goal WHERE person_id = who AND ended_at IS NULL) $$;
      REVOKE EXECUTE ON FUNCTION app_peers(), app_has_goal(uuid), app_role_holdings(uuid, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_peers(), app_has_goal(uuid), app_role_holdings(uuid, timestamptz) TO app_api, app_issuer;
    `);
    for (const table of ['skill_claim', 'skill_observation', 'goal'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_product ON ${table} TO app_issuer USING (true) WITH CHECK (true);
        REVOKE UPDATE, DELETE ON ${table} FROM app_api, app_issuer;
        REVOKE ALL ON ${table} FROM app_reporting;
      `);
    await runner.query(`
      CREATE POLICY skill_claim_own ON skill_claim FOR SELECT TO app_api USING (person_id = ${ME});
      CREATE POLICY skill_claim_manager ON skill_claim FOR SELECT TO app_api USING (person_id = ANY (${REPORTS}));
      CREATE POLICY skill_claim_said ON skill_claim FOR INSERT TO app_api WITH CHECK (person_id = ${ME});

      CREATE POLICY skill_observation_own ON skill_observation FOR SELECT TO app_api USING (person_id = ${ME});
      CREATE POLICY skill_observation_observer ON skill_observation FOR SELECT TO app_api USING (observer_id = ${ME});
      CREATE POLICY skill_observation_manager ON skill_observation FOR SELECT TO app_api USING (person_id = ANY (${REPORTS}));
      CREATE POLICY skill_observation_made ON skill_observation FOR INSERT TO app_api WITH CHECK (observer_id = ${ME}
        AND ((capacity = 'MANAGER' AND person_id = ANY (${REPORTS}))
          OR (capacity = 'PEER' AND person_id = ANY ((SELECT app_peers())::uuid[]))));
      CREATE POLICY skill_observation_withdrawn ON skill_observation FOR UPDATE TO app_api USING (observer_id = ${ME});
      GRANT UPDATE (withdrawn_at) ON skill_observation TO app_api;

      CREATE POLICY goal_own ON goal FOR SELECT TO app_api USING (person_id = ${ME});
      CREATE POLICY goal_manager ON goal FOR SELECT TO app_api USING (shared AND person_id = ANY (${REPORTS}));
      CREATE POLICY goal_chosen ON goal FOR INSERT TO app_api WITH CHECK (chosen_by = ${ME} AND person_id = ${ME});
      CREATE POLICY goal_assigned ON goal FOR INSERT TO app_api WITH CHECK (chosen_by = ${ME} AND person_id = ANY (${REPORTS}));
      CREATE POLICY goal_changed ON goal FOR UPDATE TO app_api USING (person_id = ${ME});
      CREATE POLICY goal_changed_by_manager ON goal FOR UPDATE TO app_api USING (shared AND person_id = ANY (${REPORTS}));
      GRANT UPDATE (by_day, shared, ended_at, ended_by) ON goal TO app_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE goal, skill_observation, skill_claim;
      DROP FUNCTION app_peers, app_has_goal, app_role_holdings;
    `);
  }
}
