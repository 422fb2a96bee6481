import { bestUse } from './best-use.js';
import { cheapestSet, greedySet } from './cheapest-set.js';
import { isComplete, smallestCompletions } from './completions.js';
import { confidenceAtLeast, expectedLevel, levelAtConfidence, type SourceType, type Statement } from './confidence.js';
import { gapOf, gapsOf, type Need } from './need.js';
import type { Offer } from './offers.js';
import { metRatio, readinessOf, readinessPerSkill, weightedGap } from './readiness.js';
import { EVENLY, overlap, profileOf } from './ruzicka.js';
import type { StackPart } from './stack.js';
import { standardScore } from './standard-score.js';
import { breakingGroup, breakingGroupGreedy, lostWithout, type Required, type Team, teamCover } from './team-cover.js';

export interface CheckedVector {
  id: string;
  /** How many figures were compared. */
  compared: number;
  /** The largest distance from what was expected. */
  furthest: number;
  /** Where a figure is off. */
  off: string[];
}

/** A framework of job roles, as far as "holds exactly what this rung asks" needs it. */
export interface RungsFile {
  families: { roles: { levels: { id: string; skills: { skill: string; level: number }[] }[] }[] }[];
}

type Group = Record<string, unknown>;
const TOLERANCE = 1e-6;

/** Every group of worked numbers that is known here or by the rules of another package, compared with what they make of its data. */
export function checkVectors(
  groups: Record<string, Group>,
  framework: RungsFile | null,
  elsewhere: typeof CHECKS = {},
): CheckedVector[] {
  return Object.entries({ ...CHECKS, ...elsewhere }).flatMap(([id, check]) => {
    const group = groups[id];
    if (!group || (id === 'gapReadiness' && !framework)) return [];
    const checked: CheckedVector = { id, compared: 0, furthest: 0, off: [] };
    for (const [path, expected, made] of check(group, framework)) compare(path, expected, made, checked);
    return [checked];
  });
}

type Figure = [path: string, expected: unknown, made: unknown];
const CHECKS: Record<string, (group: Group, framework: RungsFile | null) => Iterable<Figure>> = {
  gapReadiness,
  credentialRecommendation,
  setCoverTight,
  stackRules,
  busFactor,
  skillConfidence,
  onetStandardScore,
};

function compare(path: string, expected: unknown, made: unknown, checked: CheckedVector): void {
  if (expected !== null && typeof expected === 'object') {
    const keys = Object.keys(expected);
    if (Array.isArray(expected) && (made as unknown[] | undefined)?.length !== expected.length)
      checked.off.push(`${path}: ${JSON.stringify(made)} instead of ${JSON.stringify(expected)}`);
    for (const key of keys)
      compare(`${path}.${key}`, (expected as Group)[key], (made as Group | undefined)?.[key], checked);
    return;
  }
  checked.compared += 1;
  if (typeof expected === 'number' && typeof made === 'number') {
    const distance = Math.abs(expected - made);
    checked.furthest = Math.max(checked.furthest, distance);
    if (distance <= TOLERANCE) return;
  } else if (expected === made) return;
  checked.off.push(`${path}: ${JSON.stringify(made)} instead of ${JSON.stringify(expected)}`);
}

const need = (skillId: string, levelOrdinal: number, importance = 1): Need => ({
  skillId,
  levelOrdinal,
  importance,
  mustHave: false,
});
const holding = (held: Record<string, number>) => (skill: string) => held[skill] ?? 0;

