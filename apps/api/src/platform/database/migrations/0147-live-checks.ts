import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
/** So many places are looked at in one go, as before. */
const AT_A_TIME = 12;

/** A role, for a row about this achievement. Who holds none of the roles pays no question per row. */
function holds(achievement: string, ...roles: string[]): string {
  const names = roles.map((role) => `'${role}'`).join(', ');
  return `((SELECT app_holds_for(NULL, NULL, ${names}))
    OR ((SELECT app_holds(${names})) AND app_holds_for(NULL, ${achievement}, ${names})))`;
}
const leads = holds('achievement_id', 'ASSESSMENT_LEAD');
const watches = holds('achievement_id', 'ASSESSMENT_LEAD', 'AUDITOR');
const watchesExemplar = `(current_setting('role', true) = 'app_issuer' OR ${holds('exemplar.achievement_id', 'ASSESSMENT_LEAD', 'AUDITOR')})`;
const levelsOf = (row: string) =>
  `(SELECT jsonb_agg(jsonb_build_object('criterionId', each->'criterionId', 'level', each->'level')) FROM jsonb_array_elements(${row}.criteria) each)`;

const TABLES = `
  -- Every so many places that an assessor takes, one is a check; 0: none.
  ALTER TABLE assessment_setting ADD COLUMN check_every int NOT NULL DEFAULT 20 CHECK (check_every = 0 OR check_every BETWEEN 5 AND 200);

  -- Whether the author of an exemplar lets it stand in for live work. Null: asked, and not answered yet.
  CREATE TABLE exemplar_consent (
    exemplar_id uuid PRIMARY KEY REFERENCES exemplar,
    achievement_id uuid NOT NULL REFERENCES achievement,
    person_id uuid NOT NULL REFERENCES person,
    asked_at timestamptz NOT NULL,
    answer boolean,
    answered_at timestamptz,
    CHECK ((answer IS NULL) = (answered_at IS NULL))
  );
  CREATE INDEX exemplar_consent_person ON exemplar_consent (person_id);
  CREATE INDEX exemplar_consent_given ON exemplar_consent (achievement_id) WHERE answer;

  -- When an assessor's next check comes, drawn from a seed that is kept: whoever has it can draw the same again.
  CREATE TABLE live_check_turn (
    person_id uuid PRIMARY KEY REFERENCES person,
    seed text NOT NULL,
    turn int NOT NULL DEFAULT 0,
    since int NOT NULL DEFAULT 1
  );

  -- An exemplar in the place of live work, for one assessor alone. It lies outside of places, marks and decisions, so that
  -- whatever counts or decides there cannot meet it.
  CREATE TABLE live_check (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    exemplar_id uuid NOT NULL REFERENCES exemplar,
    achievement_id uuid NOT NULL REFERENCES achievement,
    achievement_version_id uuid NOT NULL REFERENCES achievement_version,
    -- Whose line of the queue it shows, and that line as it would be had the place been taken.
    slot_id uuid NOT NULL REFERENCES marking_slot,
    line jsonb NOT NULL,
    -- What is judged; gone as soon as it is over.
    content jsonb,
    turn int NOT NULL,
    state text NOT NULL CHECK (state IN ('OPEN', 'PUT_BACK', 'WITHDRAWN', 'HANDED_IN', 'OVER')),
    begun_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    lease_until timestamptz,
    put_back_reason text,
    mark_id uuid,
    revision int NOT NULL DEFAULT 0,
    saved_at timestamptz,
    handed_in_at timestamptz,
    criteria jsonb NOT NULL DEFAULT '[]',
    rules jsonb NOT NULL DEFAULT '{"valid": null, "authentic": null, "sufficient": null, "current": null}',
    overall text,
    seen_letters jsonb NOT NULL DEFAULT '[]',
    tolerance int,
    CHECK ((state = 'OPEN') = (lease_until IS NOT NULL)),
    CHECK ((state = 'HANDED_IN') = (handed_in_at IS NOT NULL)),
    CHECK ((state IN ('OPEN', 'PUT_BACK')) = (content IS NOT NULL)),
    CHECK ((state IN ('OPEN', 'PUT_BACK')) = (ended_at IS NULL)),
    UNIQUE (person_id, exemplar_id),
    UNIQUE (person_id, slot_id)
  );
  CREATE UNIQUE INDEX live_check_open ON live_check (person_id) WHERE state = 'OPEN';
  CREATE INDEX live_check_exemplar ON live_check (exemplar_id);
  CREATE INDEX live_check_handed_in ON live_check (handed_in_at, achievement_id) WHERE state = 'HANDED_IN';

  -- What was handed in never changes, and what is over does not begin again.
  CREATE FUNCTION live_check_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.state NOT IN ('OPEN', 'PUT_BACK') AND (to_jsonb(NEW) - 'criteria' - 'rules') IS DISTINCT FROM (to_jsonb(OLD) - 'criteria' - 'rules')
      THEN RAISE EXCEPTION 'a check that is over does not change'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER live_check_stays BEFORE UPDATE ON live_check FOR EACH ROW EXECUTE FUNCTION live_check_stays();

  REVOKE INSERT, DELETE, UPDATE ON exemplar_consent, live_check FROM app_api;
  REVOKE INSERT, UPDATE, DELETE ON live_check_turn FROM app_api;
  REVOKE UPDATE, DELETE ON live_check_turn FROM app_issuer;
  REVOKE DELETE ON exemplar_consent, live_check FROM app_issuer;
  REVOKE INSERT ON live_check FROM app_issuer;
  REVOKE UPDATE ON exemplar_consent FROM app_issuer;
  REVOKE ALL ON exemplar_consent, live_check, live_check_turn FROM app_reporting;
  GRANT UPDATE (answer, answered_at) ON exemplar_consent TO app_api;
  GRANT UPDATE (state, content, ended_at, lease_until, put_back_reason, mark_id, revision, saved_at, handed_in_at, criteria, rules,
    overall, seen_letters, tolerance) ON live_check TO app_api;

  ALTER TABLE exemplar_consent ENABLE ROW LEVEL SECURITY;
  ALTER TABLE live_check_turn ENABLE ROW LEVEL SECURITY;
  ALTER TABLE live_check ENABLE ROW LEVEL SECURITY;
  CREATE POLICY exemplar_consent_product ON exemplar_consent TO app_issuer USING (true) WITH CHECK (true);
  CREATE POLICY live_check_turn_product ON live_check_turn TO app_issuer USING (true) WITH CHECK (true);
  CREATE POLICY live_check_product ON live_check TO app_issuer USING (true) WITH CHECK (true);
  CREATE POLICY exemplar_consent_own ON exemplar_consent FOR SELECT TO app_api USING (person_id = ${ME});
  CREATE POLICY exemplar_consent_lead ON exemplar_consent FOR SELECT TO app_api USING (${leads});
  CREATE POLICY exemplar_consent_answered ON exemplar_consent FOR UPDATE TO app_api USING (person_id = ${ME});
  CREATE POLICY live_check_own ON live_check FOR SELECT TO app_api USING (person_id = ${ME});
  CREATE POLICY live_check_watcher ON live_check FOR SELECT TO app_api USING (handed_in_at IS NOT NULL AND ${watches});
  CREATE POLICY live_check_saved ON live_check FOR UPDATE TO app_api
    USING (person_id = ${ME} AND state IN ('OPEN', 'PUT_BACK')) WITH CHECK (person_id = ${ME});
`;

