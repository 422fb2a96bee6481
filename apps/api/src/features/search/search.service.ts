import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '../../platform/graphql/connection.js';
import type { SearchKind } from './search-kind.js';

export interface SearchHit {
  kind: SearchKind;
  id: string;
  title: string;
  context: string;
  code: string | null;
  alsoCalled: string | null;
  nearly: boolean;
}

export interface SearchFacet {
  kind: SearchKind;
  sourceId: string;
  source: string;
  count: number;
}

interface Asked {
  words: string;
  kind?: SearchKind | null;
  sourceId?: string | null;
}

/** As many words as anybody types; each of them is one more thing to compare. */
const MOST_WORDS = 8;
const MOST_CHARACTERS = 100;
/** How many of one kind are offered while somebody types. */
const SUGGESTED = 5;
const KINDS = 5;
/** Shorter beginnings are looked for where names begin: nearly everything has a word that begins so. */
const SHORT = 2;

/**
 * How well the name itself answers: the whole of it, its beginning, a word in it, or only another name.
 * `$1` is everything that was typed, as one.
 */
const TIER = `CASE WHEN title_words = $1 || ' ' OR code_words = $1 || ' ' THEN 0 WHEN title_words LIKE $1 || '%' THEN 1
  WHEN title_words LIKE '%' || $1 || '%' THEN 2 ELSE 3 END`;
/** The name that answered, where it is not the title. */
const ALSO_CALLED = `(SELECT name FROM unnest(synonyms) AS name WHERE title_words NOT LIKE '%' || $1 || '%'
  AND search_words(name) LIKE '%' || $1 || '%' ORDER BY length(name) LIMIT 1)`;
const SHOWN = `kind, id, title, context, code, ${ALSO_CALLED} AS "alsoCalled"`;

/** Finds what was published, by the words that people use for it. */
@Injectable()
export class SearchService {
  async suggest(viewer: Viewer, typed: string): Promise<SearchHit[]> {
    const words = await this.understood(viewer, typed);
    if (words.length === 0) return [];
    const found = await this.best(viewer, words, exactly(words));
    if (found.length > 0) return found.map((hit) => ({ ...hit, nearly: false }));
    const near = await this.nearly(viewer, words);
    return near ? (await this.best(viewer, words, near)).map((hit) => ({ ...hit, nearly: true })) : [];
  }

