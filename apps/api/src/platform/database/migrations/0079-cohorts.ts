import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
const RUNS = `(SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))`;

/** Programmes, and the cohorts of people who are taken through them together. */
export class Cohorts1700000000079 implements MigrationInterface {
  name = 'Cohorts1700000000079';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE programme (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        summary text NOT NULL CHECK (length(summary) <= 2000),
        -- Who runs it, and whom people ask about it.
        lead_id uuid NOT NULL REFERENCES person,
        -- What is earned on the way, in the order in which it is shown.
        achievement_ids uuid[] NOT NULL CHECK (cardinality(achievement_ids) BETWEEN 1 AND 20),
        created_by uuid NOT NULL REFERENCES person,
        created_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE TABLE cohort (
        id uuid PRIMARY KEY,
        programme_id uuid NOT NULL REFERENCES programme,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        starts_on date NOT NULL,
        ends_on date NOT NULL CHECK (ends_on >= starts_on),
        created_by uuid NOT NULL REFERENCES person,
        created_at timestamptz NOT NULL,
        closed_at timestamptz
      );
      CREATE INDEX cohort_programme ON cohort (programme_id, starts_on);
      CREATE TABLE cohort_member (
        cohort_id uuid NOT NULL REFERENCES cohort,
        person_id uuid NOT NULL REFERENCES person,
        enrolled_by uuid NOT NULL REFERENCES person,
        enrolled_at timestamptz NOT NULL,
        left_at timestamptz,
        reminded_at timestamptz,
        PRIMARY KEY (cohort_id, person_id)
      );
      CREATE INDEX cohort_member_person ON cohort_member (person_id) WHERE left_at IS NULL;

      -- The cohorts that the person is in.
      CREATE FUNCTION app_own_cohorts() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT coalesce(array_agg(cohort_id), '{}') FROM cohort_member WHERE person_id = app_person() AND left_at IS NULL $$;
      -- How far people are with each achievement: the state of their last attempt, and whether they hold it. Never what they handed in.
      CREATE FUNCTION app_cohort_places(cohorts uuid[], at timestamptz)
        RETURNS TABLE ("cohortId" uuid, "personId" uuid, "achievementId" uuid, attempt text, holds boolean, held boolean, waits boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT member.cohort_id, member.person_id, part.id, attempt.state, earned.holds, earned.held, earned.waits
        FROM cohort_member member JOIN cohort ON cohort.id = member.cohort_id JOIN programme ON programme.id = cohort.programme_id
        CROSS JOIN unnest(programme.achievement_ids) AS part (id)
        LEFT JOIN LATERAL (SELECT state FROM submission it WHERE it.person_id = member.person_id AND it.achievement_id = part.id
          ORDER BY attempt_no DESC LIMIT 1) attempt ON true
        CROSS JOIN LATERAL (SELECT
            coalesce(bool_or(credential.status = 'ACTIVE' AND (credential.valid_until IS NULL OR credential.valid_until > at)), false) AS holds,
            coalesce(bool_or(credential.id IS NOT NULL), false) AS held,
            coalesce(bool_or(award.state IN ('PENDING', 'QUARANTINED')), false) AS waits
          FROM award LEFT JOIN credential ON credential.award_id = award.id AND credential.superseded_by IS NULL
          WHERE award.person_id = member.person_id AND award.achievement_id = part.id AND award.state <> 'CANCELLED') earned
        WHERE member.cohort_id = ANY (cohorts) AND member.left_at IS NULL
          AND (member.person_id = app_person() OR (SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))) $$;
      REVOKE EXECUTE ON FUNCTION app_own_cohorts(), app_cohort_places(uuid[], timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_own_cohorts(), app_cohort_places(uuid[], timestamptz) TO app_api, app_issuer;
    `);
    for (const table of ['programme', 'cohort', 'cohort_member'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_product ON ${table} TO app_issuer USING (true) WITH CHECK (true);
        CREATE POLICY ${table}_run ON ${table} TO app_api USING (${RUNS}) WITH CHECK (${RUNS});
        REVOKE UPDATE, DELETE ON ${table} FROM app_api, app_issuer;
        REVOKE ALL ON ${table} FROM app_reporting;
      `);
    await runner.query(`
      GRANT UPDATE (name, summary, lead_id, achievement_ids, ended_at) ON programme TO app_api, app_issuer;
      GRANT UPDATE (name, starts_on, ends_on, closed_at) ON cohort TO app_api, app_issuer;
      GRANT UPDATE (enrolled_by, enrolled_at, left_at, reminded_at) ON cohort_member TO app_api, app_issuer;
      CREATE POLICY programme_signed_in ON programme FOR SELECT TO app_api USING (${ME} IS NOT NULL);
      CREATE POLICY cohort_own ON cohort FOR SELECT TO app_api USING (id = ANY ((SELECT app_own_cohorts())::uuid[]));
      CREATE POLICY cohort_member_own ON cohort_member FOR SELECT TO app_api USING (person_id = ${ME} AND left_at IS NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE cohort_member, cohort, programme CASCADE;
      DROP FUNCTION app_own_cohorts, app_cohort_places;
    `);
  }
}
