import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = `
  -- Which of the credentials under a link is asked for: 1 is the one it was made for.
  CREATE FUNCTION app_share_nth() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(current_setting('app.share_nth', true), '')::int, 1) $$;

  -- Nobody shows what is somebody else's, whatever stands in a link.
  CREATE OR REPLACE FUNCTION app_shared_credential() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT shown.id FROM share_grant it
    JOIN credential principal ON principal.id = it.credential_id
    JOIN credential shown ON shown.id = (ARRAY[it.credential_id] || it.further_ids)[app_share_nth()] AND shown.person_id = principal.person_id
    WHERE it.token = app_share_token() AND it.revoked_at IS NULL AND (it.expires_at IS NULL OR it.expires_at > now()) $$;

  -- The evidence behind credentials, as it was handed in: all of it for their holder, what was chosen for whoever has the link.
  -- A witness is quoted and not named. Only what has the digest that was signed.
  CREATE FUNCTION app_evidence_of(credentials uuid[])
    RETURNS TABLE ("credentialId" uuid, nth int, kind text, title text, words text, url text, "madeOn" text, "fileId" uuid, "mediaType" text, pages int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT it.id, signed.nth::int, found.item ->> 'kind',
      CASE WHEN found.item ->> 'kind' = 'WITNESS' THEN '' ELSE found.item ->> 'title' END,
      coalesce(found.item ->> 'text', found.item #>> '{statement,words}'), found.item ->> 'url', found.item ->> 'madeOn',
      file.id, file.media_type, coalesce(jsonb_array_length(drawn.pages), 0)
    FROM credential it
    JOIN award ON award.id = it.award_id AND award.basis = 'DECISION'
    JOIN decision ON decision.id = award.basis_id
    CROSS JOIN LATERAL jsonb_array_elements(award.plan -> 'evidence') WITH ORDINALITY AS signed (value, nth)
    CROSS JOIN LATERAL (
      SELECT item FROM submission_snapshot copy CROSS JOIN LATERAL jsonb_array_elements(copy.content -> 'items') item
      WHERE copy.submission_id = decision.submission_id AND item ->> 'digest' = signed.value ->> 'sha256'
      ORDER BY copy.number DESC LIMIT 1) found
    LEFT JOIN stored_file file ON file.id = (found.item ->> 'fileId')::uuid
    LEFT JOIN file_preview drawn ON drawn.file_id = file.id AND drawn.state = 'READY'
    WHERE it.id = ANY (credentials) AND (it.person_id = app_person() OR (it.id = app_shared_credential() AND EXISTS (
      SELECT FROM share_grant shared CROSS JOIN LATERAL jsonb_array_elements(shared.evidence) chosen
      WHERE shared.token = app_share_token() AND chosen ->> 'credentialId' = it.id::text AND (chosen ->> 'nth')::int = signed.nth)))
    ORDER BY it.id, signed.nth $$;

  -- One more use of the link that somebody came by. A number of a day, and nothing about who it was but the name of a key.
  CREATE FUNCTION app_count_share(what text, key_name text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH it AS (SELECT id FROM share_grant WHERE token = app_share_token() AND app_shared_credential() IS NOT NULL),
    opened AS (UPDATE share_grant SET views = views + 1 WHERE id IN (SELECT id FROM it) AND what = 'PAGE')
    INSERT INTO share_day (share_grant_id, day, kind, by_name, times) SELECT id, current_date, what, key_name, 1 FROM it
    ON CONFLICT (share_grant_id, day, kind, by_name) DO UPDATE SET times = share_day.times + 1 $$;
`;

const CALLED = 'app_evidence_of(uuid[]), app_count_share(text, text)';
const SHOWN = 'token = (SELECT app_share_token()) AND (SELECT app_shared_credential()) IS NOT NULL';

/** A link shows several credentials and the evidence that its holder chose, and its holder sees on which days it was used. */
export class Sharing1700000000058 implements MigrationInterface {
  name = 'Sharing1700000000058';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE share_grant
        ADD COLUMN purpose text NOT NULL DEFAULT '' CHECK (length(purpose) <= 100),
        ADD COLUMN further_ids uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(further_ids) <= 19),
        ADD COLUMN evidence jsonb NOT NULL DEFAULT '[]';

      CREATE TABLE share_day (
        share_grant_id uuid NOT NULL REFERENCES share_grant,
        day date NOT NULL,
        kind text NOT NULL CHECK (kind IN ('PAGE', 'DOCUMENT', 'FINDINGS', 'FRAME', 'EVIDENCE', 'VERIFICATION')),
        -- The name of the key that asked; empty for people, who are not told apart.
        by_name text NOT NULL DEFAULT '',
        times int NOT NULL,
        PRIMARY KEY (share_grant_id, day, kind, by_name)
      );
      ALTER TABLE share_day ENABLE ROW LEVEL SECURITY;
      REVOKE INSERT, UPDATE, DELETE ON share_day FROM app_api;
      REVOKE UPDATE, DELETE ON share_day FROM app_issuer;
      REVOKE ALL ON share_day FROM app_reporting;
      CREATE POLICY share_day_product ON share_day TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY share_day_holder ON share_day FOR SELECT TO app_api
        USING (EXISTS (SELECT FROM share_grant it JOIN credential held ON held.id = it.credential_id
          WHERE it.id = share_grant_id AND held.person_id = (SELECT app_person())));
    `);
    await runner.query(FUNCTIONS);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
      -- Openings are counted by the function alone.
      DROP POLICY share_grant_opened ON share_grant;
      REVOKE UPDATE (views) ON share_grant FROM app_api;
      ALTER POLICY share_grant_link ON share_grant USING (${SHOWN});
    `);
  }

  async down(): Promise<void> {
    // What several credentials were shown by cannot be put back into links for one.
    throw new Error('Links made since this version cannot be put back. Restore a dump instead.');
  }
}
