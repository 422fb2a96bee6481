import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { csvLine } from '../../platform/export/spreadsheet-safe.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { isId } from '../../platform/database/id.js';
import { type Band, otherwise, rangeOf, toldCountSql, toldDemand, toldGapSql } from './suppression.rules.js';

export const PROOFS = ['NONE', 'DRAFT', 'PUBLISHED'] as const;
export type NeedProof = (typeof PROOFS)[number];
export const NEED_ORDERS = ['GAP', 'PEOPLE', 'LEVELS', 'NAME'] as const;
export type NeedOrder = (typeof NEED_ORDERS)[number];

/** One skill beside what the business asks of it. Numbers of people as far as they can be told: decision 049. */
export interface SkillNeed {
  skillId: string;
  name: string;
  framework: string;
  /** Levels of job roles of published frameworks that ask for it. */
  levels: number;
  /** People whose own job asks for it today. Null: fewer than five. */
  people: number | null;
  /** Of those, verified at the level that their own job asks; the gap is the others. */
  met: number | null;
  gap: number | null;
  /** Why those two are not told; null where they are. */
  band: Band | null;
  /** People verified at any level. */
  holders: number | null;
  holdersBand: Band | null;
  /** Whether something can be earned that proves it. */
  proof: NeedProof;
  notes: number;
}

/** As it is counted: what of that can be told is worked out from it. */
interface Counted extends Pick<SkillNeed, 'skillId' | 'name' | 'framework' | 'levels' | 'proof' | 'notes'> {
  people: number;
  met: number;
  holders: number;
  /** By which it stands in the list: nothing that is not told. */
  ahead: number;
}

export interface NeedFilter {
  search?: string | null;
  frameworkId?: string | null;
  proof?: NeedProof | null;
  noted?: boolean | null;
  order?: NeedOrder | null;
}

/** By how much a row is ahead; the name breaks ties. */
const AHEAD: Record<NeedOrder, string> = {
  GAP: toldGapSql('people', 'met'),
  PEOPLE: toldCountSql('people'),
  LEVELS: 'levels',
  NAME: '0',
};
const MOST_EXPORTED = 20_000;

/** Which skills the business needs, before anybody designs for them. */
@Injectable()
export class NeedsService {
  /** One statement. Numbers about everybody, for those who plan for everybody; for others there is nothing. */
  async page(viewer: Viewer, input: PageInput & NeedFilter): Promise<Page<SkillNeed>> {
    const order = input.order ?? 'GAP';
    const [ahead, name, id] = readCursor(input.after) ?? [];
    const after =
      /^-?\d{1,9}$/.test(ahead ?? '') && id !== undefined && isId(id) ? { ahead: Number(ahead), name, id } : null;
    const { rows, total } = await this.read(viewer, input, order, after, limitOf(input));
    const page = pageOf(rows, input, total, (need) => [String(need.ahead), need.name.toLowerCase(), need.skillId]);
    return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: needOf(node) })) };
  }

  /** What the page shows under the same filters, as a file. */
  async csv(viewer: Viewer, filter: NeedFilter): Promise<string> {
    const { rows } = await this.read(viewer, filter, filter.order ?? 'GAP', null, MOST_EXPORTED);
    const lines = rows
      .map(needOf)
      .map((need) =>
        csvLine([
          ...[need.name, need.framework, need.levels, need.people ?? rangeOf('FEW', null)],
          need.met ?? rangeOf(need.band, need.people),
          need.gap ?? rangeOf(otherwise(need.band), need.people),
          need.holders ?? rangeOf(need.holdersBand, null),
          ...[need.proof, need.notes],
        ]),
      );
    const head = [
      ...['Skill', 'Framework', 'Levels that ask', 'People whose job asks', 'Verified at the level asked', 'Gap'],
      ...['Verified at any level', 'Achievement', 'Notes'],
    ];
    return csvLine(head) + lines.join('');
  }

  private async read(
    viewer: Viewer,
    filter: NeedFilter,
    order: NeedOrder,
    after: { ahead: number; name: string | undefined; id: string } | null,
    limit: number,
  ): Promise<{ rows: Counted[]; total: number }> {
    if (!viewer.mayEverywhere('achievement.design')) return { rows: [], total: 0 };
    const [found] = await viewer.tx.query<{ rows: Counted[]; total: number }>(needs(AHEAD[order]), [
      viewer.now,
      searchPattern(filter.search),
      filter.frameworkId && isId(filter.frameworkId) ? filter.frameworkId : null,
      filter.proof ?? null,
      filter.noted ?? false,
      after?.ahead ?? null,
      after?.name ?? '',
      after?.id ?? null,
      limit,
    ]);
    return found ?? { rows: [], total: 0 };
  }
}

