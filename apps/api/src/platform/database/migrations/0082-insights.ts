import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRODUCT = `current_setting('role', true) = 'app_issuer'`;
const PLANS = `(SELECT ${PRODUCT} OR app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))`;
const WATCHES = `(SELECT ${PRODUCT} OR app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER', 'ASSESSMENT_LEAD'))`;
const FUNCTIONS =
  'app_insight_standing(timestamptz, uuid), app_insight_attempts(timestamptz, timestamptz), app_insight_marks(timestamptz, timestamptz)';

/** What figures about the whole organisation are counted from. A figure and the rows behind it come from the same function. */
export class Insights1700000000082 implements MigrationInterface {
  name = 'Insights1700000000082';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row per person and skill that the job of that day asks or that is verified then, for who plans for everybody.
      CREATE FUNCTION app_insight_standing(at timestamptz, only_skill uuid) RETURNS TABLE ("personId" uuid, "unitId" uuid,
          "levelId" uuid, "skillId" uuid, needed int, "mustHave" boolean, held int, "verifiedOn" timestamptz, "validUntil" timestamptz,
          "credentialId" uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH here AS (
          SELECT person.id AS person_id, job.org_unit_id, job.job_role_level_id
          FROM person LEFT JOIN employment job ON job.person_id = person.id AND job.is_primary
            AND job.starts_on <= at::date AND (job.ends_on IS NULL OR job.ends_on >= at::date)
          WHERE person.active AND (person.last_day IS NULL OR person.last_day >= at::date) AND ${PLANS}
        ), asked AS (
          SELECT here.person_id, asks.skill_id, coalesce(asks.level_ordinal, 1) AS ordinal, asks.must_have
          FROM here JOIN job_role_requirement asks USING (job_role_level_id)
          WHERE only_skill IS NULL OR asks.skill_id = only_skill
        ), proved AS (
          SELECT here.person_id, awards.skill_id, awards.level_ordinal AS ordinal, credential.valid_from, credential.valid_until,
            credential.id AS credential_id
          FROM here JOIN credential ON credential.person_id = here.person_id AND credential.status = 'ACTIVE'
            AND credential.valid_from <= at AND (credential.valid_until IS NULL OR credential.valid_until > at)
          JOIN award ON award.id = credential.award_id AND award.basis = 'DECISION'
          JOIN awarded_skill awards ON awards.achievement_version_id = credential.achievement_version_id AND awards.verifies
        ), held AS (
          -- The highest level that counts, of equals the one that counts longest.
          SELECT DISTINCT ON (person_id, skill_id) * FROM (
            SELECT * FROM proved
            UNION ALL
            SELECT proved.person_id, taken.to_skill_id, taken.to_ordinal, proved.valid_from, proved.valid_until, proved.credential_id
            FROM proved JOIN accepted_conversion taken ON taken.person_id = proved.person_id
              AND taken.from_skill_id = proved.skill_id AND taken.from_ordinal = proved.ordinal AND taken.accepted_at <= at) every
          WHERE only_skill IS NULL OR skill_id = only_skill
          ORDER BY person_id, skill_id, ordinal DESC, valid_until DESC NULLS FIRST, credential_id
        ), pair AS (
          SELECT coalesce(asked.person_id, held.person_id) AS person_id, coalesce(asked.skill_id, held.skill_id) AS skill_id,
            asked.ordinal AS needed, asked.must_have, held.ordinal AS held, held.valid_from, held.valid_until, held.credential_id
          FROM asked FULL JOIN held ON held.person_id = asked.person_id AND held.skill_id = asked.skill_id
        )
        SELECT here.person_id, here.org_unit_id, here.job_role_level_id, pair.skill_id, pair.needed, coalesce(pair.must_have, false),
          pair.held, pair.valid_from, pair.valid_until, pair.credential_id
        FROM pair JOIN here USING (person_id) $$;

      -- Attempts that began or got their answer in a period, without who made them.
      CREATE FUNCTION app_insight_attempts(since timestamptz, until timestamptz) RETURNS TABLE ("submissionId" uuid,
          "achievementId" uuid, "achievementName" text, "attemptNo" int, route text, "begunAt" timestamptz, "submittedAt" timestamptz,
          "dueAt" timestamptz, "releasedAt" timestamptz, outcome text, "issuedAt" timestamptz, "candidateCode" text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT submission.id, submission.achievement_id, version.name, submission.attempt_no, submission.route, submission.created_at,
          submission.submitted_at, slot.due_at, answer.released_at, final.outcome, issued.issued_at, slot.candidate_code
        FROM submission JOIN achievement_version version ON version.id = submission.achievement_version_id
        LEFT JOIN LATERAL (SELECT min(released_at) AS released_at FROM decision
          WHERE decision.submission_id = submission.id AND released_at IS NOT NULL) answer ON true
        LEFT JOIN LATERAL (SELECT outcome FROM decision
          WHERE decision.submission_id = submission.id AND released_at IS NOT NULL ORDER BY sequence DESC LIMIT 1) final ON true
        LEFT JOIN LATERAL (SELECT due_at, candidate_code FROM marking_slot
          WHERE marking_slot.submission_id = submission.id AND purpose = 'FIRST' ORDER BY round, id LIMIT 1) slot ON true
        LEFT JOIN LATERAL (SELECT min(credential.issued_at) AS issued_at FROM decision
          JOIN award ON award.basis = 'DECISION' AND award.basis_id = decision.id
          JOIN credential ON credential.award_id = award.id WHERE decision.submission_id = submission.id) issued ON true
        WHERE ${WATCHES} AND submission.created_at < until AND (submission.created_at >= since
          OR answer.released_at >= since AND answer.released_at < until) $$;

      -- How many marks were handed in in a period: what assessing cost is reckoned from them.
      CREATE FUNCTION app_insight_marks(since timestamptz, until timestamptz) RETURNS int
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT count(*)::int FROM mark WHERE mark.handed_in_at >= since AND mark.handed_in_at < until AND ${PLANS} $$;
      REVOKE EXECUTE ON FUNCTION ${FUNCTIONS} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${FUNCTIONS} TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${FUNCTIONS}`);
  }
}
