import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTION = 'app_help_asked(uuid[])';

/** Whoever is asked to help with prior learning learns who asks, with what, and whether it can still be answered. */
export class WhoAsksForHelp1700000000175 implements MigrationInterface {
  name = 'WhoAsksForHelp1700000000175';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of drafts that the viewer was asked to help with; the draft itself opens only to who said yes.
      CREATE FUNCTION app_help_asked(submissions uuid[])
        RETURNS TABLE ("submissionId" uuid, "candidateId" uuid, "achievementVersionId" uuid, open boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT it.id, it.person_id, it.achievement_version_id, it.state IN ('DRAFT', 'RETURNED')
        FROM submission it JOIN mentor_request asked ON asked.submission_id = it.id AND asked.person_id = app_person()
        WHERE it.id = ANY (submissions) $$;
      REVOKE EXECUTE ON FUNCTION ${FUNCTION} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${FUNCTION} TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${FUNCTION}`);
  }
}
