import type { MigrationInterface, QueryRunner } from 'typeorm';

/** So many places are looked at in one go: more than assessors take in the same instant, and each one costs. */
const AT_A_TIME = 12;

const lasts = (job: string) =>
  `${job}.starts_on <= current_date AND (${job}.ends_on IS NULL OR ${job}.ends_on >= current_date)`;
const UNFINISHED = `('OPEN', 'ALLOCATED', 'LEASED')`;
const HAS_PART = `('ALLOCATED', 'LEASED', 'HANDED_IN')`;

const FUNCTIONS = `
  -- Every rule that stands between these people and a candidate, a submission or a place: one row each, by the id of the latter.
  -- What may be judged by whom is asked of this and of nothing else. Whoever asks about a few places names them: of what
  -- somebody judged in all their years only what touches these is looked at then.
  CREATE FUNCTION app_conflicts_of(people uuid[], places uuid[]) RETURNS TABLE (person_id uuid, rule text, with_id uuid)
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
      WHERE places IS NULL AND mine.assessor_id = ANY (people) AND mine.state IN ${HAS_PART}
    UNION ALL SELECT mine.assessor_id, 'no-other-part', other.id FROM marking_slot other
      JOIN marking_slot mine ON mine.submission_id = other.submission_id AND mine.id <> other.id AND mine.state IN ${HAS_PART}
      WHERE other.id = ANY (places) AND other.state IN ${UNFINISHED} AND mine.assessor_id = ANY (people)
    -- The third judges without the two that differ, and whoever leads can read both.
    UNION ALL SELECT held.person_id, 'not-lead', slot.id FROM marking_slot slot
      JOIN role_grant held ON held.role = 'ASSESSMENT_LEAD' AND held.person_id = ANY (people) AND held.starts_at <= now()
        AND (held.ends_at IS NULL OR held.ends_at > now())
        AND (held.scope_achievement_id IS NULL OR held.scope_achievement_id = slot.achievement_id)
        AND (held.scope_unit_id IS NULL OR app_works_within(slot.candidate_id, held.scope_unit_id))
      WHERE slot.purpose = 'THIRD' AND slot.state IN ${UNFINISHED}
    UNION ALL SELECT it.actor_id, 'not-decider', slot.id FROM marking_slot slot
      JOIN submission_transition it ON it.submission_id = slot.submission_id AND it.to_state IN ('READY_FOR_RELEASE', 'RELEASED')
      WHERE slot.purpose = 'APPEAL' AND slot.state IN ${UNFINISHED} AND it.actor_id = ANY (people)
    -- Said about one place by whoever recognised the work.
    UNION ALL SELECT it.person_id, 'no-conflict', it.slot_id FROM slot_exclusion it
      WHERE it.person_id = ANY (people) AND it.rule = 'recused' $$;
  CREATE OR REPLACE FUNCTION app_conflicts_of(people uuid[]) RETURNS TABLE (person_id uuid, rule text, with_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT * FROM app_conflicts_of(people, NULL) $$;

  -- Everything the hard rules look at, for these people and places. Asked by the functions below, by nobody else.
  CREATE OR REPLACE FUNCTION app_eligibility_of(people uuid[], slots uuid[])
    RETURNS TABLE (id uuid, "personId" uuid, "qualifiedAs" text, "qualificationIs" text, covered boolean, against text[], waived text[],
      holds int, held int, capacity int, paused boolean, "onLeaveUntil" date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH asked AS MATERIALIZED (
      SELECT slot.id, slot.candidate_id, slot.submission_id, slot.achievement_id, slot.state, slot.assessor_id
      FROM marking_slot slot WHERE slot.id = ANY (slots)
    ), conflict AS MATERIALIZED (
      SELECT * FROM app_conflicts_of(people, slots)
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

  -- The next place for whoever asks: what was given to them, else of what is free the oldest due that every rule lets them take.
  -- Passes over what somebody else is just taking, and holds nothing up: one statement knows the rules for all that is near,
  -- and whoever asks is alone with themselves only, since what they hold is counted before they hold one more.
  -- Not taken is what a rule about them alone stands against (leave, pause): whoever asks says why.
  CREATE OR REPLACE FUNCTION app_take_next(step uuid, lease interval) RETURNS TABLE (slot_id uuid, taken boolean, began boolean, slot marking_slot)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      me uuid := app_person();
      ids uuid[];
      last_due timestamptz := '-infinity';
      last_id uuid := '00000000-0000-0000-0000-000000000000';
    BEGIN
      IF me IS NULL THEN RETURN; END IF;
      PERFORM pg_advisory_xact_lock(hashtextextended('claims ' || me, 0));
      began := false;
      ids := ARRAY(SELECT it.id FROM marking_slot it WHERE it.assessor_id = me AND it.state = 'ALLOCATED' AND it.held_at IS NULL);
      LOOP
        IF cardinality(ids) > 0 THEN
          SELECT it.id, may.held < may.capacity AND NOT may.paused AND may."onLeaveUntil" IS NULL INTO slot_id, taken
          FROM marking_slot it JOIN app_eligibility_of(ARRAY[me], ids) may ON may.id = it.id
          WHERE (it.state IN ('OPEN', 'ALLOCATED') OR it.lease_until <= now()) AND it.held_at IS NULL
            AND (it.state = 'OPEN' OR (it.state = 'ALLOCATED') = (it.assessor_id = me))
            AND may."qualifiedAs" IS NOT NULL AND may.covered AND may.against <@ may.waived
            AND NOT it.achievement_version_id = ANY ((SELECT app_author_alone())::uuid[])
          ORDER BY it.due_at, it.id FOR UPDATE OF it SKIP LOCKED LIMIT 1;
          EXIT WHEN FOUND;
        END IF;
        -- No room left: what is free need not be looked at.
        IF (SELECT count(*) FROM marking_slot it WHERE it.assessor_id = me
              AND (it.state = 'ALLOCATED' OR it.state = 'LEASED' AND it.lease_until > now()))
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
`;

/** Planned once for each connection: thinking out how to ask took longer than asking. */
const PLANNED_ONCE = [
  'app_conflicts_of(uuid[], uuid[])',
  'app_conflicts_of(uuid[])',
  'app_eligibility_of(uuid[], uuid[])',
  'app_assessors_of(uuid[], uuid)',
];

/** What a claim costs does not grow with what the assessor has judged before, nor is it planned anew each time. */
export class QuickerClaims1700000000130 implements MigrationInterface {
  name = 'QuickerClaims1700000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
    await runner.query('REVOKE EXECUTE ON FUNCTION app_conflicts_of(uuid[], uuid[]) FROM PUBLIC');
    for (const each of PLANNED_ONCE)
      await runner.query(`ALTER FUNCTION ${each} SET plan_cache_mode = force_generic_plan`);
  }

  async down(): Promise<void> {
    // The same questions with the same answers; what was before them is only slower.
  }
}
