import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Uses are counted some seconds after they happened. While somebody is being erased their badges still look whole to everybody
 * else, and a count written then would have stayed for ever.
 */
export class UsesWaitForErasure1700000000129 implements MigrationInterface {
  name = 'UsesWaitForErasure1700000000129';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Uses that were gathered for some seconds, in one go: numbers of a day, and nothing about who it was but the name of a key.
      -- Badges are held fast in one order and before their links, as an erasure does it. That waits for the count and then deletes
      -- it, or the count waits and leaves the badge out.
      CREATE OR REPLACE FUNCTION app_count_uses(uses jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH said AS MATERIALIZED (
          SELECT * FROM jsonb_to_recordset(uses) AS it ("credentialId" uuid, "grantId" uuid, use text, "keyName" text, day date, times int)
        ), held AS MATERIALIZED (
          SELECT credential.id FROM credential
          WHERE credential.id IN (SELECT said."credentialId" FROM said
              UNION ALL SELECT it.credential_id FROM said JOIN share_grant it ON it.id = said."grantId")
            AND credential.document <> ''
          ORDER BY credential.id FOR SHARE
        ), opened AS (
          UPDATE share_grant SET views = views + page.times FROM (
            SELECT it.id, sum(said.times)::int AS times FROM said JOIN share_grant it ON it.id = said."grantId" AND said.use = 'PAGE'
            JOIN held ON held.id = it.credential_id GROUP BY it.id) page WHERE page.id = share_grant.id
        ), logged AS (
          INSERT INTO share_day (share_grant_id, day, kind, by_name, times)
          SELECT it.id, said.day, said.use, said."keyName", sum(said.times)::int FROM said JOIN share_grant it ON it.id = said."grantId"
          JOIN held ON held.id = it.credential_id
          GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
          ON CONFLICT (share_grant_id, day, kind, by_name) DO UPDATE SET times = share_day.times + excluded.times
        )
        INSERT INTO credential_use (credential_id, day, kind, times)
        SELECT held.id, said.day, kind, sum(said.times)::int FROM said JOIN held ON held.id = said."credentialId"
        JOIN (VALUES ('PAGE', 'VIEW'), ('FRAME', 'VIEW'), ('DOCUMENT', 'DOWNLOAD'), ('FILE', 'DOWNLOAD'), ('FINDINGS', 'VERIFICATION'),
          ('VERIFICATION', 'VERIFICATION'), ('SHARE', 'SHARE')) AS means (use, kind) USING (use)
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (credential_id, day, kind) DO UPDATE SET times = credential_use.times + excluded.times $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Counting without waiting for an erasure is not put back.');
  }
}
