import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  achievementsIn,
  counting,
  creditsOf,
  isComplete,
  partOf,
  rowAt,
  rowsOf,
  smallestCompletions,
  stackCycle,
  type StackFacts,
  type StackPart,
  stackProblems,
  type StackRule,
} from './index.js';

const VECTORS = join(__dirname, '../../../../shared/data/vectors/pathway.json');

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'];
const FACTS: Record<string, StackFacts> = {
  A: { ects: 1, hours: 25, level: 5 },
  B: { ects: 2, hours: 50, level: 5 },
  C: { ects: 2, hours: 50, level: 4 },
  D: { ects: 2.5, hours: null, level: 6 },
  E: { ects: 0.1, hours: 3, level: null },
  F: { ects: null, hours: 30, level: 5 },
};
const factsOf = (id: string): StackFacts => FACTS[id] ?? { ects: null, hours: null, level: null };
const rule = (asks: StackPart, more: Partial<StackRule> = {}): StackRule => ({
  asks,
  notBoth: [],
  partsMustBe: 'CURRENT',
  maxAgeMonths: null,
  countedOnce: false,
  ...more,
});
const one = (credential: string): StackPart => ({ credential });
const sets = (found: { sets: string[][] }) => found.sets.map((set) => set.join(''));
const missing = (asked: StackRule, held = '') => smallestCompletions(asked, factsOf, new Set(held));

interface Vectors {
  rule: unknown;
  credits: Record<string, { ects: number; eqf: number }>;
  minimalSatisfyingSets: string[];
  cases: { held: string; satisfied: boolean; smallestCompletions: string[] }[];
}

/** The published vectors state no unit: theirs are ECTS. */
function read(part: unknown): StackPart {
  const given = part as Record<string, unknown>;
  if ('all' in given) return { all: (given.all as unknown[]).map(read) };
  if ('any' in given) return { any: (given.any as unknown[]).map(read) };
  if ('atLeast' in given) {
    const { n, of } = given.atLeast as { n: number; of: unknown[] };
    return { atLeast: { n, of: of.map(read) } };
  }
  if ('credits' in given) {
    const { min, from, minLevel } = given.credits as { min: number; from: string[]; minLevel: number };
    return { credits: { min, unit: 'ECTS', from, minLevel } };
  }
  return { credential: given.credential as string };
}

const published = existsSync(VECTORS)
  ? (JSON.parse(readFileSync(VECTORS, 'utf8')) as { vectors: { stackRules: Vectors } }).vectors.stackRules
  : null;
if (!published) console.warn(`The published vectors of stack rules are not at ${VECTORS}: not run.`);
const withVectors = published ? describe : describe.skip;

withVectors('the published vectors', () => {
  const vectors = published as Vectors;
  const facts = (id: string): StackFacts => {
    const stated = vectors.credits[id];
    return { ects: stated?.ects ?? null, hours: null, level: stated?.eqf ?? null };
  };
  const asked = vectors && rule(read(vectors.rule));

  it.each(vectors?.cases ?? [])('who holds "$held"', ({ held, satisfied, smallestCompletions: expected }) => {
    const counted = new Set(held);
    expect(isComplete(asked, facts, counted)).toBe(satisfied);
    expect(sets(smallestCompletions(asked, facts, counted))).toEqual(expected);
  });

  it('finds the same smallest satisfying sets', () => {
    const ids = achievementsIn(asked.asks);
    const complete = everySubset(ids).filter((set) => isComplete(asked, facts, new Set(set)));
    const minimal = complete.filter((set) => !complete.some((other) => other.length < set.length && isIn(other, set)));
    expect(minimal.map((set) => [...set].sort().join('')).sort()).toEqual(vectors.minimalSatisfyingSets);
  });
});

const everySubset = (ids: readonly string[]): string[][] =>
  ids.reduce<string[][]>((found, id) => [...found, ...found.map((set) => [...set, id])], [[]]);
const isIn = (small: string[], large: string[]) => small.every((id) => large.includes(id));

