import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
/** Who keeps credentials, for a row about this person. */
const GOVERNS = `((SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))
    OR ((SELECT app_holds('HR_DESIGNER', 'PROGRAMME_OWNER')) AND app_holds_for(holder_id, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER')))`;

const FUNCTIONS = `
  -- Whether somebody judged the work behind a credential: whoever decided does not also speak for it.
  CREATE FUNCTION app_judged_for(of_award uuid, who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM award JOIN decision ON award.basis = 'DECISION' AND decision.id = award.basis_id
      JOIN marking_slot slot ON slot.submission_id = decision.submission_id
      JOIN mark ON mark.slot_id = slot.id AND mark.handed_in_at IS NOT NULL WHERE award.id = of_award AND mark.assessor_id = who) $$;
  -- What the link in the mail opens, for whoever holds it.
  CREATE FUNCTION app_endorsement_request(hash text)
    RETURNS TABLE (id uuid, "holderId" uuid, "holderName" text, "organisationName" text, "endorserName" text, "achievementName" text,
      message text, "expiresAt" timestamptz, state text, capacity text, words text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT it.id, it.holder_id, person.display_name, (SELECT name FROM organisation LIMIT 1), it.endorser_name, version.name,
      it.message, it.expires_at, it.state, it.capacity, it.words
    FROM endorsement it JOIN person ON person.id = it.holder_id JOIN credential ON credential.id = it.credential_id
    JOIN achievement_version version ON version.id = credential.achievement_version_id
    WHERE it.token_hash = hash AND person.erased_at IS NULL $$;
  -- What was earned, for the one who holds it, whoever was asked and those who keep it.
  CREATE FUNCTION app_endorsed_name(which uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT version.name FROM endorsement it JOIN credential ON credential.id = it.credential_id
    JOIN achievement_version version ON version.id = credential.achievement_version_id
    WHERE it.id = which AND (app_person() IN (it.holder_id, it.endorser_id)
      OR app_holds_for(it.holder_id, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER')) $$;
  -- Written once, by whoever holds the link or was asked by name.
  CREATE FUNCTION app_answer_endorsement(which uuid, hash text, gives boolean, as_what text, said text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE endorsement it SET answered_at = now(), state = CASE WHEN gives THEN 'GIVEN' ELSE 'DECLINED' END,
        capacity = CASE WHEN gives THEN as_what ELSE '' END, words = CASE WHEN gives THEN said ELSE '' END
      WHERE it.id = which AND it.state = 'ASKED' AND it.expires_at > now() AND app_person() IS DISTINCT FROM it.holder_id
        AND CASE WHEN hash IS NULL THEN it.endorser_id = app_person() ELSE it.token_hash = hash END;
      RETURN FOUND;
    END $$;
  -- By whoever gave it, by link or by name, and by those who keep the credential.
  CREATE FUNCTION app_withdraw_endorsement(which uuid, hash text, why text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE endorsement it SET withdrawn_at = now(), state = 'WITHDRAWN', withdrawn_reason = why,
        withdrawn_by = CASE WHEN hash IS NOT NULL OR it.endorser_id = app_person() THEN 'ENDORSER' ELSE 'KEEPER' END
      WHERE it.id = which AND it.state = 'GIVEN' AND CASE WHEN hash IS NOT NULL THEN it.token_hash = hash
        ELSE it.endorser_id = app_person() OR (app_person() <> it.holder_id
          AND (app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER') OR app_holds_for(it.holder_id, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))) END;
      RETURN FOUND;
    END $$;
  -- What stands beside the credential that a link opens: signed, not withdrawn, and shown by the holder.
  CREATE FUNCTION app_shared_endorsements() RETURNS TABLE (id uuid, "endorserName" text, capacity text, words text, "answeredAt" timestamptz, document text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT it.id, it.endorser_name, it.capacity, it.words, it.answered_at, it.document
    FROM endorsement it JOIN credential ON credential.award_id = it.award_id
    WHERE credential.id = app_shared_credential() AND it.state = 'GIVEN' AND it.shown AND it.document IS NOT NULL
    ORDER BY it.answered_at, it.id LIMIT 10 $$;
`;
const CALLED = `app_judged_for(uuid, uuid), app_endorsement_request(text), app_endorsed_name(uuid), app_answer_endorsement(uuid, text, boolean, text, text),
  app_withdraw_endorsement(uuid, text, text), app_shared_endorsements()`;

