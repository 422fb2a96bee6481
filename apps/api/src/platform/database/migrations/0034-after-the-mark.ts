import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
const LASTS = 'starts_on <= current_date AND (ends_on IS NULL OR ends_on >= current_date)';
const REPORTS = '((SELECT app_reports())::uuid[])';

/** A role, for a row about this person and this achievement. Who holds none of the roles pays no question per row. */
function holds(about: string, achievement: string, ...roles: string[]): string {
  const names = roles.map((role) => `'${role}'`).join(', ');
  return `((SELECT app_holds_for(NULL, NULL, ${names}))
    OR ((SELECT app_holds(${names})) AND app_holds_for(${about}, ${achievement}, ${names})))`;
}

const SLOT_HELD = `(assessor_id = ${ME} AND state IN ('LEASED', 'HANDED_IN') AND ${holds('candidate_id', 'achievement_id', 'ASSESSOR')})`;
const QUEUED = `(state IN ('OPEN', 'LEASED') AND achievement_id = ANY ((SELECT app_qualified_for())::uuid[])
  AND candidate_id <> ${ME} AND candidate_id <> ALL (${REPORTS}) AND candidate_id <> ALL ((SELECT app_managers())::uuid[])
  AND ${holds('candidate_id', 'achievement_id', 'ASSESSOR')})`;
/** Besides, whoever judges a submission does not see its other places, and who judges blind is nobody's to see. */
const SLOT_WAITS = `(${QUEUED} AND submission_id <> ALL ((SELECT app_part_in())::uuid[]) AND held_at IS NULL
  AND (NOT is_blind OR state = 'OPEN' OR lease_until <= now()))`;
const LED = `((SELECT app_holds('ASSESSMENT_LEAD')) AND app_leads(submission_id))`;

const UNFINISHED = `('OPEN', 'ALLOCATED', 'LEASED')`;
const BLIND = `('FIRST', 'SECOND', 'THIRD')`;

const TABLES = [
  'reconciliation',
  'moderation',
  'submission_hold',
  'release_batch',
  'malpractice_case',
  'appeal',
  'recall',
  'recall_item',
];

/** table, who, for what, which rows, which rows may be written (null: the same). */
const POLICIES: [string, string, 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE', string | null, (string | null)?][] = [
  ['reconciliation', 'judge', 'ALL', 'app_has_marked(submission_id)'],
  ['moderation', 'judge', 'ALL', 'app_has_marked(submission_id)'],
  ['submission_hold', 'candidate', 'SELECT', `candidate_id = ${ME}`],
  ['submission_hold', 'lead', 'ALL', LED],
  ['release_batch', 'lead', 'ALL', `(SELECT app_holds('ASSESSMENT_LEAD'))`],
  ['malpractice_case', 'lead', 'ALL', LED],
  ['appeal', 'candidate', 'SELECT', `candidate_id = ${ME}`],
  [
    'appeal',
    'lodged',
    'INSERT',
    null,
    `candidate_id = ${ME} AND state = 'LODGED' AND EXISTS (SELECT FROM decision it JOIN submission ON submission.id = it.submission_id
       WHERE it.id = decision_id AND it.submission_id = appeal.submission_id AND it.released_at IS NOT NULL
         AND submission.person_id = ${ME})`,
  ],
  ['appeal', 'lead', 'ALL', LED],
  ['recall', 'lead', 'ALL', holds('NULL', 'achievement_id', 'ASSESSMENT_LEAD')],
  ['recall_item', 'lead', 'ALL', LED],
];

