import type { MigrationInterface, QueryRunner } from 'typeorm';

const ADMINISTERS = `(app_person() <> about AND app_holds_for(about, NULL, 'ADMINISTRATOR'))`;

const FUNCTIONS = `
  -- One's own address outside the organisation; nobody else reads it here.
  CREATE FUNCTION app_own_address()
    RETURNS TABLE (address text, "provedAt" timestamptz, waiting text, "waitingUntil" timestamptz, "askedAt" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT it.address, it.proved_at, it.wanted, it.wanted_until, it.asked_at FROM personal_address it WHERE it.person_id = app_person() $$;
  CREATE FUNCTION app_ask_address(wished text, hash text, at timestamptz, until timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO personal_address (person_id, wanted, wanted_hash, wanted_until, asked_at) SELECT app_person(), wished, hash, until, at
      WHERE app_person() IS NOT NULL
    ON CONFLICT (person_id) DO UPDATE SET wanted = wished, wanted_hash = hash, wanted_until = until, asked_at = at $$;
  CREATE FUNCTION app_drop_address() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM personal_address WHERE person_id = app_person() $$;
  -- By whoever holds the link of the mail: that is what it proves.
  CREATE FUNCTION app_prove_address(hash text) RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE personal_address SET address = wanted, proved_at = now(), wanted = NULL, wanted_hash = NULL, wanted_until = NULL
      WHERE wanted_hash = hash AND wanted_until > now() RETURNING address $$;

  -- Whether somebody can be written to, and what became of the links; never where to.
  CREATE FUNCTION app_leaver(about uuid)
    RETURNS TABLE ("addressProved" boolean, "credentials" int, "askedAt" timestamptz, "sentAt" timestamptz, "expiresAt" timestamptz, "usedAt" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM personal_address it WHERE it.person_id = about AND it.address IS NOT NULL),
      (SELECT count(*)::int FROM credential it WHERE it.person_id = about AND it.superseded_by IS NULL),
      link.asked_at, link.sent_at, link.expires_at, link.used_at
    FROM (SELECT about AS id WHERE ${ADMINISTERS}) person
    LEFT JOIN LATERAL (SELECT * FROM claim_link it WHERE it.person_id = about AND it.ended_at IS NULL
      ORDER BY it.asked_at DESC, it.id DESC LIMIT 1) link ON true $$;
  -- The worker writes the token and sends it. An address is taken only from whoever proved none.
  CREATE FUNCTION app_ask_claim(new_id uuid, about uuid, to_address text, why text, at timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT ${ADMINISTERS} OR EXISTS (SELECT FROM person WHERE id = about AND app_is_with_us(active, last_day))
        OR (to_address IS NULL) <> EXISTS (SELECT FROM personal_address WHERE person_id = about AND address IS NOT NULL)
      THEN RETURN false; END IF;
      INSERT INTO claim_link (id, person_id, asked_at, asked_by, address, reason) VALUES (new_id, about, at, app_person(), to_address, why);
      RETURN true;
    END $$;
  CREATE FUNCTION app_leaving_setting() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce((SELECT takes_evidence FROM leaving_setting), false) $$;
  CREATE FUNCTION app_change_leaving_setting(takes boolean) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT app_holds_for(NULL, NULL, 'ADMINISTRATOR') THEN RETURN false; END IF;
      UPDATE leaving_setting SET takes_evidence = takes;
      RETURN true;
    END $$;
`;

const CALLED = `app_own_address(), app_ask_address(text, text, timestamptz, timestamptz), app_drop_address(), app_prove_address(text),
  app_leaver(uuid), app_ask_claim(uuid, uuid, text, text, timestamptz), app_leaving_setting(), app_change_leaving_setting(boolean)`;

/** An address of one's own, and the links by which whoever left keeps what they earned. No request reads either table. */
export class Leaving1700000000064 implements MigrationInterface {
  name = 'Leaving1700000000064';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE personal_address (
        person_id uuid PRIMARY KEY REFERENCES person,
        address text,
        proved_at timestamptz,
        -- Asked for and not proved: what stands in the link is kept as its SHA-256.
        wanted text,
        wanted_hash text UNIQUE,
        wanted_until timestamptz,
        asked_at timestamptz NOT NULL,
        CHECK ((address IS NULL) = (proved_at IS NULL)),
        CHECK ((wanted IS NULL) = (wanted_hash IS NULL) AND (wanted IS NULL) = (wanted_until IS NULL))
      );
      CREATE TABLE claim_link (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        asked_at timestamptz NOT NULL,
        -- Null: the product noticed that they left, or they asked for a new one.
        asked_by uuid REFERENCES person,
        -- Where it goes when no address was proved; proved by its use.
        address text,
        reason text,
        token_hash text UNIQUE,
        sent_at timestamptz,
        expires_at timestamptz,
        used_at timestamptz,
        -- A newer one was sent, or they came back.
        ended_at timestamptz,
        CHECK ((token_hash IS NULL) = (sent_at IS NULL) AND (sent_at IS NULL) = (expires_at IS NULL)),
        CHECK ((address IS NULL) = (reason IS NULL))
      );
      CREATE INDEX claim_link_person ON claim_link (person_id, asked_at DESC, id DESC);
      CREATE INDEX claim_link_unsent ON claim_link (asked_at) WHERE sent_at IS NULL AND ended_at IS NULL;
      CREATE TABLE leaving_setting (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        -- Whether the evidence behind a badge goes along with whoever left.
        takes_evidence boolean NOT NULL DEFAULT false
      );
      INSERT INTO leaving_setting DEFAULT VALUES;

      ALTER TABLE sign_in_session DROP CONSTRAINT sign_in_session_method_check;
      ALTER TABLE sign_in_session ADD CONSTRAINT sign_in_session_method_check
        CHECK (method IN ('DEMO', 'OPENID_CONNECT', 'SETUP_LINK', 'CLAIM_LINK'));

      REVOKE ALL ON personal_address, claim_link, leaving_setting FROM app_api, app_reporting;
      REVOKE INSERT, UPDATE, DELETE ON leaving_setting FROM app_issuer;
      REVOKE DELETE ON personal_address, claim_link FROM app_issuer;
      ALTER TABLE personal_address ENABLE ROW LEVEL SECURITY;
      ALTER TABLE claim_link ENABLE ROW LEVEL SECURITY;
      ALTER TABLE leaving_setting ENABLE ROW LEVEL SECURITY;
      CREATE POLICY personal_address_product ON personal_address TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY claim_link_product ON claim_link TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY leaving_setting_product ON leaving_setting TO app_issuer USING (true);

      ${FUNCTIONS}
      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ${CALLED};
      DROP TABLE leaving_setting, claim_link, personal_address;
      DELETE FROM sign_in_session WHERE method = 'CLAIM_LINK';
      ALTER TABLE sign_in_session DROP CONSTRAINT sign_in_session_method_check;
      ALTER TABLE sign_in_session ADD CONSTRAINT sign_in_session_method_check CHECK (method IN ('DEMO', 'OPENID_CONNECT', 'SETUP_LINK'));
    `);
  }
}
