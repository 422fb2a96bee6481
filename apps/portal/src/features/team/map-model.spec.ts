import { type SkillColumn, nearest } from './map-model.js';

const column = (need: number[], verified: number[], claimed: number[] = []) =>
  ({ need, verified, observed: [], claimed }) as Partial<SkillColumn> as SkillColumn;

it('names who is least short of what their own job asks, and not who has it already', () => {
  expect(nearest(column([2, 2, 3, 3], [2, 2, 1, 2]), 0)).toEqual({ row: 3, level: 2, wanted: 3 });
});

it('names the one who says more where two are as short', () => {
  expect(nearest(column([2, 2, 2], [2, 1, 1], [0, 0, 2]), 0)).toEqual({ row: 2, level: 1, wanted: 2 });
});

it('names who is nearest to what is lost where nobody else is short', () => {
  expect(nearest(column([3, 1, 0], [3, 2, 0]), 0)).toEqual({ row: 1, level: 2, wanted: 3 });
});

it('names nobody where everybody has it', () => {
  expect(nearest(column([2, 2], [2, 3]), 0)).toBeUndefined();
});
