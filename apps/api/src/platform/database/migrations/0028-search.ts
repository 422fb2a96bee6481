import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What can be found by typing: one row per published thing, in the words that people look for. */
export class Search1700000000028 implements MigrationInterface {
  name = 'Search1700000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;

      -- Words as they are compared: without case, accents and punctuation, each with a space before it. C++ and C# stay apart.
      CREATE FUNCTION search_words(VARIADIC texts text[]) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT ' ' || btrim(regexp_replace(lower(public.unaccent(array_to_string(texts, ' '))),
          '[\\s!"$%&''()*,./:;<=>?@\\[\\]\\\\^_\`{|}~–—-]+', ' ', 'g')) || ' ' $$;

      CREATE TABLE search_entry (
        kind text NOT NULL CHECK (kind IN ('ACHIEVEMENT', 'SKILL', 'JOB_ROLE', 'COURSE', 'FRAMEWORK')),
        -- The thing that its page is of.
        id uuid NOT NULL,
        title text NOT NULL,
        -- Where it belongs: the framework, the family, the provider.
        context text NOT NULL,
        code text,
        synonyms text[] NOT NULL,
        -- The version or catalogue that it came with; what goes with it goes too.
        source_id uuid NOT NULL,
        -- How much hangs on it; of equal hits the weightier one comes first.
        weight int NOT NULL,
        title_words text NOT NULL,
        code_words text NOT NULL,
        words text NOT NULL,
        PRIMARY KEY (kind, id)
      );
      CREATE INDEX search_entry_title ON search_entry (title_words text_pattern_ops);
      CREATE INDEX search_entry_words ON search_entry USING gin (words gin_trgm_ops);
      CREATE INDEX search_entry_source ON search_entry (source_id);

      -- Every word that is in an entry, once: what is misspelt is mended word by word, among thousands and not among all names.
      CREATE TABLE search_word (word text PRIMARY KEY);
      CREATE INDEX search_word_nearly ON search_word USING gin (word gin_trgm_ops);
      CREATE INDEX search_word_begins ON search_word (word text_pattern_ops);

      REVOKE INSERT, UPDATE, DELETE ON search_entry, search_word FROM app_api;
      REVOKE UPDATE, DELETE ON search_word FROM app_issuer;
      -- No row-level security: everything in them is published and about nobody, and under a policy PostgreSQL may not use an
      -- index for LIKE, since that operator could tell of rows that are not to be seen.
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE search_word, search_entry;
      DROP FUNCTION search_words(text[]);
      DROP EXTENSION unaccent;
      DROP EXTENSION pg_trgm;
    `);
  }
}
