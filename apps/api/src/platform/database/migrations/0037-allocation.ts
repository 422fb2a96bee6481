import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  'assessment_setting',
  'conflict_declaration',
  'slot_exclusion',
  'slot_waiver',
  'allocation_run',
  'comment_snippet',
];

const ME = '(SELECT app_person())';
const lasts = (job: string) =>
  `${job}.starts_on <= current_date AND (${job}.ends_on IS NULL OR ${job}.ends_on >= current_date)`;
const UNFINISHED = `('OPEN', 'ALLOCATED', 'LEASED')`;
const MARKS = `(SELECT app_holds('ASSESSOR', 'ASSESSMENT_LEAD'))`;
const LEAD = `(SELECT app_holds_for(NULL, NULL, 'ASSESSMENT_LEAD'))`;
/** The lead of a slot, by the person and the achievement it is about. */
const LEADS_SLOT = `app_leads_slot(slot_id)`;

/** table, who, for what, which rows, which rows may be written (null: the same). */
type Policy = [string, string, 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE', string | null, (string | null)?];

const POLICIES: Policy[] = [
  // How work is given out is no secret.
  ['assessment_setting', 'signed_in', 'SELECT', `${ME} IS NOT NULL`],
  ['assessment_setting', 'lead', 'ALL', LEAD],
  // To whom somebody is near is between them and whoever gives out the work.
  ['conflict_declaration', 'own', 'SELECT', `person_id = ${ME}`],
  ['conflict_declaration', 'lead', 'SELECT', `(SELECT app_holds('ASSESSMENT_LEAD'))`],
  ['conflict_declaration', 'declared', 'INSERT', null, `person_id = ${ME} AND ${MARKS}`],
  ['conflict_declaration', 'ended', 'UPDATE', `person_id = ${ME}`],
  ['slot_exclusion', 'own', 'SELECT', `person_id = ${ME}`],
  ['slot_exclusion', 'lead', 'SELECT', LEADS_SLOT],
  ['slot_exclusion', 'stored', 'INSERT', null, `person_id = ${ME} OR ${LEADS_SLOT}`],
  ['slot_waiver', 'own', 'SELECT', `person_id = ${ME}`],
  ['slot_waiver', 'lead', 'SELECT', LEADS_SLOT],
  // Nobody waives a rule that stands against themselves.
  ['slot_waiver', 'waived', 'INSERT', null, `by_id = ${ME} AND person_id <> ${ME} AND ${LEADS_SLOT}`],
  ['comment_snippet', 'own', 'ALL', `person_id = ${ME}`],
  ['allocation_run', 'lead', 'SELECT', LEAD],
  ['allocation_run', 'ran', 'INSERT', null, `${LEAD} AND by_id = ${ME}`],
];

const ASSESSES = `((SELECT app_holds_for(NULL, NULL, 'ASSESSOR'))
  OR ((SELECT app_holds('ASSESSOR')) AND app_holds_for(candidate_id, achievement_id, 'ASSESSOR')))`;
const SLOT_HELD = `(assessor_id = ${ME} AND state IN ('ALLOCATED', 'LEASED', 'HANDED_IN') AND ${ASSESSES})`;
/** Whom a hard rule stands against does not even see that there is something; who judges blind is nobody's to see. */
const SLOT_WAITS = `(state IN ('OPEN', 'LEASED') AND held_at IS NULL AND (NOT is_blind OR state = 'OPEN' OR lease_until <= now())
  AND achievement_id = ANY ((SELECT app_qualified_for())::uuid[])
  AND (NOT (ARRAY[candidate_id, submission_id, id] && (SELECT app_conflicted_with())::uuid[])
       OR id = ANY ((SELECT app_waived_slots())::uuid[]))
  AND ${ASSESSES})`;

const FUNCTIONS = `
  CREATE FUNCTION app_leads_slot(slot uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM marking_slot it WHERE it.id = slot AND app_leads(it.submission_id)) $$;

  CREATE OR REPLACE FUNCTION app_qualified_for() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(achievement_id), '{}') FROM assessor_qualification
    WHERE person_id = app_person() AND ended_at IS NULL AND state <> 'SUSPENDED'
      AND (valid_until IS NULL OR valid_until >= current_date) $$;

  -- Every rule that stands between these people and a candidate, a submission or a place: one row each, by the id of the latter.
  -- What may be judged by whom is asked of this and of nothing else: by lists, claims, hand-ins, allocation and row security.
  CREATE FUNCTION app_conflicts_of(people uuid[]) RETURNS TABLE (person_id uuid, rule text, with_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT who, 'not-candidate', who FROM unnest(people) who
    UNION ALL SELECT job.manager_id, 'not-manager', job.person_id FROM employment job
      WHERE job.manager_id = ANY (people) AND ${lasts('job')}
    UNION ALL SELECT job.person_id, 'not-report', job.manager_id FROM employment job
      WHERE job.person_id = ANY (people) AND job.manager_id IS NOT NULL AND ${lasts('job')}
    UNION ALL SELECT mine.person_id, 'not-team', other.person_id FROM employment mine
      JOIN employment other ON other.manager_id = mine.manager_id AND other.person_id <> mine.person_id
      WHERE mine.person_id = ANY (people) AND ${lasts('mine')} AND ${lasts('other')}
        AND NOT EXISTS (SELECT FROM assessment_setting WHERE NOT team_is_conflict)
    UNION ALL SELECT it.person_id, 'no-conflict', it.other_person_id FROM conflict_declaration it
      WHERE it.person_id = ANY (people) AND it.ended_at IS NULL
    UNION ALL SELECT it.other_person_id, 'no-conflict', it.person_id FROM conflict_declaration it
      WHERE it.other_person_id = ANY (people) AND it.ended_at IS NULL
    -- Asked as a colleague, or by an address that is a colleague's.
    UNION ALL SELECT who.id, 'not-witness', slot.id FROM person who
      JOIN witness_statement said ON said.answer = 'CONFIRMED'
        AND (said.witness_person_id = who.id OR said.witness_person_id IS NULL AND lower(said.witness_email) = lower(who.email))
      JOIN marking_slot slot ON slot.candidate_id = said.owner_id AND slot.state IN ${UNFINISHED}
      JOIN submission_snapshot copy ON copy.id = slot.snapshot_id
        AND copy.content @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('itemId', said.item_id::text)))
      WHERE who.id = ANY (people)
    -- Whoever once helped somebody to show what they can never judges them.
    UNION ALL SELECT helped.person_id, 'not-mentor', it.person_id FROM prior_learning_mentor helped
      JOIN submission it ON it.id = helped.submission_id WHERE helped.person_id = ANY (people)
    -- The second judges without the first, the moderator has judged nothing, an appeal is new to whoever decides it.
    UNION ALL SELECT mine.assessor_id, 'no-other-part', other.id FROM marking_slot mine
      JOIN marking_slot other ON other.submission_id = mine.submission_id AND other.id <> mine.id AND other.state IN ${UNFINISHED}
      WHERE mine.assessor_id = ANY (people) AND mine.state IN ('ALLOCATED', 'LEASED', 'HANDED_IN')
    UNION ALL SELECT it.actor_id, 'not-decider', slot.id FROM marking_slot slot
      JOIN submission_transition it ON it.submission_id = slot.submission_id AND it.to_state IN ('READY_FOR_RELEASE', 'RELEASED')
      WHERE slot.purpose = 'APPEAL' AND slot.state IN ${UNFINISHED} AND it.actor_id = ANY (people)
    -- Said about one place by whoever recognised the work.
    UNION ALL SELECT it.person_id, 'no-conflict', it.slot_id FROM slot_exclusion it
      WHERE it.person_id = ANY (people) AND it.rule = 'recused' $$;

  -- The own ones, for lists and row security.
  CREATE FUNCTION app_conflicted_with() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT with_id), '{}') FROM app_conflicts_of(ARRAY[app_person()]) $$;
  CREATE FUNCTION app_waived_slots() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT slot.id), '{}') FROM slot_waiver waived JOIN marking_slot slot ON slot.id = waived.slot_id
    WHERE waived.person_id = app_person() AND NOT EXISTS (
      SELECT FROM app_conflicts_of(ARRAY[app_person()]) stands
      WHERE stands.with_id IN (slot.candidate_id, slot.submission_id, slot.id) AND NOT EXISTS (
        SELECT FROM slot_waiver it WHERE it.slot_id = slot.id AND it.person_id = app_person() AND it.rule = stands.rule)) $$;

  CREATE FUNCTION app_works_within(who uuid, unit uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE up AS (
      SELECT it.id, it.parent_id FROM employment job JOIN org_unit it ON it.id = job.org_unit_id WHERE job.person_id = who AND ${lasts('job')}
      UNION SELECT it.id, it.parent_id FROM up JOIN org_unit it ON it.id = up.parent_id
    )
    SELECT unit IN (SELECT id FROM up) $$;

  -- Everything the hard rules look at, for these people and places. Asked by the functions below, by nobody else.
  CREATE FUNCTION app_eligibility_of(people uuid[], slots uuid[])
    RETURNS TABLE (id uuid, "personId" uuid, "qualifiedAs" text, "qualificationIs" text, covered boolean, against text[], waived text[],
      holds int, held int, capacity int, paused boolean, "onLeaveUntil" date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH asked AS MATERIALIZED (
      SELECT slot.id, slot.candidate_id, slot.submission_id, slot.achievement_id, slot.state, slot.assessor_id
      FROM marking_slot slot WHERE slot.id = ANY (slots)
    ), conflict AS MATERIALIZED (
      SELECT * FROM app_conflicts_of(people)
    ), standing AS MATERIALIZED (
      SELECT asked.id, conflict.person_id, array_agg(DISTINCT conflict.rule) AS rules
      FROM asked CROSS JOIN LATERAL (VALUES (asked.candidate_id), (asked.submission_id), (asked.id)) AS about (with_id)
      JOIN conflict USING (with_id) GROUP BY 1, 2
    ), holder AS MATERIALIZED (
      SELECT who.id, coalesce(profile.capacity, 6) AS capacity, coalesce(profile.paused, false) AS paused,
        (SELECT count(*)::int FROM marking_slot it WHERE it.assessor_id = who.id
           AND (it.state = 'ALLOCATED' OR it.state = 'LEASED' AND it.lease_until > now())) AS held,
        (SELECT max(away.ends_on) FROM assessor_leave away WHERE away.person_id = who.id AND away.removed_at IS NULL
           AND current_date BETWEEN away.starts_on AND away.ends_on) AS away_until
      FROM unnest(people) AS who (id) LEFT JOIN assessor_profile profile ON profile.person_id = who.id
    )
    SELECT asked.id, holder.id,
      CASE WHEN q.state <> 'SUSPENDED' AND (q.valid_until IS NULL OR q.valid_until >= current_date) THEN q.basis END,
      CASE WHEN q.id IS NULL THEN 'NONE' WHEN q.state = 'SUSPENDED' THEN 'SUSPENDED' WHEN q.valid_until < current_date THEN 'LAPSED' ELSE q.state END,
      EXISTS (SELECT FROM role_grant held JOIN person ON person.id = held.person_id
        WHERE held.person_id = holder.id AND held.role = 'ASSESSOR' AND app_is_with_us(person.active, person.last_day)
          AND held.starts_at <= now() AND (held.ends_at IS NULL OR held.ends_at > now())
          AND (held.scope_achievement_id IS NULL OR held.scope_achievement_id = asked.achievement_id)
          AND (held.scope_unit_id IS NULL OR app_works_within(asked.candidate_id, held.scope_unit_id))),
      coalesce(standing.rules, '{}'),
      ARRAY(SELECT it.rule FROM slot_waiver it WHERE it.slot_id = asked.id AND it.person_id = holder.id),
      holder.held,
      -- What was given to somebody has its room already.
      holder.held - (asked.state = 'ALLOCATED' AND asked.assessor_id = holder.id)::int,
      holder.capacity, holder.paused, holder.away_until
    FROM asked CROSS JOIN holder
    LEFT JOIN standing ON standing.id = asked.id AND standing.person_id = holder.id
    LEFT JOIN assessor_qualification q
      ON q.achievement_id = asked.achievement_id AND q.person_id = holder.id AND q.ended_at IS NULL $$;
  -- Of a copy that somebody judges: the evidence whose file is in another person's hands, too. Which, never whose.
  CREATE FUNCTION app_letters_elsewhere(copies uuid[]) RETURNS TABLE (id uuid, letter text) LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    SELECT taken.id, item ->> 'letter' FROM submission_snapshot taken
    CROSS JOIN LATERAL jsonb_array_elements(taken.content -> 'items') item
    JOIN stored_file file ON file.id = (item ->> 'fileId')::uuid
    WHERE taken.id = ANY (copies) AND app_marks_copy(taken.id)
      AND EXISTS (SELECT FROM stored_file other WHERE other.sha256 = file.sha256 AND other.purpose = 'evidence'
        AND other.owner_id <> file.owner_id) $$;

  DROP FUNCTION app_slot_eligibility(uuid, uuid[]);
  -- About oneself. Whoever has another part in the submission gets the same answer whatever becomes of the place.
  CREATE FUNCTION app_slot_eligibility(who uuid, slots uuid[])
    RETURNS TABLE (id uuid, "qualifiedAs" text, "qualificationIs" text, covered boolean, against text[], waived text[],
      held int, capacity int, paused boolean, "onLeaveUntil" date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT it.id, it."qualifiedAs", it."qualificationIs", it.covered,
      CASE WHEN part.found AND 'no-other-part' <> ALL (it.against) THEN it.against || 'no-other-part'::text ELSE it.against END,
      it.waived, it.held, it.capacity, it.paused, it."onLeaveUntil"
    FROM app_eligibility_of(ARRAY[who], slots) it JOIN marking_slot slot ON slot.id = it.id
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM marking_slot mine WHERE mine.submission_id = slot.submission_id
      AND mine.id <> slot.id AND mine.assessor_id = who AND mine.state IN ('ALLOCATED', 'LEASED', 'HANDED_IN')) AS found) part
    WHERE app_acts(who) AND (slot.state IN ('OPEN', 'LEASED') OR slot.assessor_id = who OR part.found) $$;

  -- About everybody who may assess what the places are about: for whoever gives out work.
  CREATE FUNCTION app_takers_of(slots uuid[])
    RETURNS TABLE (id uuid, "personId" uuid, "qualifiedAs" text, "qualificationIs" text, covered boolean, against text[], waived text[],
      holds int, held int, capacity int, paused boolean, "onLeaveUntil" date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT it.* FROM app_eligibility_of(
      ARRAY(SELECT DISTINCT q.person_id FROM assessor_qualification q JOIN marking_slot slot ON slot.achievement_id = q.achievement_id
            WHERE slot.id = ANY (slots) AND q.ended_at IS NULL),
      ARRAY(SELECT slot.id FROM marking_slot slot WHERE slot.id = ANY (slots)
            AND (app_leads(slot.submission_id) OR current_setting('role', true) = 'app_issuer'))) it
    WHERE it."qualificationIs" <> 'NONE' $$;

  -- How near people are to the candidates of places, as far as that makes a difference to whoever gives out work.
  CREATE FUNCTION app_nearness(slots uuid[], people uuid[])
    RETURNS TABLE ("slotId" uuid, "personId" uuid, judged int, "sameUnit" boolean, declined boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH judged AS MATERIALIZED (
      SELECT assessor_id, candidate_id, count(*)::int AS times FROM marking_slot
      WHERE state = 'HANDED_IN' AND assessor_id = ANY (people) GROUP BY 1, 2
    )
    SELECT slot.id, who.id, coalesce(judged.times, 0),
      EXISTS (SELECT FROM employment theirs JOIN employment own ON own.org_unit_id = theirs.org_unit_id
        WHERE theirs.person_id = slot.candidate_id AND own.person_id = who.id AND ${lasts('theirs')} AND ${lasts('own')}),
      EXISTS (SELECT FROM slot_exclusion it WHERE it.slot_id = slot.id AND it.person_id = who.id AND it.rule = 'declined')
    FROM marking_slot slot CROSS JOIN unnest(people) AS who (id)
    LEFT JOIN judged ON judged.assessor_id = who.id AND judged.candidate_id = slot.candidate_id
    WHERE slot.id = ANY (slots) AND (app_leads(slot.submission_id) OR current_setting('role', true) = 'app_issuer') $$;

  -- Gives a place to somebody, or to another than before. Whatever the code says: to nobody against whom a rule stands.
  CREATE FUNCTION app_allocate(slot uuid, to_person uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE marking_slot it SET state = 'ALLOCATED', assessor_id = to_person, lease_until = NULL
      WHERE it.id = slot AND it.state IN ('OPEN', 'ALLOCATED') AND it.held_at IS NULL
        AND (app_leads(it.submission_id) OR current_setting('role', true) = 'app_issuer')
        AND EXISTS (SELECT FROM app_eligibility_of(ARRAY[to_person], ARRAY[slot]) may
          WHERE may."qualifiedAs" IS NOT NULL AND may.covered AND may.against <@ may.waived);
      RETURN FOUND;
    END $$;
  -- What was given goes back to the queue when it can no longer stay with whom it was given to.
  CREATE FUNCTION app_take_back(slot uuid, why text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE marking_slot SET state = 'OPEN', assessor_id = NULL, back_in_queue = true, put_back_reason = why
    WHERE id = slot AND state = 'ALLOCATED' AND (app_leads(submission_id) OR current_setting('role', true) = 'app_issuer') $$;
  CREATE OR REPLACE FUNCTION app_put_back(slot uuid, reason text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE marking_slot SET state = 'OPEN', assessor_id = NULL, lease_until = NULL, back_in_queue = true, put_back_reason = app_put_back.reason
    WHERE id = slot AND (state = 'LEASED' AND app_acts(assessor_id)
      OR state = 'ALLOCATED' AND (app_acts(assessor_id) OR app_leads(submission_id))) $$;
`;

const CALLED = [
  'app_leads_slot(uuid)',
  'app_conflicted_with()',
  'app_waived_slots()',
  'app_slot_eligibility(uuid, uuid[])',
  'app_takers_of(uuid[])',
  'app_nearness(uuid[], uuid[])',
  'app_letters_elsewhere(uuid[])',
  'app_allocate(uuid, uuid)',
  'app_take_back(uuid, text)',
].join(', ');
const INSIDE = ['app_conflicts_of(uuid[])', 'app_eligibility_of(uuid[], uuid[])', 'app_works_within(uuid, uuid)'].join(
  ', ',
);

/** Who may not judge whom and why, what was waived, and how work was given out. */
export class Allocation1700000000037 implements MigrationInterface {
  name = 'Allocation1700000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row, written when something differs from what everybody starts with.
      CREATE TABLE assessment_setting (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        -- Assessors know candidates by a code; names of files and what files say of their makers are left out.
        hides_names boolean NOT NULL DEFAULT true,
        -- Whoever has the same manager does not judge the other.
        team_is_conflict boolean NOT NULL DEFAULT true,
        -- Whether assessors take work themselves, or find it given to them.
        allocation text NOT NULL DEFAULT 'CLAIM' CHECK (allocation IN ('CLAIM', 'AUTOMATIC')),
        revision int NOT NULL DEFAULT 1,
        changed_by uuid REFERENCES person,
        changed_at timestamptz
      );

      -- Somebody says that they are too near to another to judge fairly. It counts both ways.
      CREATE TABLE conflict_declaration (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        other_person_id uuid NOT NULL REFERENCES person,
        kind text NOT NULL CHECK (kind IN ('FAMILY', 'FRIENDSHIP', 'SHARED_WORK', 'BUSINESS', 'OTHER')),
        note text NOT NULL DEFAULT '',
        since timestamptz NOT NULL,
        ended_at timestamptz,
        CHECK (person_id <> other_person_id)
      );
      CREATE UNIQUE INDEX conflict_declaration_once ON conflict_declaration (person_id, other_person_id) WHERE ended_at IS NULL;
      CREATE INDEX conflict_declaration_other ON conflict_declaration (other_person_id) WHERE ended_at IS NULL;

      -- Which rule stood against whom when a place was to be filled.
      CREATE TABLE slot_exclusion (
        slot_id uuid NOT NULL REFERENCES marking_slot,
        person_id uuid NOT NULL REFERENCES person,
        rule text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (slot_id, person_id, rule)
      );
      CREATE INDEX slot_exclusion_person ON slot_exclusion (person_id);

      -- A conflict that could not be avoided: allowed once, for one place, by name and with the reason.
      CREATE TABLE slot_waiver (
        slot_id uuid NOT NULL REFERENCES marking_slot,
        person_id uuid NOT NULL REFERENCES person,
        rule text NOT NULL CHECK (rule IN ('not-manager', 'not-report', 'not-team', 'no-conflict')),
        reason text NOT NULL CHECK (btrim(reason) <> ''),
        by_id uuid NOT NULL REFERENCES person,
        at timestamptz NOT NULL,
        PRIMARY KEY (slot_id, person_id, rule),
        CHECK (by_id <> person_id)
      );
      CREATE INDEX slot_waiver_person ON slot_waiver (person_id);

      -- Everything that is needed to draw the same again.
      CREATE TABLE allocation_run (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        kind text NOT NULL CHECK (kind IN ('ONLINE', 'NIGHTLY')),
        seed text NOT NULL,
        rule text NOT NULL,
        inputs jsonb NOT NULL,
        inputs_digest text NOT NULL,
        result jsonb NOT NULL,
        by_id uuid REFERENCES person
      );
      CREATE INDEX allocation_run_at ON allocation_run (at DESC, id);

      -- Words that an assessor writes again and again; nobody else's to see.
      CREATE TABLE comment_snippet (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        words text NOT NULL CHECK (btrim(words) <> ''),
        saved_at timestamptz NOT NULL
      );
      CREATE INDEX comment_snippet_person ON comment_snippet (person_id, saved_at DESC);

      -- Whose file has the same content.
      CREATE INDEX stored_file_content ON stored_file (sha256) WHERE purpose = 'evidence';

      REVOKE UPDATE ON comment_snippet FROM app_api, app_issuer;
      REVOKE UPDATE, DELETE ON slot_exclusion, slot_waiver, allocation_run FROM app_api, app_issuer;
      REVOKE DELETE ON assessment_setting, conflict_declaration FROM app_api, app_issuer;
      -- Of a declaration only its end is still to come.
      REVOKE UPDATE ON conflict_declaration FROM app_api, app_issuer;
      GRANT UPDATE (ended_at) ON conflict_declaration TO app_api, app_issuer;
    `);
    await runner.query(FUNCTIONS);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION ${CALLED}, ${INSIDE} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
      DROP POLICY marking_slot_assessor ON marking_slot;
      DROP POLICY marking_slot_queue ON marking_slot;
      DROP POLICY marking_slot_taken ON marking_slot;
      CREATE POLICY marking_slot_assessor ON marking_slot FOR SELECT TO app_api USING (${SLOT_HELD});
      CREATE POLICY marking_slot_queue ON marking_slot FOR SELECT TO app_api USING (${SLOT_WAITS});
      CREATE POLICY marking_slot_taken ON marking_slot FOR UPDATE TO app_api USING (${SLOT_HELD} OR ${SLOT_WAITS}) WITH CHECK (assessor_id = ${ME});
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
    // Who said what of whom, and what was waived, is what decisions rest on.
    await Promise.reject(new Error('This cannot be undone without losing declarations of conflict and waivers.'));
  }
}
