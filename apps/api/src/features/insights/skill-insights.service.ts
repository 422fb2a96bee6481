import { THRESHOLDS } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { benchOf } from './figures.rules.js';
import { type Insights, InsightsService, isKept, type PeriodWish, plansFor } from './insights.service.js';
import {
  type Band,
  tellable,
  tellableGroups,
  type ToldDemand,
  toldDemand,
  toldGapSql,
  toldPart,
  toldParts,
} from './suppression.rules.js';

export interface SkillSupply extends ToldDemand {
  skillId: string;
  name: string;
}

export interface UnitCoverage {
  unitId: string;
  name: string;
  depth: number;
  people: number | null;
  of: number | null;
  part: number | null;
  band: Band | null;
}

export interface SuccessionDepth {
  jobRoleLevelId: string;
  name: string;
  there: number | null;
  ready: number | null;
  band: Band | null;
}

interface Counted {
  skillId: string;
  name: string;
  asked: number;
  met: number;
  holders: number;
  /** By which it stands in the list: nothing that is not told. */
  gap: number;
}

interface UnitRow {
  id: string;
  parentId: string | null;
  name: string;
  people: number;
  of: number;
  part: number;
}

interface SuccessionRow {
  id: string;
  name: string;
  there: number;
  ready: number;
  others: number;
}

const MOST_LEVELS = 300;

/** Skills, units and job role levels beside what is verified. */
@Injectable()
export class SkillInsightsService {
  constructor(private readonly insights: InsightsService) {}

  /** Skills that jobs ask for, the largest gaps first. */
  async supply(
    viewer: Viewer,
    wish: PeriodWish,
    input: PageInput & { search?: string | null },
  ): Promise<Page<SkillSupply>> {
    if (!plansFor(viewer)) return pageOf<SkillSupply>([], input, 0, () => []);
    const [gap, name, id] = readCursor(input.after) ?? [];
    const after = /^-?\d{1,9}$/.test(gap ?? '') && id !== undefined && isId(id) ? { gap: Number(gap), name, id } : null;
    const { asOf } = this.insights.span(viewer, wish);
    const [found] = await viewer.tx.query<{ rows: Counted[]; total: number }>(supply(isKept(viewer, asOf)), [
      asOf,
      searchPattern(input.search),
      after?.gap ?? null,
      after?.name ?? '',
      after?.id ?? null,
      limitOf(input),
    ]);
    const page = pageOf(found?.rows ?? [], input, found?.total ?? 0, (row) => [
      String(row.gap),
      row.name.toLowerCase(),
      row.skillId,
    ]);
    return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: supplyOf(node) })) };
  }

  /** By unit with everybody below it: of one skill, or of everything that each job asks. */
  async byUnit(viewer: Viewer, wish: PeriodWish, ofSkill: string | null | undefined): Promise<UnitCoverage[]> {
    const skillId = ofSkill ?? null;
    if (!plansFor(viewer) || (skillId !== null && !isId(skillId))) return [];
    const { asOf } = this.insights.span(viewer, wish);
    const rows = await viewer.tx.query<UnitRow>(byUnit(isKept(viewer, asOf)), [asOf, skillId]);
    const told = skillId === null ? toldRequirements(rows) : toldPeople(rows);
    return inOrder(rows).map(({ row, depth }) => ({
      ...{ unitId: row.id, name: row.name, depth },
      ...(told.get(row.id) ?? { people: null, of: null, part: null, band: 'HIDDEN' as const }),
    }));
  }

  /** Levels that somebody works at, those without anybody ready first. */
  async succession(viewer: Viewer, wish: PeriodWish): Promise<SuccessionDepth[]> {
    if (!plansFor(viewer)) return [];
    const rows = await this.successors(viewer, this.insights.span(viewer, wish).asOf);
    return rows.slice(0, MOST_LEVELS).map(({ id, name, there, ready, others }) => {
      const told = toldPart(ready, others);
      return { jobRoleLevelId: id, name, there: tellable(there) ? there : null, ready: told.part, band: told.band };
    });
  }

  /** For how many of these levels two others or more are ready. */
  async bench(viewer: Viewer, wish: PeriodWish): Promise<Insights> {
    const span = this.insights.span(viewer, wish);
    const { from, until } = span;
    if (!plansFor(viewer)) return { from, until, figures: [] };
    const rows = await this.successors(viewer, span.asOf);
    const people = rows[0] ? rows[0].there + rows[0].others : 0;
    const ready = rows.map((row) => row.ready);
    return { from, until, figures: rows.length === 0 ? [] : [benchOf('BENCH', ready, people)] };
  }

  /** Two questions of one request are about the same. */
  private async successors(viewer: Viewer, asOf: Date): Promise<readonly SuccessionRow[]> {
    const load = async (days: readonly string[]) =>
      new Map(
        await Promise.all(
          days.map(
            async (day) => [day, await viewer.tx.query<SuccessionRow>(SUCCESSION, [day, THRESHOLDS.ready])] as const,
          ),
        ),
      );
    return (await viewer.load('insight-succession', asOf.toISOString(), load)) ?? [];
  }
}

