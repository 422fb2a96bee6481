import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What belongs to one version of a framework, and is fixed when that is published. */
const CONTENT = [
  'skill_revision',
  'skill_relation',
  'job_family',
  'job_role',
  'job_role_level',
  'job_role_requirement',
  'job_role_edge',
];

/** What a published version says of itself. Its state goes on, and what the product adds beside is not part of it. */
const SAID = [
  'series_id',
  'title',
  'publisher',
  'version',
  'licence',
  'licence_url',
  'attribution',
  'source_url',
  'scale_id',
  'description',
  'language',
  'source_kind',
  'uri',
  'source',
  'created_at',
];

/**
 * Room for everything that the published frameworks of the world say: relations, codes, synonyms, steps between job
 * roles. What no column holds stays in `source`, so that what goes out again loses nothing. And "what is published never
 * changes", said where no code of ours can forget it.
 */
export class FrameworkContent1700000000021 implements MigrationInterface {
  name = 'FrameworkContent1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE skill_framework
        ADD description text NOT NULL DEFAULT '',
        ADD language text NOT NULL DEFAULT 'en',
        ADD licence_url text,
        -- Its texts stay off outward pages, and out of what strangers may fetch.
        ADD restricted boolean NOT NULL DEFAULT false,
        ADD source_kind text NOT NULL DEFAULT 'UK_GDD'
          CHECK (source_kind IN ('UK_GDD', 'ESCO', 'ONET', 'CASE', 'CSV', 'OWN')),
        -- Its address at its publisher.
        ADD uri text,
        ADD source jsonb NOT NULL DEFAULT '{}';
      ALTER TABLE skill_revision
        ADD kind text NOT NULL DEFAULT 'SKILL' CHECK (kind IN ('SKILL', 'KNOWLEDGE', 'TOOL', 'GROUP', 'STATEMENT')),
        -- Null: not said.
        ADD category text CHECK (category IN ('TECHNICAL', 'TRANSFERABLE')),
        ADD synonyms text[] NOT NULL DEFAULT '{}',
        -- The code that people read; that of the skill itself is for machines.
        ADD coding text,
        ADD uri text,
        ADD notes text,
        ADD source jsonb NOT NULL DEFAULT '{}';
      CREATE TABLE skill_relation (
        id uuid PRIMARY KEY,
        framework_id uuid NOT NULL REFERENCES skill_framework,
        type text NOT NULL CHECK (type IN ('isChildOf', 'isPartOf', 'isPeerOf', 'precedes', 'exactMatchOf', 'isRelatedTo',
          'replacedBy', 'exemplar', 'hasSkillLevel', 'isTranslationOf')),
        origin_skill_id uuid NOT NULL REFERENCES skill,
        -- One of ours, or an address elsewhere.
        target_skill_id uuid REFERENCES skill,
        target_uri text,
        target_title text,
        position int NOT NULL,
        source jsonb NOT NULL DEFAULT '{}',
        CHECK ((target_skill_id IS NULL) <> (target_uri IS NULL))
      );
      CREATE INDEX skill_relation_origin ON skill_relation (origin_skill_id, framework_id);
      CREATE INDEX skill_relation_target ON skill_relation (target_skill_id, framework_id) WHERE target_skill_id IS NOT NULL;
      CREATE INDEX skill_relation_framework ON skill_relation (framework_id, type, position);
      ALTER TABLE job_role
        ADD uri text,
        ADD alternative_titles text[] NOT NULL DEFAULT '{}',
        ADD source jsonb NOT NULL DEFAULT '{}';
      ALTER TABLE job_role_requirement ADD source jsonb NOT NULL DEFAULT '{}';
      CREATE TABLE job_role_edge (
        id uuid PRIMARY KEY,
        framework_id uuid NOT NULL REFERENCES skill_framework,
        from_level_id uuid NOT NULL REFERENCES job_role_level,
        to_level_id uuid NOT NULL REFERENCES job_role_level,
        kind text NOT NULL CHECK (kind IN ('LADDER', 'LATERAL', 'BRANCH')),
        -- Said by a person or a source, or worked out from what the levels ask.
        origin text NOT NULL CHECK (origin IN ('DECLARED', 'DERIVED')),
        note text NOT NULL DEFAULT '',
        source jsonb NOT NULL DEFAULT '{}',
        UNIQUE (from_level_id, to_level_id),
        CHECK (from_level_id <> to_level_id)
      );
      CREATE INDEX job_role_edge_framework ON job_role_edge (framework_id);
      CREATE INDEX job_role_edge_to ON job_role_edge (to_level_id);
      GRANT UPDATE, DELETE ON ${CONTENT.join(', ')} TO app_api;
      REVOKE UPDATE, DELETE ON skill_relation, job_role_edge FROM app_issuer;