/** What others say for a credential: asked for, given in words, signed as a credential of its own, and withdrawn. */
export class Endorsements1700000000089 implements MigrationInterface {
  name = 'Endorsements1700000000089';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE endorsement (
        id uuid PRIMARY KEY,
        credential_id uuid NOT NULL REFERENCES credential,
        -- The same for every edition of the credential.
        award_id uuid NOT NULL REFERENCES award,
        holder_id uuid NOT NULL REFERENCES person,
        asked_by uuid NOT NULL REFERENCES person,
        -- A colleague; null for somebody from outside.
        endorser_id uuid REFERENCES person,
        endorser_name text NOT NULL CHECK (length(endorser_name) BETWEEN 1 AND 200),
        endorser_email text NOT NULL CHECK (length(endorser_email) BETWEEN 3 AND 254),
        message text NOT NULL CHECK (length(message) <= 1000),
        asked_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        -- SHA-256 of the link's token; the token itself was mailed once.
        token_hash text UNIQUE,
        state text NOT NULL CHECK (state IN ('ASKED', 'GIVEN', 'DECLINED', 'TAKEN_BACK', 'WITHDRAWN')),
        capacity text NOT NULL DEFAULT '' CHECK (length(capacity) <= 200),
        words text NOT NULL DEFAULT '' CHECK (length(words) <= 2000),
        answered_at timestamptz,
        -- Whether the holder lets strangers see it.
        shown boolean NOT NULL DEFAULT true,
        -- The signed document, byte for byte, and its place in the status lists.
        document text,
        signed_at timestamptz,
        list_id int,
        place int,
        withdrawn_at timestamptz,
        withdrawn_by text CHECK (withdrawn_by IN ('ENDORSER', 'KEEPER')),
        withdrawn_reason text NOT NULL DEFAULT '' CHECK (length(withdrawn_reason) <= 1000),
        CHECK (endorser_id IS NULL OR endorser_id <> holder_id),
        CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
        CHECK ((document IS NULL) = (signed_at IS NULL)),
        CHECK (state <> 'GIVEN' OR words <> '')
      );
      CREATE INDEX endorsement_award ON endorsement (award_id);
      CREATE INDEX endorsement_endorser ON endorsement (endorser_id) WHERE endorser_id IS NOT NULL;
      CREATE INDEX endorsement_unsigned ON endorsement (answered_at) WHERE state = 'GIVEN' AND document IS NULL;
      -- One open question to one address, and one endorsement that stands.
      CREATE UNIQUE INDEX endorsement_once ON endorsement (award_id, lower(endorser_email)) WHERE state IN ('ASKED', 'GIVEN');

      -- What was said about a credential ends without the credential; its place stays ended when the row is gone.
      ALTER TABLE status_place ADD COLUMN withdrawn_at timestamptz;
      GRANT UPDATE (withdrawn_at) ON status_place TO app_issuer;

      REVOKE UPDATE, DELETE ON endorsement FROM app_api, app_issuer;
      REVOKE ALL ON endorsement FROM app_reporting;
      GRANT UPDATE (state, shown, token_hash) ON endorsement TO app_api;
      GRANT UPDATE (document, signed_at, list_id, place) ON endorsement TO app_issuer;
      ALTER TABLE endorsement ENABLE ROW LEVEL SECURITY;
      CREATE POLICY endorsement_product ON endorsement TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY endorsement_holder ON endorsement FOR SELECT TO app_api USING (holder_id = ${ME});
      CREATE POLICY endorsement_endorser ON endorsement FOR SELECT TO app_api USING (endorser_id = ${ME});
      CREATE POLICY endorsement_keeper ON endorsement FOR SELECT TO app_api USING (${GOVERNS});
      CREATE POLICY endorsement_asked ON endorsement FOR INSERT TO app_api WITH CHECK (asked_by = ${ME} AND state = 'ASKED'
        AND document IS NULL AND words = '' AND (holder_id = ${ME} OR ${GOVERNS}));
      CREATE POLICY endorsement_changed ON endorsement FOR UPDATE TO app_api USING (state IN ('ASKED', 'GIVEN') AND (holder_id = ${ME} OR ${GOVERNS}))
        WITH CHECK (state IN ('GIVEN', 'TAKEN_BACK') AND (holder_id = ${ME} OR ${GOVERNS}));
      ${FUNCTIONS}
      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ${CALLED};
      DROP TABLE endorsement;
      ALTER TABLE status_place DROP COLUMN withdrawn_at;
    `);
  }
}
