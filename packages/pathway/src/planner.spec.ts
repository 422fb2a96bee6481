import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  bandOf,
  bestUse,
  cheapestRoute,
  cheapestSet,
  monthsAtPace,
  type Need,
  type Offer,
  planOrder,
  profileOf,
  rarity,
  readinessOf,
  type Rung,
  runningCost,
  suggestRoles,
} from './index.js';
import { checkVectors, type RungsFile } from './vectors.js';

const SHARED = join(__dirname, '../../../../shared/data');
const VECTORS = join(SHARED, 'vectors/pathway.json');
const FRAMEWORK = join(SHARED, 'frameworks/uk-gdd-pcf/framework.json');
const here = existsSync(VECTORS) && existsSync(FRAMEWORK);
if (!here) console.warn(`The published vectors of pathways are not at ${VECTORS}: not run.`);
const withVectors = here ? describe : describe.skip;
const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;

const need = (skillId: string, levelOrdinal: number | null, importance = 1, mustHave = false): Need => ({
  ...{ skillId, levelOrdinal, importance, mustHave },
});
const offer = (id: string, cost: number, grants: Record<string, number>, requires: string[] = []): Offer => ({
  ...{ id, cost, grants, requires },
});
const holding =
  (held: Record<string, number> = {}) =>
  (skill: string) =>
    held[skill] ?? 0;

withVectors('the published vectors', () => {
  it.each(
    here
      ? checkVectors(
          read<{ vectors: Record<string, Record<string, unknown>> }>(VECTORS).vectors,
          read<RungsFile>(FRAMEWORK),
        )
      : [],
  )('of $id come out alike', ({ compared, off }) => {
    expect(off).toEqual([]);
    expect(compared).toBeGreaterThan(1);
  });
});

describe('how near a job is, in a word', () => {
  const needs = [need('safety', 4, 1, true), need('design', 10)];
  // 14 levels are asked.
  it.each([
    [{ safety: 4, design: 10 }, 'READY'],
    [{ safety: 4, design: 9 }, 'NEXT_STEP'],
    [{ safety: 4, design: 4 }, 'NEXT_STEP'],
    [{ safety: 1, design: 4 }, 'STRETCH'],
    [{ safety: 0, design: 4 }, 'EXPLORE'],
  ])('%j is %s', (held, band) => expect(bandOf(needs, holding(held))).toBe(band));

  it('is never ready while a must-have is open, however much else is held', () => {
    const many = [need('safety', 1, 1, true), ...Array.from({ length: 20 }, (_, at) => need(`s${at}`, 3))];
    const held = holding(Object.fromEntries(many.slice(1).map(({ skillId }) => [skillId, 3])));
    expect(readinessOf(many, held)).toBeGreaterThan(0.93);
    expect(bandOf(many, held)).toBe('BLOCKED');
  });

  it('says so where a role asks for nothing', () => expect(bandOf([], holding())).toBe('NOTHING_ASKED'));
});

