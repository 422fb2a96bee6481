import { unitPaths } from './unit-paths.rules.js';

it('names units by the way down to them, in order', () => {
  const units = [
    { id: 'n', name: 'Networks', parentId: 'o' },
    { id: 'o', name: 'Operations', parentId: null },
    { id: 'f', name: 'Finance', parentId: null },
  ];
  expect(unitPaths(units).map((each) => each.label)).toEqual(['Finance', 'Operations', 'Operations / Networks']);
});

it('comes to an end where units belong to each other', () => {
  const units = [
    { id: 'a', name: 'A', parentId: 'b' },
    { id: 'b', name: 'B', parentId: 'a' },
  ];
  expect(unitPaths(units).map((each) => each.label)).toEqual(['A / B', 'B / A']);
});
