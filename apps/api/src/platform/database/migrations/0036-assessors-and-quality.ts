import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';

/** A role, for a row about this achievement. Who holds none of the roles pays no question per row. */
function holds(about: string, achievement: string, ...roles: string[]): string {
  const names = roles.map((role) => `'${role}'`).join(', ');
  return `((SELECT app_holds_for(NULL, NULL, ${names}))
    OR ((SELECT app_holds(${names})) AND app_holds_for(${about}, ${achievement}, ${names})))`;
}
const leads = holds('NULL', 'achievement_id', 'ASSESSMENT_LEAD');
const leadsAll = `(SELECT app_holds_for(NULL, NULL, 'ASSESSMENT_LEAD'))`;
const watches = holds('NULL', 'achievement_id', 'ASSESSMENT_LEAD', 'AUDITOR');
const QUALIFIED = 'achievement_id = ANY ((SELECT app_qualified_for())::uuid[])';

const watching = (about: string, achievement: string) =>
  `(current_setting('role', true) = 'app_issuer' OR ${holds(about, achievement, 'ASSESSMENT_LEAD', 'AUDITOR')})`;
const watchesSlot = watching('slot.candidate_id', 'slot.achievement_id');
const watchesRow = watching('NULL', 'achievement_id');
const watchesExemplar = watching('NULL', 'exemplar.achievement_id');

/** Not what the asker judges at this moment: neither counts nor states tell one of two blind assessors of the other. */
const notBeside = `NOT EXISTS (SELECT FROM marking_slot own WHERE own.submission_id = slot.submission_id
  AND own.assessor_id = app_person() AND own.state IN ('ALLOCATED', 'LEASED'))`;

const TABLES = [
  'assessor_profile',
  'assessor_leave',
  'assessor_application',
  'qualification_event',
  'exemplar',
  'definitive_mark',
  'calibration_round',
  'calibration_mark',
  'sampling_plan',
  'sample_item',
];

/** table, who, for what, which rows, which rows may be written (null: the same). */
const POLICIES: [string, string, 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE', string | null, (string | null)?][] = [
  ['assessor_profile', 'own', 'ALL', `person_id = ${ME}`],
  ['assessor_profile', 'lead', 'ALL', leadsAll],
  ['assessor_leave', 'own', 'ALL', `person_id = ${ME}`],
  ['assessor_leave', 'lead', 'ALL', leadsAll],
  ['assessor_application', 'own', 'SELECT', `person_id = ${ME}`],
  ['assessor_application', 'lead', 'SELECT', leads],
  [
    'assessor_application',
    'applied',
    'INSERT',
    null,
    `person_id = ${ME} AND asked_by = ${ME} AND kind = 'APPLIED' AND answer IS NULL`,
  ],
  [
    'assessor_application',
    'invited',
    'INSERT',
    null,
    `person_id <> ${ME} AND asked_by = ${ME} AND kind = 'INVITED' AND answer IS NULL AND ${leads}`,
  ],
  // An application is answered by a lead, an invitation by whoever was invited; each may take back what they asked.
  [
    'assessor_application',
    'answered',
    'UPDATE',
    `answer IS NULL AND (person_id = ${ME} OR ${leads})`,
    `answered_by = ${ME} AND (answer <> 'ACCEPTED' OR (CASE WHEN kind = 'INVITED' THEN person_id = ${ME} ELSE person_id <> ${ME} AND ${leads} END))`,
  ],
  [
    'qualification_event',
    'own',
    'SELECT',
    `EXISTS (SELECT FROM assessor_qualification it WHERE it.id = qualification_id AND it.person_id = ${ME})`,
  ],
  ['qualification_event', 'appointer', 'SELECT', holds('NULL', 'achievement_id', 'ASSESSMENT_LEAD', 'AUDITOR')],
  [
    'qualification_event',
    'appointed',
    'INSERT',
    null,
    `actor_id = ${ME} AND ${holds('NULL', 'achievement_id', 'ASSESSMENT_LEAD', 'HR_DESIGNER', 'PROGRAMME_OWNER')}`,
  ],
  ['exemplar', 'lead', 'ALL', leads],
  ['exemplar', 'assessor', 'SELECT', `agreed_at IS NOT NULL AND ${QUALIFIED}`],
  ['definitive_mark', 'lead', 'ALL', leads],
  // What an exemplar is worth is seen by whoever has said so themselves before.
  ['definitive_mark', 'assessor', 'SELECT', `agreed_at IS NOT NULL AND (SELECT app_has_calibrated(exemplar_id))`],
  ['calibration_round', 'lead', 'ALL', leads],
  ['calibration_round', 'assessor', 'SELECT', QUALIFIED],
  ['calibration_mark', 'own', 'SELECT', `person_id = ${ME}`],
  ['calibration_mark', 'lead', 'SELECT', `handed_in_at IS NOT NULL AND ${leads}`],
  [
    'calibration_mark',
    'begun',
    'INSERT',
    null,
    `person_id = ${ME} AND EXISTS (SELECT FROM calibration_round it WHERE it.id = round_id AND it.closed_at IS NULL
       AND exemplar_id = ANY (it.exemplar_ids) AND it.achievement_id = calibration_mark.achievement_id)`,
  ],
  ['calibration_mark', 'saved', 'UPDATE', `person_id = ${ME} AND handed_in_at IS NULL`, `person_id = ${ME}`],
  ['sampling_plan', 'watcher', 'SELECT', watches],
  ['sampling_plan', 'lead', 'ALL', leads],
  ['sample_item', 'watcher', 'SELECT', watches],
  ['sample_item', 'lead', 'UPDATE', leads],
];

