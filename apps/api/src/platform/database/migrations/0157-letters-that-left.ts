import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = `share_grant it JOIN credential held ON held.id = it.credential_id AND held.person_id = app_person()
      CROSS JOIN LATERAL jsonb_array_elements(it.sent) AS each
      JOIN mail ON mail.id = (each ->> 'mailId')::uuid AND mail.kind = 'BADGE_SHOWN' AND lower(mail.to_address) = each ->> 'address'`;
const CALLED = 'app_sent_letters(uuid[]), app_letter_again(uuid, uuid)';

/** Whether a letter with a link left is told to the holder who sent it, who may try one again that failed. */
export class LettersThatLeft1700000000157 implements MigrationInterface {
  name = 'LettersThatLeft1700000000157';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of links of one's own: how far each letter is that was sent of them.
      CREATE FUNCTION app_sent_letters(grants uuid[])
        RETURNS TABLE ("grantId" uuid, "mailId" uuid, state text, problem text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT it.id, mail.id, mail.state, mail.problem FROM ${OWN} WHERE it.id = ANY (grants) $$;
      -- Lets one of them wait again that failed, and says how often it was tried; nothing where there is no such letter.
      CREATE FUNCTION app_letter_again(link uuid, letter uuid) RETURNS TABLE (attempts int)
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        UPDATE mail again SET state = 'WAITING' WHERE again.id = letter AND again.state = 'FAILED'
          AND EXISTS (SELECT FROM ${OWN} WHERE it.id = link AND mail.id = again.id)
        RETURNING again.attempts $$;
      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${CALLED}`);
  }
}
