import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a role grant covers, and the questions that row-level policies ask of whoever is at work. */
export class Access1700000000010 implements MigrationInterface {
  name = 'Access1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE role_grant
        -- Null: everywhere. Else people who work in this unit or below it.
        ADD COLUMN scope_unit_id uuid REFERENCES org_unit,
        -- Null: every achievement. Else this one, in all its versions.
        ADD COLUMN scope_achievement_id uuid;
      CREATE INDEX employment_unit ON employment (org_unit_id, starts_on);
      CREATE INDEX org_unit_parent ON org_unit (parent_id);

      -- Who acts in this transaction; null for strangers and for the product itself.
      CREATE FUNCTION app_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.person_id', true), '')::uuid $$;

      -- The questions below look at grants and employments as they are, not as the asker may see them: a policy
      -- that asked through the policies of other tables would go in circles.
      CREATE FUNCTION app_holds(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM role_grant JOIN person ON person.id = person_id
          WHERE person_id = app_person() AND person.active AND role = ANY (roles)
            AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now())) $$;

      CREATE FUNCTION app_manages(managed uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM employment
          WHERE person_id = managed AND manager_id = app_person()
            AND starts_on <= current_date AND (ends_on IS NULL OR ends_on >= current_date)) $$;

      -- A grant covers a row when it covers what it is limited to: a unit needs a person, an achievement needs that one.
      CREATE FUNCTION app_holds_for(about uuid, achievement uuid, VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        WITH RECURSIVE up AS (
          SELECT unit.id, unit.parent_id FROM employment JOIN org_unit unit ON unit.id = org_unit_id
          WHERE person_id = about AND starts_on <= current_date AND (ends_on IS NULL OR ends_on >= current_date)
          UNION SELECT unit.id, unit.parent_id FROM up JOIN org_unit unit ON unit.id = up.parent_id
        )
        SELECT EXISTS (SELECT FROM role_grant JOIN person ON person.id = person_id
          WHERE person_id = app_person() AND person.active AND role = ANY (roles)
            AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now())
            AND (scope_unit_id IS NULL OR scope_unit_id IN (SELECT id FROM up))
            AND (scope_achievement_id IS NULL OR scope_achievement_id = achievement)) $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app_holds_for, app_manages, app_holds, app_person;
      DROP INDEX employment_unit, org_unit_parent;
      ALTER TABLE role_grant DROP COLUMN scope_unit_id, DROP COLUMN scope_achievement_id;
    `);
  }
}
