import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether whoever asks administers everything: erasing is not for one unit. */
const ADMINISTERS = `app_holds_for(NULL, NULL, 'ADMINISTRATOR')`;

/** What stands in the place of words that were somebody's. */
const GONE = `'–'`;
const OWN_SUBMISSION = '(SELECT id FROM submission WHERE person_id = p)';
const OWN_CREDENTIAL = '(SELECT id FROM credential WHERE person_id = p)';
const OWN_DECISION = `(SELECT id FROM decision WHERE submission_id IN ${OWN_SUBMISSION})`;
const OWN_SLOT = '(SELECT id FROM marking_slot WHERE candidate_id = p)';

/** Whole rows, those first that others refer to. */
const REMOVED: readonly [table: string, where: string][] = [
  ['share_day', `share_grant_id IN (SELECT id FROM share_grant WHERE credential_id IN ${OWN_CREDENTIAL})`],
  ['evidence_opening', 'owner_id = p'],
  ['evidence_audit', 'owner_id = p'],
  ['mentor_note', `submission_id IN ${OWN_SUBMISSION}`],
  ['mentor_request', `submission_id IN ${OWN_SUBMISSION}`],
  ['carried_criterion', `submission_id IN ${OWN_SUBMISSION}`],
  ['criterion_claim', `submission_id IN ${OWN_SUBMISSION}`],
  ['evidence_link', `submission_id IN ${OWN_SUBMISSION}`],
  ['submission_item', `submission_id IN ${OWN_SUBMISSION}`],
  ['prior_learning_screen', 'person_id = p'],
  ['completion_claim', 'person_id = p'],
  ['witness_statement', 'owner_id = p'],
  ['evidence_item', 'person_id = p'],
  ['external_credential', 'person_id = p'],
  ['credential_reminder', `credential_id IN ${OWN_CREDENTIAL}`],
  ['course_feedback', 'person_id = p'],
  ['course_completion', 'person_id = p'],
  ['stored_file', 'owner_id = p'],
  ['notification', 'person_id = p'],
  ['notification_preference', 'person_id = p'],
  ['mail_letter', 'mail_id IN (SELECT id FROM mail WHERE to_person_id = p OR lower(to_address) = ANY (addresses))'],
  [
    'mail',
    '(to_person_id = p OR lower(to_address) = ANY (addresses)) AND NOT EXISTS (SELECT FROM notification WHERE mail_id = mail.id)',
  ],
  ['accepted_conversion', 'person_id = p'],
  ['assessor_application', 'person_id = p'],
  ['assessor_profile', 'person_id = p'],
  ['assessor_leave', 'person_id = p'],
  ['comment_snippet', 'person_id = p'],
  ['conflict_declaration', 'p IN (person_id, other_person_id)'],
  ['identity_link', 'person_id = p'],
  ['sign_in_session', 'person_id = p'],
  ['claim_link', 'person_id = p'],
  ['personal_address', 'person_id = p'],
  ['scim_user', 'person_id = p'],
  ['credential_subject', 'person_id = p'],
  ['demo_persona', 'person_id = p'],
  ['people_import_row', 'person_id = p'],
  ['employment', 'person_id = p'],
  ['team_part', 'person_id = p'],
  ['session', `sess ->> 'personId' = p::text`],
];