function* gapReadiness(group: Group, framework: RungsFile | null): Iterable<Figure> {
  const rungs = framework?.families.flatMap(({ roles }) => roles.flatMap(({ levels }) => levels)) ?? [];
  const asks = (words: string) => rungs.find(({ id }) => id === words.split(' ').at(-1))?.skills ?? [];
  for (const { person, target, expected } of group.cases as { person: string; target: string; expected: Group }[]) {
    const held = Object.fromEntries(asks(person).map(({ skill, level }) => [skill, level]));
    const needs = asks(target).map(({ skill, level }) => need(skill, level));
    const holds = holding(held);
    const profile = (words: string) =>
      profileOf(asks(words).map(({ skill, level }) => ({ skillId: skill, level, importance: 1 })));
    const gaps = gapsOf(needs, holds).sort((a, b) => a.need.skillId.localeCompare(b.need.skillId));
    yield [
      `${person} → ${target}`,
      expected,
      {
        gapLevels: needs.reduce((sum, each) => sum + gapOf(each, holds(each.skillId)), 0),
        weightedGap: weightedGap(needs, holds),
        metRatio: metRatio(needs, holds),
        readinessLevelSum: readinessOf(needs, holds),
        readinessPerSkill: readinessPerSkill(needs, holds),
        ruzicka: overlap(profile(person), profile(target), EVENLY),
        perSkill: gaps.map(({ need: { skillId, levelOrdinal }, gap }) => ({
          skill: skillId,
          have: holds(skillId),
          need: levelOrdinal,
          gap,
        })),
      },
    ];
  }
}

function* credentialRecommendation(group: Group): Iterable<Figure> {
  const offers = Object.entries(
    group.credentials as Record<string, { hours: number; grants: Record<string, number>; requires?: string[] }>,
  ).map(([id, { hours, grants, requires = [] }]): Offer => ({ id, cost: hours, grants, requires }));
  const weights = group.weights as Record<string, number>;
  const needs = Object.entries(group.need as Record<string, number>).map(([skill, level]) =>
    need(skill, level, weights[skill]),
  );
  const holds = holding(group.have as Record<string, number>);
  yield ['totalWeightedGap', group.totalWeightedGap, weightedGap(needs, holds)];
  const cheapest = cheapestSet(needs, holds, offers);
  yield ['minHoursFullCover', group.minHoursFullCover, { set: cheapest.ids, hours: cheapest.cost }];
  const { picks, ids, cost, withoutRedundant } = greedySet(needs, holds, offers);
  yield [
    'greedyRatio',
    group.greedyRatio,
    {
      steps: picks.map((pick) => ({
        pick: pick.id,
        bundle: pick.bundle,
        gain: pick.gain,
        hours: pick.cost,
        ratio: pick.gain / pick.cost,
      })),
      set: ids,
      hours: cost,
      afterRedundancyElimination: { set: withoutRedundant.ids, hours: withoutRedundant.cost },
    },
  ];
  for (const [budget, expected] of Object.entries(group.budgeted as Record<string, Group>)) {
    const best = bestUse(needs, holds, offers, Number(budget));
    yield [`budgeted.${budget}`, expected, { set: best.ids, hours: best.cost, weightedGapClosed: best.closes }];
  }
}

function* setCoverTight(group: Group): Iterable<Figure> {
  const sets = group.sets as Record<string, { cost: number; elements: number[] }>;
  const offers = Object.entries(sets).map(
    ([id, { cost, elements }]): Offer => ({ id, cost, grants: Object.fromEntries(elements.map((each) => [each, 1])) }),
  );
  const needs = (group.universe as number[]).map((each) => need(String(each), 1));
  const { cost, ids } = greedySet(needs, holding({}), offers);
  yield ['greedy', group.greedy, { cost, order: ids }];
  const best = cheapestSet(needs, holding({}), offers);
  yield ['optimal', group.optimal, { cost: best.cost, sets: best.ids }];
}

