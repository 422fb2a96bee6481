import { aboveOf, branchOf, canMoveTo, nextByName, visibleRows } from './unit-tree.rules.js';

const unit = (id: string, name: string, parentId: string | null = null) => ({ id, name, parentId });
const units = [
  unit('ops', 'Operations'),
  unit('net', 'Networks', 'ops'),
  unit('tel', 'Telemetry', 'net'),
  unit('lab', 'Laboratory', 'ops'),
  unit('fin', 'Finance'),
];

it('shows what is unfolded, by name, with its level and its place among siblings', () => {
  const rows = visibleRows(units, new Set(['ops']));
  expect(rows.map((row) => [row.unit.name, row.level, row.place, row.siblings, row.expanded])).toEqual([
    ['Finance', 1, 1, 2, null],
    ['Operations', 1, 2, 2, true],
    ['Laboratory', 2, 1, 2, null],
    ['Networks', 2, 2, 2, false],
  ]);
});

it('lets a unit go anywhere but into its own branch and to where it is', () => {
  expect(canMoveTo(units, 'net', 'fin')).toBe(true);
  expect(canMoveTo(units, 'net', null)).toBe(true);
  expect(canMoveTo(units, 'net', 'tel')).toBe(false);
  expect(canMoveTo(units, 'net', 'net')).toBe(false);
  expect(canMoveTo(units, 'net', 'ops')).toBe(false);
});

it('knows the branch below and the way up', () => {
  expect([...branchOf(units, 'ops')].sort()).toEqual(['lab', 'net', 'ops', 'tel']);
  expect(aboveOf(units, 'tel')).toEqual(['net', 'ops']);
});

it('finds by typing: one letter goes on to the next, more letters may stay', () => {
  const rows = visibleRows([unit('a', 'Alpha'), unit('b', 'Anchor'), unit('c', 'Beta')], new Set());
  expect(nextByName(rows, 0, 'a')).toBe(1);
  expect(nextByName(rows, 1, 'a')).toBe(0);
  expect(nextByName(rows, 1, 'an')).toBe(1);
  expect(nextByName(rows, 0, 'x')).toBeNull();
});