/** Rows that others rest on: they keep their numbers, days and outcomes, and lose their words. */
const EMPTIED: readonly string[] = [
  `UPDATE award SET plan = '{}', last_error = NULL, state = CASE WHEN state = 'ISSUED' THEN state ELSE 'CANCELLED' END WHERE person_id = p`,
  // What is left of the document is a fingerprint over it and over random bytes that nobody has: it tells nothing.
  `UPDATE credential SET digest = encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || convert_to(document, 'UTF8')), 'hex'),
     document = '', token_key = NULL, token_signature = NULL WHERE person_id = p AND document <> ''`,
  `UPDATE credential_change SET reason = ${GONE}, corrections = '[]', plan = CASE WHEN plan IS NOT NULL THEN '{}'::jsonb END WHERE person_id = p`,
  `UPDATE share_grant SET purpose = '', evidence = '[]' WHERE credential_id IN ${OWN_CREDENTIAL}`,
  `UPDATE submission SET mentor_id = NULL, held_from = NULL,
     state = CASE WHEN state IN ('RELEASED', 'CLOSED', 'WITHDRAWN') THEN state ELSE 'VOID' END WHERE person_id = p`,
  `UPDATE submission_snapshot SET content = '{"items": []}', digest = repeat('0', 64) WHERE submission_id IN ${OWN_SUBMISSION}`,
  `UPDATE submission_transition SET note = NULL WHERE submission_id IN ${OWN_SUBMISSION}`,
  `UPDATE marking_slot SET put_back_reason = NULL, lease_until = CASE WHEN state = 'HANDED_IN' THEN lease_until END,
     state = CASE WHEN state = 'HANDED_IN' THEN state ELSE 'CANCELLED' END WHERE candidate_id = p`,
  `UPDATE mark SET criteria = app_without_words(criteria), rules = app_without_words(rules) WHERE slot_id IN ${OWN_SLOT}`,
  `UPDATE decision SET criteria = app_without_words(criteria), rules = app_without_words(rules), overall_comment = '' WHERE id IN ${OWN_DECISION}`,
  `UPDATE reconciliation SET criteria = app_without_words(criteria), rules = app_without_words(rules) WHERE submission_id IN ${OWN_SUBMISSION}`,
  `UPDATE moderation SET reason = ${GONE} WHERE submission_id IN ${OWN_SUBMISSION}`,
  `UPDATE malpractice_case SET reason = ${GONE} WHERE submission_id IN ${OWN_SUBMISSION}`,
  `UPDATE submission_hold SET reason = ${GONE} WHERE submission_id IN ${OWN_SUBMISSION}`,
  `UPDATE appeal SET statement = ${GONE}, answer = CASE WHEN answer IS NOT NULL THEN ${GONE} END WHERE candidate_id = p`,
  `UPDATE recall_item SET reason = NULL WHERE decision_id IN ${OWN_DECISION}`,
  `UPDATE sample_item SET finding_note = NULL WHERE submission_id IN ${OWN_SUBMISSION}`,
  `UPDATE slot_waiver SET reason = ${GONE} WHERE slot_id IN ${OWN_SLOT}`,
  `UPDATE role_grant SET reason = CASE WHEN reason IS NOT NULL THEN ${GONE} END, decline_reason = CASE WHEN decline_reason IS NOT NULL THEN ${GONE} END,
     end_reason = CASE WHEN end_reason IS NOT NULL THEN ${GONE} END,
     ends_at = CASE WHEN starts_at <= now() AND (ends_at IS NULL OR ends_at > now()) THEN now() ELSE ends_at END WHERE person_id = p`,
  `UPDATE assessor_qualification SET training_note = NULL WHERE person_id = p AND training_note IS NOT NULL`,
  `UPDATE qualification_event SET reason = ${GONE} WHERE qualification_id IN (SELECT id FROM assessor_qualification WHERE person_id = p)`,
  `UPDATE calibration_mark SET criteria = app_without_words(criteria) WHERE person_id = p`,
  `UPDATE witness_statement SET witness_person_id = NULL, witness_email = 'erased@erased.invalid', witness_name = ${GONE}, token_hash = NULL
     WHERE witness_person_id = p OR lower(witness_email) = ANY (addresses)`,
  `UPDATE person SET display_name = 'Erased person', email = 'erased-' || p || '@erased.invalid', person_number = NULL, leaving_reason = NULL,
     active = false, erased_at = now() WHERE id = p`,
];

/** About somebody, and kept: emptied above, or no more than who helped or was excluded. */
const KEPT = [
  'award',
  'credential',
  'credential_change',
  'submission',
  'assessor_qualification',
  'calibration_mark',
  'role_grant',
  'appeal',
  'marking_slot',
  'slot_waiver',
  'slot_exclusion',
  'mentor_request',
  'prior_learning_mentor',
  'erasure',
];

/** Whose rows refuse to be changed, by triggers, for everybody else. */
const UNCHANGING = ['mark', 'decision', 'calibration_mark', 'qualification_event', 'witness_statement'];

