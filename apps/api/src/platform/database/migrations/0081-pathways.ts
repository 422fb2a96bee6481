import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';

const CALLED =
  'app_mentors_of(uuid[], timestamptz), app_sees_mentor_offer(uuid, timestamptz), app_suspended_at(uuid[], timestamptz)';

/** Who helps others with a skill that they hold verified, because they said so; and what was suspended when. */
export class Pathways1700000000081 implements MigrationInterface {
  name = 'Pathways1700000000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mentor_offer (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        skill_id uuid NOT NULL REFERENCES skill,
        offered_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX mentor_offer_open ON mentor_offer (skill_id, person_id) WHERE ended_at IS NULL;
      CREATE INDEX mentor_offer_person ON mentor_offer (person_id);
      ALTER TABLE mentor_offer ENABLE ROW LEVEL SECURITY;
      CREATE POLICY mentor_offer_product ON mentor_offer TO app_issuer USING (true) WITH CHECK (true);
      REVOKE UPDATE, DELETE ON mentor_offer FROM app_api, app_issuer;
      REVOKE ALL ON mentor_offer FROM app_reporting;
      CREATE POLICY mentor_offer_own ON mentor_offer FOR SELECT TO app_api USING (person_id = ${ME});
      CREATE POLICY mentor_offer_made ON mentor_offer FOR INSERT TO app_api WITH CHECK (person_id = ${ME});
      CREATE POLICY mentor_offer_ended ON mentor_offer FOR UPDATE TO app_api USING (person_id = ${ME});
      GRANT UPDATE (ended_at) ON mentor_offer TO app_api;

      -- Who offers help with these skills and holds them verified at that moment. Offering is what shows the level to
      -- others; with whoever declared a conflict with the asking person, or was named in one, neither is shown the other.
      CREATE FUNCTION app_mentors_of(skills uuid[], at timestamptz) RETURNS TABLE (skill_id uuid, person_id uuid, ordinal int)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT offer.skill_id, offer.person_id, max(awards.level_ordinal)::int
        FROM mentor_offer offer
        JOIN person ON person.id = offer.person_id AND app_is_with_us(person.active, person.last_day)
        JOIN credential ON credential.person_id = offer.person_id AND credential.status = 'ACTIVE' AND credential.valid_from <= at
          AND (credential.valid_until IS NULL OR credential.valid_until > at)
        JOIN award ON award.id = credential.award_id AND award.basis = 'DECISION'
        JOIN awarded_skill awards ON awards.achievement_version_id = credential.achievement_version_id AND awards.verifies
          AND awards.skill_id = offer.skill_id
        WHERE offer.skill_id = ANY (skills) AND offer.ended_at IS NULL AND offer.person_id <> app_person()
          AND NOT EXISTS (SELECT FROM conflict_declaration it WHERE it.ended_at IS NULL
            AND app_person() IN (it.person_id, it.other_person_id) AND offer.person_id IN (it.person_id, it.other_person_id))
        GROUP BY 1, 2 $$;
      -- Whether the asking person finds this offer; for who explains what is seen of it.
      CREATE FUNCTION app_sees_mentor_offer(which uuid, at timestamptz) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM mentor_offer it CROSS JOIN LATERAL app_mentors_of(ARRAY[it.skill_id], at) found
          WHERE it.id = which AND it.ended_at IS NULL AND found.person_id = it.person_id) $$;
      CREATE INDEX credential_change_person ON credential_change (person_id) WHERE state = 'DONE';
      -- Credentials of these people that were suspended at that moment, whatever became of them since. What somebody held on
      -- a day is the same for everybody who may see it, also for those who may not read why it was suspended.
      CREATE FUNCTION app_suspended_at(people uuid[], at timestamptz) RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT coalesce(array_agg(credential_id), '{}') FROM (
          SELECT DISTINCT ON (it.credential_id) it.credential_id, it.kind
          FROM unnest(people) AS asked (person_id) JOIN credential_change it USING (person_id)
          WHERE it.state = 'DONE' AND it.done_at <= at ORDER BY it.credential_id, it.done_at DESC, it.id DESC) last
        WHERE kind = 'SUSPEND' $$;
      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX credential_change_person; DROP FUNCTION app_suspended_at, app_sees_mentor_offer, app_mentors_of; DROP TABLE mentor_offer;',
    );
  }
}