const FUNCTIONS = `
  CREATE FUNCTION app_has_calibrated(exemplar uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM calibration_mark WHERE exemplar_id = exemplar AND person_id = app_person() AND handed_in_at IS NOT NULL) $$;

  -- Where a submission falls under a seed: the same words, the same number, by anybody who has them.
  CREATE FUNCTION app_draw(seed text, submission uuid) RETURNS double precision LANGUAGE sql IMMUTABLE AS $$
    SELECT ('x' || left(encode(sha256(convert_to(seed || ' ' || submission::text, 'UTF8')), 'hex'), 8))::bit(32)::bigint / 4294967296.0 $$;

  -- Whether a decision falls into a sample, and why. Everything looked at is kept, drawn or not:
  -- a sample says nothing without what it was taken from. By a function, since an assessor sees no plan.
  CREATE FUNCTION app_sample(item uuid, of_slot uuid, is_borderline boolean, is_high_stakes boolean) RETURNS text[]
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE slot marking_slot; plan sampling_plan; judged uuid; drawn double precision; is_new boolean; because text[] := '{}';
    BEGIN
      SELECT * INTO slot FROM marking_slot it WHERE it.id = of_slot AND it.state = 'HANDED_IN'
        AND (current_setting('role', true) = 'app_issuer' OR app_has_marked(it.submission_id));
      SELECT id INTO judged FROM mark WHERE slot_id = slot.id AND assessor_id = slot.assessor_id AND handed_in_at IS NOT NULL;
      IF judged IS NULL THEN RETURN NULL; END IF;
      -- Anybody new among those who judged it.
      SELECT coalesce(bool_or(has.state = 'PROVISIONAL' OR has.basis = 'HOLDS_SKILL' AND 5 >= (
          SELECT count(*) FROM marking_slot done WHERE done.assessor_id = has.person_id AND done.achievement_id = has.achievement_id
            AND done.state = 'HANDED_IN' AND done.purpose IN ('FIRST', 'SECOND', 'THIRD'))), false) INTO is_new
        FROM marking_slot by JOIN assessor_qualification has ON has.person_id = by.assessor_id
          AND has.achievement_id = by.achievement_id AND has.ended_at IS NULL
        WHERE by.submission_id = slot.submission_id AND by.state = 'HANDED_IN';
      SELECT * INTO plan FROM sampling_plan it
        WHERE it.ended_at IS NULL AND (it.achievement_id = slot.achievement_id OR it.achievement_id IS NULL)
        ORDER BY it.achievement_id IS NULL LIMIT 1;
      IF plan.id IS NULL THEN RETURN NULL; END IF;
      drawn := app_draw(plan.seed, slot.submission_id);
      IF plan.new_assessor AND is_new THEN because := because || 'NEW_ASSESSOR'::text; END IF;
      IF plan.borderline AND is_borderline THEN because := because || 'BORDERLINE'::text; END IF;
      IF plan.high_stakes AND is_high_stakes THEN because := because || 'HIGH_STAKES'::text; END IF;
      IF drawn < plan.share THEN because := because || 'RANDOM'::text; END IF;
      INSERT INTO sample_item (id, plan_id, submission_id, mark_id, assessor_id, candidate_id, achievement_id, draw, strata,
          looked_at, chosen_at)
        VALUES (item, plan.id, slot.submission_id, judged, slot.assessor_id, slot.candidate_id, slot.achievement_id, drawn, because,
          now(), CASE WHEN cardinality(because) > 0 THEN now() END)
        ON CONFLICT (plan_id, submission_id) DO NOTHING;
      -- What was looked at once is not sampled again when it comes back.
      RETURN CASE WHEN FOUND THEN because END;
    END $$;

  -- Whether somebody holds the principal skill of an achievement, at its level or above, by an assessed credential.
  -- Everybody for whoever looks for assessors, else only oneself.
  CREATE FUNCTION app_could_assess(achievements uuid[]) RETURNS TABLE (achievement_id uuid, person_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT version.achievement_id, credential.person_id FROM achievement_version version
    JOIN awarded_skill awards ON awards.skill_id = version.skill_id AND awards.verifies
      AND coalesce(awards.level_ordinal, 0) >= coalesce(version.level_ordinal, 0)
    JOIN credential ON credential.achievement_version_id = awards.achievement_version_id AND credential.status = 'ACTIVE'
      AND credential.valid_from <= now() AND (credential.valid_until IS NULL OR credential.valid_until > now())
    JOIN award ON award.id = credential.award_id AND award.basis = 'DECISION'
    JOIN person ON person.id = credential.person_id AND app_is_with_us(person.active, person.last_day)
    WHERE version.state = 'PUBLISHED' AND (achievements IS NULL OR version.achievement_id = ANY (achievements))
      AND (app_acts(credential.person_id) OR app_holds_for(NULL, version.achievement_id, 'ASSESSMENT_LEAD'))
      AND NOT EXISTS (SELECT FROM assessor_qualification has WHERE has.achievement_id = version.achievement_id
        AND has.person_id = credential.person_id AND has.ended_at IS NULL) $$;

  -- Marks for figures: levels and no words. Only of work whose markers are all done, so that no figure tells one of two
  -- blind assessors what the other has done.
  CREATE FUNCTION app_quality_marks(since timestamptz, until timestamptz) RETURNS TABLE ("markId" uuid, "submissionId" uuid,
      "achievementId" uuid, "versionId" uuid, "assessorId" uuid, purpose text, round int, levels jsonb, rules jsonb, "handedInAt" timestamptz,
      "submittedAt" timestamptz, "releasedAt" timestamptz, outcome text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT mark.id, slot.submission_id, slot.achievement_id, slot.achievement_version_id, slot.assessor_id, slot.purpose, slot.round,
      (SELECT jsonb_agg(jsonb_build_object('criterionId', each->'criterionId', 'level', each->'level')) FROM jsonb_array_elements(mark.criteria) each),
      mark.rules, mark.handed_in_at, slot.submitted_at, final.released_at, final.outcome
    FROM marking_slot slot JOIN mark ON mark.slot_id = slot.id AND mark.assessor_id = slot.assessor_id
    LEFT JOIN LATERAL (SELECT released_at, outcome FROM decision WHERE decision.submission_id = slot.submission_id
      AND released_at IS NOT NULL ORDER BY sequence DESC LIMIT 1) final ON true
    WHERE slot.state = 'HANDED_IN' AND slot.purpose IN ('FIRST', 'SECOND', 'THIRD')
      AND mark.handed_in_at >= since AND mark.handed_in_at < until
      AND NOT EXISTS (SELECT FROM marking_slot other WHERE other.submission_id = slot.submission_id
        AND other.purpose IN ('FIRST', 'SECOND', 'THIRD') AND other.state IN ('OPEN', 'ALLOCATED', 'LEASED'))
      AND ${watchesSlot} $$;

  -- What waits, by achievement, with how long it has waited.
  CREATE FUNCTION app_quality_queue() RETURNS TABLE ("achievementId" uuid, waiting int, "beingMarked" int, overdue int,
      "oldestHours" float8, "medianHours" float8, "p95Hours" float8)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT slot.achievement_id, (count(*) FILTER (WHERE slot.state <> 'LEASED'))::int, (count(*) FILTER (WHERE slot.state = 'LEASED'))::int,
      (count(*) FILTER (WHERE slot.due_at < now()))::int,
      max(extract(epoch FROM now() - slot.submitted_at) / 3600)::float8,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM now() - slot.submitted_at) / 3600)::float8,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM now() - slot.submitted_at) / 3600)::float8
    FROM marking_slot slot WHERE slot.state IN ('OPEN', 'ALLOCATED', 'LEASED') AND ${watchesSlot} AND ${notBeside}
    GROUP BY 1 $$;

  -- How much each assessor has in hand and has done in four weeks. Not what lies beside the asker's own marking.
  CREATE FUNCTION app_assessor_loads() RETURNS TABLE ("personId" uuid, held int, "handedIn" int, "hasRole" boolean,
      capacity int, "weeklyHours" float8, paused boolean, "awayUntil" text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT who.person_id,
      (SELECT count(*)::int FROM marking_slot slot WHERE slot.assessor_id = who.person_id
        AND (slot.state = 'ALLOCATED' OR slot.state = 'LEASED' AND slot.lease_until > now()) AND ${notBeside}),
      (SELECT count(*)::int FROM marking_slot slot WHERE slot.assessor_id = who.person_id AND slot.state = 'HANDED_IN'
        AND slot.handed_in_at > now() - interval '28 days'
        AND NOT EXISTS (SELECT FROM marking_slot other WHERE other.submission_id = slot.submission_id
          AND other.purpose IN ('FIRST', 'SECOND', 'THIRD') AND other.state IN ('OPEN', 'ALLOCATED', 'LEASED'))),
      EXISTS (SELECT FROM role_grant WHERE role_grant.person_id = who.person_id AND role = 'ASSESSOR'
        AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now())),
      coalesce(profile.capacity, 6), profile.weekly_hours, coalesce(profile.paused, false),
      (SELECT max(ends_on)::text FROM assessor_leave away WHERE away.person_id = who.person_id AND removed_at IS NULL
        AND starts_on <= current_date AND ends_on >= current_date)
    FROM (SELECT DISTINCT person_id FROM assessor_qualification WHERE ended_at IS NULL AND ${watchesRow}) who
    LEFT JOIN assessor_profile profile ON profile.person_id = who.person_id $$;

  -- Judgements of exemplars beside what those are worth.
  CREATE FUNCTION app_quality_exemplars(since timestamptz, until timestamptz) RETURNS TABLE ("exemplarId" uuid, "versionId" uuid,
      "achievementId" uuid, "assessorId" uuid, levels jsonb, definitive jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT exemplar.id, exemplar.achievement_version_id, exemplar.achievement_id, calibration_mark.person_id,
      (SELECT jsonb_agg(jsonb_build_object('criterionId', each->'criterionId', 'level', each->'level')) FROM jsonb_array_elements(calibration_mark.criteria) each),
      (SELECT jsonb_agg(jsonb_build_object('criterionId', each->'criterionId', 'level', each->'level')) FROM jsonb_array_elements(definitive_mark.criteria) each)
    FROM calibration_mark JOIN exemplar ON exemplar.id = calibration_mark.exemplar_id
    JOIN definitive_mark ON definitive_mark.exemplar_id = exemplar.id AND definitive_mark.agreed_at IS NOT NULL
    WHERE calibration_mark.handed_in_at >= since AND calibration_mark.handed_in_at < until AND ${watchesExemplar} $$;

  -- Work that was handed in and not given to its candidate, of one assessor and one achievement; and what was given.
  CREATE FUNCTION app_work_of(assessor uuid, achievement uuid) RETURNS TABLE ("slotId" uuid, "submissionId" uuid, "candidateCode" text,
      state text, "releasedAt" timestamptz, outcome text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT slot.id, slot.submission_id, slot.candidate_code, slot.state, final.released_at, final.outcome
    FROM marking_slot slot LEFT JOIN LATERAL (SELECT released_at, outcome FROM decision
      WHERE decision.submission_id = slot.submission_id AND released_at IS NOT NULL ORDER BY sequence DESC LIMIT 1) final ON true
    WHERE slot.assessor_id = assessor AND slot.achievement_id = achievement AND slot.state IN ('ALLOCATED', 'LEASED', 'HANDED_IN')
      AND (current_setting('role', true) = 'app_issuer' OR app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSMENT_LEAD'))
      AND ${notBeside}
    ORDER BY final.released_at DESC NULLS FIRST, slot.id LIMIT 500 $$;

  -- Released work that an exemplar can be made of, by its code; for whoever runs assessment.
  CREATE FUNCTION app_released_work(achievement uuid) RETURNS TABLE ("submissionId" uuid, "candidateCode" text, "versionId" uuid,
      "itemCount" int, outcome text, "releasedAt" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT ON (slot.submission_id) slot.submission_id, slot.candidate_code, slot.achievement_version_id, slot.item_count,
      decision.outcome, decision.released_at
    FROM marking_slot slot JOIN decision ON decision.submission_id = slot.submission_id AND decision.released_at IS NOT NULL
    WHERE slot.achievement_id = achievement AND slot.purpose = 'FIRST' AND slot.state = 'HANDED_IN'
      AND slot.candidate_id <> app_person() AND app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSMENT_LEAD')
    ORDER BY slot.submission_id, decision.sequence DESC LIMIT 100 $$;
  -- Its words, without files and without the name of whoever wrote them.
  CREATE FUNCTION app_work_as_exemplar(submission uuid) RETURNS TABLE (content jsonb, names text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT taken.content, ARRAY[person.display_name, person.email]
    FROM marking_slot slot JOIN submission_snapshot taken ON taken.id = slot.snapshot_id JOIN person ON person.id = slot.candidate_id
    WHERE slot.submission_id = submission AND slot.purpose = 'FIRST' AND slot.state = 'HANDED_IN' AND slot.candidate_id <> app_person()
      AND EXISTS (SELECT FROM decision WHERE decision.submission_id = submission AND released_at IS NOT NULL)
      AND app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSMENT_LEAD') $$;
`;

