import { THRESHOLDS } from '@assay/pathway';
import type { TestClient } from './api.js';
import {
  type AskedOf,
  askedAt,
  bestAt,
  DAY,
  type Facts,
  lasts,
  levelAt,
  type Look,
  shareOf,
  stood,
  told,
  type Worked,
} from './facts.js';

/** Insights are of today, or of the end of a month past. */
function endOf({ days }: Look): { until: string | null; asOf: Date } {
  if (days === 0) return { until: null, asOf: new Date() };
  const then = new Date(Date.now() + days * DAY);
  const end = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth(), 1) - 1);
  return { until: end.toISOString().slice(0, 10), asOf: end };
}
const meets = (facts: Facts, asOf: Date) => (row: AskedOf) =>
  levelAt(facts, row.personId, row.skillId, asOf) >= row.level;
const inside = (facts: Facts, unitId: string | null, above: string): boolean =>
  unitId !== null && (unitId === above || inside(facts, facts.parents.get(unitId) ?? null, above));

/** What jobs ask of each skill, who meets it and who holds it. */
export async function supply(look: Look): Promise<Worked> {
  const { until, asOf } = endOf(look);
  const { skillSupply } = await look.planner.query<{
    skillSupply: { edges: { node: { skillId: string } & Record<'of' | 'part' | 'holders', number | null> }[] };
  }>('query($until: Date) { skillSupply(first: 100, until: $until) { edges { node { skillId of part holders } } } }', {
    until,
  });
  return (facts) => {
    const asked = askedAt(facts, asOf);
    return skillSupply.edges.flatMap(({ node }) => {
      const rows = asked.filter(({ skillId }) => skillId === node.skillId);
      const holders = look.people.filter((personId) => levelAt(facts, personId, node.skillId, asOf) > 0).length;
      const met = rows.filter(meets(facts, asOf)).length;
      return [...told(node.of, rows.length), ...told(node.part, met), ...told(node.holders, holders)];
    });
  };
}

/** How far each unit is covered, by everything that jobs ask and by single skills. */
export async function units(look: Look): Promise<Worked> {
  const { until, asOf } = endOf(look);
  const skills = [null, ...new Set(look.facts.asks.map(({ skillId }) => skillId))].slice(0, 6);
  const shown: {
    skillId: string | null;
    rows: ({ unitId: string } & Record<'of' | 'part' | 'people', number | null>)[];
  }[] = [];
  for (const skillId of skills) {
    const { unitCoverage: rows } = await look.planner.query<{ unitCoverage: (typeof shown)[number]['rows'] }>(
      'query($until: Date, $skillId: ID) { unitCoverage(until: $until, skillId: $skillId) { unitId of part people } }',
      { until, skillId },
    );
    shown.push({ skillId, rows });
  }
  return (facts) => {
    const asked = askedAt(facts, asOf);
    return shown.flatMap(({ skillId, rows }) =>
      rows.flatMap(({ unitId, of, part, people }) => {
        const here = asked.filter(
          (row) => inside(facts, row.unitId, unitId) && (skillId === null || row.skillId === skillId),
        );
        return [
          ...told(of, here.length),
          ...told(part, here.filter(meets(facts, asOf)).length),
          ...told(people, new Set(here.map(({ personId }) => personId)).size),
        ];
      }),
    );
  };
}

type Figures = { from: string; until: string; figures: { key: string; part: number | null; of: number | null }[] };
const askFigures = async (by: TestClient, what: string, until: string | null) => {
  const answer = await by.query<Record<string, Figures>>(
    `query($until: Date) { ${what}(until: $until) { from until figures { key part of } } }`,
    { until },
  );
  const { figures: each, from, until: last } = answer[what] as Figures;
  return { from, until: last, by: new Map(each.map((figure) => [figure.key, figure])) };
};
const rowsBehind = async (by: TestClient, key: string, variables: object) =>
  (
    await by.query<{ insightRows: { totalCount: number } }>(
      'query($key: InsightRowsKey!, $skillId: ID, $unitId: ID, $until: Date) { insightRows(key: $key, skillId: $skillId, unitId: $unitId, until: $until, first: 1) { totalCount } }',
      { key, ...variables },
    )
  ).insightRows.totalCount;