describe('the cheapest set of credentials', () => {
  it('takes prerequisites into account, and says what it costs to do without one', () => {
    const offers = [
      offer('large', 30, { a: 3, b: 3 }),
      offer('deep', 5, { a: 3 }, ['basis']),
      offer('basis', 9, {}),
      offer('b', 10, { b: 3 }),
    ];
    expect(cheapestSet([need('a', 3), need('b', 3)], holding(), offers)).toMatchObject({
      outcome: 'CLOSED',
      exact: true,
      ids: ['basis', 'deep', 'b'],
      cost: 24,
      runnerUp: { ids: ['large'], cost: 30, costsMore: 6 },
    });
  });

  it('does not ask again for what was earned', () => {
    const offers = [offer('deep', 5, { a: 3 }, ['basis']), offer('basis', 9, {})];
    expect(cheapestSet([need('a', 3)], holding(), offers, new Set(['basis']))).toMatchObject({
      ids: ['deep'],
      cost: 5,
    });
  });

  it('states what nothing on offer reaches, and goes as far as it can', () => {
    expect(cheapestSet([need('a', 4), need('z', 1)], holding(), [offer('one', 5, { a: 3 })])).toMatchObject({
      outcome: 'PARTLY',
      ids: ['one'],
      unreached: [
        { skillId: 'a', needed: 4, reaches: 3 },
        { skillId: 'z', needed: 1, reaches: 0 },
      ],
    });
    expect(cheapestSet([need('z', 1)], holding(), []).outcome).toBe('UNREACHABLE');
    expect(cheapestSet([], holding(), [offer('one', 5, { a: 3 })]).outcome).toBe('NOTHING_TO_CLOSE');
  });

  it('leaves out what needs itself or something that is not offered, and says which way it comes round', () => {
    const offers = [offer('a', 1, { a: 1 }, ['b']), offer('b', 1, {}, ['a']), offer('c', 1, { c: 1 }, ['gone'])];
    const found = cheapestSet([need('a', 1), need('c', 1)], holding(), offers);
    expect(found.outcome).toBe('UNREACHABLE');
    expect(found.outOfReach).toEqual([
      { id: 'a', because: 'NEEDS_ITSELF', way: ['a', 'b', 'a'] },
      { id: 'b', because: 'NEEDS_ITSELF', way: ['b', 'a', 'b'] },
      { id: 'c', because: 'NOT_OFFERED', way: ['gone'] },
    ]);
  });

  it('is as cheap as the cheapest of all sets, and the best use of a budget as good as the best', () => {
    const skills = ['a', 'b', 'c'];
    const grants = fc.dictionary(fc.constantFrom(...skills), fc.integer({ min: 1, max: 3 }));
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), grants, fc.option(fc.nat(5))), { maxLength: 6 });
    const wanted = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(some, wanted, fc.integer({ min: 0, max: 25 }), (given, levels, budget) => {
        const offers = given.map(([cost, gives, before], at) =>
          offer(`o${at}`, cost, gives, before !== null && before < at ? [`o${before}`] : []),
        );
        const needs = skills.map((skill, at) => need(skill, levels[at] ?? 0, at + 1));
        const closed = subsets(offers).filter((set) =>
          set.every(({ requires }) => (requires ?? []).every((id) => set.some((each) => each.id === id))),
        );
        const level = (set: Offer[], skill: string) => Math.max(0, ...set.map((each) => each.grants[skill] ?? 0));
        const costOf = (set: Offer[]) => set.reduce((sum, each) => sum + each.cost, 0);
        const reach = (set: Offer[]) =>
          needs.reduce(
            (sum, each) => sum + each.importance * Math.min(level(set, each.skillId), each.levelOrdinal ?? 1),
            0,
          );
        const most = Math.max(...closed.map(reach));
        const cheapest = Math.min(...closed.filter((set) => reach(set) === most).map(costOf));
        const found = cheapestSet(needs, holding(), offers);
        expect(found.cost).toBe(cheapest);
        const best = Math.max(...closed.filter((set) => costOf(set) <= budget).map(reach));
        expect(bestUse(needs, holding(), offers, budget).closes).toBe(best);
      }),
      { numRuns: 300 },
    );
  });

  it('is approached where there are more than can be tried', () => {
    const offers = Array.from({ length: 60 }, (_, at) => offer(`o${at}`, 1 + (at % 7), { [`s${at % 30}`]: 2 }));
    const needs = Array.from({ length: 30 }, (_, at) => need(`s${at}`, 2));
    const found = cheapestSet(needs, holding(), offers);
    expect(found).toMatchObject({ outcome: 'CLOSED', exact: false });
    expect(found.ids).toHaveLength(30);
  });
});

const subsets = <T>(all: readonly T[]): T[][] =>
  all.reduce<T[][]>((found, each) => [...found, ...found.map((set) => [...set, each])], [[]]);

describe('the best use of a budget', () => {
  const offers = [offer('cheap', 10, { a: 1 }), offer('good', 30, { a: 3 }), offer('other', 25, { b: 2 })];
  it('says what would come next, and what it costs more', () => {
    const found = bestUse([need('a', 3), need('b', 2)], holding(), offers, 35);
    expect(found).toMatchObject({ ids: ['good'], closes: 3, runnerUp: { ids: ['cheap', 'other'], closes: 3 } });
    expect(found.next).toEqual({ id: 'other', costsMore: 20 });
  });
  it('is nothing for nothing', () =>
    expect(bestUse([need('a', 3)], holding(), offers, 0)).toMatchObject({ ids: [], next: { id: 'cheap' } }));
});