/** Every set of achievements that meets the part, written down from the definition and nothing else. */
function meeting(part: StackPart, once: boolean): Set<number> {
  const bit = (id: string) => 1 << LETTERS.indexOf(id);
  const every = Array.from({ length: 1 << LETTERS.length }, (_each, bits) => bits);
  if ('credential' in part) return new Set(every.filter((bits) => bits & bit(part.credential)));
  if ('credits' in part) {
    const { min, unit, from, minLevel } = part.credits;
    const worth = (bits: number) =>
      [...new Set(from)]
        .filter((id) => bits & bit(id))
        .reduce((sum, id) => sum + creditsOf(factsOf(id), unit, minLevel), 0);
    return new Set(every.filter((bits) => worth(bits) >= min - 1e-9));
  }
  const of = 'all' in part ? part.all : 'any' in part ? part.any : part.atLeast.of;
  const n = 'all' in part ? of.length : 'any' in part ? 1 : part.atLeast.n;
  const each = of.map((child) => meeting(child, once));
  if (!once) return new Set(every.filter((bits) => each.filter((child) => child.has(bits)).length >= n));
  // Each part gets its own achievements: try every way to deal the set out to n of the parts.
  const dealt = (bits: number, from: number, wanted: number): boolean => {
    if (wanted === 0) return true;
    if (from === each.length) return false;
    if (dealt(bits, from + 1, wanted)) return true;
    return every.some(
      (share) => (share & bits) === share && each[from]?.has(share) && dealt(bits & ~share, from + 1, wanted - 1),
    );
  };
  return new Set(every.filter((bits) => dealt(bits, 0, n)));
}

function bruteForce(asked: StackRule, held: string[]) {
  const meets = meeting(asked.asks, asked.countedOnce);
  const bits = (set: string[]) => set.reduce((sum, id) => sum | (1 << LETTERS.indexOf(id)), 0);
  const fits = (set: string[]) => asked.notBoth.every(([a, b]) => a === b || !set.includes(a) || !set.includes(b));
  const complete = (set: string[]) => everySubset(set).some((counted) => fits(counted) && meets.has(bits(counted)));
  const named = achievementsIn(asked.asks);
  const more = everySubset(named.filter((id) => !held.includes(id))).filter((set) => complete([...held, ...set]));
  const fewest = more.length ? Math.min(...more.map((set) => set.length)) : null;
  return {
    complete: complete(held),
    toGo: fewest,
    sets: more
      .filter((set) => set.length === fewest)
      .map((set) => [...set].sort().join(''))
      .sort(),
  };
}

const letter = fc.constantFrom(...LETTERS);
const leaf: fc.Arbitrary<StackPart> = fc.oneof(
  { weight: 3, arbitrary: letter.map(one) },
  {
    weight: 1,
    arbitrary: fc.record({
      credits: fc.record({
        min: fc.constantFrom(0.5, 1, 2, 2.1, 3, 4.5, 60),
        unit: fc.constantFrom('ECTS' as const, 'HOURS' as const),
        from: fc.array(letter, { maxLength: 5 }),
        minLevel: fc.constantFrom(null, 5, 6),
      }),
    }),
  },
);
const { anyPart } = fc.letrec<{ anyPart: StackPart }>((tie) => ({
  anyPart: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('anyPart'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('anyPart'), { maxLength: 3 }) }),
    fc.record({
      atLeast: fc.record({ n: fc.integer({ min: 0, max: 3 }), of: fc.array(tie('anyPart'), { maxLength: 4 }) }),
    }),
  ),
}));
const anyRule: fc.Arbitrary<StackRule> = fc.record({
  asks: anyPart,
  notBoth: fc.array(fc.tuple(letter, letter), { maxLength: 2 }),
  partsMustBe: fc.constant('CURRENT' as const),
  maxAgeMonths: fc.constant(null),
  countedOnce: fc.boolean(),
});

