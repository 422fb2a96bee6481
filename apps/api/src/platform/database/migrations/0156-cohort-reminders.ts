import type { MigrationInterface, QueryRunner } from 'typeorm';

const PLACES = (asked: string) => `
  CREATE OR REPLACE FUNCTION app_cohort_places(cohorts uuid[], at timestamptz)
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
      AND (${asked}member.person_id = app_person() OR (SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))) $$;`;

/** Cohorts that are reminded by themselves: how often, and when next. The product works out on whom something waits. */
export class CohortReminders1700000000156 implements MigrationInterface {
  name = 'CohortReminders1700000000156';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cohort ADD COLUMN remind_schedule text CHECK (remind_schedule IN ('WEEKLY', 'BEFORE_END')),
        ADD COLUMN remind_days_before int CHECK (remind_days_before BETWEEN 1 AND 90),
        ADD COLUMN remind_at timestamptz,
        ADD CONSTRAINT cohort_remind_days CHECK ((remind_schedule IS NOT DISTINCT FROM 'BEFORE_END') = (remind_days_before IS NOT NULL)),
        ADD CONSTRAINT cohort_remind_when CHECK (remind_at IS NULL OR remind_schedule IS NOT NULL);
      CREATE INDEX cohort_remind ON cohort (remind_at) WHERE remind_at IS NOT NULL AND closed_at IS NULL;
      GRANT UPDATE (remind_schedule, remind_days_before, remind_at) ON cohort TO app_api, app_issuer;
      ${PLACES(`current_setting('role', true) = 'app_issuer' OR `)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${PLACES('')}
      ALTER TABLE cohort DROP COLUMN remind_schedule, DROP COLUMN remind_days_before, DROP COLUMN remind_at;
    `);
  }
}
