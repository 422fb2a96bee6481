import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What processes keep between requests. Drafts are in some of these tables, too, and count as changes: they are seldom written. */
const TABLES = [
  ...['proficiency_scale', 'proficiency_level', 'skill_framework', 'skill', 'skill_revision'],
  ...[
    'job_role',
    'job_role_level',
    'job_role_requirement',
    'job_role_level_move',
    'achievement_version',
    'reminder_setting',
  ],
];

/** How often what everybody sees alike was changed, so that processes know when what they keep of it is old. */
export class ReferenceKept1700000000160 implements MigrationInterface {
  name = 'ReferenceKept1700000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The sum is the count. As one row, whoever changes a draft would wait for whoever imports a framework: so each adds a row
      -- and takes in those that nobody else is just taking. What was changed is seen with the change, as both commit together.
      CREATE TABLE reference_change (changes bigint NOT NULL);
      ALTER TABLE reference_change ENABLE ROW LEVEL SECURITY;
      REVOKE ALL ON reference_change FROM app_api, app_issuer;
      INSERT INTO reference_change VALUES (1);
      CREATE FUNCTION reference_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        WITH before AS (
          DELETE FROM reference_change WHERE ctid = ANY (ARRAY(SELECT ctid FROM reference_change FOR UPDATE SKIP LOCKED))
          RETURNING changes)
        INSERT INTO reference_change SELECT coalesce(sum(changes), 0) + 1 FROM before;
        RETURN NULL;
      END $$;
      CREATE FUNCTION app_reference_changes() RETURNS double precision LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$ BEGIN RETURN (SELECT sum(changes) FROM reference_change); END $$;
      REVOKE EXECUTE ON FUNCTION reference_changed(), app_reference_changes() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_reference_changes() TO app_api;
      ${TABLES.map(
        // Always: also where rows are put in whose other triggers are left out.
        (table) => `
      CREATE TRIGGER ${table}_kept AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION reference_changed();
      ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_kept;`,
      ).join('')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${TABLES.map((table) => `DROP TRIGGER ${table}_kept ON ${table};`).join('\n      ')}
      DROP FUNCTION app_reference_changes();
      DROP FUNCTION reference_changed();
      DROP TABLE reference_change;
    `);
  }
}
