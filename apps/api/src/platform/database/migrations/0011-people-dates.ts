import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is with us on which day, in one main employment at a time; and imports of people, with what each would do. */
export class PeopleDates1700000000011 implements MigrationInterface {
  name = 'PeopleDates1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Trusted: the owner of the database may create it, without being a superuser.
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      ALTER TABLE person
        ADD COLUMN person_number text CHECK (person_number = btrim(person_number) AND person_number <> ''),
        -- The last day with us. Null: nobody has said that it ends.
        ADD COLUMN last_day date,
        -- Why it ends, or why somebody was deactivated, in the words of whoever recorded it.
        ADD COLUMN leaving_reason text;
      CREATE UNIQUE INDEX person_number ON person (lower(person_number));
      CREATE INDEX person_last_day ON person (last_day) WHERE last_day IS NOT NULL;

      -- Somebody may do two jobs at once; one of them is the main one.
      ALTER TABLE employment ADD COLUMN is_primary boolean NOT NULL DEFAULT true;
      UPDATE employment SET is_primary = false WHERE EXISTS (
        SELECT FROM employment later
        WHERE later.person_id = employment.person_id AND (later.starts_on, later.id) > (employment.starts_on, employment.id)
          AND later.starts_on <= coalesce(employment.ends_on, 'infinity'));
      ALTER TABLE employment ADD CONSTRAINT employment_one_primary
        EXCLUDE USING gist (person_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (is_primary);

      ALTER TABLE org_unit ADD CONSTRAINT org_unit_not_its_own_parent CHECK (parent_id <> id);

      -- With us today: what row-level policies and the product mean by somebody who is there.
      CREATE FUNCTION app_is_with_us(active boolean, last_day date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT active AND (last_day IS NULL OR last_day >= current_date) $$;

      CREATE OR REPLACE FUNCTION app_holds(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM role_grant JOIN person ON person.id = person_id
          WHERE person_id = app_person() AND app_is_with_us(person.active, person.last_day) AND role = ANY (roles)
            AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now())) $$;

      CREATE OR REPLACE FUNCTION app_holds_for(about uuid, achievement uuid, VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        WITH RECURSIVE up AS (
          SELECT unit.id, unit.parent_id FROM employment JOIN org_unit unit ON unit.id = org_unit_id
          WHERE person_id = about AND starts_on <= current_date AND (ends_on IS NULL OR ends_on >= current_date)
          UNION SELECT unit.id, unit.parent_id FROM up JOIN org_unit unit ON unit.id = up.parent_id
        )
        SELECT EXISTS (SELECT FROM role_grant JOIN person ON person.id = person_id
          WHERE person_id = app_person() AND app_is_with_us(person.active, person.last_day) AND role = ANY (roles)
            AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now())
            AND (scope_unit_id IS NULL OR scope_unit_id IN (SELECT id FROM up))
            AND (scope_achievement_id IS NULL OR scope_achievement_id = achievement)) $$;

      -- Everywhere or in some unit. A role limited to an achievement carries nothing that is about people.
      CREATE FUNCTION app_holds_in_units(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM role_grant JOIN person ON person.id = person_id
          WHERE person_id = app_person() AND app_is_with_us(person.active, person.last_day) AND role = ANY (roles)
            AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now()) AND scope_achievement_id IS NULL) $$;

      CREATE TABLE people_import (
        id uuid PRIMARY KEY,
        file_id uuid NOT NULL,
        file_name text NOT NULL,
        state text NOT NULL CHECK (state IN ('READING', 'PREVIEWED', 'APPLYING', 'APPLIED', 'FAILED', 'CANCELLED')),
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES person,
        -- What the creator may change: units with all below them. Null: everywhere.
        unit_ids uuid[],
        effective_on date NOT NULL,
        missing text NOT NULL CHECK (missing IN ('KEEP', 'LEAVE')),
        columns jsonb NOT NULL DEFAULT '[]',
        mapping jsonb NOT NULL DEFAULT '[]',
        counts jsonb NOT NULL DEFAULT '{"rows":0,"create":0,"change":0,"unchanged":0,"leave":0,"errors":0}',
        -- Of everything the preview would do: applying does exactly this or nothing.
        plan_digest text,
        problem text,
        applied_at timestamptz
      );
      CREATE INDEX people_import_time ON people_import (created_at, id);
      CREATE TABLE people_import_row (
        import_id uuid NOT NULL REFERENCES people_import ON DELETE CASCADE,
        row int NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('CREATE', 'CHANGE', 'UNCHANGED', 'LEAVE', 'ERROR')),
        person_id uuid,
        name text NOT NULL,
        changes jsonb NOT NULL,
        problems jsonb NOT NULL,
        PRIMARY KEY (import_id, row)
      );
      CREATE INDEX people_import_row_outcome ON people_import_row (import_id, outcome, row);

      -- An import is of interest to its maker, and to those who keep the people of the whole organisation.
      ALTER TABLE people_import ENABLE ROW LEVEL SECURITY;
      ALTER TABLE people_import FORCE ROW LEVEL SECURITY;
      CREATE POLICY people_import_issuer ON people_import TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY people_import_keeper ON people_import TO app_api
        USING ((SELECT app_holds_in_units('ADMINISTRATOR')) AND (created_by = (SELECT app_person())
          OR (SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR'))))
        WITH CHECK ((SELECT app_holds_in_units('ADMINISTRATOR')) AND (created_by = (SELECT app_person())
          OR (SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR'))));
      ALTER TABLE people_import_row ENABLE ROW LEVEL SECURITY;
      ALTER TABLE people_import_row FORCE ROW LEVEL SECURITY;
      CREATE POLICY people_import_row_issuer ON people_import_row TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY people_import_row_keeper ON people_import_row FOR SELECT TO app_api
        USING (EXISTS (SELECT FROM people_import WHERE people_import.id = import_id));
      -- The API asks; what a file says and does is read and written by the worker alone.
      REVOKE DELETE ON people_import FROM app_api;
      REVOKE INSERT, UPDATE, DELETE ON people_import_row FROM app_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE people_import_row, people_import;
      DROP FUNCTION app_holds_in_units;
      ALTER TABLE org_unit DROP CONSTRAINT org_unit_not_its_own_parent;
      ALTER TABLE employment DROP CONSTRAINT employment_one_primary, DROP COLUMN is_primary;
      ALTER TABLE person DROP COLUMN person_number, DROP COLUMN last_day, DROP COLUMN leaving_reason;
    `);
  }
}
