import type { MigrationInterface, QueryRunner } from 'typeorm';

const lasts = (job: string) =>
  `${job}.starts_on <= current_date AND (${job}.ends_on IS NULL OR ${job}.ends_on >= current_date)`;
const UNFINISHED = `('OPEN', 'ALLOCATED', 'LEASED')`;

const FUNCTIONS = `
  -- Whoever changes a submission together with its places takes the places first, as every assessor does who takes one:
  -- two who come from both sides would wait for each other.
  CREATE FUNCTION app_lock_places(of_submission uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF app_leads(of_submission) OR current_setting('role', true) = 'app_issuer' THEN
        PERFORM FROM marking_slot WHERE submission_id = of_submission ORDER BY id FOR UPDATE;
      END IF;
    END $$;

  -- What was given to candidates: before its release a mark is nobody else's, not even as a number.
  CREATE OR REPLACE FUNCTION app_marks_given(achievement uuid)
    RETURNS TABLE ("versionId" uuid, levels jsonb, overall text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT slot.achievement_version_id,
      (SELECT jsonb_agg(jsonb_build_object('criterionId', given ->> 'criterionId', 'level', given -> 'level'))
       FROM jsonb_array_elements(mark.criteria) given),
      mark.overall
    FROM marking_slot slot JOIN mark ON mark.slot_id = slot.id
    WHERE slot.achievement_id = achievement AND mark.handed_in_at IS NOT NULL AND mark.overall IS NOT NULL
      AND EXISTS (SELECT FROM decision WHERE decision.submission_id = slot.submission_id AND decision.released_at IS NOT NULL)
      AND app_holds_for(NULL, achievement, 'HR_DESIGNER', 'PROGRAMME_OWNER') $$;

  CREATE OR REPLACE FUNCTION app_conflicts_of(people uuid[]) RETURNS TABLE (person_id uuid, rule text, with_id uuid)
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
`;

/** Rules of assessment that were fixed or had holes: what two marks may differ by, windows, suspended assessors, third marks. */
export class AssessmentRules1700000000044 implements MigrationInterface {
  name = 'AssessmentRules1700000000044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE assessment_setting
        -- So many levels of one criterion may two marks lie apart and still say the same.
        ADD tolerated_levels int NOT NULL DEFAULT 1 CHECK (tolerated_levels BETWEEN 0 AND 3),
        -- Working days after an outcome in which it can be appealed.
        ADD appeal_window_days int NOT NULL DEFAULT 20 CHECK (appeal_window_days BETWEEN 5 AND 120),
        -- So many days before an appealed decision the same assessor's others are looked at again.
        ADD recall_days int NOT NULL DEFAULT 90 CHECK (recall_days BETWEEN 7 AND 730);
      -- Given up because one of the two no longer marks: others judge it anew.
      ALTER TABLE reconciliation DROP CONSTRAINT reconciliation_settled_how_check;
      ALTER TABLE reconciliation ADD CONSTRAINT reconciliation_settled_how_check
        CHECK (settled_how IN ('AGREED', 'NEAREST_PAIR', 'ADJUDICATED', 'SENT_BACK'));
      ${FUNCTIONS}
      REVOKE EXECUTE ON FUNCTION app_lock_places(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_lock_places(uuid) TO app_api, app_issuer;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('This cannot be undone without losing what was settled by these rules.'));
  }
}
