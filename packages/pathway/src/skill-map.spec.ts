import {
  changesOf,
  coverOf,
  type MapColumn,
  mapRisks,
  readLevels,
  talliesOf,
  type WhatIf,
  writeLevels,
} from './skill-map.js';

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

/** The team as it would be, written down anew: what a what-if of one row must agree with. */
function rewritten(column: MapColumn, what: WhatIf): MapColumn {
  const [need, verified] = [[...column.need], [...column.verified]];
  if (what.kind === 'MOVES') for (const list of [need, verified]) list.splice(what.row, 1);
  if (what.kind === 'LEAVES') verified[what.row] = 0;
  if (what.kind === 'JOINS') for (const list of [need, verified]) list.push(column.need[what.row] ?? 0);
  if (what.kind === 'CERTIFIED' && what.skillId === column.skillId)
    verified[what.row] = Math.max(what.level, verified[what.row] ?? 0);
  return { ...column, need, verified };
}

it('agrees with counting the changed team from the start, whatever happens to whom', () => {
  const columns = [TESTING, MAPPING, { skillId: 'costing', need: [3, 0, 1], verified: [2, 0, 1] }];
  const tallies = talliesOf(columns);
  for (const row of [0, 1, 2])
    for (const what of [
      ...(['LEAVES', 'MOVES', 'JOINS'] as const).map((kind) => ({ kind, row })),
      ...[1, 3].map((level) => ({ kind: 'CERTIFIED' as const, row, skillId: 'costing', level })),
    ]) {
      const then = coverOf(columns.map((column) => rewritten(column, what)));
      const changes = new Map(changesOf(columns, what, tallies).map((change) => [change.skillId, change.after]));
      expect(coverOf(columns).map((before) => changes.get(before.skillId) ?? before)).toEqual(then);
    }
});

it('works a what-if out for two thousand people and forty skills in a moment', () => {
  const levels = (seed: number) => Array.from({ length: 2_000 }, (_each, row) => (row * seed) % 5);
  const columns = Array.from({ length: 40 }, (_each, nth) => ({
    skillId: `s${nth}`,
    need: levels(nth + 3),
    verified: levels(nth + 7),
  }));
  const tallies = talliesOf(columns);
  changesOf(columns, { kind: 'LEAVES', row: 1 }, tallies);
  const begun = performance.now();
  changesOf(columns, { kind: 'LEAVES', row: 1_001 }, tallies);
  expect(performance.now() - begun).toBeLessThan(10);
});