const CALLED = [
  'app_has_calibrated(uuid)',
  'app_draw(text, uuid)',
  'app_sample(uuid, uuid, boolean, boolean)',
  'app_could_assess(uuid[])',
  'app_quality_marks(timestamptz, timestamptz)',
  'app_quality_queue()',
  'app_assessor_loads()',
  'app_quality_exemplars(timestamptz, timestamptz)',
  'app_work_of(uuid, uuid)',
  'app_released_work(uuid)',
  'app_work_as_exemplar(uuid)',
].join(', ');

/** Who the assessors are, whether they judge alike, and which of their judgements are looked at again. */
export class AssessorsAndQuality1700000000036 implements MigrationInterface {
  name = 'AssessorsAndQuality1700000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE assessor_qualification
        ADD valid_until date,
        ADD training_completed_on date,
        ADD training_note text NOT NULL DEFAULT '',
        ADD state text NOT NULL DEFAULT 'APPROVED' CHECK (state IN ('PROVISIONAL', 'APPROVED', 'WATCH', 'SUSPENDED'));

      CREATE TABLE assessor_profile (
        person_id uuid PRIMARY KEY REFERENCES person,
        capacity int NOT NULL DEFAULT 6 CHECK (capacity BETWEEN 1 AND 40),
        weekly_hours double precision CHECK (weekly_hours > 0 AND weekly_hours <= 60),
        paused boolean NOT NULL DEFAULT false,
        revision int NOT NULL DEFAULT 1,
        saved_at timestamptz NOT NULL
      );

