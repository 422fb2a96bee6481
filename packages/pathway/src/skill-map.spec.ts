import { changesOf, coverOf, mapRisks, readLevels, writeLevels } from './skill-map.js';

/** Three people; the first two jobs ask for testing, nobody's asks for mapping. */
const TESTING = { skillId: 'testing', need: [2, 3, 0], verified: [2, 1, 4] };
const MAPPING = { skillId: 'mapping', need: [0, 0, 0], verified: [1, 0, 0] };
const COLUMNS = [TESTING, MAPPING];

it('keeps levels in one letter each', () => {
  const levels = [0, 1, 4, 9, 10, 20];
  expect(writeLevels(levels)).toBe('0149ak');
  expect(readLevels(writeLevels(levels))).toEqual(levels);
});

it('counts who is verified at what their own job asks, and all holders where no job asks', () => {
  expect(coverOf(COLUMNS)).toEqual([
    { skillId: 'testing', asked: 2, covered: 1 },
    { skillId: 'mapping', asked: 0, covered: 1 },
  ]);
});

it.each([
  ['leaves, and the work stays', { kind: 'LEAVES', row: 0 }, { asked: 2, covered: 0 }],
  ['moves, and the work goes along', { kind: 'MOVES', row: 0 }, { asked: 1, covered: 0 }],
  ['is joined by somebody who can do the job', { kind: 'JOINS', row: 1 }, { asked: 3, covered: 2 }],
  [
    'is certified at what the job asks',
    { kind: 'CERTIFIED', row: 1, skillId: 'testing', level: 3 },
    { asked: 2, covered: 2 },
  ],
] as const)('works out what changes when somebody %s', (_words, what, after) => {
  expect(changesOf([TESTING], what)).toEqual([
    {
      skillId: 'testing',
      before: { skillId: 'testing', asked: 2, covered: 1 },
      after: { skillId: 'testing', ...after },
    },
  ]);
});

it('changes nothing by a certificate below what is held already', () => {
  expect(changesOf(COLUMNS, { kind: 'CERTIFIED', row: 0, skillId: 'testing', level: 1 })).toEqual([]);
});

it('names what hangs on one person and what nobody meets', () => {
  expect(mapRisks([TESTING, { skillId: 'costing', need: [3, 0, 0], verified: [2, 0, 0] }])).toEqual({
    sole: [{ skillId: 'testing', row: 2, level: 3 }],
    unmet: [{ skillId: 'costing', asked: 1 }],
  });
});

it('works a what-if out for two thousand people and forty skills in a moment', () => {
  const levels = (seed: number) => Array.from({ length: 2_000 }, (_each, row) => (row * seed) % 5);
  const columns = Array.from({ length: 40 }, (_each, nth) => ({
    skillId: `s${nth}`,
    need: levels(nth + 3),
    verified: levels(nth + 7),
  }));
  changesOf(columns, { kind: 'LEAVES', row: 1 });
  const begun = performance.now();
  changesOf(columns, { kind: 'LEAVES', row: 1_001 });
  expect(performance.now() - begun).toBeLessThan(50);
});