      -- Looked at once per statement, however many rows it writes. The lock makes a change and a publishing of the same
      -- draft wait for one another; whoever writes both the framework's own row and its content writes that row first.
      CREATE FUNCTION published_content_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      DECLARE touched uuid[]; each record;
      BEGIN
        IF TG_OP = 'INSERT' THEN touched := ARRAY(SELECT DISTINCT framework_id FROM new_rows);
        ELSIF TG_OP = 'DELETE' THEN touched := ARRAY(SELECT DISTINCT framework_id FROM old_rows);
        ELSE touched := ARRAY(SELECT framework_id FROM new_rows UNION SELECT framework_id FROM old_rows);
        END IF;
        FOR each IN SELECT title, version, state FROM skill_framework WHERE id = ANY (touched) ORDER BY id FOR SHARE LOOP
          IF each.state <> 'DRAFT' THEN
            RAISE EXCEPTION '% % is published and does not change', each.title, each.version USING ERRCODE = 'restrict_violation';
          END IF;
        END LOOP;
        RETURN NULL;
      END $$;
      CREATE FUNCTION published_framework_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% % is published and does not change', OLD.title, OLD.version USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER skill_framework_published_stays BEFORE UPDATE ON skill_framework FOR EACH ROW
        WHEN (OLD.state <> 'DRAFT' AND (NEW.state = 'DRAFT'
          OR (${SAID.map((column) => `OLD.${column}`).join(', ')}) IS DISTINCT FROM (${SAID.map((column) => `NEW.${column}`).join(', ')})))
        EXECUTE FUNCTION published_framework_stays();
    `);
    for (const table of CONTENT)
      await runner.query(`
        CREATE TRIGGER ${table}_stays_insert AFTER INSERT ON ${table} REFERENCING NEW TABLE AS new_rows
          FOR EACH STATEMENT EXECUTE FUNCTION published_content_stays();
        CREATE TRIGGER ${table}_stays_update AFTER UPDATE ON ${table} REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
          FOR EACH STATEMENT EXECUTE FUNCTION published_content_stays();
        CREATE TRIGGER ${table}_stays_delete AFTER DELETE ON ${table} REFERENCING OLD TABLE AS old_rows
          FOR EACH STATEMENT EXECUTE FUNCTION published_content_stays();
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_product ON ${table} TO app_issuer USING (true) WITH CHECK (true);
        -- Content is seen with its framework: the policies of that table answer.
        CREATE POLICY ${table}_seen ON ${table} FOR SELECT TO app_api
          USING (framework_id IN (SELECT id FROM skill_framework));
        CREATE POLICY ${table}_designer ON ${table} FOR ALL TO app_api
          USING ((SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER')));
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of CONTENT)
      await runner.query(`
        DROP POLICY ${table}_product ON ${table};
        DROP POLICY ${table}_seen ON ${table};
        DROP POLICY ${table}_designer ON ${table};
        ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;
        DROP TRIGGER ${table}_stays_insert ON ${table};
        DROP TRIGGER ${table}_stays_update ON ${table};
        DROP TRIGGER ${table}_stays_delete ON ${table};
      `);
    await runner.query(`
      DROP TRIGGER skill_framework_published_stays ON skill_framework;
      DROP FUNCTION published_content_stays, published_framework_stays;
      REVOKE UPDATE, DELETE ON ${CONTENT.join(', ')} FROM app_api;
      DROP TABLE job_role_edge, skill_relation;
      ALTER TABLE job_role_requirement DROP source;
      ALTER TABLE job_role DROP uri, DROP alternative_titles, DROP source;
      ALTER TABLE skill_revision DROP kind, DROP category, DROP synonyms, DROP coding, DROP uri, DROP notes, DROP source;
      ALTER TABLE skill_framework DROP description, DROP language, DROP licence_url, DROP restricted, DROP source_kind,
        DROP uri, DROP source;
    `);
  }
}