const FUNCTIONS = `
  -- Leads the assessment of a submission that was handed in. Not of the own, and not while judging it oneself without
  -- knowing what others think.
  CREATE FUNCTION app_leads(of_submission uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM submission it WHERE it.id = of_submission AND it.submitted_at IS NOT NULL
      AND it.person_id <> app_person() AND app_holds_for(it.person_id, it.achievement_id, 'ASSESSMENT_LEAD')
      AND NOT EXISTS (SELECT FROM marking_slot slot WHERE slot.submission_id = it.id AND slot.assessor_id = app_person()
        AND slot.state = 'LEASED' AND slot.purpose IN ${BLIND})) $$;
  -- The submissions that wait for another judgement besides this person's own.
  CREATE FUNCTION app_part_in() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT mine.submission_id), '{}') FROM marking_slot mine
    JOIN marking_slot other ON other.submission_id = mine.submission_id AND other.id <> mine.id AND other.state IN ${UNFINISHED}
    WHERE mine.assessor_id = app_person() AND mine.state IN ('LEASED', 'HANDED_IN') $$;

  CREATE OR REPLACE FUNCTION app_marks(submission uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM marking_slot slot WHERE slot.submission_id = submission AND slot.assessor_id = app_person()
      AND slot.state IN ('LEASED', 'HANDED_IN') AND app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSOR'))
      OR app_leads(submission) $$;
  -- Has handed in a judgement, moderates what others handed in, or leads.
  CREATE OR REPLACE FUNCTION app_has_marked(submission uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM marking_slot slot WHERE slot.submission_id = submission AND slot.assessor_id = app_person()
      AND (slot.state = 'HANDED_IN' OR slot.state = 'LEASED' AND slot.purpose = 'MODERATION')
      AND app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSOR'))
      OR app_leads(submission) $$;
  CREATE OR REPLACE FUNCTION app_marks_copy(snapshot uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM marking_slot slot WHERE slot.snapshot_id = snapshot AND slot.state <> 'CANCELLED'
      AND (slot.assessor_id = app_person() AND slot.state IN ('LEASED', 'HANDED_IN')
           OR EXISTS (SELECT FROM mark WHERE mark.slot_id = slot.id AND mark.assessor_id = app_person()))
      AND app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSOR'))
      OR app_leads((SELECT submission_id FROM submission_snapshot WHERE id = snapshot)) $$;

  DROP FUNCTION app_slot_eligibility(uuid, uuid[]);
  -- Whoever has another part in the submission gets the same answer whatever becomes of the place.
  CREATE FUNCTION app_slot_eligibility(who uuid, slots uuid[])
    RETURNS TABLE (id uuid, "qualifiedAs" text, covered boolean, "isCandidate" boolean, "managesCandidate" boolean, "managedByCandidate" boolean,
      "takesPart" boolean, held int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT slot.id,
      (SELECT basis FROM assessor_qualification WHERE achievement_id = slot.achievement_id AND person_id = who AND ended_at IS NULL),
      app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSOR'),
      slot.candidate_id = who,
      EXISTS (SELECT FROM employment WHERE person_id = slot.candidate_id AND manager_id = who AND ${LASTS}),
      EXISTS (SELECT FROM employment WHERE person_id = who AND manager_id = slot.candidate_id AND ${LASTS}),
      other.found,
      (SELECT count(*)::int FROM marking_slot WHERE assessor_id = who AND state = 'LEASED' AND lease_until > now())
    FROM marking_slot slot
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM marking_slot mine WHERE mine.submission_id = slot.submission_id
      AND mine.id <> slot.id AND mine.assessor_id = who AND mine.state IN ('LEASED', 'HANDED_IN')) AS found) other
    WHERE slot.id = ANY (slots) AND app_acts(who)
      AND (slot.state IN ('OPEN', 'LEASED') OR slot.assessor_id = who OR other.found) $$;
  CREATE OR REPLACE FUNCTION app_free_slots() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*)::int FROM marking_slot WHERE (state = 'OPEN' OR state = 'LEASED' AND lease_until <= now())
      AND purpose <> 'MODERATION' AND held_at IS NULL AND submission_id <> ALL ((SELECT app_part_in())::uuid[])
      AND ((SELECT app_holds_for(NULL, NULL, 'ASSESSOR')) OR app_holds_for(candidate_id, achievement_id, 'ASSESSOR')) $$;

  CREATE OR REPLACE FUNCTION app_put_back(slot uuid, reason text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE marking_slot SET state = 'OPEN', assessor_id = NULL, lease_until = NULL, back_in_queue = true, put_back_reason = $2
    WHERE id = slot AND state = 'LEASED' AND app_acts(assessor_id) $$;

  -- How many places of one round are unfinished, this person's own not counted. For whoever has judged; told to nobody.
  CREATE FUNCTION app_unfinished(of_submission uuid, of_round int) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*)::int FROM marking_slot WHERE submission_id = of_submission AND round = of_round
      AND purpose IN ${BLIND} AND state IN ${UNFINISHED} $$;
  -- Whether somebody else judges or has judged this round, for a place that goes back.
  CREATE FUNCTION app_judged_by_others(of_slot uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM marking_slot it JOIN marking_slot other ON other.submission_id = it.submission_id
      AND other.round = it.round AND other.id <> it.id AND other.state IN ('LEASED', 'HANDED_IN')
      WHERE it.id = of_slot AND app_acts(it.assessor_id)) $$;
  -- The judgements on a submission, once nobody judges it blind any more: for those who judged it, moderate it or lead.
  CREATE FUNCTION app_marks_of(of_submission uuid)
    RETURNS TABLE ("markId" uuid, "slotId" uuid, purpose text, reason text, round int, "assessorId" uuid, "handedInAt" timestamptz,
      criteria jsonb, rules jsonb, overall text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT mark.id, slot.id, slot.purpose, slot.reason, slot.round, mark.assessor_id, mark.handed_in_at, mark.criteria, mark.rules, mark.overall
    FROM marking_slot slot JOIN mark ON mark.slot_id = slot.id AND mark.handed_in_at IS NOT NULL
    WHERE slot.submission_id = of_submission AND slot.state = 'HANDED_IN'
      AND (app_has_marked(of_submission) OR current_setting('role', true) = 'app_issuer')
      AND NOT EXISTS (SELECT FROM marking_slot blind WHERE blind.submission_id = of_submission
        AND blind.purpose IN ('FIRST', 'SECOND') AND blind.state IN ${UNFINISHED})
    ORDER BY mark.handed_in_at, mark.id $$;
  -- Another place for a judgement on the same copy.
  CREATE FUNCTION app_open_slot(beside uuid, fresh uuid, its_purpose text, its_reason text, its_round int, due timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO marking_slot (id, submission_id, snapshot_id, achievement_version_id, achievement_id, achievement_name, candidate_id,
      candidate_code, purpose, reason, round, is_blind, state, attempt_no, criteria_count, item_count, submitted_at, due_at)
    SELECT fresh, submission_id, snapshot_id, achievement_version_id, achievement_id, achievement_name, candidate_id, candidate_code,
      its_purpose, its_reason, its_round, its_purpose <> 'MODERATION', 'OPEN', attempt_no, criteria_count, item_count, submitted_at, due
    FROM marking_slot WHERE id = beside AND (app_has_marked(submission_id) OR current_setting('role', true) = 'app_issuer') $$;
  -- What a lead does to all unfinished places of a submission: end them, stop their clock, let it go on.
  CREATE FUNCTION app_end_slots(of_submission uuid, why text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE marking_slot SET state = 'CANCELLED', assessor_id = NULL, lease_until = NULL, held_at = NULL, put_back_reason = why
    WHERE submission_id = of_submission AND state IN ${UNFINISHED}
      AND (app_leads(of_submission) OR current_setting('role', true) = 'app_issuer') $$;
  CREATE FUNCTION app_hold_slots(of_submission uuid, at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE marking_slot SET held_at = at WHERE submission_id = of_submission AND state IN ${UNFINISHED}
      AND (app_leads(of_submission) OR current_setting('role', true) = 'app_issuer') $$;
  CREATE FUNCTION app_resume_slots(of_submission uuid, slots uuid[], dues timestamptz[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE marking_slot SET held_at = NULL, due_at = shifted.due FROM unnest(slots, dues) AS shifted (id, due)
    WHERE marking_slot.id = shifted.id AND submission_id = of_submission
      AND (app_leads(of_submission) OR current_setting('role', true) = 'app_issuer') $$;
  -- Released decisions on marks of one assessor in a period; for whoever leads the achievement.
  CREATE FUNCTION app_decisions_by(version uuid, assessor uuid, since timestamptz, until timestamptz)
    RETURNS TABLE ("decisionId" uuid, "submissionId" uuid, "candidateId" uuid, "achievementId" uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT ON (it.submission_id) it.id, it.submission_id, submission.person_id, submission.achievement_id
    FROM decision it JOIN submission ON submission.id = it.submission_id
    WHERE submission.achievement_version_id = version AND it.released_at BETWEEN since AND until
      AND EXISTS (SELECT FROM marking_slot slot WHERE slot.submission_id = it.submission_id AND slot.assessor_id = assessor
        AND slot.state = 'HANDED_IN' AND slot.purpose IN ('FIRST', 'SECOND', 'THIRD', 'APPEAL'))
      AND (app_holds_for(NULL, submission.achievement_id, 'ASSESSMENT_LEAD') OR current_setting('role', true) = 'app_issuer')
    ORDER BY it.submission_id, it.sequence DESC $$;
`;