const FUNCTIONS = `
  -- Whether this exemplar may stand in for this place, for whoever asks. Everything that keeps one from it stands here:
  -- no consent, known from calibration or from anywhere else, somebody too near, or a line in the queue that would not fit.
  CREATE FUNCTION app_may_check(exemplar uuid, place uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
      SELECT FROM exemplar it
      JOIN exemplar_consent said ON said.exemplar_id = it.id AND said.answer
      JOIN person author ON author.id = said.person_id AND app_is_with_us(author.active, author.last_day)
      JOIN definitive_mark worth ON worth.exemplar_id = it.id AND worth.agreed_at IS NOT NULL
      JOIN marking_slot slot ON slot.id = place AND slot.achievement_version_id = it.achievement_version_id
        AND slot.purpose = 'FIRST' AND slot.attempt_no = 1 AND NOT slot.back_in_queue
        AND (slot.state = 'OPEN' OR slot.state = 'LEASED' AND slot.assessor_id = app_person())
        AND slot.item_count = jsonb_array_length(it.items)
      JOIN marking_slot own ON own.submission_id = it.submission_id AND own.purpose = 'FIRST' AND own.state = 'HANDED_IN'
      JOIN submission_snapshot taken ON taken.id = own.snapshot_id AND jsonb_array_length(taken.content->'items') = jsonb_array_length(it.items)
      WHERE it.id = exemplar AND it.agreed_at IS NOT NULL AND it.retired_at IS NULL
        AND NOT EXISTS (SELECT FROM jsonb_array_elements(it.items) item WHERE item->>'url' IS NOT NULL OR trim(item->>'text') = ''
          OR item->>'text' LIKE '%A file was handed in here. Describe what it showed.%')
        AND NOT EXISTS (SELECT FROM jsonb_array_elements(taken.content->'criteria') each WHERE jsonb_typeof(each->'carried') = 'object')
        AND NOT EXISTS (SELECT FROM calibration_round round WHERE it.id = ANY (round.exemplar_ids))
        AND app_person() NOT IN (author.id, it.made_by, worth.proposed_by, worth.agreed_by)
        AND NOT app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSMENT_LEAD')
        AND NOT app_holds_for(NULL, slot.achievement_id, 'ASSESSMENT_LEAD')
        AND NOT EXISTS (SELECT FROM calibration_mark mine WHERE mine.exemplar_id = it.id AND mine.person_id = app_person())
        AND NOT EXISTS (SELECT FROM live_check mine WHERE mine.person_id = app_person() AND (mine.exemplar_id = it.id OR mine.slot_id = place))
        AND NOT EXISTS (SELECT FROM mark JOIN marking_slot judged ON judged.id = mark.slot_id
          WHERE mark.assessor_id = app_person() AND (judged.submission_id = it.submission_id OR judged.id = place))
        AND NOT EXISTS (SELECT FROM marking_slot judged WHERE judged.submission_id = it.submission_id AND judged.assessor_id = app_person())
        AND NOT EXISTS (SELECT FROM evidence_opening seen WHERE seen.submission_id = it.submission_id AND seen.opener_id = app_person())
        AND NOT EXISTS (SELECT FROM witness_statement said WHERE said.owner_id = author.id AND said.witness_person_id = app_person())
        AND NOT EXISTS (SELECT FROM app_conflicts_of(ARRAY[app_person()]) near WHERE near.with_id IN (author.id, it.submission_id))) $$;

  -- Whether the next place is a check's turn. Nothing is counted while there is nothing to check with.
  CREATE FUNCTION app_check_turn() RETURNS TABLE (due boolean, "standsIn" boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      me uuid := app_person();
      every int;
      mine live_check_turn;
    BEGIN
      due := false;
      "standsIn" := EXISTS (SELECT FROM live_check it WHERE it.person_id = me AND it.state IN ('OPEN', 'PUT_BACK'));
      every := coalesce((SELECT CASE WHEN it.hides_names THEN it.check_every ELSE 0 END FROM assessment_setting it), 20);
      IF me IS NOT NULL AND every > 0
        AND EXISTS (SELECT FROM exemplar_consent it WHERE it.answer AND it.achievement_id = ANY (app_qualified_for()))
        AND NOT EXISTS (SELECT FROM live_check it WHERE it.person_id = me AND it.state = 'OPEN')
        -- What somebody was given is theirs to do.
        AND NOT EXISTS (SELECT FROM marking_slot it WHERE it.assessor_id = me AND it.state = 'ALLOCATED' AND it.held_at IS NULL)
      THEN
        INSERT INTO live_check_turn AS known (person_id, seed) VALUES (me, gen_random_uuid()::text)
          ON CONFLICT (person_id) DO UPDATE SET since = known.since + 1 RETURNING * INTO mine;
        due := mine.since >= app_check_after(mine.seed, mine.turn, every);
      END IF;
      RETURN NEXT;
    END $$;
  -- How many places after the last check the next one comes: 1 to 2n - 1, all as likely, and n on the whole.
  CREATE FUNCTION app_check_after(seed text, turn int, every int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT 1 + floor(app_draw(seed || ' ' || turn, '00000000-0000-0000-0000-000000000000') * (2 * every - 1))::int $$;

  -- What could stand in for a place that whoever asks has just taken; the words it is made of, and the name to take out of them.
  CREATE FUNCTION app_check_for(place uuid) RETURNS TABLE ("exemplarId" uuid, items jsonb, content jsonb, "takenAt" timestamptz, "displayName" text, email text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT it.id, it.items, taken.content, taken.taken_at, author.display_name, author.email
    FROM marking_slot slot JOIN exemplar it ON it.achievement_version_id = slot.achievement_version_id
    JOIN marking_slot own ON own.submission_id = it.submission_id AND own.purpose = 'FIRST' AND own.state = 'HANDED_IN'
    JOIN submission_snapshot taken ON taken.id = own.snapshot_id
    JOIN person author ON author.id = own.candidate_id
    JOIN live_check_turn mine ON mine.person_id = app_person()
    WHERE slot.id = place AND app_may_check(it.id, place)
    ORDER BY app_draw(mine.seed || ' ' || mine.turn, it.id), own.round LIMIT 1 $$;

  CREATE FUNCTION app_begin_check(check_id uuid, place uuid, exemplar uuid, shown jsonb, lease interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE mine live_check_turn; slot marking_slot;
    BEGIN
      SELECT * INTO slot FROM marking_slot it WHERE it.id = place AND it.state = 'OPEN';
      IF NOT FOUND OR NOT app_may_check(exemplar, place) THEN RETURN false; END IF;
      SELECT * INTO mine FROM live_check_turn it WHERE it.person_id = app_person();
      INSERT INTO live_check (id, person_id, exemplar_id, achievement_id, achievement_version_id, slot_id, line, content, turn, state, lease_until)
      VALUES (check_id, app_person(), exemplar, slot.achievement_id, slot.achievement_version_id, slot.id,
        to_jsonb(slot) || jsonb_build_object('state', 'LEASED', 'assessor_id', app_person()), shown, mine.turn, 'OPEN', now() + lease);
      UPDATE live_check_turn it SET turn = it.turn + 1, since = 0 WHERE it.person_id = app_person();
      RETURN true;
    END $$;

  -- A place that a check of somebody's stands in for reads to them as taken.
  CREATE OR REPLACE FUNCTION app_free_slots() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*)::int FROM marking_slot WHERE (state = 'OPEN' OR state = 'LEASED' AND lease_until <= now())
      AND purpose <> 'MODERATION' AND held_at IS NULL AND submission_id <> ALL ((SELECT app_part_in())::uuid[])
      AND id <> ALL (ARRAY(SELECT mine.slot_id FROM live_check mine WHERE mine.person_id = app_person() AND mine.state = 'OPEN' AND mine.lease_until > now()))
      AND ((SELECT app_holds_for(NULL, NULL, 'ASSESSOR')) OR app_holds_for(candidate_id, achievement_id, 'ASSESSOR')) $$;

  CREATE OR REPLACE FUNCTION app_has_calibrated(exemplar uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM calibration_mark WHERE exemplar_id = exemplar AND person_id = app_person() AND handed_in_at IS NOT NULL)
      OR EXISTS (SELECT FROM live_check WHERE exemplar_id = exemplar AND person_id = app_person() AND handed_in_at IS NOT NULL) $$;

  -- Judgements of exemplars beside what those are worth, from rounds of calibration and from among live work.
  CREATE OR REPLACE FUNCTION app_quality_exemplars(since timestamptz, until timestamptz) RETURNS TABLE ("exemplarId" uuid, "versionId" uuid,
      "achievementId" uuid, "assessorId" uuid, levels jsonb, definitive jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT exemplar.id, exemplar.achievement_version_id, exemplar.achievement_id, judged.person_id, ${levelsOf('judged')}, ${levelsOf('definitive_mark')}
    FROM (SELECT exemplar_id, person_id, criteria, handed_in_at FROM calibration_mark
      UNION ALL SELECT exemplar_id, person_id, criteria, handed_in_at FROM live_check) judged
    JOIN exemplar ON exemplar.id = judged.exemplar_id
    JOIN definitive_mark ON definitive_mark.exemplar_id = exemplar.id AND definitive_mark.agreed_at IS NOT NULL
    WHERE judged.handed_in_at >= since AND judged.handed_in_at < until AND ${watchesExemplar} $$;

  -- Consent that is taken back counts at once: what stands in for live work at this moment is taken away.
  CREATE FUNCTION consent_taken_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE live_check SET state = 'WITHDRAWN', content = NULL, lease_until = NULL, ended_at = now()
    WHERE exemplar_id = NEW.exemplar_id AND state IN ('OPEN', 'PUT_BACK');
    RETURN NULL;
  END $$;
  CREATE TRIGGER exemplar_consent_taken_back AFTER UPDATE OF answer ON exemplar_consent FOR EACH ROW
    WHEN (NEW.answer IS DISTINCT FROM true) EXECUTE FUNCTION consent_taken_back();

  -- Who is erased takes their work with them; what they judged as an assessor keeps its levels and loses its words.
  CREATE FUNCTION forget_exemplars() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE exemplar_consent SET answer = NULL, answered_at = NULL WHERE person_id = NEW.id;
    DELETE FROM exemplar_consent WHERE person_id = NEW.id;
    UPDATE definitive_mark SET criteria = app_without_words(criteria)
      WHERE exemplar_id IN (SELECT it.id FROM exemplar it JOIN submission ON submission.id = it.submission_id WHERE submission.person_id = NEW.id);
    UPDATE live_check SET criteria = app_without_words(criteria), rules = app_without_words(rules)
      WHERE person_id = NEW.id
        OR exemplar_id IN (SELECT it.id FROM exemplar it JOIN submission ON submission.id = it.submission_id WHERE submission.person_id = NEW.id);
    UPDATE exemplar SET title = '–', items = '[]', retired_at = coalesce(retired_at, now()), retired_reason = '–'
      WHERE submission_id IN (SELECT id FROM submission WHERE person_id = NEW.id);
    UPDATE live_check SET state = 'OVER', content = NULL, lease_until = NULL, ended_at = now() WHERE person_id = NEW.id AND state IN ('OPEN', 'PUT_BACK');
    DELETE FROM live_check_turn WHERE person_id = NEW.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER person_exemplars AFTER UPDATE OF erased_at ON person FOR EACH ROW
    WHEN (NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL) EXECUTE FUNCTION forget_exemplars();

  -- As before, but for those whom a check keeps busy.
  CREATE OR REPLACE FUNCTION app_take_next(step uuid, lease interval) RETURNS TABLE (slot_id uuid, taken boolean, began boolean, slot marking_slot)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      me uuid := app_person();
      ids uuid[];
      last_due timestamptz := '-infinity';
      last_id uuid := '00000000-0000-0000-0000-000000000000';
      stood uuid;
      checks int;
    BEGIN
      IF me IS NULL THEN RETURN; END IF;
      PERFORM pg_advisory_xact_lock(hashtextextended('claims ' || me, 0));
      began := false;
      -- What a check of theirs stands in for is not offered again, and takes its room.
      SELECT it.slot_id, (it.lease_until > now())::int INTO stood, checks FROM live_check it WHERE it.person_id = me AND it.state = 'OPEN';
      checks := coalesce(checks, 0);
      ids := ARRAY(SELECT it.id FROM marking_slot it WHERE it.assessor_id = me AND it.state = 'ALLOCATED' AND it.held_at IS NULL);
      LOOP
        IF cardinality(ids) > 0 THEN
          SELECT it.id, may.held + checks < may.capacity AND NOT may.paused AND may."onLeaveUntil" IS NULL INTO slot_id, taken
          FROM marking_slot it JOIN app_eligibility_of(ARRAY[me], ids) may ON may.id = it.id
          WHERE (it.state IN ('OPEN', 'ALLOCATED') OR it.lease_until <= now()) AND it.held_at IS NULL
            AND (it.state = 'OPEN' OR (it.state = 'ALLOCATED') = (it.assessor_id = me))
            AND may."qualifiedAs" IS NOT NULL AND may.covered AND may.against <@ may.waived
            AND NOT it.achievement_version_id = ANY ((SELECT app_author_alone())::uuid[])
            AND (stood IS NULL OR it.id <> stood)
          ORDER BY it.due_at, it.id FOR UPDATE OF it SKIP LOCKED LIMIT 1;
          EXIT WHEN FOUND;
        END IF;
        -- No room left: what is free need not be looked at.
        IF (SELECT count(*) FROM marking_slot it WHERE it.assessor_id = me
              AND (it.state = 'ALLOCATED' OR it.state = 'LEASED' AND it.lease_until > now())) + checks
           >= coalesce((SELECT profile.capacity FROM assessor_profile profile WHERE profile.person_id = me), 6) THEN RETURN; END IF;
        SELECT array_agg(near.id ORDER BY near.due_at, near.id), max(near.due_at) INTO ids, last_due
        FROM (
          SELECT free.id, free.due_at FROM unnest(app_qualified_for()) AS mine (achievement_id) CROSS JOIN LATERAL (
            SELECT it.id, it.due_at FROM marking_slot it
            WHERE it.achievement_id = mine.achievement_id AND it.state IN ('OPEN', 'LEASED') AND it.held_at IS NULL
              AND it.purpose <> 'MODERATION' AND (it.due_at, it.id) > (last_due, last_id)
              AND (it.state = 'OPEN' OR it.lease_until <= now() AND it.assessor_id <> me)
            ORDER BY it.due_at, it.id LIMIT ${AT_A_TIME}
          ) free ORDER BY free.due_at, free.id LIMIT ${AT_A_TIME}
        ) near;
        IF ids IS NULL THEN RETURN; END IF;
        last_id := ids[cardinality(ids)];
      END LOOP;
      IF taken THEN
        UPDATE marking_slot it SET state = 'LEASED', assessor_id = me, lease_until = now() + lease
        WHERE it.id = slot_id RETURNING it.* INTO slot;
        -- Two may take the two places of one submission at once: one of them moves it.
        UPDATE submission it SET state = 'IN_MARKING', held_from = NULL, revision = it.revision + 1
        WHERE it.id = slot.submission_id AND it.state = 'QUEUED';
        began := FOUND;
        IF began THEN
          INSERT INTO submission_transition (id, submission_id, at, from_state, to_state, actor_id, actor_role)
          VALUES (step, slot.submission_id, now(), 'QUEUED', 'IN_MARKING', me, 'ASSESSOR');
        END IF;
      END IF;
      RETURN NEXT;
    END $$;

  -- Whoever wrote what is an exemplar already is asked, too.
  INSERT INTO exemplar_consent (exemplar_id, achievement_id, person_id, asked_at)
    SELECT it.id, it.achievement_id, submission.person_id, now() FROM exemplar it JOIN submission ON submission.id = it.submission_id
    JOIN person ON person.id = submission.person_id AND person.erased_at IS NULL
    WHERE it.agreed_at IS NOT NULL AND it.retired_at IS NULL;
`;

const CALLED = `app_check_turn(), app_check_for(uuid), app_begin_check(uuid, uuid, uuid, jsonb, interval)`;

/** Exemplars among live work: with the consent of whoever made them, in a table that nothing else counts. */
export class LiveChecks1700000000147 implements MigrationInterface {
  name = 'LiveChecks1700000000147';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FUNCTIONS);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION ${CALLED}, app_may_check(uuid, uuid), app_check_after(text, int, int),
        consent_taken_back(), forget_exemplars(), live_check_stays() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER person_exemplars ON person;
      DROP TRIGGER exemplar_consent_taken_back ON exemplar_consent;
      DROP FUNCTION ${CALLED}, app_may_check(uuid, uuid), app_check_after(text, int, int), consent_taken_back(), forget_exemplars();
      DROP TABLE live_check, live_check_turn, exemplar_consent CASCADE;
      DROP FUNCTION live_check_stays();
      ALTER TABLE assessment_setting DROP COLUMN check_every;
    `);
  }
}
