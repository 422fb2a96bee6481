import { changesFor, placeAfter, rangeOf } from './requirement-keys.js';
import { keyOf, type Sheet } from './requirement-sheet.js';

const sheet: Sheet = {
  columns: ['junior', 'senior'].map((id) => ({ id, name: id })),
  rows: [
    { id: 'a', name: 'A', levels: ['One', 'Two', 'Three', 'Four'], from: null },
    { id: 'b', name: 'B', levels: ['Yes'], from: 'Elsewhere' },
  ],
  cells: new Map([[keyOf('junior', 'a'), { level: 1, importance: 2, mustHave: false }]]),
};
const all = rangeOf({ row: 1, column: 1 }, { row: 0, column: 0 });

describe('keys in the sheet of requirements', () => {
  it('stop at the edges', () => {
    const size = { rows: 2, columns: 2 };
    expect(placeAfter('ArrowUp', { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
    expect(placeAfter('ArrowRight', { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 1 });
    expect(placeAfter('PageDown', { row: 0, column: 1 }, size)).toEqual({ row: 1, column: 1 });
    expect(placeAfter('q', { row: 0, column: 1 }, size)).toBeNull();
  });

  it('set a level in every cell of the range whose scale has it', () => {
    expect(changesFor('3', sheet, all)?.map(({ skillId, levelId }) => [skillId, levelId])).toEqual([
      ['a', 'junior'],
      ['a', 'senior'],
    ]);
  });

  it('clear with 0 and Delete, toggle must-have with m, and leave other keys alone', () => {
    const one = rangeOf({ row: 0, column: 0 }, { row: 0, column: 0 });
    expect(changesFor('0', sheet, one)).toEqual([{ levelId: 'junior', skillId: 'a', asked: null }]);
    expect(changesFor('Delete', sheet, one)).toEqual([{ levelId: 'junior', skillId: 'a', asked: null }]);
    expect(changesFor('m', sheet, all)).toEqual([
      { levelId: 'junior', skillId: 'a', asked: { level: 1, importance: 2, mustHave: true } },
    ]);
    expect(changesFor('q', sheet, one)).toBeNull();
  });
});