const CALLED = [
  'app_leads(uuid)',
  'app_part_in()',
  'app_slot_eligibility(uuid, uuid[])',
  'app_unfinished(uuid, int)',
  'app_judged_by_others(uuid)',
  'app_marks_of(uuid)',
  'app_open_slot(uuid, uuid, text, text, int, timestamptz)',
  'app_end_slots(uuid, text)',
  'app_hold_slots(uuid, timestamptz)',
  'app_resume_slots(uuid, uuid[], timestamptz[])',
  'app_decisions_by(uuid, uuid, timestamptz, timestamptz)',
];

/** Second marks and what they lead to: reconciliation, moderation, holds, release together, appeals and recall. */
export class AfterTheMark1700000000034 implements MigrationInterface {
  name = 'AfterTheMark1700000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE marking_slot
        ADD COLUMN reason text NOT NULL DEFAULT 'FIRST_MARK' CHECK (reason IN ('FIRST_MARK', 'POLICY', 'NEW_ASSESSOR', 'BORDERLINE',
          'HIGH_STAKES', 'SAMPLE', 'WAIVER', 'DISAGREEMENT', 'MODERATION_SAMPLE', 'SENT_BACK', 'APPEAL', 'RECALL')),
        -- Judged anew after a moderator sent it back: each round stands for itself.
        ADD COLUMN round int NOT NULL DEFAULT 1,
        -- Somebody else judges the same copy and neither may learn of the other.
        ADD COLUMN is_blind boolean NOT NULL DEFAULT false,
        -- Since when its clock stands.
        ADD COLUMN held_at timestamptz;
      DROP INDEX marking_slot_purpose;
      CREATE UNIQUE INDEX marking_slot_purpose ON marking_slot (snapshot_id, purpose, round) WHERE state <> 'CANCELLED' AND purpose IN ${BLIND};
      CREATE UNIQUE INDEX marking_slot_once ON marking_slot (snapshot_id, purpose) WHERE state IN ${UNFINISHED};

