import { act, renderHook } from '@testing-library/react';
import { useFolded } from './use-folded.js';

const row = (id: string, depth: number) => ({ id, depth });
const wide = [
  row('all', 0),
  ...['north', 'south'].flatMap((region) => [
    row(region, 1),
    ...Array.from({ length: 20 }, (_, n) => row(`${region} ${n}`, 2)),
  ]),
];
const folded = (rows: typeof wide) =>
  renderHook(({ shown }) => useFolded(shown, ({ id }) => id), { initialProps: { shown: rows } });

it('shows all of a few, and nothing to fold', () => {
  const { result } = folded([row('all', 0), row('north', 1), row('north 1', 2)]);
  expect(result.current.map((each) => [each.row.id, each.below])).toEqual([
    ['all', 0],
    ['north', 0],
    ['north 1', 0],
  ]);
});

it('of many shows the first steps, says how many are below, and opens one at a time', () => {
  const { result } = folded(wide);
  const names = () => result.current.map((each) => each.row.id);
  expect(names()).toEqual(['all', 'north', 'south']);
  expect(result.current.map(({ below, open }) => [below, open])).toEqual([
    [42, true],
    [20, false],
    [20, false],
  ]);
  act(() => result.current[1]?.toggle());
  expect(names()).toHaveLength(23);
  expect(names()[2]).toBe('north 0');
  act(() => result.current[0]?.toggle());
  expect(names()).toEqual(['all']);
  act(() => result.current[0]?.toggle());
  expect(names()).toHaveLength(23);
});
