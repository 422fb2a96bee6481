import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
const KEEPS = `(SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER'))`;

/** What people say of courses that they finished, for those who keep the catalogue to decide. */
export class CompletionClaims1700000000061 implements MigrationInterface {
  name = 'CompletionClaims1700000000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE completion_claim (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL REFERENCES course,
        person_id uuid NOT NULL REFERENCES person,
        completed_on date NOT NULL,
        grade text NOT NULL,
        note text NOT NULL,
        -- The person removes it from their library once this is decided; what was shown stays in words.
        item_id uuid REFERENCES evidence_item ON DELETE SET NULL,
        proof jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
        claimed_at timestamptz NOT NULL,
        ended_at timestamptz,
        decided_by uuid REFERENCES person,
        reason text,
        completion_id uuid REFERENCES course_completion,
        CHECK ((state = 'OPEN') = (ended_at IS NULL)),
        CHECK ((state IN ('ACCEPTED', 'REFUSED')) = (decided_by IS NOT NULL)),
        CHECK ((state = 'REFUSED') = (reason IS NOT NULL)),
        CHECK ((state = 'ACCEPTED') = (completion_id IS NOT NULL)),
        CHECK (decided_by <> person_id)
      );
      CREATE UNIQUE INDEX completion_claim_once ON completion_claim (person_id, course_id) WHERE state = 'OPEN';
      CREATE INDEX completion_claim_person ON completion_claim (person_id, claimed_at DESC, id DESC);
      CREATE INDEX completion_claim_state ON completion_claim (state, claimed_at, id);
      CREATE INDEX completion_claim_course ON completion_claim (course_id);
      CREATE INDEX completion_claim_item ON completion_claim (item_id);
      CREATE INDEX completion_claim_completion ON completion_claim (completion_id);
      CREATE INDEX completion_claim_file ON completion_claim (((proof ->> 'fileId')::uuid)) WHERE state = 'OPEN';

      ALTER TABLE completion_claim ENABLE ROW LEVEL SECURITY;
      CREATE POLICY completion_claim_product ON completion_claim TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY completion_claim_own ON completion_claim FOR SELECT TO app_api USING (person_id = ${ME});
      CREATE POLICY completion_claim_keeper ON completion_claim FOR SELECT TO app_api USING (${KEEPS});
      CREATE POLICY completion_claim_said ON completion_claim FOR INSERT TO app_api
        WITH CHECK (person_id = ${ME} AND state = 'OPEN');
      CREATE POLICY completion_claim_taken_back ON completion_claim FOR UPDATE TO app_api
        USING (person_id = ${ME} AND state = 'OPEN') WITH CHECK (person_id = ${ME} AND state = 'WITHDRAWN');
      CREATE POLICY completion_claim_decided ON completion_claim FOR UPDATE TO app_api
        USING (${KEEPS} AND person_id <> ${ME} AND state = 'OPEN')
        WITH CHECK (${KEEPS} AND person_id <> ${ME} AND decided_by = ${ME});
      -- What was said stays as it was said; it is decided once.
      REVOKE UPDATE, DELETE ON completion_claim FROM app_api, app_issuer;
      GRANT UPDATE (state, ended_at, decided_by, reason, completion_id) ON completion_claim TO app_api, app_issuer;

      -- Whoever decides opens the file that is shown as proof, as long as there is something to decide.
      CREATE FUNCTION app_decides_file(file uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER', 'PROGRAMME_OWNER') AND EXISTS (SELECT FROM completion_claim
          WHERE state = 'OPEN' AND (proof ->> 'fileId')::uuid = file) $$;
      REVOKE EXECUTE ON FUNCTION app_decides_file(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_decides_file(uuid) TO app_api, app_issuer;
      CREATE POLICY stored_file_proof ON stored_file FOR SELECT TO app_api USING (app_decides_file(id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY stored_file_proof ON stored_file;
      DROP FUNCTION app_decides_file(uuid);
      DROP TABLE completion_claim;
    `);
  }
}