      ALTER TABLE decision
        ADD COLUMN replaces_id uuid REFERENCES decision,
        -- Whose judgement it is where it is more than a mark. Null: it follows from marks.
        ADD COLUMN decided_by uuid REFERENCES person,
        ADD COLUMN rules jsonb;

      CREATE TABLE reconciliation (
        id uuid PRIMARY KEY,
        submission_id uuid NOT NULL REFERENCES submission,
        round int NOT NULL,
        first_mark_id uuid NOT NULL REFERENCES mark,
        second_mark_id uuid NOT NULL REFERENCES mark,
        third_mark_id uuid REFERENCES mark,
        first_assessor_id uuid NOT NULL REFERENCES person,
        second_assessor_id uuid NOT NULL REFERENCES person,
        state text NOT NULL CHECK (state IN ('OPEN', 'THIRD_MARK', 'ADJUDICATION', 'SETTLED')),
        settled_how text CHECK (settled_how IN ('AGREED', 'NEAREST_PAIR', 'ADJUDICATED')),
        -- Criterion, level, reason.
        criteria jsonb NOT NULL DEFAULT '[]',
        -- The answers to the rules of evidence, where the two differ.
        rules jsonb,
        revision int NOT NULL DEFAULT 1,
        saved_at timestamptz NOT NULL,
        saved_by uuid REFERENCES person,
        first_agreed_at timestamptz,
        second_agreed_at timestamptz,
        opened_at timestamptz NOT NULL,
        settled_at timestamptz,
        settled_by uuid REFERENCES person,
        UNIQUE (submission_id, round),
        CHECK ((state = 'SETTLED') = (settled_at IS NOT NULL AND settled_how IS NOT NULL))
      );
      CREATE TABLE moderation (
        id uuid PRIMARY KEY,
        submission_id uuid NOT NULL REFERENCES submission,
        slot_id uuid NOT NULL UNIQUE REFERENCES marking_slot,
        moderator_id uuid NOT NULL REFERENCES person,
        decision_id uuid NOT NULL REFERENCES decision,
        outcome text NOT NULL CHECK (outcome IN ('CONFIRMED', 'ADJUSTED', 'SENT_BACK')),
        reason text NOT NULL,
        new_decision_id uuid REFERENCES decision,
        at timestamptz NOT NULL
      );
      CREATE INDEX moderation_submission ON moderation (submission_id);
      CREATE TABLE submission_hold (
        id uuid PRIMARY KEY,
        submission_id uuid NOT NULL REFERENCES submission,
        candidate_id uuid NOT NULL REFERENCES person,
        from_at timestamptz NOT NULL,
        until_at timestamptz,
        reason text NOT NULL,
        held_by uuid REFERENCES person,
        ended_by uuid REFERENCES person
      );
      CREATE UNIQUE INDEX submission_hold_once ON submission_hold (submission_id) WHERE until_at IS NULL;
      CREATE INDEX submission_hold_submission ON submission_hold (submission_id, from_at);
      CREATE TABLE release_batch (
        id uuid PRIMARY KEY,
        submission_ids uuid[] NOT NULL,
        release_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES person,
        created_at timestamptz NOT NULL,
        done_at timestamptz,
        cancelled_at timestamptz,
        released int,
        -- Submission and reason of those that could not be released.
        skipped jsonb NOT NULL DEFAULT '[]'
      );
      CREATE INDEX release_batch_due ON release_batch (release_at) WHERE done_at IS NULL AND cancelled_at IS NULL;
      CREATE TABLE malpractice_case (
        id uuid PRIMARY KEY,
        submission_id uuid NOT NULL REFERENCES submission,
        reason text NOT NULL,
        state text NOT NULL CHECK (state IN ('PROPOSED', 'CONFIRMED', 'DROPPED')),
        proposed_by uuid NOT NULL REFERENCES person,
        proposed_at timestamptz NOT NULL,
        decided_by uuid REFERENCES person,
        decided_at timestamptz,
        -- Two people, whatever the code says.
        CHECK (state <> 'CONFIRMED' OR decided_by <> proposed_by)
      );
      CREATE UNIQUE INDEX malpractice_case_once ON malpractice_case (submission_id) WHERE state = 'PROPOSED';