      CREATE TABLE assessor_leave (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        reason text NOT NULL,
        added_at timestamptz NOT NULL,
        added_by uuid REFERENCES person,
        removed_at timestamptz,
        CHECK (starts_on <= ends_on)
      );
      CREATE INDEX assessor_leave_person ON assessor_leave (person_id, starts_on) WHERE removed_at IS NULL;

      -- Somebody asks to assess, or is asked to.
      CREATE TABLE assessor_application (
        id uuid PRIMARY KEY,
        achievement_id uuid NOT NULL REFERENCES achievement,
        person_id uuid NOT NULL REFERENCES person,
        kind text NOT NULL CHECK (kind IN ('APPLIED', 'INVITED')),
        message text NOT NULL,
        asked_at timestamptz NOT NULL,
        asked_by uuid NOT NULL REFERENCES person,
        answer text CHECK (answer IN ('ACCEPTED', 'DECLINED', 'TAKEN_BACK')),
        answer_reason text NOT NULL DEFAULT '',
        answered_at timestamptz,
        answered_by uuid REFERENCES person,
        CHECK ((answer IS NULL) = (answered_at IS NULL))
      );
      CREATE UNIQUE INDEX assessor_application_open ON assessor_application (achievement_id, person_id) WHERE answer IS NULL;
      CREATE INDEX assessor_application_person ON assessor_application (person_id);

