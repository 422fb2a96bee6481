import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why a role was granted, who agreed, and how it ended. A grant that waits for a second person has no start:
 * whoever asks what is in force by its dates finds nothing, without knowing of approvals at all.
 */
export class RoleGrants1700000000017 implements MigrationInterface {
  name = 'RoleGrants1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE role_grant
        ALTER COLUMN starts_at DROP NOT NULL,
        -- When it is to begin once approved; null: at once.
        ADD COLUMN wanted_from timestamptz,
        ADD COLUMN granted_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN reason text,
        ADD COLUMN origin text NOT NULL DEFAULT 'SETUP' CHECK (origin IN ('PERSON', 'SCIM', 'SETUP', 'IMPORT', 'COMMAND')),
        -- The group of a provisioning client that it came by.
        ADD COLUMN group_id uuid,
        ADD COLUMN approval text NOT NULL DEFAULT 'NOT_NEEDED' CHECK (approval IN ('NOT_NEEDED', 'NOBODY_ELSE', 'SECOND_PERSON')),
        ADD COLUMN approved_by uuid REFERENCES person,
        ADD COLUMN approved_at timestamptz,
        ADD COLUMN declined_by uuid REFERENCES person,
        ADD COLUMN declined_at timestamptz,
        ADD COLUMN decline_reason text,
        ADD COLUMN ended_by uuid REFERENCES person,
        ADD COLUMN end_reason text,
        ADD CONSTRAINT role_grant_second_person CHECK (approved_by <> person_id AND approved_by <> granted_by),
        ADD CONSTRAINT role_grant_approved_before_it_starts
          CHECK (approval <> 'SECOND_PERSON' OR starts_at IS NULL OR approved_by IS NOT NULL),
        ADD CONSTRAINT role_grant_without_start_waits CHECK (starts_at IS NOT NULL OR approval = 'SECOND_PERSON'),
        ADD CONSTRAINT role_grant_declined_never_starts CHECK (declined_at IS NULL OR starts_at IS NULL);
      UPDATE role_grant SET granted_at = starts_at, origin = CASE WHEN granted_by IS NULL THEN 'SETUP' ELSE 'PERSON' END;
      CREATE INDEX role_grant_waiting ON role_grant (granted_at) WHERE starts_at IS NULL AND declined_at IS NULL;

      -- A grant is never rewritten into another: who, which role, which limits and by whom stay as they were written.
      REVOKE UPDATE, DELETE ON role_grant FROM app_api, app_issuer;
      GRANT UPDATE (starts_at, ends_at, approved_by, approved_at, declined_by, declined_at, decline_reason, ended_by, end_reason)
        ON role_grant TO app_api, app_issuer;

      -- How many administrators of the whole organisation there are besides these people, also for askers who see only a part of it.
      -- For good: with no end set. Shut out too: also those who are let in again by one click, but nobody who left.
      CREATE FUNCTION app_administrators_besides(people uuid[], for_good boolean, shut_out_too boolean) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT count(DISTINCT person_id)::int FROM role_grant JOIN person ON person.id = person_id
        WHERE role = 'ADMINISTRATOR' AND app_is_with_us(person.active OR shut_out_too, person.last_day) AND NOT person_id = ANY (people)
          AND scope_unit_id IS NULL AND scope_achievement_id IS NULL
          AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now() AND NOT for_good) $$;

      -- Who holds the assessor's role for this achievement now, of these people; asked by designers, who need not see everybody's roles.
      CREATE FUNCTION app_assessors_among(people uuid[], achievement uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT DISTINCT person_id FROM role_grant JOIN person ON person.id = person_id
        WHERE role = 'ASSESSOR' AND person_id = ANY (people) AND app_is_with_us(person.active, person.last_day)
          AND (scope_achievement_id IS NULL OR scope_achievement_id = achievement)
          AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now()) $$;

      -- Everybody who wrote on a version: they are not its only assessors.
      ALTER TABLE achievement_version ADD COLUMN author_ids uuid[] NOT NULL DEFAULT '{}';
      ALTER TABLE achievement_version DISABLE TRIGGER keep_published;
      UPDATE achievement_version SET author_ids = ARRAY[created_by] WHERE created_by IS NOT NULL;
      ALTER TABLE achievement_version ENABLE TRIGGER keep_published;

      -- What an award is about, so that a role limited to an achievement covers it without asking the version.
      ALTER TABLE award ADD COLUMN achievement_id uuid;
      UPDATE award SET achievement_id = version.achievement_id FROM achievement_version version WHERE version.id = achievement_version_id;
      CREATE FUNCTION name_achievement_of_award() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        NEW.achievement_id := (SELECT achievement_id FROM achievement_version WHERE id = NEW.achievement_version_id);
        RETURN NEW;
      END $$;
      CREATE TRIGGER name_achievement BEFORE INSERT OR UPDATE OF achievement_version_id ON award
        FOR EACH ROW EXECUTE FUNCTION name_achievement_of_award();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER name_achievement ON award;
      DROP FUNCTION name_achievement_of_award, app_assessors_among, app_administrators_besides;
      ALTER TABLE award DROP COLUMN achievement_id;
      ALTER TABLE achievement_version DROP COLUMN author_ids;
      DROP INDEX role_grant_waiting;
      DELETE FROM role_grant WHERE starts_at IS NULL;
      ALTER TABLE role_grant
        DROP COLUMN wanted_from, DROP COLUMN granted_at, DROP COLUMN reason, DROP COLUMN origin, DROP COLUMN group_id,
        DROP COLUMN approval, DROP COLUMN approved_by, DROP COLUMN approved_at, DROP COLUMN declined_by,
        DROP COLUMN declined_at, DROP COLUMN decline_reason, DROP COLUMN ended_by, DROP COLUMN end_reason,
        ALTER COLUMN starts_at SET NOT NULL;
      GRANT UPDATE, DELETE ON role_grant TO app_api, app_issuer;
    `);
  }
}