function supplyOf({ skillId, name, asked, met, holders }: Counted): SkillSupply {
  return { skillId, name, ...toldDemand(asked, met, holders) };
}

type ToldUnit = Pick<UnitCoverage, 'people' | 'of' | 'part' | 'band'>;

/** Of one skill a requirement is a person: how many of them meet it, as far as that can be told. */
function toldPeople(rows: readonly UnitRow[]): Map<string, ToldUnit> {
  return new Map([...toldParts(rows)].map(([id, told]) => [id, { ...told, people: told.of }]));
}

/** Requirements are nobody's own as long as the people behind them are enough. */
function toldRequirements(rows: readonly UnitRow[]): Map<string, ToldUnit> {
  const shown = tellableGroups(rows.map(({ people, ...group }) => ({ ...group, counts: [people] })));
  const below = (id: string): UnitRow[] => rows.filter((row) => row.id === id || row.parentId === id);
  const all = (id: string): UnitRow[] => below(id).flatMap((row) => (row.id === id ? [row] : all(row.id)));
  const sum = (of: readonly UnitRow[], count: (row: UnitRow) => number) =>
    of.reduce((total, row) => total + count(row), 0);
  return new Map(
    rows.map(({ id }): [string, ToldUnit] => {
      if (!shown.has(id)) return [id, { people: null, of: null, part: null, band: 'HIDDEN' }];
      const inside = all(id);
      return [
        id,
        {
          people: sum(inside, ({ people }) => people),
          of: sum(inside, (row) => row.of),
          part: sum(inside, (row) => row.part),
          band: null,
        },
      ];
    }),
  );
}

/** Each unit below the one it belongs to. */
function inOrder(rows: readonly UnitRow[]): { row: UnitRow; depth: number }[] {
  const below = (parentId: string | null, depth: number): { row: UnitRow; depth: number }[] =>
    rows.filter((row) => row.parentId === parentId).flatMap((row) => [{ row, depth }, ...below(row.id, depth + 1)]);
  return below(null, 0);
}

const SKILLS_COUNTED = `
  SELECT "skillId", count(needed)::int AS asked, (count(*) FILTER (WHERE held >= needed))::int AS met, count(held)::int AS holders
  FROM app_insight_standing($1, NULL) GROUP BY 1`;
/** Those who left are few and read once; everybody else would be looked up for each skill that they hold. */
const HELD_NOW = `FROM verified_level level
  WHERE level.person_id NOT IN (SELECT id FROM person WHERE NOT person.active OR person.last_day < $1::date)
    AND level.stands_from <= $1 AND level.counts_until > $1`;
/** Who holds a skill is counted where it is shown: see the page. */
const SKILLS_KEPT = `
  SELECT skill_id AS "skillId", asked, met, 0 AS holders FROM asked_of
  UNION ALL
  SELECT skill.id, 0, 0, 0 FROM skill CROSS JOIN LATERAL (
    SELECT FROM verified_level level WHERE level.skill_id = skill.id AND level.stands_from <= $1 AND level.counts_until > $1 LIMIT 1) held
  WHERE skill.id NOT IN (SELECT skill_id FROM asked_of)`;

