import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';

/** Who keeps credentials, for a row about this person. */
const GOVERNS = `((SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))
    OR ((SELECT app_holds('HR_DESIGNER', 'PROGRAMME_OWNER')) AND app_holds_for(person_id, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER')))`;

const FUNCTIONS = `
  -- Each edition has a place of its own, so that the one that was corrected ends without the other.
  DROP FUNCTION app_draw_place(uuid, int[], int);
  CREATE FUNCTION app_draw_place(award uuid, places int[], full_at int, of_edition int DEFAULT 1)
    RETURNS TABLE (list_id int, place int)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE open_list int; each int;
    BEGIN
      SELECT id INTO open_list FROM status_list list
        WHERE (SELECT count(*) FROM status_place taken WHERE taken.list_id = list.id) < full_at ORDER BY id DESC LIMIT 1;
      IF open_list IS NULL THEN
        SELECT coalesce(max(id), 0) + 1 INTO open_list FROM status_list;
        INSERT INTO status_list (id) VALUES (open_list) ON CONFLICT DO NOTHING;
      END IF;
      FOREACH each IN ARRAY places LOOP
        INSERT INTO status_place (list_id, place, award_id, edition) VALUES (open_list, each, award, of_edition)
          ON CONFLICT DO NOTHING;
        IF FOUND THEN RETURN QUERY SELECT open_list, each; RETURN; END IF;
      END LOOP;
    END $$;

  -- Links to a credential that open today, for whoever keeps it: how many, and nothing about them.
  CREATE FUNCTION app_open_links(credentials uuid[]) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    SELECT count(*)::int FROM share_grant JOIN credential ON credential.id = credential_id
    WHERE credential_id = ANY (credentials) AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
      AND (app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER')
        OR app_holds_for(credential.person_id, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER')) $$;

  -- Of one person's line manager: how many others of the team are verified at what their job asks of these skills.
  CREATE FUNCTION app_team_cover(about uuid, skills uuid[]) RETURNS TABLE (skill_id uuid, manager_id uuid, others int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT mine.skill_id, mine.manager_id,
      (SELECT count(DISTINCT other.person_id)::int FROM team_part other WHERE other.manager_id = mine.manager_id
         AND other.skill_id = mine.skill_id AND other.kind = 'MET' AND other.during @> now() AND other.person_id <> about)
    FROM (SELECT DISTINCT skill_id, manager_id FROM team_part
      WHERE person_id = about AND kind = 'ASKED' AND skill_id = ANY (skills) AND during @> now()) mine
    WHERE app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER')
      OR app_holds_for(about, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER') $$;
`;

const CALLED = 'app_draw_place(uuid, int[], int, int), app_open_links(uuid[]), app_team_cover(uuid, uuid[])';

/** What becomes of a credential after it was signed: asked for with a reason, confirmed where two are needed, carried out once. */
export class CredentialLife1700000000047 implements MigrationInterface {
  name = 'CredentialLife1700000000047';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credential
        -- Why it is as it is, in a word that may be shown to strangers, and since when.
        ADD COLUMN status_cause text,
        ADD COLUMN status_since timestamptz,
        -- The edition that says it right.
        ADD COLUMN superseded_by uuid REFERENCES credential;
      ALTER TABLE status_place ADD COLUMN edition int NOT NULL DEFAULT 1;

      CREATE TABLE credential_change (
        id uuid PRIMARY KEY,
        credential_id uuid NOT NULL REFERENCES credential,
        person_id uuid NOT NULL REFERENCES person,
        kind text NOT NULL CHECK (kind IN ('SUSPEND', 'REINSTATE', 'REVOKE', 'CORRECT')),
        cause text NOT NULL CHECK (cause IN ('UNDER_REVIEW', 'ISSUED_IN_ERROR', 'DECISION_OVERTURNED', 'MALPRACTICE',
          'NO_LONGER_TRUE', 'HOLDER_ASKED', 'CLEARED', 'CORRECTED')),
        -- What the holder reads.
        reason text NOT NULL,
        -- PROPOSED waits for a second person; DECIDED for the worker, which alone signs.
        state text NOT NULL CHECK (state IN ('PROPOSED', 'DECIDED', 'DONE', 'DECLINED')),
        -- What a correction says instead, and the whole plan of the next edition: fixed before it is signed.
        corrections jsonb NOT NULL DEFAULT '[]',
        plan jsonb,
        asked_by uuid NOT NULL REFERENCES person,
        asked_at timestamptz NOT NULL,
        decided_by uuid REFERENCES person,
        decided_at timestamptz,
        done_at timestamptz,
        CHECK (state = 'PROPOSED' OR decided_by IS NOT NULL),
        CHECK ((kind = 'CORRECT') = (plan IS NOT NULL)),
        -- Two people, whatever the code says.
        CHECK (cause <> 'MALPRACTICE' OR state IN ('PROPOSED', 'DECLINED') OR decided_by <> asked_by)
      );
      CREATE INDEX credential_change_credential ON credential_change (credential_id, asked_at);
      CREATE INDEX credential_change_waiting ON credential_change (asked_at) WHERE state = 'PROPOSED';
      -- One thing at a time.
      CREATE UNIQUE INDEX credential_change_open ON credential_change (credential_id) WHERE state IN ('PROPOSED', 'DECIDED');

      REVOKE DELETE ON credential_change FROM app_api, app_issuer;
      REVOKE UPDATE ON credential_change FROM app_api;
      GRANT UPDATE (state, decided_by, decided_at) ON credential_change TO app_api;
      ALTER TABLE credential_change ENABLE ROW LEVEL SECURITY;
      CREATE POLICY issuer ON credential_change TO app_issuer USING (true) WITH CHECK (true);
      -- Nobody is told of what is only proposed.
      CREATE POLICY holder ON credential_change FOR SELECT TO app_api USING (person_id = ${ME} AND state = 'DONE');
      CREATE POLICY keeper ON credential_change FOR SELECT TO app_api USING (person_id <> ${ME} AND ${GOVERNS});
      CREATE POLICY asked ON credential_change FOR INSERT TO app_api WITH CHECK (
        asked_by = ${ME} AND person_id <> ${ME} AND ${GOVERNS} AND done_at IS NULL
        AND (state = 'PROPOSED' AND decided_by IS NULL OR state = 'DECIDED' AND decided_by = ${ME} AND cause <> 'MALPRACTICE')
        AND EXISTS (SELECT FROM credential it WHERE it.id = credential_id AND it.person_id = credential_change.person_id));
      CREATE POLICY decided ON credential_change FOR UPDATE TO app_api
        USING (state = 'PROPOSED' AND person_id <> ${ME} AND ${GOVERNS})
        WITH CHECK (decided_by = ${ME} AND (state = 'DECLINED' OR state = 'DECIDED' AND asked_by <> ${ME}));

      CREATE POLICY keeper ON credential FOR SELECT TO app_api USING (${GOVERNS});
      CREATE POLICY keeper ON award FOR SELECT TO app_api USING (${GOVERNS});

      ${FUNCTIONS}
      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app_open_links, app_team_cover;
      DROP POLICY keeper ON credential;
      DROP POLICY keeper ON award;
      DROP TABLE credential_change;
      ALTER TABLE credential DROP COLUMN status_cause, DROP COLUMN status_since, DROP COLUMN superseded_by;
    `);
  }
}