/** How far everything is covered and what ends soon, and how many rows open behind that. */
export async function figures(look: Look): Promise<Worked> {
  const { until, asOf } = endOf(look);
  const shown = await askFigures(look.planner, 'peopleInsights', until);
  const rows = new Map<string, number>();
  for (const key of ['UNCOVERED', 'THIN_COVER', 'EXPIRING_90', 'EXPIRING_180'])
    rows.set(key, await rowsBehind(look.planner, key, { until }));
  return (facts) => {
    const asked = askedAt(facts, asOf);
    const met = asked.filter(meets(facts, asOf));
    const skills = [...new Set(asked.map(({ skillId }) => skillId))];
    const metOf = skills.map((id) => met.filter(({ skillId }) => skillId === id).length);
    const ends = look.people.flatMap((personId) => {
      const own = new Set(facts.held.filter((each) => each.personId === personId).map(({ skillId }) => skillId));
      const best = [...own].flatMap((skillId) => bestAt(facts, personId, skillId, asOf) ?? []);
      return best.length === 0 ? [] : [Math.min(...best.map(lasts))];
    });
    const within = (days: number) => ends.filter((end) => end <= asOf.getTime() + days * DAY).length;
    const worked: Record<string, [part: number, of: number]> = {
      COMPETENCY: [met.length, asked.length],
      UNCOVERED: [metOf.filter((count) => count === 0).length, skills.length],
      THIN_COVER: [metOf.filter((count) => count >= 1 && count <= 4).length, skills.length],
      EXPIRING_90: [within(90), ends.length],
      EXPIRING_180: [within(180), ends.length],
    };
    return Object.entries(worked).flatMap(([key, [part, of]]) => {
      const figure = shown.by.get(key);
      return [...told(figure?.part, part), ...told(figure?.of, of), ...told(rows.get(key), part)];
    });
  };
}

/** How many work at each level, and how many others are ready for it. */
export async function succession(look: Look): Promise<Worked> {
  const { until, asOf } = endOf(look);
  const { successionDepth } = await look.planner.query<{
    successionDepth: ({ jobRoleLevelId: string } & Record<'there' | 'ready', number | null>)[];
  }>('query($until: Date) { successionDepth(until: $until) { jobRoleLevelId there ready } }', { until });
  return (facts) => {
    const jobs = facts.jobs.filter((job) => job.from <= asOf.toISOString().slice(0, 10));
    return successionDepth.flatMap(({ jobRoleLevelId, there, ready }) => {
      const asks = facts.asks.filter(({ levelId }) => levelId === jobRoleLevelId);
      const follow = look.people.filter((personId) => {
        const has = (skillId: string) => levelAt(facts, personId, skillId, asOf);
        return (
          !jobs.some((job) => job.personId === personId && job.levelId === jobRoleLevelId) &&
          asks.every(({ mustHave, skillId, level }) => !mustHave || has(skillId) >= level) &&
          shareOf(asks, has) >= THRESHOLDS.ready
        );
      });
      const here = jobs.filter(({ levelId }) => levelId === jobRoleLevelId).length;
      return [...told(there, here), ...told(ready, follow.length)];
    });
  };
}

/** Which gaps were closed in the period, what was issued in it, and what will have to be renewed. */
export async function costs(look: Look): Promise<Worked> {
  const { until, asOf } = endOf(look);
  const shown = await askFigures(look.planner, 'costInsights', until);
  const since = new Date(`${shown.from}T00:00:00Z`);
  const end = new Date(Date.parse(`${shown.until}T00:00:00Z`) + DAY);
  const before = (moment: Date) => new Date(moment.getTime() - 1);
  return (facts) => {
    const closed = askedAt(facts, before(end)).map(({ personId, skillId, level }) => {
      const [first, last] = [since, end].map((at) => Math.min(level, levelAt(facts, personId, skillId, before(at))));
      return Math.max(0, (last ?? 0) - (first ?? 0));
    });
    const issued = facts.issued.filter(({ at }) => at >= since && at < end).length;
    const year = new Date(asOf);
    year.setUTCFullYear(asOf.getUTCFullYear() + 1);
    const renewals = facts.issued.filter(
      ({ until: ends, status }) => status === 'ACTIVE' && ends !== null && ends > asOf && ends <= year,
    ).length;
    const worked = {
      GAP_CLOSED: closed.reduce((sum, each) => sum + each, 0),
      BADGES_ISSUED: issued,
      RENEWALS: renewals,
    };
    return Object.entries(worked).flatMap(([key, number]) => told(shown.by.get(key)?.part, number));
  };
}

