import {
  bothChanged,
  changesBetween,
  type Cells,
  keyOf,
  pasted,
  readCell,
  type Sheet,
  textOf,
  withCells,
  withImportance,
  withLevel,
  withMustHave,
} from './requirement-sheet.js';

const LEVELS = ['Awareness', 'Working', 'Practitioner', 'Expert'];
const skill = (id: string, levels = LEVELS) => ({ id, name: `Skill ${id}`, levels, from: null });
const asked = (level: number | null, mustHave = false, importance = 2) => ({ level, importance, mustHave });
const sheet = (cells: Cells = new Map()): Sheet => ({
  columns: ['junior', 'senior'].map((id) => ({ id, name: id })),
  rows: ['a', 'b', 'c'].map((id) => skill(id)),
  cells,
});

describe('a sheet of requirements', () => {
  it('takes a digit for a level, 0 for nothing, and no level that its scale has not', () => {
    expect(withLevel(null, 3, skill('a'))).toEqual(asked(3));
    expect(withLevel(asked(1, true, 3), 2, skill('a'))).toEqual(asked(2, true, 3));
    expect(withLevel(asked(1), 0, skill('a'))).toBeNull();
    expect(withLevel(asked(1), 5, skill('a'))).toBeUndefined();
  });

  it('turns must-have on and off and goes round importance, only where something is asked', () => {
    expect(withMustHave(asked(1))).toEqual(asked(1, true));
    expect(withMustHave(null)).toBeNull();
    expect(withImportance(asked(1, false, 3))).toEqual(asked(1, false, 1));
  });

  it.each([
    ['3', asked(3)],
    [' expert ', asked(4)],
    ['2!', asked(2, true)],
    ['Working (must have)', asked(2, true)],
    ['x', asked(null)],
    ['', null],
    ['0', null],
    ['5', undefined],
    ['quite good', undefined],
    ['!', undefined],
  ])('reads “%s” from a spreadsheet', (text, meant) => {
    expect(readCell(text, skill('a'), null)).toEqual(meant);
  });

  it('gives back what it writes', () => {
    for (const each of [asked(1), asked(4, true), asked(null), asked(null, true)])
      expect(readCell(textOf(each), skill('a'), null)).toEqual(each);
  });

  it('is pasted from the cursor on; what falls off the edge or says nothing leaves cells as they were', () => {
    const { changes, refused } = pasted(sheet(), { row: 1, column: 0 }, [
      ['1', '2', '3'],
      ['9', '4!'],
    ]);
    expect(changes).toEqual([
      { levelId: 'junior', skillId: 'b', asked: asked(1) },
      { levelId: 'senior', skillId: 'b', asked: asked(2) },
      { levelId: 'senior', skillId: 'c', asked: asked(4, true) },
    ]);
    expect(refused).toEqual(['Skill c: 9']);
  });

  it('finds rows by name when the block brings the names of skills', () => {
    const { changes, unknown } = pasted(sheet(), { row: 2, column: 0 }, [
      ['skill B', 'Working', 'Expert'],
      ['Skill nobody has', '1', '1'],
      ['Skill a', '', '1'],
    ]);
    expect(changes.map((change) => [change.skillId, change.levelId, change.asked?.level ?? null])).toEqual([
      ['b', 'junior', 2],
      ['b', 'senior', 4],
      ['a', 'junior', null],
      ['a', 'senior', 1],
    ]);
    expect(unknown).toEqual(['Skill nobody has']);
  });

  it('saves what changed and nothing else', () => {
    const before = new Map([
      [keyOf('junior', 'a'), asked(1)],
      [keyOf('senior', 'a'), asked(2)],
    ]);
    const after = withCells(before, [
      { levelId: 'senior', skillId: 'a', asked: asked(2) },
      { levelId: 'junior', skillId: 'a', asked: null },
      { levelId: 'junior', skillId: 'b', asked: asked(3) },
    ]);
    expect(changesBetween(before, after)).toEqual([
      { levelId: 'junior', skillId: 'a', asked: null },
      { levelId: 'junior', skillId: 'b', asked: asked(3) },
    ]);
  });

  it('tells cells that two people changed differently from cells that one of them did', () => {
    const mine = [
      { levelId: 'junior', skillId: 'a', asked: asked(1) },
      { levelId: 'junior', skillId: 'b', asked: asked(2) },
      { levelId: 'senior', skillId: 'c', asked: null },
    ];
    const theirs = [
      { levelId: 'junior', skillId: 'a', asked: asked(4) },
      { levelId: 'junior', skillId: 'b', asked: asked(2) },
      { levelId: 'senior', skillId: 'a', asked: null },
    ];
    expect(bothChanged(mine, theirs)).toEqual([keyOf('junior', 'a')]);
  });
});