describe('the order of a plan', () => {
  const offers = [offer('quick', 2, { b: 2 }), offer('must', 14, { a: 2 }), offer('last', 8, { c: 1 }, ['quick'])];
  const needs = [need('a', 2, 1, true), need('b', 2), need('c', 1)];
  it('opens with the must-haves and tells how much longer the other way stays blocked', () => {
    const plan = planOrder(['last', 'quick', 'must'], needs, holding({ a: 1 }), offers);
    expect(plan.steps.map(({ id, costSoFar }) => [id, costSoFar])).toEqual([
      ['must', 14],
      ['quick', 16],
      ['last', 24],
    ]);
    expect(plan.steps[0]).toMatchObject({ unblocks: ['a'], closes: [{ skillId: 'a', from: 1, to: 2 }] });
    expect(plan.steps.at(-1)?.after).toBe(1);
    expect(plan.runnerUp).toMatchObject({ startsWith: 'quick', blockedLonger: 10 });
  });
  it('puts prerequisites before what needs them, also where they close nothing', () => {
    const steps = planOrder(['deep', 'basis'], [need('a', 2)], holding(), [
      offer('deep', 1, { a: 2 }, ['basis']),
      offer('basis', 9, {}),
    ]).steps;
    expect(steps.map(({ id, neededFor }) => [id, neededFor])).toEqual([
      ['basis', ['deep']],
      ['deep', []],
    ]);
  });
});

describe('the way through the lattice', () => {
  const asks: Record<string, Need[]> = {
    here: [],
    low: [need('a', 1)],
    high: [need('a', 2), need('b', 1)],
    far: [need('z', 1)],
  };
  const lattice = {
    needsOf: (id: string) => asks[id] ?? [],
    links: [
      ['here', 'low'],
      ['low', 'high'],
      ['here', 'high'],
      ['high', 'here'],
      ['high', 'far'],
    ].map(([from = '', to = '']) => ({ from, to })),
    offers: [offer('a1', 2, { a: 1 }), offer('a2', 20, { a: 2 }), offer('b', 5, { b: 1 })],
    holds: holding(),
  };
  it('is the cheapest, with the second beside it, also where ways come round', () => {
    expect(cheapestRoute('here', 'high', lattice)).toMatchObject({
      outcome: 'FOUND',
      route: { cost: 25, legs: [{ from: 'here', to: 'high', cost: 25 }] },
      directly: 25,
      runnerUp: { cost: 27 },
    });
  });
  it('says where there is none, or nothing to go', () => {
    expect(cheapestRoute('here', 'far', lattice)).toMatchObject({ outcome: 'NO_WAY', directly: null });
    expect(cheapestRoute('low', 'here', { ...lattice, links: [] }).outcome).toBe('NO_WAY');
    expect(cheapestRoute('here', 'here', lattice)).toMatchObject({ outcome: 'THERE', directly: 0 });
  });
});

describe('what a plan takes', () => {
  it('takes months by the hours a week, and never ends without any', () => {
    expect(monthsAtPace(52, 4)).toBeCloseTo(3);
    expect(monthsAtPace(0, 0)).toBe(0);
    expect(monthsAtPace(5, 0)).toBeNull();
  });
  it('costs what its renewals cost a year', () => {
    expect(
      runningCost([
        { renewalCost: 6, validMonths: 24 },
        { renewalCost: 5, validMonths: null },
      ]),
    ).toBe(3);
  });
});

describe('jobs that could come next', () => {
  const rung = (id: string, levels: Record<string, number>): Rung => ({
    id,
    roleId: id,
    profile: profileOf(Object.entries(levels).map(([skillId, level]) => ({ skillId, level, importance: 1 }))),
  });
  const today = rung('today', { a: 2, b: 2 });
  const others = [rung('outgrown', { a: 1, b: 2 }), rung('next', { a: 3, b: 2 }), rung('aside', { a: 3, z: 3 })];

  it('ask for more of what is done today and leave little of it behind; what was outgrown comes last', () => {
    const found = suggestRoles(today.profile, others, { weightOf: () => 1, stepsUpOnly: false, most: 9 });
    expect(found.map(({ levelId, isStepUp }) => [levelId, isStepUp])).toEqual([
      ['next', true],
      ['aside', true],
      ['outgrown', false],
    ]);
    expect(found[1]).toMatchObject({ shared: ['a'], toShow: ['a', 'z'], leftBehind: ['b'] });
  });
  it('are none where a job asks for nothing', () => {
    expect(suggestRoles(profileOf([]), others, { weightOf: rarity([]), stepsUpOnly: true, most: 9 })).toEqual([]);
  });
});