  async page(viewer: Viewer, input: PageInput & Asked): Promise<Page<SearchHit>> {
    const { words, condition, nearly } = await this.conditionFor(viewer, input.words);
    const chosen = condition.and(input);
    const [tier, weight, title, id] = readCursor(input.after) ?? [];
    const from =
      id === undefined || !isId(id) || !/^[0-3]$/.test(tier ?? '') || !/^-?\d{1,9}$/.test(weight ?? '')
        ? null
        : [Number(tier), -Number(weight), title, id];
    const parameters = [...chosen.parameters];
    const add = (value: unknown) => `$${parameters.push(value)}`;
    const later = from ? `(tier, -weight, title, id) > (${from.map(add).join(', ')}::uuid)` : 'true';
    const [counted] = await viewer.tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM search_entry WHERE $1::text IS NOT NULL AND ${chosen.sql}`,
      [...chosen.parameters],
    );
    const rows = await viewer.tx.query<SearchHit & { tier: number; weight: number }>(
      `WITH hit AS (SELECT *, ${TIER} AS tier FROM search_entry WHERE ${chosen.sql})
       SELECT ${SHOWN}, tier, weight FROM hit WHERE ${later}
       ORDER BY tier, weight DESC, title, id LIMIT ${add(limitOf(input))}`,
      parameters,
    );
    const total = words.length === 0 ? 0 : (counted?.n ?? 0);
    return pageOf(
      rows.map((row) => ({ ...row, nearly })),
      input,
      total,
      (row) => [String(row.tier), String(row.weight), row.title, row.id],
    );
  }

  async facets(viewer: Viewer, typed: string): Promise<SearchFacet[]> {
    const { condition } = await this.conditionFor(viewer, typed);
    return viewer.tx.query<SearchFacet>(
      `SELECT kind, source_id AS "sourceId", coalesce(max(framework.title), max(catalogue.name), max(context)) AS source, count(*)::int AS count
       FROM search_entry LEFT JOIN (SELECT id AS framework_id, title FROM skill_framework) framework ON framework.framework_id = source_id
       LEFT JOIN (SELECT id AS catalogue_id, name FROM course_catalogue) catalogue ON catalogue.catalogue_id = source_id
       WHERE $1::text IS NOT NULL AND ${condition.sql} GROUP BY kind, source_id ORDER BY kind, count DESC, source`,
      condition.parameters,
    );
  }

  /** What answers exactly, and where nothing does, what answers to the words as they were probably meant. */
  private async conditionFor(
    viewer: Viewer,
    typed: string,
  ): Promise<{ words: string[]; condition: Condition; nearly: boolean }> {
    const words = await this.understood(viewer, typed);
    if (words.length === 0) return { words, condition: new Condition([''], ['false']), nearly: false };
    const condition = exactly(words);
    const [any] = await viewer.tx.query<{ any: boolean }>(
      `SELECT EXISTS (SELECT FROM search_entry WHERE $1::text IS NOT NULL AND ${condition.sql}) AS any`,
      condition.parameters,
    );
    const near = any?.any ? null : await this.nearly(viewer, words);
    return { words, condition: near ?? condition, nearly: near !== null };
  }

  /** The best few of each kind. Chosen by few columns; only what is shown is read whole. */
  private best(viewer: Viewer, words: string[], { sql, parameters }: Condition): Promise<Omit<SearchHit, 'nearly'>[]> {
    return viewer.tx.query(
      `WITH hit AS (SELECT kind, id, weight, title_words AS name, ${TIER} AS tier FROM search_entry WHERE ${sql}),
        placed AS (SELECT kind, id, row_number() OVER (PARTITION BY kind ORDER BY tier, weight DESC, name, id) AS place FROM hit),
        -- The limit changes nothing but what the planner expects: else it reads every entry to join these few.
        best AS (SELECT * FROM placed WHERE place <= ${SUGGESTED} LIMIT ${SUGGESTED * KINDS})
       SELECT ${SHOWN} FROM best JOIN search_entry USING (kind, id) ORDER BY kind, place`,
      parameters,
    );
  }

  /** The words as entries have them: lower case, without accents and punctuation. */
  private async understood(viewer: Viewer, typed: string): Promise<string[]> {
    const text = typed.slice(0, MOST_CHARACTERS);
    const plain = ASCII.test(text)
      ? text.toLowerCase().replace(PUNCTUATION, ' ')
      : (await viewer.tx.query<{ words: string }>('SELECT search_words($1) AS words', [text]))[0]?.words;
    return (plain ?? '').split(' ').filter(Boolean).slice(0, MOST_WORDS);
  }

  /** The same with each word that begins no known word replaced by those that are nearest; null where one has none. */
  private async nearly(viewer: Viewer, words: string[]): Promise<Condition | null> {
    const rows = await viewer.tx.query<{ known: boolean; near: string[] }>(
      `SELECT EXISTS (SELECT FROM search_word WHERE word LIKE asked || '%') AS known,
         ARRAY(SELECT word FROM search_word WHERE word % asked ORDER BY similarity(word, asked) DESC, word LIMIT 3) AS near
       FROM unnest($1::text[]) WITH ORDINALITY AS typed (asked, place) ORDER BY place`,
      [words],
    );
    const meant = words.map((word, place) => (rows[place]?.known ? [word] : (rows[place]?.near ?? [])));
    if (meant.some((each) => each.length === 0)) return null;
    const condition = new Condition([` ${meant.map(([first]) => first).join(' ')}`]);
    for (const each of meant)
      condition.sqls.push(`(${each.map((word) => `words LIKE ${condition.add(`% ${word}%`)}`).join(' OR ')})`);
    return condition;
  }
}

// As the database does it (`search_words`), for what needs none of its knowledge of accents.
const ASCII = /^[\x20-\x7e]*$/;
const PUNCTUATION = /[\s!"$%&'()*,./:;<=>?@[\]\\^_`{|}~-]+/g;

/** Part of a WHERE, with its parameters; `$1` is everything that was typed, as one. */
class Condition {
  constructor(
    readonly parameters: unknown[],
    readonly sqls: string[] = [],
  ) {}

  get sql(): string {
    return this.sqls.join(' AND ');
  }

  add(value: unknown): string {
    return `$${this.parameters.push(value)}`;
  }

  and({ kind, sourceId }: Partial<Asked>): Condition {
    const narrowed = new Condition([...this.parameters], [...this.sqls]);
    if (kind) narrowed.sqls.push(`kind = ${narrowed.add(kind)}`);
    if (sourceId) narrowed.sqls.push(`source_id = ${narrowed.add(isId(sourceId) ? sourceId : null)}::uuid`);
    return narrowed;
  }
}

/** Every word begins a word of the entry, in whatever order. */
function exactly(words: string[]): Condition {
  const condition = new Condition([` ${words.join(' ')}`]);
  const [only] = words;
  if (words.length === 1 && only && only.length <= SHORT)
    condition.sqls.push(`title_words LIKE ${condition.add(` ${only}%`)}`);
  else for (const word of words) condition.sqls.push(`words LIKE ${condition.add(`% ${word}%`)}`);
  return condition;
}
