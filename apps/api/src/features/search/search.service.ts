import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '../../platform/graphql/connection.js';
import type { SearchKind } from './search-entry.entity.js';
import './search.policy.js';

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

/**
 * How well the name itself answers: the whole of it, its beginning, a word in it, or only another name.
 * `$1` is everything that was typed, as one.
 */
const TIER = `CASE WHEN title_words = $1 || ' ' OR search_words(code) = $1 || ' ' THEN 0 WHEN title_words LIKE $1 || '%' THEN 1
  WHEN title_words LIKE '%' || $1 || '%' THEN 2 ELSE 3 END`;
/** The name that answered, where it is not the title. */
const ALSO_CALLED = `(SELECT name FROM unnest(synonyms) AS name WHERE title_words NOT LIKE '%' || $1 || '%'
  AND search_words(name) LIKE '%' || $1 || '%' ORDER BY length(name) LIMIT 1)`;
const SHOWN = `kind, id, title, context, code, ${ALSO_CALLED} AS "alsoCalled"`;

/** Finds what was published, by the words that people use for it. */
@Injectable()
export class SearchService {
  async suggest(viewer: Viewer, words: string): Promise<SearchHit[]> {
    const asked = await this.understood(viewer, words);
    if (!asked) return [];
    const { condition, parameters } = conditionFor(asked);
    const found = await viewer.tx.query<SearchHit>(
      `WITH hit AS (SELECT *, ${TIER} AS tier FROM search_entry WHERE ${condition}),
        best AS (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY tier, weight DESC, title, id) AS place FROM hit)
       SELECT ${SHOWN}, false AS nearly FROM best WHERE place <= ${SUGGESTED} ORDER BY kind, place`,
      parameters,
    );
    return found.length > 0 ? found : this.nearly(viewer, asked, SUGGESTED);
  }

  async page(viewer: Viewer, input: PageInput & Asked): Promise<Page<SearchHit>> {
    const none = { edges: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } };
    const asked = await this.understood(viewer, input.words);
    if (!asked) return none;
    const { condition, parameters } = conditionFor(asked, input);
    const [counted] = await viewer.tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM search_entry WHERE $1::text IS NOT NULL AND ${condition}`,
      parameters,
    );
    if (counted?.n === 0) {
      const near = input.after ? [] : await this.nearly(viewer, asked, limitOf(input) - 1, input);
      return pageOf(near, input, near.length, ({ id }) => [id]);
    }
    const [tier, weight, title, id] = readCursor(input.after) ?? [];
    const from = (value: unknown) => `$${parameters.push(value)}`;
    const later =
      id === undefined || !isId(id) || !/^[0-3]$/.test(tier ?? '') || !/^-?\d{1,9}$/.test(weight ?? '')
        ? 'true'
        : `(tier, -weight, title, id) > (${from(Number(tier))}, ${from(-Number(weight))}, ${from(title)}, ${from(id)}::uuid)`;
    const rows = await viewer.tx.query<SearchHit & { tier: number; weight: number }>(
      `WITH hit AS (SELECT *, ${TIER} AS tier FROM search_entry WHERE ${condition})
       SELECT ${SHOWN}, false AS nearly, tier, weight FROM hit WHERE ${later}
       ORDER BY tier, weight DESC, title, id LIMIT ${from(limitOf(input))}`,
      parameters,
    );
    return pageOf(rows, input, counted?.n ?? 0, (row) => [String(row.tier), String(row.weight), row.title, row.id]);
  }

  async facets(viewer: Viewer, words: string): Promise<SearchFacet[]> {
    const asked = await this.understood(viewer, words);
    if (!asked) return [];
    const { condition, parameters } = conditionFor(asked);
    const found = await viewer.tx.query<SearchFacet>(
      `SELECT kind, source_id AS "sourceId", max(coalesce(source.title, context)) AS source, count(*)::int AS count
       FROM search_entry LEFT JOIN LATERAL (SELECT framework.title FROM skill_framework framework WHERE framework.id = source_id) source ON true
       WHERE $1::text IS NOT NULL AND ${condition} GROUP BY kind, source_id ORDER BY kind, count DESC, source`,
      parameters,
    );
    if (found.length > 0) return found;
    const near = await this.nearly(viewer, asked, SUGGESTED);
    const kinds = [...new Set(near.map((hit) => hit.kind))];
    return kinds.map((kind) => ({
      kind,
      sourceId: near.find((hit) => hit.kind === kind)?.id ?? '',
      source: '',
      count: near.filter((hit) => hit.kind === kind).length,
    }));
  }

  /** The words as entries have them; null when nothing is left that could be looked for. */
  private async understood(viewer: Viewer, words: string): Promise<string | null> {
    const typed = words.trim().slice(0, MOST_CHARACTERS);
    if (!typed) return null;
    const [row] = await viewer.tx.query<{ asked: string }>('SELECT rtrim(search_words($1)) AS asked', [typed]);
    return row?.asked.trim() ? row.asked : null;
  }

  private nearly(
    viewer: Viewer,
    asked: string,
    most: number,
    { kind, sourceId }: Partial<Asked> = {},
  ): Promise<SearchHit[]> {
    return viewer.tx.query<SearchHit>(
      `SELECT kind, id, title, context, code, NULL AS "alsoCalled", true AS nearly FROM search_nearly($1)
       WHERE ($3::text IS NULL OR kind = $3) AND ($4::uuid IS NULL OR source_id = $4)
       ORDER BY word_similarity($1, title_words) DESC, word_similarity($1, words) DESC, weight DESC, title, id LIMIT $2`,
      [asked.trim(), most, kind ?? null, sourceId && isId(sourceId) ? sourceId : null],
    );
  }
}

/** Every word begins a word of the entry, in whatever order. */
function conditionFor(
  asked: string,
  { kind, sourceId }: Partial<Asked> = {},
): { condition: string; parameters: unknown[] } {
  const parameters: unknown[] = [asked];
  const add = (value: unknown) => `$${parameters.push(value)}`;
  const each = asked.trim().split(' ').slice(0, MOST_WORDS);
  const where = each.map((word) => `words LIKE ${add(`% ${word}%`)}`);
  if (kind) where.push(`kind = ${add(kind)}`);
  if (sourceId) where.push(`source_id = ${add(isId(sourceId) ? sourceId : null)}::uuid`);
  return { condition: where.join(' AND '), parameters };
}