/** Whoever set themselves a goal in the period without being there yet, and how far they came. */
export async function goals(look: Look): Promise<Worked> {
  const shown = await askFigures(look.planner, 'goalInsights', endOf(look).until);
  const since = new Date(`${shown.from}T00:00:00Z`);
  const end = new Date(Date.parse(`${shown.until}T00:00:00Z`) + DAY);
  return (facts) => {
    const aims = facts.goals
      .filter(({ at }) => at < end)
      .map((goal) => {
        const ends = goal.ended && goal.ended < end ? goal.ended : end;
        const asks = facts.asks.filter(({ levelId }) => levelId === goal.levelId);
        const begins = facts.held
          .filter(({ personId, skillId }) => personId === goal.personId && asks.some((ask) => ask.skillId === skillId))
          .flatMap(({ from, life }) => [
            from,
            ...life.filter(({ kind }) => kind === 'REINSTATE').map(({ at }) => new Date(at)),
          ])
          .filter(
            (at) =>
              at > goal.at &&
              at < ends &&
              facts.held.some((each) => each.personId === goal.personId && stood(each, at)),
          );
        const readyAt = [goal.at, ...begins.sort((one, other) => one.getTime() - other.getTime())].find((at) => {
          const has = (skillId: string) => levelAt(facts, goal.personId, skillId, at);
          return (
            shareOf(asks, has) >= THRESHOLDS.ready &&
            asks.every(({ mustHave, skillId, level }) => !mustHave || has(skillId) >= level)
          );
        });
        return { ...goal, stepped: begins.length > 0, readyAt };
      })
      .filter(({ at, readyAt }) => at >= since && readyAt?.getTime() !== at.getTime());
    const people = (of: typeof aims) => new Set(of.map(({ personId }) => personId)).size;
    const worked = {
      AIM_SET: people(aims),
      AIM_STEP: people(aims.filter(({ stepped }) => stepped)),
      AIM_READY: people(aims.filter(({ readyAt }) => readyAt)),
      AIM_PLANNED: people(aims.filter(({ agreed }) => agreed.some((at) => at < end))),
    };
    return Object.entries(worked).flatMap(([key, number]) => told(shown.by.get(key)?.part, number));
  };
}

/** What the page of needs says today, and how many rows open behind its numbers and behind a unit's. */
export async function needs({ planner, facts: { parents } }: Look): Promise<Worked> {
  const asOf = new Date();
  const { skillNeeds } = await planner.query<{
    skillNeeds: {
      edges: { node: { skillId: string; levels: number } & Record<'people' | 'met' | 'gap', number | null> }[];
    };
  }>('{ skillNeeds(first: 100) { edges { node { skillId levels people met gap } } } }');
  const opened = new Map<string, number>();
  for (const { node } of skillNeeds.edges.slice(0, 10))
    for (const key of ['SKILL_ASKED', 'SKILL_MET', 'SKILL_GAP', 'SKILL_LEVELS'])
      opened.set(`${key} ${node.skillId}`, await rowsBehind(planner, key, { skillId: node.skillId }));
  const ofUnits = new Map<string, number>();
  for (const unitId of [...parents.keys()].slice(0, 5))
    ofUnits.set(unitId, await rowsBehind(planner, 'UNIT_NEEDS', { unitId }));
  return (facts) => {
    const asked = askedAt(facts, asOf);
    return [
      ...skillNeeds.edges.flatMap(({ node: { skillId, ...node } }) => {
        const rows = asked.filter((row) => row.skillId === skillId);
        const met = rows.filter(meets(facts, asOf)).length;
        const levels = facts.asks.filter((ask) => ask.skillId === skillId).length;
        const worked = { SKILL_ASKED: rows.length, SKILL_MET: met, SKILL_GAP: rows.length - met, SKILL_LEVELS: levels };
        return [
          { given: node.levels, worked: levels },
          ...told(node.people, rows.length),
          ...told(node.met, met),
          ...told(node.gap, rows.length - met),
          ...Object.entries(worked).flatMap(([key, number]) => told(opened.get(`${key} ${skillId}`), number)),
        ];
      }),
      ...[...ofUnits].map(([unitId, given]) => ({
        given,
        worked: asked.filter((row) => inside(facts, row.unitId, unitId)).length,
      })),
    ];
  };
}
