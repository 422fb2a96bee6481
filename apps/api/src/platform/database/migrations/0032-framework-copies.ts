import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What holds the content of frameworks, and therefore changes at a blow. */
const ANALYSED = [
  ...['skill', 'skill_revision', 'skill_relation', 'job_family', 'job_role', 'job_role_level'],
  ...['job_role_requirement', 'job_role_edge'],
];

/** What a requirement names. */
const NAMED = ['skill', 'job_role_level'];

/**
 * The next version of a large framework is filled by the worker. What is written at a blow is analysed in the same
 * transaction, so that the first looks at it are planned well. And references of requirements, by far the most rows there
 * are, are looked at once per statement: row by row that cost more than everything else about writing them.
 */
export class FrameworkCopies1700000000032 implements MigrationInterface {
  name = 'FrameworkCopies1700000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE skill_framework
        ADD content_state text NOT NULL DEFAULT 'WHOLE' CHECK (content_state IN ('WHOLE', 'COPYING', 'FAILED')),
        ADD CONSTRAINT skill_framework_published_whole CHECK (state = 'DRAFT' OR content_state = 'WHOLE');

      -- Only the owner of a table may have it analysed; these tables and nothing else.
      CREATE FUNCTION app_analyse_frameworks() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      BEGIN
        ANALYZE ${ANALYSED.join(', ')};
      END $$;
      REVOKE EXECUTE ON FUNCTION app_analyse_frameworks() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_analyse_frameworks() TO app_issuer;

      ALTER TABLE job_role_requirement
        DROP CONSTRAINT job_role_requirement_skill_id_fkey,
        DROP CONSTRAINT job_role_requirement_level;

      -- As a foreign key would, for all rows of a statement at once. The locks let go of nothing that is named here until the
      -- transaction is over; what somebody else removed meanwhile cannot be locked, and is missed.
      CREATE FUNCTION requirements_name_what_is_there() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      DECLARE named int; there int;
      BEGIN
        WITH asked AS MATERIALIZED (SELECT DISTINCT job_role_level_id, framework_id FROM new_rows), held AS (
          SELECT level.id FROM job_role_level level JOIN asked
            ON level.id = asked.job_role_level_id AND level.framework_id = asked.framework_id FOR KEY SHARE OF level)
        SELECT (SELECT count(*) FROM asked), (SELECT count(*) FROM held) INTO named, there;
        IF named <> there THEN
          RAISE EXCEPTION 'a requirement belongs to a level of its own version' USING ERRCODE = 'foreign_key_violation';
        END IF;
        WITH asked AS MATERIALIZED (SELECT DISTINCT skill_id FROM new_rows), held AS (
          SELECT skill.id FROM skill JOIN asked ON skill.id = asked.skill_id FOR KEY SHARE OF skill)
        SELECT (SELECT count(*) FROM asked), (SELECT count(*) FROM held) INTO named, there;
        IF named <> there THEN
          RAISE EXCEPTION 'a requirement names a skill that is there' USING ERRCODE = 'foreign_key_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER job_role_requirement_names_insert AFTER INSERT ON job_role_requirement REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION requirements_name_what_is_there();
      CREATE TRIGGER job_role_requirement_names_update AFTER UPDATE ON job_role_requirement REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION requirements_name_what_is_there();

      -- The other side: what a requirement names does not go away under it, and its id stays what it is.
      CREATE FUNCTION what_requirements_name_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          RAISE EXCEPTION '% keeps its id', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_TABLE_NAME = 'skill' AND EXISTS (
            SELECT FROM old_rows JOIN job_role_requirement asked ON asked.skill_id = old_rows.id)
          OR TG_TABLE_NAME = 'job_role_level' AND EXISTS (
            SELECT FROM old_rows JOIN job_role_requirement asked ON asked.job_role_level_id = old_rows.id) THEN
          RAISE EXCEPTION 'a requirement still names this %', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER job_role_level_keeps_id BEFORE UPDATE ON job_role_level FOR EACH ROW
        WHEN ((OLD.id, OLD.framework_id) IS DISTINCT FROM (NEW.id, NEW.framework_id))
        EXECUTE FUNCTION what_requirements_name_stays();
      CREATE TRIGGER skill_keeps_id BEFORE UPDATE ON skill FOR EACH ROW WHEN (OLD.id IS DISTINCT FROM NEW.id)
        EXECUTE FUNCTION what_requirements_name_stays();
    `);
    for (const table of NAMED)
      await runner.query(`
        CREATE TRIGGER ${table}_stays_named AFTER DELETE ON ${table} REFERENCING OLD TABLE AS old_rows
          FOR EACH STATEMENT EXECUTE FUNCTION what_requirements_name_stays();
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER job_role_requirement_names_insert ON job_role_requirement;
      DROP TRIGGER job_role_requirement_names_update ON job_role_requirement;
      DROP TRIGGER job_role_level_keeps_id ON job_role_level;
      DROP TRIGGER job_role_level_stays_named ON job_role_level;
      DROP TRIGGER skill_keeps_id ON skill;
      DROP TRIGGER skill_stays_named ON skill;
      DROP FUNCTION requirements_name_what_is_there, what_requirements_name_stays, app_analyse_frameworks;
      ALTER TABLE job_role_requirement
        ADD FOREIGN KEY (skill_id) REFERENCES skill,
        ADD CONSTRAINT job_role_requirement_level FOREIGN KEY (job_role_level_id, framework_id)
          REFERENCES job_role_level (id, framework_id);
      ALTER TABLE skill_framework DROP content_state;
    `);
  }
}
