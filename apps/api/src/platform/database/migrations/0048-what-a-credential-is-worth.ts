import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = `
  -- What strangers are told of how an achievement is assessed: counts only, of a published version, and none of few people.
  CREATE FUNCTION app_version_figures(version uuid)
    RETURNS TABLE (issued int, revoked int, "issuingSince" timestamptz, firsts int, "passedFirst" int,
      "bothPass" int, "bothNot" int, split int, "skillsRetired" boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH issuing AS (
      SELECT count(*)::int AS issued, (count(*) FILTER (WHERE status = 'REVOKED'))::int AS revoked, min(issued_at) AS since
      FROM credential
    ), attempts AS (
      SELECT count(*)::int AS firsts, (count(*) FILTER (WHERE outcome = 'PASS'))::int AS passed
      FROM (SELECT DISTINCT ON (decided.submission_id) decided.outcome
        FROM submission it JOIN decision decided ON decided.submission_id = it.id
        WHERE it.achievement_version_id = version AND it.attempt_no = 1 AND decided.released_at IS NOT NULL
          AND decided.released_at > now() - interval '24 months'
        ORDER BY decided.submission_id, decided.sequence DESC) latest
    ), views AS (
      SELECT slot.submission_id, min((mark.overall IN ('PASS', 'STRONG'))::text) AS least, max((mark.overall IN ('PASS', 'STRONG'))::text) AS most
      FROM marking_slot slot JOIN mark ON mark.slot_id = slot.id AND mark.assessor_id = slot.assessor_id
      WHERE slot.achievement_version_id = version AND slot.state = 'HANDED_IN' AND slot.purpose IN ('FIRST', 'SECOND')
        AND slot.round = 1 AND mark.overall IS NOT NULL
        AND EXISTS (SELECT FROM decision WHERE decision.submission_id = slot.submission_id AND released_at IS NOT NULL)
      GROUP BY slot.submission_id HAVING count(*) = 2
    ), pairs AS (
      SELECT (count(*) FILTER (WHERE least = 'true'))::int AS pass, (count(*) FILTER (WHERE most = 'false'))::int AS fail,
        (count(*) FILTER (WHERE least <> most))::int AS split, count(*)::int AS n FROM views
    )
    SELECT issuing.issued, issuing.revoked, issuing.since,
      CASE WHEN firsts >= 20 THEN firsts END, CASE WHEN firsts >= 20 THEN passed END,
      CASE WHEN n >= 10 THEN pass END, CASE WHEN n >= 10 THEN fail END, CASE WHEN n >= 10 THEN pairs.split END,
      EXISTS (SELECT FROM awarded_skill JOIN skill_retirement USING (skill_id) WHERE achievement_version_id = version)
    FROM issuing, attempts, pairs
    WHERE EXISTS (SELECT FROM achievement_version it WHERE it.id = version AND it.state <> 'DRAFT') $$;
`;

/** A proof page says how far the assessment behind a credential can be trusted, in figures that name nobody. */
export class WhatACredentialIsWorth1700000000048 implements MigrationInterface {
  name = 'WhatACredentialIsWorth1700000000048';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${FUNCTIONS}
      REVOKE EXECUTE ON FUNCTION app_version_figures(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_version_figures(uuid) TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app_version_figures(uuid)');
  }
}
