import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRODUCT = `current_setting('role', true) = 'app_issuer'`;
/** Who plans for everybody, and holders: they are told what the others are told of badges like theirs. */
const TOLD = `(SELECT ${PRODUCT} OR app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER')
    OR EXISTS (SELECT FROM credential own WHERE own.person_id = app_person()))`;

const FUNCTIONS = `
  -- Uses that were gathered for some seconds, in one go: numbers of a day, and nothing about who it was but the name of a key.
  -- Rows are taken in one order, so that two processes never wait for each other.
  CREATE FUNCTION app_count_uses(uses jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH said AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(uses) AS it ("credentialId" uuid, "grantId" uuid, use text, "keyName" text, day date, times int)
    ), opened AS (
      UPDATE share_grant SET views = views + page.times FROM (
        SELECT it.id, sum(said.times)::int AS times FROM said JOIN share_grant it ON it.id = said."grantId" AND said.use = 'PAGE'
        GROUP BY it.id) page WHERE page.id = share_grant.id
    ), logged AS (
      INSERT INTO share_day (share_grant_id, day, kind, by_name, times)
      SELECT it.id, said.day, said.use, said."keyName", sum(said.times)::int FROM said JOIN share_grant it ON it.id = said."grantId"
      JOIN credential held ON held.id = it.credential_id AND held.document <> ''
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      ON CONFLICT (share_grant_id, day, kind, by_name) DO UPDATE SET times = share_day.times + excluded.times
    )
    INSERT INTO credential_use (credential_id, day, kind, times)
    SELECT held.id, said.day, kind, sum(said.times)::int FROM said
    JOIN credential held ON held.id = said."credentialId" AND held.document <> ''
    JOIN (VALUES ('PAGE', 'VIEW'), ('FRAME', 'VIEW'), ('DOCUMENT', 'DOWNLOAD'), ('FILE', 'DOWNLOAD'), ('FINDINGS', 'VERIFICATION'),
      ('VERIFICATION', 'VERIFICATION'), ('SHARE', 'SHARE')) AS means (use, kind) USING (use)
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (credential_id, day, kind) DO UPDATE SET times = credential_use.times + excluded.times $$;

  -- Of badges by achievement, unit and step of time, and of all of them: how many people hold one (no kind), and of how many
  -- it was used in which way how often. Whose they are does not leave this function.
  CREATE FUNCTION app_badge_uses(since date, until date, step text)
    RETURNS TABLE (by text, id uuid, day date, kind text, people int, times int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH held AS MATERIALIZED (
      SELECT credential.id, credential.person_id, version.achievement_id, job.org_unit_id
      FROM credential JOIN achievement_version version ON version.id = credential.achievement_version_id
      LEFT JOIN employment job ON job.person_id = credential.person_id AND job.is_primary
        AND job.starts_on <= until AND (job.ends_on IS NULL OR job.ends_on >= until)
      WHERE credential.document <> '' AND credential.issued_at < until + 1 AND ${TOLD}
    ), used AS MATERIALIZED (
      SELECT held.*, use.kind, date_trunc(step, use.day::timestamp)::date AS began, use.times
      FROM held JOIN credential_use use ON use.credential_id = held.id WHERE use.day BETWEEN since AND until
    )
    SELECT 'ACHIEVEMENT', achievement_id, NULL::date, NULL::text, count(DISTINCT person_id)::int, 0 FROM held GROUP BY 2
    UNION ALL SELECT 'UNIT', org_unit_id, NULL, NULL, count(DISTINCT person_id)::int, 0 FROM held GROUP BY 2
    UNION ALL SELECT 'WHOLE', NULL, NULL, NULL, count(DISTINCT person_id)::int, 0 FROM held
    UNION ALL SELECT 'ACHIEVEMENT', achievement_id, NULL, used.kind, count(DISTINCT person_id)::int, sum(used.times)::int FROM used GROUP BY 2, 4
    UNION ALL SELECT 'UNIT', org_unit_id, NULL, used.kind, count(DISTINCT person_id)::int, sum(used.times)::int FROM used GROUP BY 2, 4
    UNION ALL SELECT 'WHOLE', NULL, NULL, used.kind, count(DISTINCT person_id)::int, sum(used.times)::int FROM used GROUP BY 4
    UNION ALL SELECT 'STEP', NULL, began, used.kind, count(DISTINCT person_id)::int, sum(used.times)::int FROM used GROUP BY 3, 4 $$;

  -- Of an erased badge nothing is left to count.
  CREATE FUNCTION app_forget_uses() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      DELETE FROM credential_use WHERE credential_id = NEW.id;
      RETURN NULL;
    END $$;
  -- Lists that were looked at and never carried out name people, too, however short their names are.
  CREATE FUNCTION app_forget_previews() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE bulk_issue SET rows = (SELECT jsonb_agg(CASE WHEN line ->> 'personId' = NEW.id::text
          THEN line || '{"label": "–", "problems": []}' ELSE line END ORDER BY nth) FROM jsonb_array_elements(rows) WITH ORDINALITY AS each (line, nth))
        WHERE rows @> jsonb_build_array(jsonb_build_object('personId', NEW.id));
      RETURN NULL;
    END $$;
`;
const CALLED = 'app_count_uses(jsonb), app_badge_uses(date, date, text)';

