import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
/** Somebody's own submission. */
const own = (more = '') =>
  `EXISTS (SELECT FROM submission it WHERE it.id = submission_id AND it.person_id = ${ME}${more})`;
const EDITABLE = ` AND it.state IN ('DRAFT', 'RETURNED')`;

/** table, who, for what, which rows, which rows may be written (null: the same). */
type Policy = [string, string, 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE', string | null, (string | null)?];

const POLICIES: Policy[] = [
  ['witness_statement', 'owner', 'SELECT', `owner_id = ${ME}`],
  ['witness_statement', 'witness', 'SELECT', `witness_person_id = ${ME}`],
  [
    'witness_statement',
    'asked',
    'INSERT',
    null,
    `owner_id = ${ME} AND answered_at IS NULL AND EXISTS (SELECT FROM evidence_item item WHERE item.id = item_id AND item.person_id = ${ME})`,
  ],
  ['witness_statement', 'changed', 'UPDATE', `owner_id = ${ME}`],
  // A mentor reads what is written, as long as it is written.
  ['submission', 'mentor', 'SELECT', 'app_mentors(id)'],
  ['submission_item', 'mentor', 'SELECT', 'app_mentors(submission_id)'],
  ['evidence_link', 'mentor', 'SELECT', 'app_mentors(submission_id)'],
  ['criterion_claim', 'mentor', 'SELECT', 'app_mentors(submission_id)'],
  [
    'evidence_item',
    'mentor',
    'SELECT',
    'EXISTS (SELECT FROM submission_item used WHERE used.item_id = evidence_item.id AND app_mentors(used.submission_id))',
  ],
  ['carried_criterion', 'candidate', 'SELECT', own()],
  ['carried_criterion', 'mentor', 'SELECT', 'app_mentors(submission_id)'],
  ['carried_criterion', 'begun', 'INSERT', null, own(EDITABLE)],
  ['prior_learning_screen', 'own', 'ALL', `person_id = ${ME}`],
  ['mentor_request', 'candidate', 'SELECT', own()],
  ['mentor_request', 'mentor', 'SELECT', `person_id = ${ME}`],
  ['mentor_request', 'asked', 'INSERT', null, `answered_at IS NULL AND person_id <> ${ME} AND ${own(EDITABLE)}`],
  ['prior_learning_mentor', 'candidate', 'SELECT', own()],
  ['prior_learning_mentor', 'mentor', 'SELECT', `person_id = ${ME}`],
  ['mentor_note', 'candidate', 'SELECT', own()],
  ['mentor_note', 'mentor', 'SELECT', 'app_mentors(submission_id)'],
  ['mentor_note', 'written', 'INSERT', null, `author_id = ${ME} AND (${own(EDITABLE)} OR app_mentors(submission_id))`],
];
const TABLES = [
  'witness_statement',
  'carried_criterion',
  'prior_learning_screen',
  'mentor_request',
  'prior_learning_mentor',
  'mentor_note',
];

const CALLED =
  'app_mentors(uuid), app_owns_item(uuid), app_answer_mentoring(uuid, boolean, timestamptz), app_end_mentoring(uuid, timestamptz), ' +
  'app_witness_request(text), app_answer_witness(uuid, text, jsonb)';

/**
 * What somebody else says of evidence: witnesses with or without an account, and colleagues for what never leaves the workplace.
 * Prior learning with its mentors. What was met in an attempt before is carried into the next.
 */
export class EvidenceAndPriorLearning1700000000035 implements MigrationInterface {
  name = 'EvidenceAndPriorLearning1700000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence_item
        DROP CONSTRAINT evidence_item_kind_check,
        ADD CONSTRAINT evidence_item_kind_check CHECK (kind IN ('FILE', 'LINK', 'TEXT', 'WITNESS', 'ATTESTED')),
        -- Where an attested item is kept; it never leaves that place.
        ADD COLUMN kept_at text,
        ADD CONSTRAINT evidence_item_kept_check CHECK ((kind = 'ATTESTED') = (kept_at IS NOT NULL)),
        ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
        ADD COLUMN skill_ids uuid[] NOT NULL DEFAULT '{}';
      CREATE INDEX evidence_item_tags ON evidence_item USING gin (tags);
      CREATE INDEX evidence_item_skills ON evidence_item USING gin (skill_ids);

      CREATE TABLE witness_statement (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL REFERENCES person,
        item_id uuid NOT NULL UNIQUE REFERENCES evidence_item ON DELETE CASCADE,
        -- A colleague is known as such; anybody else is an address and a name.
        witness_person_id uuid REFERENCES person,
        witness_email text NOT NULL,
        witness_name text NOT NULL,
        -- What is asked: the words stand here as they were sent.
        about text NOT NULL,
        question text NOT NULL,
        kept_at text,
        made_on date,
        asked_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        -- SHA-256 of what stands in the link. Null: there is no link that opens it.
        token_hash text UNIQUE,
        revoked_at timestamptz,
        answered_at timestamptz,
        answer text CHECK (answer IN ('CONFIRMED', 'DECLINED')),
        answered_by text CHECK (answered_by IN ('LINK', 'SIGNED_IN')),
        -- In which capacity the witness saw it.
        capacity text,
        saw_on date,
        words text,
        digest text,
        CHECK (owner_id IS DISTINCT FROM witness_person_id),
        CHECK ((answered_at IS NULL) = (answer IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)
          AND (answered_at IS NULL) = (digest IS NULL)),
        CHECK (answer IS DISTINCT FROM 'CONFIRMED' OR (capacity IS NOT NULL AND words IS NOT NULL))
      );
      CREATE INDEX witness_statement_owner ON witness_statement (owner_id, asked_at DESC, id DESC);
      CREATE INDEX witness_statement_witness ON witness_statement (witness_person_id) WHERE witness_person_id IS NOT NULL;
      CREATE FUNCTION keep_witness_statement() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.answered_at IS NOT NULL THEN RAISE EXCEPTION 'What a witness said does not change.'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER witness_statement_kept BEFORE UPDATE ON witness_statement
        FOR EACH ROW EXECUTE FUNCTION keep_witness_statement();

      ALTER TABLE submission
        ADD COLUMN route text NOT NULL DEFAULT 'LEARNING' CHECK (route IN ('LEARNING', 'PRIOR_LEARNING')),
        ADD COLUMN mentor_id uuid REFERENCES person,
        ADD CONSTRAINT submission_mentor_check CHECK (mentor_id IS NULL OR (route = 'PRIOR_LEARNING' AND mentor_id <> person_id));

      -- Met in an earlier attempt and still current: it is not asked again.
      CREATE TABLE carried_criterion (
        submission_id uuid NOT NULL REFERENCES submission,
        criterion_id text NOT NULL,
        from_decision_id uuid NOT NULL REFERENCES decision,
        level int NOT NULL,
        decided_at timestamptz NOT NULL,
        PRIMARY KEY (submission_id, criterion_id)
      );

      -- Identification: where somebody puts themselves against the outcomes, before anything is begun.
      CREATE TABLE prior_learning_screen (
        person_id uuid NOT NULL REFERENCES person,
        achievement_version_id uuid NOT NULL REFERENCES achievement_version,
        answers jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(answers) = 'array'),
        revision int NOT NULL DEFAULT 1,
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, achievement_version_id)
      );
      CREATE TABLE mentor_request (
        submission_id uuid NOT NULL REFERENCES submission,
        person_id uuid NOT NULL REFERENCES person,
        asked_at timestamptz NOT NULL,
        message text NOT NULL,
        answered_at timestamptz,
        accepted boolean,
        PRIMARY KEY (submission_id, person_id),
        CHECK ((answered_at IS NULL) = (accepted IS NULL))
      );
      CREATE INDEX mentor_request_person ON mentor_request (person_id);
      -- Everybody who ever was: whoever helped somebody never assesses them.
      CREATE TABLE prior_learning_mentor (
        submission_id uuid NOT NULL REFERENCES submission,
        person_id uuid NOT NULL REFERENCES person,
        since timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (submission_id, person_id)
      );
      CREATE INDEX prior_learning_mentor_person ON prior_learning_mentor (person_id);
      CREATE TABLE mentor_note (
        id uuid PRIMARY KEY,
        submission_id uuid NOT NULL REFERENCES submission,
        author_id uuid NOT NULL REFERENCES person,
        -- Null: about all of it.
        criterion_id text,
        words text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX mentor_note_submission ON mentor_note (submission_id, at, id);

      -- Null: as often as somebody likes, and at once.
      ALTER TABLE achievement_version
        ADD COLUMN max_attempts int CHECK (max_attempts BETWEEN 1 AND 20),
        ADD COLUMN cool_off_days int CHECK (cool_off_days BETWEEN 1 AND 365);
    `);
    await runner.query(`
      CREATE FUNCTION app_mentors(submission uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM prior_learning_mentor helps JOIN submission it ON it.id = helps.submission_id
          WHERE helps.submission_id = submission AND helps.person_id = app_person() AND helps.ended_at IS NULL
            AND it.state IN ('DRAFT', 'RETURNED')) $$;
      -- Asked in a policy of its own: the two tables ask each other, which a policy must not.
      CREATE FUNCTION app_owns_item(item uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
        BEGIN RETURN EXISTS (SELECT FROM evidence_item it WHERE it.id = item AND it.person_id = app_person()); END $$;
      -- Whoever was asked says yes or no. Yes makes them the mentor, in the place of another.
      CREATE FUNCTION app_answer_mentoring(submission uuid, accepts boolean, at timestamptz) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          UPDATE mentor_request request SET answered_at = at, accepted = accepts
            FROM submission it WHERE it.id = request.submission_id AND request.submission_id = app_answer_mentoring.submission
              AND request.person_id = app_person() AND request.answered_at IS NULL AND it.state IN ('DRAFT', 'RETURNED');
          IF NOT FOUND THEN RETURN false; END IF;
          IF accepts THEN
            UPDATE prior_learning_mentor helps SET ended_at = at WHERE helps.submission_id = app_answer_mentoring.submission AND ended_at IS NULL;
            INSERT INTO prior_learning_mentor (submission_id, person_id, since) VALUES (app_answer_mentoring.submission, app_person(), at)
              ON CONFLICT (submission_id, person_id) DO UPDATE SET ended_at = NULL;
            UPDATE submission it SET mentor_id = app_person() WHERE it.id = app_answer_mentoring.submission;
          END IF;
          RETURN true;
        END $$;
      -- The mentor steps back, or the candidate goes on without. That they were stays.
      CREATE FUNCTION app_end_mentoring(submission uuid, at timestamptz) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          UPDATE prior_learning_mentor helps SET ended_at = at FROM submission it
            WHERE it.id = helps.submission_id AND helps.submission_id = app_end_mentoring.submission AND helps.ended_at IS NULL
              AND app_person() IN (helps.person_id, it.person_id);
          IF NOT FOUND THEN RETURN false; END IF;
          UPDATE submission it SET mentor_id = NULL WHERE it.id = app_end_mentoring.submission;
          RETURN true;
        END $$;
      -- What the link in the mail opens, for whoever holds it.
      CREATE FUNCTION app_witness_request(hash text)
        RETURNS TABLE (id uuid, "itemId" uuid, "ownerId" uuid, "ownerName" text, "organisationName" text, "witnessName" text, "isColleague" boolean, about text, question text,
          "keptAt" text, "madeOn" date, "askedAt" timestamptz, "expiresAt" timestamptz, "revokedAt" timestamptz, "answeredAt" timestamptz, answer text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT said.id, said.item_id, said.owner_id, person.display_name, (SELECT name FROM organisation LIMIT 1), said.witness_name,
          said.witness_person_id IS NOT NULL, said.about, said.question, said.kept_at, said.made_on, said.asked_at, said.expires_at,
          said.revoked_at, said.answered_at, said.answer
        FROM witness_statement said JOIN person ON person.id = said.owner_id WHERE said.token_hash = hash $$;
      -- Written once, by whoever holds the link or was asked by name.
      CREATE FUNCTION app_answer_witness(statement uuid, hash text, said jsonb) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          UPDATE witness_statement it SET answered_at = (said ->> 'answeredAt')::timestamptz, answer = said ->> 'answer',
            answered_by = CASE WHEN hash IS NULL THEN 'SIGNED_IN' ELSE 'LINK' END, capacity = said ->> 'capacity',
            saw_on = (said ->> 'sawOn')::date, words = said ->> 'words', digest = said ->> 'digest'
          WHERE it.id = statement AND it.answered_at IS NULL AND it.revoked_at IS NULL AND it.expires_at > now()
            AND CASE WHEN hash IS NULL THEN it.witness_person_id = app_person() ELSE it.token_hash = hash END;
          RETURN FOUND;
        END $$;
      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;

      REVOKE UPDATE, DELETE ON carried_criterion, mentor_note, mentor_request, prior_learning_mentor FROM app_api, app_issuer;
      REVOKE INSERT ON prior_learning_mentor FROM app_api;
      REVOKE DELETE ON prior_learning_screen FROM app_api, app_issuer;
      -- What was said is written by the function alone. Its owner takes the question back, or sends it again.
      REVOKE UPDATE, DELETE ON witness_statement FROM app_api, app_issuer;
      GRANT UPDATE (revoked_at, expires_at, token_hash, asked_at) ON witness_statement TO app_api;
    `);
    await runner.query(`
      -- Only one's own goes into a submission, whatever else one may read.
      DROP POLICY submission_item_written ON submission_item;
      CREATE POLICY submission_item_written ON submission_item FOR ALL TO app_api
        USING (${own(EDITABLE)}) WITH CHECK (${own(EDITABLE)} AND app_owns_item(item_id));
    `);
    for (const table of TABLES)
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_product ON ${table} TO app_issuer USING (true) WITH CHECK (true);
      `);
    for (const [table, who, command, using, check] of POLICIES)
      await runner.query(
        `CREATE POLICY ${table}_${who} ON ${table} FOR ${command} TO app_api
           ${using === null ? '' : `USING (${using})`} ${check ? `WITH CHECK (${check})` : ''}`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, who] of POLICIES) await runner.query(`DROP POLICY ${table}_${who} ON ${table}`);
    await runner.query(`
      DROP POLICY submission_item_written ON submission_item;
      CREATE POLICY submission_item_written ON submission_item FOR ALL TO app_api USING (${own(EDITABLE)})
        WITH CHECK (${own(EDITABLE)} AND EXISTS (SELECT FROM evidence_item item WHERE item.id = item_id));
      ALTER TABLE achievement_version DROP COLUMN max_attempts, DROP COLUMN cool_off_days;
      DROP TABLE mentor_note, prior_learning_mentor, mentor_request, prior_learning_screen, carried_criterion, witness_statement CASCADE;
      DROP FUNCTION ${CALLED}, keep_witness_statement();
      ALTER TABLE submission DROP COLUMN mentor_id, DROP COLUMN route;
      DELETE FROM evidence_item WHERE kind IN ('WITNESS', 'ATTESTED');
      ALTER TABLE evidence_item DROP COLUMN skill_ids, DROP COLUMN tags, DROP COLUMN kept_at,
        DROP CONSTRAINT evidence_item_kind_check,
        ADD CONSTRAINT evidence_item_kind_check CHECK (kind IN ('FILE', 'LINK', 'TEXT'));
    `);
  }
}