describe('what is still missing', () => {
  it('is what trying every set finds', () => {
    fc.assert(
      fc.property(anyRule, fc.subarray(LETTERS), (asked, held) => {
        const expected = bruteForce(asked, held);
        const found = smallestCompletions(asked, factsOf, new Set(held), 1_000);
        expect(isComplete(asked, factsOf, new Set(held))).toBe(expected.complete);
        expect(found.toGo).toBe(expected.toGo);
        expect(found.sets.map((set) => [...set].sort().join('')).sort()).toEqual(expected.sets);
        expect(found.exact).toBe(true);
      }),
      { numRuns: 1_500 },
    );
  });

  it('never grows when somebody earns more', () => {
    fc.assert(
      fc.property(anyRule, fc.subarray(LETTERS), letter, (asked, held, earned) => {
        const before = missing(asked, held.join('')).toGo;
        const after = missing(asked, [...held, earned].join('')).toGo;
        if (before !== null) expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('is listed up to a number, and says that there is more', () => {
    const any = Array.from({ length: 25 }, (_each, index) => one(`x${index}`));
    const found = smallestCompletions(rule({ atLeast: { n: 3, of: any } }), factsOf, new Set(['x7']));
    expect(found).toMatchObject({ toGo: 2, more: true, exact: true });
    expect(found.sets).toHaveLength(20);
  });

  it('is found at once in large rules, or said to be out of reach', () => {
    const ids = Array.from({ length: 30 }, (_each, index) => `x${index}`);
    const facts = (id: string): StackFacts => ({ ects: 1 + (Number(id.slice(1)) % 3), hours: null, level: 5 });
    const asked = rule({
      all: [
        { credits: { min: 30, unit: 'ECTS', from: ids, minLevel: 5 } },
        { atLeast: { n: 4, of: ids.slice(0, 12).map(one) } },
        { atLeast: { n: 4, of: ids.slice(8, 20).map(one) } },
      ],
    });
    const started = performance.now();
    const found = smallestCompletions(asked, facts, new Set());
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(found.toGo).toBeGreaterThanOrEqual(10);
  });
});

describe('counting an achievement once', () => {
  const twice = { all: [{ any: [one('A'), one('B')] }, { any: [one('A'), one('C')] }] };

  it('asks for another one where a part has been served', () => {
    expect(missing(rule(twice), 'A').toGo).toBe(0);
    expect(sets(missing(rule(twice, { countedOnce: true }), 'A'))).toEqual(['B', 'C']);
  });

  it('gives it to whichever part nothing else serves', () => {
    expect(missing(rule(twice, { countedOnce: true }), 'AB').toGo).toBe(0);
    expect(missing(rule(twice, { countedOnce: true }), 'AC').toGo).toBe(0);
  });
});

describe('two of which only one counts', () => {
  it('lets the better one count', () => {
    const asked = rule({ atLeast: { n: 2, of: ['A', 'B', 'C'].map(one) } }, { notBoth: [['A', 'B']] });
    expect(sets(missing(asked, 'AB'))).toEqual(['C']);
    expect(missing(asked, 'ABC').toGo).toBe(0);
  });
});

describe('what counts', () => {
  const day = (text: string) => new Date(`${text}T12:00:00Z`);
  const holding = (achievementId: string, earnedOn: string, until: string | null, withdrawn = false) => ({
    achievementId,
    earnedOn: day(earnedOn),
    until: until === null ? null : day(until),
    withdrawn,
  });
  const holdings = [
    holding('A', '2024-01-31', null),
    holding('B', '2024-01-31', '2026-01-31'),
    holding('C', '2026-01-31', '2029-01-31', true),
    holding('D', '2026-03-01', '2029-03-01'),
    holding('E', '2027-01-01', null),
  ];
  const counted = (more: Partial<StackRule>) =>
    [...counting(rule({ all: [] }, more), holdings, day('2026-02-28'))].join('');

  it.each([
    ['in force today', {}, 'A'],
    ['earned once', { partsMustBe: 'HELD_ONCE' as const }, 'AB'],
    ['not older than two years', { partsMustBe: 'HELD_ONCE' as const, maxAgeMonths: 25 }, 'AB'],
    ['not older than a year', { partsMustBe: 'HELD_ONCE' as const, maxAgeMonths: 12 }, ''],
  ])('%s', (_name, more, expected) => expect(counted(more)).toBe(expected));

  it('reckons months to the end of a shorter one', () => {
    const on31st = [holding('A', '2026-02-28', null), holding('B', '2026-02-27', null)];
    expect([...counting(rule(one('A'), { maxAgeMonths: 1 }), on31st, day('2026-03-31'))]).toEqual(['A']);
  });
});

describe('rules that cannot be', () => {
  const around = {
    self: 'self',
    factsOf,
    nameOf: (id: string) => `Badge ${id}`,
    isOffered: (id: string) => LETTERS.includes(id),
  };
  const found = (asked: StackRule) => stackProblems(asked, around);

  it('finds nothing wrong with one that can be completed', () =>
    expect(found(rule({ all: [one('A'), { atLeast: { n: 1, of: [one('B'), one('C')] } }] }))).toEqual([]));

  it.each<[string, StackRule, string, RegExp]>([
    ['an empty rule', rule({ all: [] }), 'asks', /empty/],
    ['an empty group inside', rule({ all: [one('A'), { any: [] }] }), 'asks.all.1', /empty/],
    [
      'more than there are',
      rule({ atLeast: { n: 3, of: [one('A'), one('B')] } }),
      'asks.atLeast.n',
      /3 of a group that has 2/,
    ],
    ['none of some', rule({ all: [one('A'), { atLeast: { n: 0, of: [one('B')] } }] }), 'asks.all.1.atLeast.n', /none/],
    [
      'credits that nothing gives',
      rule({ credits: { min: 6, unit: 'ECTS', from: ['A', 'B', 'C'], minLevel: 5 } }),
      'asks.credits.min',
      /3 ECTS credits together, and it asks for 6\. “Badge C” counts nothing/,
    ],
    [
      'no credits',
      rule({ credits: { min: 0, unit: 'ECTS', from: ['A'], minLevel: null } }),
      'asks.credits.min',
      /no credits/,
    ],
    ['itself', rule({ any: [one('A'), one('self')] }), 'asks.any.1', /counts itself/],
    ['what nobody can earn', rule({ all: [one('gone')] }), 'asks.all.0', /not published/],
    ['the same twice', rule({ atLeast: { n: 2, of: [one('A'), one('A')] } }), 'asks', /twice/],
    [
      'both of a pair',
      rule({ all: [one('A'), one('B')] }, { notBoth: [['A', 'B']] }),
      'asks',
      /“Badge A” and “Badge B”/,
    ],
    ['a pair of one', rule(one('A'), { notBoth: [['A', 'A']] }), 'notBoth.0', /itself/],
    ['a pair with a stranger', rule(one('A'), { notBoth: [['A', 'B']] }), 'notBoth.0', /does not count it/],
    [
      'one achievement for two parts',
      rule(
        { all: [{ any: [one('A')] }, { credits: { min: 1, unit: 'ECTS', from: ['A'], minLevel: null } }] },
        { countedOnce: true },
      ),
      'asks',
      /share an achievement/,
    ],
  ])('%s', (_name, asked, path, message) =>
    expect(found(asked)).toContainEqual({ path, message: expect.stringMatching(message), kind: 'OPEN' }),
  );

  it.each<[string, StackRule, string]>([
    ['half an achievement', rule({ atLeast: { n: 1.5, of: [one('A')] } }), 'asks.atLeast.n'],
    [
      'credits beyond counting',
      rule({ credits: { min: Number.NaN, unit: 'ECTS', from: ['A'], minLevel: null } }),
      'asks.credits.min',
    ],
    [
      'a level that is none',
      rule({ credits: { min: 1, unit: 'ECTS', from: ['A'], minLevel: 9 } }),
      'asks.credits.minLevel',
    ],
    ['a negative age', rule(one('A'), { maxAgeMonths: -1 }), 'maxAgeMonths'],
    [
      'more achievements than anybody counts',
      rule({ any: Array.from({ length: 31 }, (_each, index) => one(`x${index}`)) }),
      'asks',
    ],
    ['groups without end', rule({ all: [{ all: [{ all: [{ all: [{ all: [{ all: [one('A')] }] }] }] }] }] }), 'asks'],
  ])('%s is refused at once', (_name, asked, path) =>
    expect(found(asked)).toContainEqual(expect.objectContaining({ path, kind: 'WRONG' })),
  );

  it('finds the way by which a stack would need itself', () => {
    const counts: Record<string, string[]> = { a: ['b', 'c'], b: ['d'], c: ['a'], d: ['b'] };
    expect(stackCycle('a', ['b', 'c'], (id) => counts[id] ?? [])).toEqual(['a', 'c', 'a']);
    expect(stackCycle('x', ['b'], (id) => counts[id] ?? [])).toBeNull();
  });
});

describe('a rule as rows', () => {
  it('is the same rule again', () => {
    fc.assert(fc.property(anyPart, (part) => expect(partOf(rowsOf(part))).toEqual(part)));
  });

  it.each([
    ['nothing', [], 0],
    ['two rules', [...rowsOf(one('A')), ...rowsOf(one('B'))], 1],
    ['a part of what is no group', [...rowsOf(one('A')), ...rowsOf(one('B'), 1)], 1],
    ['a gap', [...rowsOf({ all: [] }), ...rowsOf(one('B'), 2)], 1],
    ['no achievement', rowsOf({ all: [one('A')] }).map((row) => ({ ...row, achievementIds: [] })), 1],
  ])('says which row is out of place: %s', (_name, rows, row) => expect(partOf(rows)).toMatchObject({ row }));

  it.each([
    ['asks', 0],
    ['asks.all.0', 1],
    ['asks.all.1.atLeast.n', 2],
    ['asks.all.1.atLeast.of.1', 4],
    ['asks.all.2.credits.min', 5],
    ['notBoth.0', null],
  ])('knows the row of %s', (path, row) => {
    const credits = { min: 1, unit: 'ECTS' as const, from: ['A'], minLevel: null };
    const asks = { all: [one('A'), { atLeast: { n: 1, of: [one('B'), one('C')] } }, { credits }] };
    expect(rowAt(asks, path)).toBe(row);
  });
});