/** How badges are used, by day: seen, shared, downloaded, checked. Nothing says by whom, and only holders see single badges. */
export class BadgeUses1700000000096 implements MigrationInterface {
  name = 'BadgeUses1700000000096';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE credential_use (
        credential_id uuid NOT NULL REFERENCES credential,
        day date NOT NULL,
        kind text NOT NULL CHECK (kind IN ('VIEW', 'SHARE', 'DOWNLOAD', 'VERIFICATION')),
        times int NOT NULL CHECK (times > 0),
        PRIMARY KEY (credential_id, day, kind)
      );
      CREATE INDEX credential_use_day ON credential_use (day);
      ALTER TABLE credential_use ENABLE ROW LEVEL SECURITY;
      REVOKE INSERT, UPDATE, DELETE ON credential_use FROM app_api;
      REVOKE UPDATE, DELETE ON credential_use FROM app_issuer;
      REVOKE ALL ON credential_use FROM app_reporting;
      CREATE POLICY credential_use_product ON credential_use TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY credential_use_holder ON credential_use FOR SELECT TO app_api
        USING (EXISTS (SELECT FROM credential held WHERE held.id = credential_id AND held.person_id = (SELECT app_person())));
    `);
    await runner.query(FUNCTIONS);
    await runner.query(`
      CREATE TRIGGER credential_use_forgotten AFTER UPDATE OF document ON credential
        FOR EACH ROW WHEN (NEW.document = '' AND OLD.document <> '') EXECUTE FUNCTION app_forget_uses();
      DROP FUNCTION app_count_share(text, text);
      -- Why each could not be signed, beside which.
      ALTER TABLE bulk_correction ADD COLUMN failures text[] NOT NULL DEFAULT '{}';
      CREATE TRIGGER previews_forget_person AFTER UPDATE OF erased_at ON person
        FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL) EXECUTE FUNCTION app_forget_previews();
      REVOKE EXECUTE ON FUNCTION ${CALLED}, app_forget_uses(), app_forget_previews() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;

      -- What was counted by link until now counts for the badge that the link was made for.
      INSERT INTO credential_use (credential_id, day, kind, times)
      SELECT held.id, count.day, means.kind, sum(count.times) FROM share_day count
      JOIN share_grant it ON it.id = count.share_grant_id JOIN credential held ON held.id = it.credential_id AND held.document <> ''
      JOIN (VALUES ('PAGE', 'VIEW'), ('FRAME', 'VIEW'), ('DOCUMENT', 'DOWNLOAD'), ('FINDINGS', 'VERIFICATION'),
        ('VERIFICATION', 'VERIFICATION')) AS means (use, kind) ON means.use = count.kind
      GROUP BY 1, 2, 3
      UNION ALL
      SELECT held.id, it.created_at::date, 'SHARE', count(*) FROM share_grant it
      CROSS JOIN LATERAL unnest(ARRAY[it.credential_id] || it.further_ids) AS shown (id)
      JOIN credential held ON held.id = shown.id AND held.document <> '' GROUP BY 1, 2;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was counted since this version cannot be put back by link. Restore a dump instead.');
  }
}
