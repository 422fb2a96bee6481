import type { Around, Role } from './pathway.documents.js';
import { lanesAround, neighbour } from './lanes.js';

const role = (id: string, levels: string[]): Role => ({
  ...{ id, name: id },
  levels: levels.map((level, order) => ({
    ...{ id: level, name: level, order, asks: 1 },
    myNearness: { verified: 0, claimed: 0, band: 'EXPLORE' },
  })),
});
const own = role('own', ['a1', 'a2', 'a3']);
const other = role('other', ['b1', 'b2']);

it('shows the own ladder first, and each other once however many steps lead there', () => {
  const around: Around = {
    ...{ id: 'a1', role: own },
    stepsOut: [
      { id: 's', kind: 'LATERAL', to: { id: 'b1', role: other } },
      { id: 't', kind: 'LADDER', to: { id: 'a2', role: own } },
    ],
    suggestedSteps: [{ overlap: 0.5, shared: 3, more: 2, to: { id: 'b2', role: other } }],
  };
  const { roles, across } = lanesAround(around);
  expect(roles.map(({ id }) => id)).toEqual(['own', 'other']);
  expect(across).toEqual([
    { from: 'a1', to: 'b1', suggested: false, shared: null },
    { from: 'a1', to: 'b2', suggested: true, shared: 3 },
  ]);
});

it('walks by arrow keys, and stays where there is nothing', () => {
  const walk = (from: string, key: string) => neighbour([own, other], from, key);
  expect([walk('a1', 'ArrowRight'), walk('a3', 'ArrowRight'), walk('a1', 'ArrowLeft')]).toEqual(['a2', null, null]);
  expect([walk('a2', 'Home'), walk('a1', 'End')]).toEqual(['a1', 'a3']);
  expect([walk('a3', 'ArrowDown'), walk('b1', 'ArrowUp'), walk('a2', 'ArrowUp')]).toEqual(['b2', 'a1', null]);
});