/** Where nobody is named, or what would show that a byte was changed. */
const NOT_SWEPT = [
  'migrations',
  'audit_chain',
  'audit_entry',
  'search_word',
  'search_entry',
  'skill',
  'skill_revision',
  'skill_relation',
  'skill_framework',
  'framework_import_row',
  'framework_import_finding',
  'framework_step',
  'job_family',
  'job_role',
  'job_role_edge',
  'job_role_level',
  'job_role_requirement',
  'issuer_key',
  'status_list',
  'badge_picture',
  'struck_badge',
  'brand_image',
  'achievement_version',
  'studio_version',
  'proficiency_scale',
  'proficiency_level',
  'organisation',
];

const FUNCTIONS = `
  -- The same shape without anybody's words: ids, days, numbers and words in capitals stay.
  CREATE FUNCTION app_without_words(it jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE jsonb_typeof(it)
      WHEN 'object' THEN (SELECT coalesce(jsonb_object_agg(key, CASE WHEN key ~ '(^id|Id|By)$' THEN value ELSE app_without_words(value) END), '{}') FROM jsonb_each(it))
      WHEN 'array' THEN (SELECT coalesce(jsonb_agg(app_without_words(value) ORDER BY nth), '[]') FROM jsonb_array_elements(it) WITH ORDINALITY AS each (value, nth))
      WHEN 'string' THEN CASE WHEN it #>> '{}' ~ '^([0-9a-f]{8}-[0-9a-f-]{27}|[A-Z][A-Z_]*|[0-9]{4}-[0-9]{2}-[0-9]{2}.{0,20})$' THEN it ELSE '""' END
      ELSE it END $$;

  -- By what somebody is named: whole words, in any letters. Short and single words could be anything, and are left out.
  CREATE FUNCTION app_names_of(p uuid) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT word), '{}') FROM (
      SELECT unnest(ARRAY[display_name, email, person_number]) FROM person WHERE id = p
      UNION ALL SELECT unnest(ARRAY[address, wanted]) FROM personal_address WHERE person_id = p
      UNION ALL SELECT address FROM claim_link WHERE person_id = p
      UNION ALL SELECT unnest(ARRAY[user_name, external_id]) FROM scim_user WHERE person_id = p
      UNION ALL SELECT to_address FROM mail WHERE to_person_id = p) named (word)
    WHERE length(word) >= 6 AND word <> 'Erased person' AND word NOT LIKE '%@erased.invalid' $$;

  -- What is there of somebody, before anything is done.
  CREATE FUNCTION app_erasure_preview(p uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT ${ADMINISTERS} THEN RETURN NULL; END IF;
      RETURN jsonb_build_object(
        'credentials', (SELECT count(*) FROM credential WHERE person_id = p),
        'links', (SELECT count(*) FROM share_grant WHERE credential_id IN ${OWN_CREDENTIAL}),
        'submissions', (SELECT count(*) FROM submission WHERE person_id = p),
        'judgements', (SELECT count(*) FROM mark WHERE assessor_id = p),
        'evidence', (SELECT count(*) FROM evidence_item WHERE person_id = p),
        'files', (SELECT count(*) FROM stored_file WHERE owner_id = p),
        'completions', (SELECT count(*) FROM course_completion WHERE person_id = p),
        'employments', (SELECT count(*) FROM employment WHERE person_id = p),
        'messages', (SELECT count(*) FROM notification WHERE person_id = p) + (SELECT count(*) FROM mail WHERE to_person_id = p),
        'accounts', (SELECT count(*) FROM identity_link WHERE person_id = p) + (SELECT count(*) FROM scim_user WHERE person_id = p));
    END $$;

  CREATE FUNCTION app_erasures() RETURNS SETOF erasure LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT * FROM erasure WHERE ${ADMINISTERS} ORDER BY asked_at DESC, id DESC LIMIT 200 $$;
  CREATE FUNCTION app_ask_erasure(new_id uuid, p uuid, why text, at timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT ${ADMINISTERS} OR p = app_person() OR EXISTS (SELECT FROM erasure WHERE person_id = p AND state IN ('PROPOSED', 'DECIDED', 'DONE'))
        OR NOT EXISTS (SELECT FROM person WHERE id = p AND NOT app_is_with_us(active, last_day)) THEN RETURN false; END IF;
      INSERT INTO erasure (id, person_id, reason, state, asked_by, asked_at) VALUES (new_id, p, why, 'PROPOSED', app_person(), at);
      RETURN true;
    END $$;
  CREATE FUNCTION app_decide_erasure(which uuid, yes boolean, at timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE erasure SET state = CASE WHEN yes THEN 'DECIDED' ELSE 'DECLINED' END, decided_by = app_person(), decided_at = at
        WHERE id = which AND state = 'PROPOSED' AND ${ADMINISTERS} AND person_id <> app_person() AND (NOT yes OR asked_by <> app_person());
      RETURN FOUND;
    END $$;
  -- A certificate as it is kept names its holder: which file is whose is written down with it.
  CREATE FUNCTION app_note_certificate(file_key text, of_credential uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO certificate_file (storage_key, credential_id) SELECT file_key, of_credential
      WHERE EXISTS (SELECT FROM credential WHERE id = of_credential) ON CONFLICT DO NOTHING $$;

  -- All of it in one transaction. Gives how much, and where a name is left that is no longer this person's to take back.
  CREATE FUNCTION app_erase(which uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE p uuid; names text[]; addresses text[]; pattern text; went jsonb := '{}'; n bigint; place record; remains jsonb := '[]'; waits boolean := false;
    BEGIN
      SELECT person_id INTO p FROM erasure WHERE id = which AND state = 'DECIDED' AND decided_by <> asked_by FOR UPDATE;
      IF p IS NULL THEN RETURN NULL; END IF;
      IF EXISTS (SELECT FROM person WHERE id = p AND app_is_with_us(active, last_day)) THEN RAISE EXCEPTION 'This person is with us again.'; END IF;
      names := app_names_of(p);
      SELECT coalesce(array_agg(lower(name)), '{}') INTO addresses FROM unnest(names) name WHERE name LIKE '%@%';
      ${UNCHANGING.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER;`).join('\n      ')}
      ${EMPTIED.map((statement) => `${statement};`).join('\n      ')}
      -- What later versions keep about people goes, too, without anybody having to think of it here; what others refer to after them.
      FOR round IN 1..6 LOOP
        waits := false;
        FOR place IN
          SELECT conrelid::regclass::text AS table_name, attname AS column_name FROM pg_constraint
          JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
          WHERE contype = 'f' AND confrelid = 'person'::regclass AND attname IN ('person_id', 'owner_id', 'candidate_id', 'holder_id')
            AND conrelid::regclass::text <> ALL (ARRAY[${[...KEPT, ...REMOVED.map(([table]) => table)].map((table) => `'${table}'`).join(', ')}])
        LOOP
          BEGIN
            EXECUTE format('DELETE FROM %I WHERE %I = $1', place.table_name, place.column_name) USING p;
            GET DIAGNOSTICS n = ROW_COUNT;
            IF n > 0 THEN went := went || jsonb_build_object(place.table_name, n); END IF;
          EXCEPTION WHEN foreign_key_violation THEN waits := true;
          END;
        END LOOP;
        EXIT WHEN NOT waits;
      END LOOP;
      IF waits THEN RAISE EXCEPTION 'Something refers to what is to go.'; END IF;
      ${REMOVED.map(([table, where]) => `DELETE FROM ${table} WHERE ${where}; GET DIAGNOSTICS n = ROW_COUNT; IF n > 0 THEN went := went || jsonb_build_object('${table}', n); END IF;`).join('\n      ')}
      DELETE FROM certificate_file WHERE credential_id IN ${OWN_CREDENTIAL};
      UPDATE erasure SET reason = ${GONE} WHERE person_id = p;

      -- Then the name itself, wherever somebody wrote it.
      IF cardinality(names) > 0 THEN
        SELECT '(?i)(?<![[:alnum:]])(' || string_agg(DISTINCT regexp_replace(form, '([^[:alnum:][:space:]@])', '\\\\\\1', 'g'), '|') || ')(?![[:alnum:]])' INTO pattern
          FROM unnest(names) name CROSS JOIN LATERAL (VALUES (name), (trim(both '"' FROM to_json(name)::text))) forms (form);
        FOR place IN
          SELECT col.table_name, col.column_name, CASE WHEN col.data_type = 'ARRAY' THEN 'text[]' ELSE col.data_type END AS kind
          FROM information_schema.columns col JOIN information_schema.tables tab USING (table_schema, table_name)
          WHERE table_schema = 'public' AND tab.table_type = 'BASE TABLE' AND col.is_generated = 'NEVER'
            AND (col.data_type IN ('text', 'jsonb', 'json') OR col.udt_name = '_text')
            AND table_name <> ALL (ARRAY[${NOT_SWEPT.map((table) => `'${table}'`).join(', ')}])
        LOOP
          EXECUTE format('UPDATE %I SET %I = regexp_replace(%I::text, $1, ''–'', ''g'')::%s WHERE %I::text ~ $1',
            place.table_name, place.column_name, place.column_name, place.kind, place.column_name) USING pattern;
          GET DIAGNOSTICS n = ROW_COUNT;
          IF n > 0 THEN went := went || jsonb_build_object('named in ' || place.table_name, n); END IF;
        END LOOP;
        FOR place IN SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' LOOP
          EXECUTE format('SELECT count(*) FROM %I t WHERE t::text ~ $1', place.table_name) INTO n USING pattern;
          IF n > 0 THEN remains := remains || jsonb_build_object('place', place.table_name, 'count', n); END IF;
        END LOOP;
      END IF;
      ${UNCHANGING.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER;`).join('\n      ')}
      UPDATE erasure SET state = 'DONE', done_at = now(), counts = went, left_in = remains WHERE id = which;
      RETURN went;
    END $$;
`;

const CALLED = `app_erasure_preview(uuid), app_erasures(), app_ask_erasure(uuid, uuid, text, timestamptz), app_decide_erasure(uuid, boolean, timestamptz),
  app_note_certificate(text, uuid)`;

/** Erasing a person: asked for by one administrator, decided by another, done in one transaction. What others rest on keeps its numbers. */
export class Erasure1700000000074 implements MigrationInterface {
  name = 'Erasure1700000000074';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person ADD COLUMN erased_at timestamptz;
      CREATE TABLE erasure (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        reason text NOT NULL,
        state text NOT NULL CHECK (state IN ('PROPOSED', 'DECIDED', 'DONE', 'DECLINED')),
        asked_by uuid NOT NULL REFERENCES person,
        asked_at timestamptz NOT NULL,
        decided_by uuid REFERENCES person,
        decided_at timestamptz,
        done_at timestamptz,
        -- How many rows of what went, and where a name is left in texts that are the organisation's own.
        counts jsonb NOT NULL DEFAULT '{}',
        left_in jsonb NOT NULL DEFAULT '[]',
        problem text,
        CHECK (person_id <> asked_by AND person_id IS DISTINCT FROM decided_by),
        -- Two people, whatever the code says.
        CHECK (state IN ('PROPOSED', 'DECLINED') OR decided_by <> asked_by),
        CHECK ((state = 'DONE') = (done_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX erasure_once ON erasure (person_id) WHERE state IN ('PROPOSED', 'DECIDED', 'DONE');
      CREATE TABLE certificate_file (
        storage_key text PRIMARY KEY,
        credential_id uuid NOT NULL REFERENCES credential
      );
      CREATE INDEX certificate_file_credential ON certificate_file (credential_id);
      REVOKE ALL ON erasure, certificate_file FROM app_api, app_reporting;
      REVOKE INSERT, DELETE ON erasure FROM app_issuer;
      REVOKE INSERT, UPDATE, DELETE ON certificate_file FROM app_issuer;
      ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
      ALTER TABLE certificate_file ENABLE ROW LEVEL SECURITY;
      CREATE POLICY erasure_product ON erasure TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY certificate_file_product ON certificate_file FOR SELECT TO app_issuer USING (true);
    `);
    await runner.query(FUNCTIONS);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION ${CALLED}, app_erase(uuid), app_names_of(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
      GRANT EXECUTE ON FUNCTION app_erase(uuid), app_names_of(uuid) TO app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ${CALLED}, app_erase(uuid), app_names_of(uuid), app_without_words(jsonb);
      DROP TABLE certificate_file, erasure;
      ALTER TABLE person DROP COLUMN erased_at;
    `);
  }
}
