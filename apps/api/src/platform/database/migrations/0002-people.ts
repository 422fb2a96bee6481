import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The organisation, its people, units, dated employments and role grants. */
export class People1700000000002 implements MigrationInterface {
  name = 'People1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation (
        id uuid PRIMARY KEY,
        -- One installation is one organisation.
        only_one boolean NOT NULL DEFAULT true UNIQUE CHECK (only_one),
        name text NOT NULL,
        is_demo boolean NOT NULL,
        notice text
      );
      CREATE TABLE person (
        id uuid PRIMARY KEY,
        display_name text NOT NULL,
        email text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX person_email ON person (lower(email));
      CREATE INDEX person_name ON person (lower(display_name), id);
      CREATE TABLE org_unit (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        parent_id uuid REFERENCES org_unit
      );
      CREATE UNIQUE INDEX org_unit_name ON org_unit (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name));
      CREATE TABLE employment (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        job_title text NOT NULL,
        org_unit_id uuid REFERENCES org_unit,
        manager_id uuid REFERENCES person CHECK (manager_id <> person_id),
        job_role_level_id uuid,
        starts_on date NOT NULL,
        -- Last day of the employment; null while it lasts.
        ends_on date CHECK (ends_on >= starts_on)
      );
      CREATE INDEX employment_person ON employment (person_id, starts_on);
      CREATE INDEX employment_manager ON employment (manager_id, starts_on);
      CREATE TABLE role_grant (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        role text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz,
        granted_by uuid REFERENCES person CHECK (granted_by <> person_id)
      );
      CREATE INDEX role_grant_person ON role_grant (person_id);
      -- Whom a demonstration suggests to be first, and what that person finds there. Empty anywhere else.
      CREATE TABLE demo_persona (
        person_id uuid NOT NULL REFERENCES person,
        role text NOT NULL,
        note text NOT NULL,
        PRIMARY KEY (person_id, role)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE demo_persona, role_grant, employment, org_unit, person, organisation');
  }
}