function* stackRules(group: Group): Iterable<Figure> {
  const credits = group.credits as Record<string, { ects: number; eqf: number }>;
  const facts = (id: string) => ({ ects: credits[id]?.ects ?? null, hours: null, level: credits[id]?.eqf ?? null });
  const asks = withUnits(group.rule as Group);
  const rule = { asks, notBoth: [], partsMustBe: 'CURRENT' as const, maxAgeMonths: null, countedOnce: false };
  for (const { held, ...expected } of group.cases as { held: string; smallestCompletions: string[] }[])
    yield [
      `holding "${held}"`,
      expected,
      {
        satisfied: isComplete(rule, facts, new Set(held)),
        smallestCompletions: smallestCompletions(rule, facts, new Set(held)).sets.map((set) => set.join('')),
      },
    ];
  const every = Object.keys(credits).reduce<string[]>((found, id) => [...found, ...found.map((set) => set + id)], ['']);
  const complete = every.filter((set) => isComplete(rule, facts, new Set(set)));
  const holdsAll = (large: string, small: string) => small.split('').every((id) => large.includes(id));
  const minimal = complete.filter((set) => !complete.some((other) => other !== set && holdsAll(set, other)));
  yield ['minimalSatisfyingSets', group.minimalSatisfyingSets, minimal.sort()];
}

/** The published rules state no unit: theirs are ECTS. */
function withUnits(part: Group): StackPart {
  if (part.all) return { all: (part.all as Group[]).map(withUnits) };
  if (part.any) return { any: (part.any as Group[]).map(withUnits) };
  if (part.atLeast) {
    const { n, of } = part.atLeast as { n: number; of: Group[] };
    return { atLeast: { n, of: of.map(withUnits) } };
  }
  if (!part.credits) return { credential: part.credential as string };
  return { credits: { ...(part.credits as { min: number; from: string[]; minLevel: number }), unit: 'ECTS' } };
}

function* busFactor(group: Group): Iterable<Figure> {
  const [team, required] = [group.team as Team, group.required as Required];
  const { holders, soleHolders, uncovered, coverage } = teamCover(team, required);
  yield ['holders', group.holders, holders];
  yield [
    'depth',
    group.depth,
    Object.fromEntries(Object.entries(holders).map(([skill, held]) => [skill, held.length])),
  ];
  yield ['singlePointsOfFailure', group.singlePointsOfFailure, soleHolders];
  yield ['uncovered', group.uncovered, uncovered];
  yield ['coverage', group.coverage, coverage];
  const removed = breakingGroupGreedy(team, required);
  yield ['truckFactorGreedy', group.truckFactorGreedy, { value: removed.length, removed }];
  yield ['truckFactorExact', group.truckFactorExact, breakingGroup(team, required).people.length];
  const leaving = Object.keys(team).map((person) => [person, lostWithout(team, required, [person])]);
  yield ['whatIfLeave', group.whatIfLeave, Object.fromEntries(leaving)];
}

function* skillConfidence(group: Group): Iterable<Figure> {
  const statements = group.items as Statement[];
  const reliability = group.baseReliability as Record<SourceType, number>;
  for (const given of group.cases as { month: number; halfLifeMonths: number }[]) {
    const { month, halfLifeMonths, ...expected } = given;
    const options = { halfLifeMonths, reliability };
    const levels = [1, 2, 3, 4].map((level) => [level, confidenceAtLeast(statements, level, month, options)]);
    yield [
      `month ${month}`,
      expected,
      {
        confidenceAtLeast: Object.fromEntries(levels),
        effectiveLevel: levelAtConfidence(statements, month, options),
        expectedLevel: expectedLevel(statements, month, options),
      },
    ];
  }
}

/** The published scales: importance from 1 to 5, level from 0 to 7. */
const SCALES: Record<string, [number, number]> = { IM: [1, 5], LV: [0, 7] };

function* onetStandardScore(group: Group): Iterable<Figure> {
  for (const { scale, value, expected } of group.cases as { scale: string; value: number; expected: number }[]) {
    const [lowest, highest] = SCALES[scale] ?? [Number.NaN, Number.NaN];
    yield [`${scale} ${value}`, expected, standardScore(value, lowest, highest)];
  }
}
