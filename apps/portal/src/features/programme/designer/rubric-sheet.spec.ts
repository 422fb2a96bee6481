import { redo, record, startOf, undo } from './history.js';
import {
  addCriterion,
  addLevel,
  cellText,
  columnsOf,
  moveCriterion,
  passFrom,
  passingOrdinal,
  placeCriterion,
  placeLevel,
  removeLevel,
  type RubricSheet,
  withCell,
} from './rubric-sheet.js';
import { clearRange, copyRange, pasteBlock, readBlock, writeBlock } from './sheet-block.js';
import { cursorAt, moved, next, rangeOf } from './sheet-cursor.js';

let made = 0;
const newId = () => `new-${++made}`;

const LABELS = ['Awareness', 'Working', 'Practitioner'];
const levels = (...descriptors: string[]) =>
  LABELS.map((label, index) => ({
    id: `l${index + 1}`,
    ordinal: index + 1,
    label,
    points: index,
    descriptor: descriptors[index] ?? '',
    isCompetent: index > 0,
  }));

const sheet: RubricSheet = [
  {
    id: 'a',
    title: 'Define',
    description: '',
    weight: 2,
    mustReach: 2,
    levels: levels('Names it', 'Builds it', 'Owns it'),
  },
  { id: 'b', title: 'Test', description: 'Joins', weight: 1, mustReach: null, levels: levels('Says why') },
];

describe('the rubric as a sheet', () => {
  it('shows text first, then the levels in order, then what steers the decision', () => {
    expect(columnsOf(sheet).map((column) => (column.kind === 'level' ? column.label : column.kind))).toEqual([
      'title',
      'description',
      'Awareness',
      'Working',
      'Practitioner',
      'weight',
      'mustReach',
    ]);
    expect(passingOrdinal(sheet)).toBe(2);
  });

  it.each([
    ['weight', '1,5', 1.5],
    ['weight', '0', null],
    ['weight', 'much', null],
    ['mustReach', '3 Practitioner', 3],
    ['mustReach', 'working', 2],
    ['mustReach', '9', null],
    ['mustReach', '–', 'none'],
  ] as const)('reads %s "%s"', (kind, text, expected) => {
    const written = sheet[0] && withCell(sheet[0], { kind }, text);
    if (expected === null) expect(written).toBeNull();
    else expect(written?.[kind]).toBe(expected === 'none' ? null : expected);
  });

  it('adds a criterion with the levels of its neighbour and no words of it', () => {
    const grown = addCriterion(sheet, 0, newId);
    expect(grown.map((criterion) => criterion.title)).toEqual(['Define', '', 'Test']);
    expect(grown[1]?.levels.map((level) => [level.label, level.descriptor, level.isCompetent])).toEqual([
      ['Awareness', '', false],
      ['Working', '', true],
      ['Practitioner', '', true],
    ]);
  });

  it('keeps numbering, points and must-reach together when a level goes', () => {
    const fewer = removeLevel(sheet, 1);
    expect(fewer[0]?.levels.map((level) => [level.ordinal, level.label, level.points])).toEqual([
      [1, 'Working', 0],
      [2, 'Practitioner', 1],
    ]);
    expect(fewer[0]?.mustReach).toBe(1);
    expect(addLevel(fewer, 'Expert', newId)[0]?.levels.at(-1)).toMatchObject({
      ordinal: 3,
      points: 2,
      isCompetent: true,
    });
  });

  it('moves the passing column for every criterion at once', () => {
    expect(passFrom(sheet, 3).map((criterion) => criterion.levels.map((level) => level.isCompetent))).toEqual([
      [false, false, true],
      [false, false, true],
    ]);
  });

  it('reorders and stops at the edge', () => {
    expect(moveCriterion(sheet, 1, -1).map((criterion) => criterion.id)).toEqual(['b', 'a']);
    expect(moveCriterion(sheet, 1, 1)).toBe(sheet);
  });
});