const supply = (kept: boolean) => `
  WITH asked_of AS (
    SELECT skill_id, (sum(change) FILTER (WHERE kind = 'ASKED'))::int AS asked,
      coalesce((sum(change) FILTER (WHERE kind = 'MET'))::int, 0) AS met
    FROM unit_change WHERE at <= $1 AND kind <> 'THERE' GROUP BY 1 HAVING sum(change) FILTER (WHERE kind = 'ASKED') > 0
  ), pair AS (${kept ? SKILLS_KEPT : SKILLS_COUNTED}),
  named AS MATERIALIZED (
    SELECT DISTINCT ON (revision.skill_id) revision.skill_id, revision.name
    FROM skill_revision revision JOIN skill_framework framework ON framework.id = revision.framework_id
    ORDER BY revision.skill_id, framework.published_at DESC NULLS LAST, revision.id DESC
  ), found AS MATERIALIZED (
    SELECT pair.*, named.name, ${toldGapSql('pair.asked', 'pair.met')} AS gap FROM pair JOIN named ON named.skill_id = pair."skillId"
    WHERE $2::text IS NULL OR named.name ILIKE $2
  ), page AS (
    SELECT * FROM found WHERE $3::int IS NULL OR (-gap, lower(name), "skillId") > (-$3::int, $4, $5::uuid)
    ORDER BY gap DESC, lower(name), "skillId" LIMIT $6
  ), told AS (
    SELECT "skillId", asked, met, name, gap, ${kept ? `(SELECT count(DISTINCT level.person_id)::int ${HELD_NOW} AND level.skill_id = page."skillId")` : 'holders'} AS holders
    FROM page
  )
  SELECT coalesce((SELECT jsonb_agg(told ORDER BY gap DESC, lower(name), "skillId") FROM told), '[]') AS rows,
    (SELECT count(*)::int FROM found) AS total`;

const UNITS_COUNTED = `
  SELECT "unitId", count(DISTINCT "personId")::int AS people, count(*)::int AS "of", (count(*) FILTER (WHERE held >= needed))::int AS part
  FROM app_insight_standing($1, $2) WHERE needed IS NOT NULL AND "unitId" IS NOT NULL GROUP BY 1`;
/** Requirements are kept; of how many people they are follows from their jobs. */
const UNITS_KEPT = `
  SELECT kept.*, CASE WHEN $2::uuid IS NULL THEN asked.people ELSE kept."of" END AS people FROM (
    SELECT unit_id AS "unitId", (sum(change) FILTER (WHERE kind = 'ASKED'))::int AS "of",
      coalesce((sum(change) FILTER (WHERE kind = 'MET'))::int, 0) AS part
    FROM unit_change WHERE at <= $1 AND kind <> 'THERE' AND ($2::uuid IS NULL OR skill_id = $2) AND unit_id IS NOT NULL GROUP BY 1) kept
  LEFT JOIN (
    SELECT job.org_unit_id AS "unitId", count(*)::int AS people
    FROM employment job JOIN person ON person.id = job.person_id AND person.active AND (person.last_day IS NULL OR person.last_day >= $1::date)
    WHERE $2::uuid IS NULL AND job.is_primary AND job.starts_on <= $1::date AND (job.ends_on IS NULL OR job.ends_on >= $1::date)
      AND job.job_role_level_id IN (SELECT job_role_level_id FROM job_role_requirement) GROUP BY 1) asked USING ("unitId")
  WHERE kept."of" > 0`;

const byUnit = (kept: boolean) => `
  WITH count AS (${kept ? UNITS_KEPT : UNITS_COUNTED})
  SELECT unit.id, unit.parent_id AS "parentId", unit.name, coalesce(count.people, 0) AS people, coalesce(count."of", 0) AS "of",
    coalesce(count.part, 0) AS part
  FROM org_unit unit LEFT JOIN count ON count."unitId" = unit.id ORDER BY lower(unit.name), unit.id`;

const SUCCESSION = `
  SELECT level."levelId" AS id, role.name || CASE WHEN rung.name = role.name THEN '' ELSE ', ' || rung.name END AS name,
    level.there, level.ready, level.others
  FROM app_insight_succession($1, $2) level JOIN job_role_level rung ON rung.id = level."levelId"
  JOIN job_role role ON role.id = rung.role_id
  ORDER BY level.ready, lower(role.name), rung."order", rung.id`;
