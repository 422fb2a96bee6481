import { cellText, columnsOf, type RubricSheet } from './rubric-sheet.js';
import { readBlock } from './sheet-block.js';
import { actOf } from './sheet-keys.js';
import {
  clear,
  commit,
  edit,
  escape,
  go,
  goTo,
  insertBelow,
  openSheet,
  paste,
  remove,
  reorder,
  tab,
  takeBack,
  again,
  write,
} from './sheet-state.js';

const level = (ordinal: number, descriptor: string) => ({
  id: `l${ordinal}`,
  ordinal,
  label: `Level ${ordinal}`,
  points: ordinal - 1,
  descriptor,
  isCompetent: ordinal > 1,
});
const sheet: RubricSheet = [
  {
    id: 'a',
    title: 'Define',
    description: '',
    weight: 2,
    mustReach: null,
    levels: [level(1, 'Names it'), level(2, 'Builds it')],
  },
  { id: 'b', title: 'Test', description: '', weight: 1, mustReach: null, levels: [level(1, ''), level(2, '')] },
];
const titles = (state: { history: { present: RubricSheet } }) =>
  state.history.present.map((criterion) => criterion.title);
let made = 0;
const newId = () => `new-${++made}`;

describe('writing in the sheet', () => {
  it('shows every stroke at once and takes the whole cell back with one undo', () => {
    let state = edit(openSheet(sheet), 'D');
    state = write(state, 'Design the join');
    expect(titles(state)[0]).toBe('Design the join');
    state = commit(state);
    expect(titles(takeBack(state))[0]).toBe('Define');
    expect(titles(again(takeBack(state)))[0]).toBe('Design the join');
  });

  it('gives the cell back as it was on Escape, and leaves no step to undo', () => {
    const state = escape(write(edit(openSheet(sheet)), 'Something else'));
    expect(titles(state)[0]).toBe('Define');
    expect(state.history.past).toEqual([]);
  });

  it('keeps the old weight and says so when the text is no number', () => {
    const state = commit(write(edit(goTo(openSheet(sheet), 0, 4)), 'lots'));
    expect(state.history.present[0]?.weight).toBe(2);
    expect(state.news).toEqual({ kind: 'not-a-number', text: 'lots' });
  });

  it('keeps what was written when one clicks into another cell', () => {
    const state = goTo(write(edit(openSheet(sheet)), 'Kept'), 1, 0);
    expect(titles(state)).toEqual(['Kept', 'Test']);
    expect(state.editing).toBeNull();
  });
});

describe('getting about', () => {
  it('goes on with Tab and leaves after Escape or at the end', () => {
    const start = openSheet(sheet);
    expect(tab(start, 1)?.cursor).toMatchObject({ row: 0, column: 1 });
    expect(tab(goTo(start, 1, 5), 1)).toBeNull();
    expect(tab(escape(start), 1)).toBeNull();
  });

  it('clears what is stretched over and takes that back', () => {
    const stretched = go(go(goTo(openSheet(sheet), 0, 2), 0, 1), 0, -1, true);
    const state = clear(stretched);
    expect(
      columnsOf(state.history.present).map(
        (column) => state.history.present[0] && cellText(state.history.present[0], column),
      ),
    ).toEqual(['Define', '', '', '', '2', '']);
    expect(takeBack(state).history.present).toBe(sheet);
  });

  it('follows a criterion that is moved', () => {
    const state = reorder(openSheet(sheet), 0, 1);
    expect(titles(state)).toEqual(['Test', 'Define']);
    expect(state.cursor.row).toBe(1);
    expect(reorder(state, 1, 1)).toBe(state);
  });

  it('selects what was pasted and puts the cursor into what was added', () => {
    const pasted = paste(goTo(openSheet(sheet), 1, 0), readBlock('Plan\twhat\nRun\twhere'), newId);
    expect(titles(pasted)).toEqual(['Define', 'Plan', 'Run']);
    expect(pasted.cursor).toEqual({ row: 1, column: 0, anchorRow: 2, anchorColumn: 1 });
    expect(remove(remove(openSheet(sheet), 0), 0).history.present).toHaveLength(1);
    expect(insertBelow(pasted, 2, newId).cursor).toMatchObject({ row: 3, column: 0 });
  });
});

describe('keys', () => {
  const stroke = (key: string, more = {}) => ({
    key,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    ...more,
  });

  it.each([
    [stroke('ArrowDown'), false, { act: 'go', down: 1, right: 0, stretch: false }],
    [stroke('ArrowRight', { shiftKey: true }), false, { act: 'go', down: 0, right: 1, stretch: true }],
    [stroke('x'), false, { act: 'edit', typed: 'x' }],
    [stroke('F2'), false, { act: 'edit' }],
    [stroke('z', { metaKey: true, shiftKey: true }), false, { act: 'redo' }],
    [stroke('Delete', { ctrlKey: true }), false, { act: 'remove' }],
    [stroke('ArrowUp', { altKey: true }), false, { act: 'reorder', by: -1 }],
    [stroke('c', { ctrlKey: true }), false, null],
    [stroke('Shift'), false, null],
    [stroke('Enter'), true, { act: 'done' }],
    [stroke('Enter', { shiftKey: true }), true, null],
    [stroke('ArrowDown'), true, null],
    [stroke('z', { ctrlKey: true }), true, null],
  ])('%j while editing %s', (pressed, editing, expected) => {
    expect(actOf(pressed, editing)).toEqual(expected);
  });
});