      CREATE TABLE qualification_event (
        id uuid PRIMARY KEY,
        qualification_id uuid NOT NULL REFERENCES assessor_qualification,
        achievement_id uuid NOT NULL,
        at timestamptz NOT NULL,
        actor_id uuid REFERENCES person,
        kind text NOT NULL CHECK (kind IN ('NAMED', 'TRAINED', 'CALIBRATED', 'STATE', 'VALIDITY', 'ENDED')),
        from_state text,
        to_state text,
        reason text NOT NULL
      );
      CREATE INDEX qualification_event_of ON qualification_event (qualification_id, at, id);

      -- Work whose worth is known, without the name of whoever did it.
      CREATE TABLE exemplar (
        id uuid PRIMARY KEY,
        achievement_id uuid NOT NULL REFERENCES achievement,
        achievement_version_id uuid NOT NULL REFERENCES achievement_version,
        title text NOT NULL,
        submission_id uuid REFERENCES submission,
        items jsonb NOT NULL,
        revision int NOT NULL DEFAULT 1,
        made_at timestamptz NOT NULL,
        made_by uuid NOT NULL REFERENCES person,
        saved_at timestamptz NOT NULL,
        agreed_at timestamptz,
        retired_at timestamptz,
        retired_reason text
      );
      CREATE INDEX exemplar_achievement ON exemplar (achievement_id, made_at DESC, id DESC);