describe('pasting from a spreadsheet', () => {
  it('reads quoted cells with tabs, line breaks and quotes', () => {
    const cells = [
      ['plain', 'two\nlines'],
      ['a "word"', 'tab\there'],
    ];
    expect(readBlock(writeBlock(cells))).toEqual(cells);
    expect(readBlock('say "so"\tnext\r\n')).toEqual([['say "so"', 'next']]);
  });

  it('writes the block from the cursor on and adds the rows it needs', () => {
    const block = readBlock('Plan\tWhat is planned\tTells\tDoes\nHand over\t\tAsks\tWrites');
    const { sheet: pasted, refused } = pasteBlock(sheet, { row: 1, column: 0 }, block, newId);
    expect(pasted).toHaveLength(3);
    expect(pasted[1]).toMatchObject({ title: 'Plan', description: 'What is planned' });
    expect(pasted[2]?.levels.map((level) => level.descriptor)).toEqual(['Asks', 'Writes', '']);
    expect(refused).toBe(0);
  });

  it('counts what cannot stand in its cell and what falls off the edge', () => {
    const { sheet: pasted, refused, cut } = pasteBlock(sheet, { row: 0, column: 5 }, [['heavy', '3', 'beyond']], newId);
    expect(pasted[0]).toMatchObject({ weight: 2, mustReach: 3 });
    expect({ refused, cut }).toEqual({ refused: 1, cut: 1 });
  });

  it('copies and clears a stretched selection', () => {
    const range = rangeOf(moved(cursorAt(0, 2), { rows: 2, columns: 7 }, 1, 1, true));
    expect(copyRange(sheet, range)).toBe('Names it\tBuilds it\nSays why\t');
    const cleared = clearRange(sheet, range);
    expect(columnsOf(cleared).map((column) => cleared[0] && cellText(cleared[0], column))).toEqual([
      'Define',
      '',
      '',
      '',
      'Owns it',
      '2',
      '2',
    ]);
  });
});

describe('moving and taking back', () => {
  const size = { rows: 2, columns: 7 };

  it('wraps with Tab and leaves at the ends', () => {
    expect(next(cursorAt(0, 6), size, 1)).toEqual(cursorAt(1, 0));
    expect(next(cursorAt(1, 6), size, 1)).toBeNull();
    expect(next(cursorAt(0, 0), size, -1)).toBeNull();
  });

  it('stops at the edge with the arrows', () => {
    expect(moved(cursorAt(1, 0), size, 1, -1)).toEqual(cursorAt(1, 0));
  });

  it('undoes, redoes and forgets what was taken back after a new change', () => {
    const changed = record(record(startOf(1), 2), 3);
    expect(undo(changed).present).toBe(2);
    expect(redo(undo(changed)).present).toBe(3);
    expect(redo(record(undo(changed), 9)).present).toBe(9);
    expect(undo(startOf(1)).present).toBe(1);
  });
});

describe('putting things in another order', () => {
  it('takes a criterion anywhere', () => {
    const three = addCriterion(sheet, 1, newId);
    expect(placeCriterion(three, 2, 0).map(({ title }) => title)).toEqual(['', 'Define', 'Test']);
    expect(placeCriterion(three, 0, 9)).toBe(three);
  });

  it('takes a level with its words and its must-reach; what a place counts stays', () => {
    const placed = placeLevel(sheet, 2, 3);
    expect(placed[0]?.mustReach).toBe(3);
    expect(
      placed[0]?.levels.map((level) => [level.ordinal, level.label, level.descriptor, level.points, level.isCompetent]),
    ).toEqual([
      [1, 'Awareness', 'Names it', 0, false],
      [2, 'Practitioner', 'Owns it', 1, true],
      [3, 'Working', 'Builds it', 2, true],
    ]);
    expect(placeLevel(placeLevel(sheet, 1, 3), 3, 1)).toEqual(sheet);
  });
});