      CREATE TABLE appeal (
        id uuid PRIMARY KEY,
        submission_id uuid NOT NULL REFERENCES submission,
        candidate_id uuid NOT NULL REFERENCES person,
        achievement_id uuid NOT NULL REFERENCES achievement,
        decision_id uuid NOT NULL UNIQUE REFERENCES decision,
        grounds text NOT NULL CHECK (grounds IN ('PROCEDURE', 'BIAS', 'NEW_INFORMATION', 'MARKING_ERROR')),
        statement text NOT NULL,
        state text NOT NULL CHECK (state IN ('LODGED', 'UNDER_REVIEW', 'OUT_OF_SCOPE', 'UPHELD', 'PARTLY_UPHELD', 'DISMISSED')),
        lodged_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        checked_by uuid REFERENCES person,
        checked_at timestamptz,
        -- Where somebody judges it anew.
        slot_id uuid REFERENCES marking_slot,
        decided_by uuid REFERENCES person,
        decided_at timestamptz,
        answer text,
        new_decision_id uuid REFERENCES decision,
        CHECK (decided_by IS NULL OR decided_by <> candidate_id)
      );
      CREATE INDEX appeal_submission ON appeal (submission_id);
      CREATE INDEX appeal_open ON appeal (due_at, id) WHERE state IN ('LODGED', 'UNDER_REVIEW');
      CREATE TABLE recall (
        id uuid PRIMARY KEY,
        appeal_id uuid REFERENCES appeal,
        achievement_id uuid NOT NULL REFERENCES achievement,
        achievement_version_id uuid NOT NULL REFERENCES achievement_version,
        assessor_id uuid NOT NULL REFERENCES person,
        since timestamptz NOT NULL,
        until timestamptz NOT NULL,
        reason text NOT NULL,
        opened_by uuid REFERENCES person,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz
      );
      CREATE TABLE recall_item (
        id uuid PRIMARY KEY,
        recall_id uuid NOT NULL REFERENCES recall,
        submission_id uuid NOT NULL REFERENCES submission,
        decision_id uuid NOT NULL REFERENCES decision,
        state text NOT NULL CHECK (state IN ('OPEN', 'RE_MARKING', 'CONFIRMED', 'CHANGED')),
        slot_id uuid REFERENCES marking_slot,
        reason text,
        decided_by uuid REFERENCES person,
        decided_at timestamptz,
        new_decision_id uuid REFERENCES decision,
        UNIQUE (recall_id, submission_id)
      );
      CREATE INDEX recall_item_submission ON recall_item (submission_id);