      -- One person says what it is worth, another agrees.
      CREATE TABLE definitive_mark (
        exemplar_id uuid PRIMARY KEY REFERENCES exemplar,
        achievement_id uuid NOT NULL,
        criteria jsonb NOT NULL,
        proposed_at timestamptz NOT NULL,
        proposed_by uuid NOT NULL REFERENCES person,
        agreed_at timestamptz,
        agreed_by uuid REFERENCES person,
        CHECK (agreed_by IS NULL OR agreed_by <> proposed_by),
        CHECK ((agreed_by IS NULL) = (agreed_at IS NULL))
      );

      CREATE TABLE calibration_round (
        id uuid PRIMARY KEY,
        achievement_id uuid NOT NULL REFERENCES achievement,
        achievement_version_id uuid NOT NULL REFERENCES achievement_version,
        name text NOT NULL,
        exemplar_ids uuid[] NOT NULL CHECK (cardinality(exemplar_ids) > 0),
        -- So many of them, each with no criterion further from the definitive level than the tolerance.
        needed int NOT NULL CHECK (needed > 0),
        tolerance int NOT NULL CHECK (tolerance >= 0),
        opened_at timestamptz NOT NULL,
        opened_by uuid NOT NULL REFERENCES person,
        closed_at timestamptz,
        CHECK (needed <= cardinality(exemplar_ids))
      );
      CREATE INDEX calibration_round_achievement ON calibration_round (achievement_id, opened_at DESC, id DESC);