function needOf({ people, met, holders, ...row }: Counted): SkillNeed {
  const { of, part, ...told } = toldDemand(people, met, holders);
  return { ...row, ...told, people: of, met: part, gap: of === null || part === null ? null : of - part };
}

const needs = (ahead: string) => `
  WITH asked AS (
    SELECT asks.skill_id, count(DISTINCT asks.job_role_level_id)::int AS levels FROM job_role_requirement asks
    JOIN skill_framework framework ON framework.id = asks.framework_id AND framework.state = 'PUBLISHED' GROUP BY 1
  ), proved AS (
    SELECT awards.skill_id, bool_or(version.state = 'PUBLISHED') AS published
    FROM awarded_skill awards JOIN achievement_version version ON version.id = awards.achievement_version_id
    WHERE version.state IN ('PUBLISHED', 'DRAFT') GROUP BY 1
  ), noted AS (
    SELECT each AS skill_id, count(*)::int AS notes FROM strategy_note, unnest(skill_ids) AS each GROUP BY 1
  ), need AS (
    SELECT revision.skill_id AS "skillId", revision.name, framework.title AS framework, coalesce(asked.levels, 0) AS levels,
      coalesce(count.people, 0) AS people, coalesce(count.met, 0) AS met,
      CASE WHEN proved.published THEN 'PUBLISHED' WHEN proved.skill_id IS NOT NULL THEN 'DRAFT' ELSE 'NONE' END AS proof,
      coalesce(noted.notes, 0) AS notes
    FROM skill_framework framework JOIN skill_revision revision ON revision.framework_id = framework.id
    LEFT JOIN asked USING (skill_id) LEFT JOIN proved USING (skill_id) LEFT JOIN noted USING (skill_id)
    LEFT JOIN app_skills_wanted($1) count USING (skill_id)
    -- What nobody asks for, holds or expects is no need.
    WHERE framework.state = 'PUBLISHED' AND ($3::uuid IS NULL OR framework.id = $3)
      AND (asked.levels > 0 OR count.people > 0 OR count.held OR noted.notes > 0)
  ), found AS MATERIALIZED (
    SELECT *, ${ahead} AS ahead FROM need WHERE ($2::text IS NULL OR name ILIKE $2) AND ($4::text IS NULL OR proof = $4)
      AND (NOT $5::boolean OR notes > 0)
  ), page AS (
    SELECT * FROM found WHERE $6::int IS NULL OR (-ahead, lower(name), "skillId") > (-$6::int, $7, $8::uuid)
    ORDER BY ahead DESC, lower(name), "skillId" LIMIT $9
  ), told AS (
    SELECT page.*, coalesce(holding.holders, 0) AS holders FROM page
    LEFT JOIN app_skill_holders($1, ARRAY(SELECT "skillId" FROM page)) holding ON holding.skill_id = page."skillId"
  )
  SELECT coalesce((SELECT jsonb_agg(told ORDER BY ahead DESC, lower(name), "skillId") FROM told), '[]') AS rows,
    (SELECT count(*)::int FROM found) AS total`;