      REVOKE DELETE ON ${TABLES.join(', ')} FROM app_api, app_issuer;
      REVOKE UPDATE ON moderation FROM app_api, app_issuer;
      REVOKE UPDATE ON submission_hold, recall FROM app_api, app_issuer;
      GRANT UPDATE (until_at, ended_by) ON submission_hold TO app_api, app_issuer;
      GRANT UPDATE (closed_at) ON recall TO app_api, app_issuer;
    `);
    await runner.query(FUNCTIONS);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION ${CALLED.join(', ')} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED.join(', ')} TO app_api, app_issuer;
      DROP POLICY marking_slot_queue ON marking_slot;
      DROP POLICY marking_slot_taken ON marking_slot;
      CREATE POLICY marking_slot_queue ON marking_slot FOR SELECT TO app_api USING (${SLOT_WAITS});
      CREATE POLICY marking_slot_taken ON marking_slot FOR UPDATE TO app_api USING (${SLOT_HELD} OR ${SLOT_WAITS}) WITH CHECK (assessor_id = ${ME});
      CREATE POLICY marking_slot_lead ON marking_slot FOR SELECT TO app_api USING (${LED});
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

  async down(): Promise<void> {
    // Second marks, appeals and recalls are judgements of people: they are not thrown away to go back a version.
    await Promise.reject(new Error('This cannot be undone without losing what people decided.'));
  }
}