      CREATE TABLE calibration_mark (
        id uuid PRIMARY KEY,
        round_id uuid NOT NULL REFERENCES calibration_round,
        exemplar_id uuid NOT NULL REFERENCES exemplar,
        achievement_id uuid NOT NULL,
        person_id uuid NOT NULL REFERENCES person,
        revision int NOT NULL,
        criteria jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        handed_in_at timestamptz,
        UNIQUE (round_id, exemplar_id, person_id)
      );
      CREATE INDEX calibration_mark_person ON calibration_mark (person_id, exemplar_id);
      CREATE TRIGGER calibration_mark_stays BEFORE UPDATE OR DELETE ON calibration_mark FOR EACH ROW EXECUTE FUNCTION mark_stays();

      CREATE TABLE sampling_plan (
        id uuid PRIMARY KEY,
        -- Null: everything that has no plan of its own.
        achievement_id uuid REFERENCES achievement,
        share double precision NOT NULL CHECK (share >= 0 AND share <= 1),
        seed text NOT NULL,
        new_assessor boolean NOT NULL,
        borderline boolean NOT NULL,
        high_stakes boolean NOT NULL,
        started_at timestamptz NOT NULL,
        started_by uuid NOT NULL REFERENCES person,
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX sampling_plan_once ON sampling_plan (coalesce(achievement_id, '00000000-0000-0000-0000-000000000000'))
        WHERE ended_at IS NULL;

      -- Everything that a plan looked at, and what of it was chosen.
      CREATE TABLE sample_item (
        id uuid PRIMARY KEY,
        plan_id uuid NOT NULL REFERENCES sampling_plan,
        submission_id uuid NOT NULL REFERENCES submission,
        mark_id uuid NOT NULL REFERENCES mark,
        assessor_id uuid NOT NULL REFERENCES person,
        candidate_id uuid NOT NULL REFERENCES person,
        achievement_id uuid NOT NULL,
        draw double precision NOT NULL,
        strata text[] NOT NULL,
        looked_at timestamptz NOT NULL,
        chosen_at timestamptz,
        chosen_by uuid REFERENCES person,
        finding text CHECK (finding IN ('SOUND', 'NOT_SOUND')),
        finding_note text,
        found_at timestamptz,
        found_by uuid REFERENCES person,
        UNIQUE (plan_id, submission_id),
        CHECK ((finding IS NULL) = (found_at IS NULL)),
        CHECK (found_by IS NULL OR found_by <> assessor_id)
      );
      CREATE INDEX sample_item_chosen ON sample_item (chosen_at DESC, id DESC) WHERE chosen_at IS NOT NULL;

      -- Not a word of what was done to an assessor's standing changes afterwards.
      CREATE FUNCTION qualification_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'history does not change'; END $$;
      CREATE TRIGGER qualification_event_stays BEFORE UPDATE OR DELETE ON qualification_event
        FOR EACH ROW EXECUTE FUNCTION qualification_event_stays();
    `);
    await runner.query(FUNCTIONS);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
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
    await runner.query(`
      REVOKE DELETE ON ${TABLES.join(', ')} FROM app_api, app_issuer;
      REVOKE UPDATE ON qualification_event FROM app_api, app_issuer;
      REVOKE INSERT ON sample_item FROM app_api;
      REVOKE UPDATE ON sample_item, sampling_plan, calibration_round FROM app_api;
      -- What was drawn stays drawn; of a plan and a round only their end is still to come.
      GRANT UPDATE (chosen_at, chosen_by, finding, finding_note, found_at, found_by) ON sample_item TO app_api;
      GRANT UPDATE (ended_at) ON sampling_plan TO app_api;
      GRANT UPDATE (closed_at) ON calibration_round TO app_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, who] of POLICIES) await runner.query(`DROP POLICY ${table}_${who} ON ${table}`);
    await runner.query(`
      DROP TABLE ${[...TABLES].reverse().join(', ')};
      DROP FUNCTION ${CALLED}, qualification_event_stays();
      ALTER TABLE assessor_qualification DROP valid_until, DROP training_completed_on, DROP training_note, DROP state;
    `);
  }
}
