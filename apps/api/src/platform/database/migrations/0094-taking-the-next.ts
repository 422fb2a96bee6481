import type { MigrationInterface, QueryRunner } from 'typeorm';

/** So many places are looked at in one go: more than assessors take in the same instant. */
const AT_A_TIME = 30;

const FUNCTIONS = `
  -- The next place for whoever asks: what was given to them, else of what is free the oldest due that every rule lets them take.
  -- Passes over what somebody else is just taking, and holds nothing up: one statement knows the rules for all that is near,
  -- and whoever asks is alone with themselves only, since what they hold is counted before they hold one more.
  -- Not taken is what a rule about them alone stands against (leave, pause): whoever asks says why.
  CREATE FUNCTION app_take_next(step uuid, lease interval) RETURNS TABLE (slot_id uuid, taken boolean, began boolean, slot marking_slot)
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

/** Taking the next place is one statement: many assessors at once do not wait for each other, and every rule is asked once. */
export class TakingTheNext1700000000094 implements MigrationInterface {
  name = 'TakingTheNext1700000000094';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${FUNCTIONS}
      REVOKE EXECUTE ON FUNCTION app_take_next(uuid, interval) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_take_next(uuid, interval) TO app_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app_take_next(uuid, interval)');
  }
}
