import { type History, record, redo, startOf, undo } from './history.js';
import {
  addCriterion,
  cellText,
  columnsOf,
  moveCriterion,
  placeCriterion,
  placeLevel,
  type NewId,
  removeCriterion,
  type RubricSheet,
  withCell,
} from './rubric-sheet.js';
import { clearRange, pasteBlock } from './sheet-block.js';
import { cursorAt, moved, next, rangeOf, type SheetCursor, type SheetSize, within } from './sheet-cursor.js';

/** Something a person should be told about what they just did. */
export type SheetNews =
  | { kind: 'not-a-number' | 'not-a-level'; text: string }
  | { kind: 'pasted'; rows: number; refused: number; cut: number }
  | { kind: 'replaced'; rows: number };

export interface SheetState {
  history: History<RubricSheet>;
  cursor: SheetCursor;
  /** Set while one cell is being written in. */
  editing: { before: RubricSheet; text: string } | null;
  /** After Escape, Tab leaves the sheet instead of going to the next cell. */
  leaving: boolean;
  news: SheetNews | null;
}

export function openSheet(sheet: RubricSheet): SheetState {
  return { history: startOf(sheet), cursor: cursorAt(0, 0), editing: null, leaving: false, news: null };
}

export function sizeOf(state: SheetState): SheetSize {
  const { present } = state.history;
  return { rows: present.length, columns: columnsOf(present).length };
}

export function go(state: SheetState, down: number, right: number, stretch = false): SheetState {
  return calm({ ...state, cursor: moved(state.cursor, sizeOf(state), down, right, stretch) });
}

export function goTo(state: SheetState, row: number, column: number, stretch = false): SheetState {
  const committed = state.editing ? commit(state) : state;
  const cursor = stretch ? { ...committed.cursor, row, column } : cursorAt(row, column);
  return { ...committed, cursor: within(cursor, sizeOf(committed)), leaving: false };
}

/** The next cell in reading order; null where Tab leaves the sheet. */
export function tab(state: SheetState, by: 1 | -1): SheetState | null {
  if (state.leaving && !state.editing) return null;
  const committed = state.editing ? commit(state) : state;
  const cursor = next(committed.cursor, sizeOf(committed), by);
  if (cursor) return { ...committed, cursor, leaving: false };
  return state.editing ? committed : null;
}

/** Opens the cell for writing; `typed` replaces what stands in it. */
export function edit(state: SheetState, typed?: string): SheetState {
  const { present } = state.history;
  const criterion = present[state.cursor.row];
  const column = columnsOf(present)[state.cursor.column];
  if (!criterion || !column || state.editing) return state;
  const opened = calm({ ...state, cursor: cursorAt(state.cursor.row, state.cursor.column) });
  const editing = { before: present, text: cellText(criterion, column) };
  return typed === undefined ? { ...opened, editing } : write({ ...opened, editing }, typed);
}

/** Every stroke is in the sheet at once, so that it is saved and shown; undo takes back the whole cell. */
export function write(state: SheetState, text: string): SheetState {
  if (!state.editing) return state;
  const present = withText(state.editing.before, state.cursor, text) ?? state.editing.before;
  return { ...state, history: { ...state.history, present }, editing: { ...state.editing, text } };
}

export function commit(state: SheetState): SheetState {
  const { editing, history, cursor } = state;
  if (!editing) return state;
  const refused = withText(editing.before, cursor, editing.text) === null;
  const unchanged = JSON.stringify(history.present) === JSON.stringify(editing.before);
  const settled = { ...history, present: editing.before };
  const column = columnsOf(editing.before)[cursor.column];
  return {
    ...state,
    history: unchanged ? settled : record(settled, history.present),
    editing: null,
    news: refused ? { kind: column?.kind === 'weight' ? 'not-a-number' : 'not-a-level', text: editing.text } : null,
  };
}

/** Escape: while writing it gives up the cell, otherwise it lets Tab leave. */
export function escape(state: SheetState): SheetState {
  if (!state.editing) return { ...state, leaving: true };
  return { ...state, history: { ...state.history, present: state.editing.before }, editing: null, news: null };
}

export function paste(state: SheetState, block: string[][], newId: NewId): SheetState {
  const { top, left } = rangeOf(state.cursor);
  const { sheet, range, refused, cut } = pasteBlock(state.history.present, { row: top, column: left }, block, newId);
  const cursor = { row: range.top, column: range.left, anchorRow: range.bottom, anchorColumn: range.right };
  return { ...changed(state, sheet), cursor, news: { kind: 'pasted', rows: block.length, refused, cut } };
}

export function clear(state: SheetState): SheetState {
  return changed(state, clearRange(state.history.present, rangeOf(state.cursor)));
}

export function changed(state: SheetState, sheet: RubricSheet): SheetState {
  const committed = state.editing ? commit(state) : state;
  const next = calm({ ...committed, history: record(committed.history, sheet) });
  return { ...next, cursor: within(next.cursor, sizeOf(next)) };
}

export function insertBelow(state: SheetState, row: number, newId: NewId): SheetState {
  const grown = changed(state, addCriterion(state.history.present, row, newId));
  return { ...grown, cursor: within(cursorAt(row + 1, 0), sizeOf(grown)) };
}

/** Takes a criterion away, but not the last one: an empty sheet would have no levels to begin the next with. */
export function remove(state: SheetState, row: number): SheetState {
  if (state.history.present.length < 2) return state;
  return changed(state, removeCriterion(state.history.present, row));
}

export function reorder(state: SheetState, row: number, by: -1 | 1): SheetState {
  const sheet = moveCriterion(state.history.present, row, by);
  if (sheet === state.history.present) return state;
  return { ...changed(state, sheet), cursor: cursorAt(row + by, state.cursor.column) };
}

/** Takes the level of a column one place on; null where there is none, so that the key means what it means elsewhere. */
export function reorderLevel(state: SheetState, column: number, by: -1 | 1): SheetState | null {
  const at = columnsOf(state.history.present)[column];
  return at?.kind === 'level' ? levelTo(state, at.ordinal, at.ordinal + by) : null;
}

export function levelTo(state: SheetState, from: number, to: number): SheetState {
  const columns = columnsOf(state.history.present);
  const target = columns.findIndex((column) => column.kind === 'level' && column.ordinal === to);
  if (target < 0) return state;
  const placed = changed(state, placeLevel(state.history.present, from, to));
  return { ...placed, cursor: cursorAt(state.cursor.row, target) };
}

export function criterionTo(state: SheetState, from: number, to: number): SheetState {
  const sheet = placeCriterion(state.history.present, from, to);
  if (sheet === state.history.present) return state;
  return { ...changed(state, sheet), cursor: cursorAt(to, state.cursor.column) };
}

/** Another rubric takes the place of the whole one; undo brings it back. */
export function replaceAll(state: SheetState, sheet: RubricSheet): SheetState {
  return { ...changed(state, sheet), cursor: cursorAt(0, 0), news: { kind: 'replaced', rows: sheet.length } };
}

export function takeBack(state: SheetState): SheetState {
  return travelled(state, undo);
}

export function again(state: SheetState): SheetState {
  return travelled(state, redo);
}

function travelled(state: SheetState, travel: typeof undo<RubricSheet>): SheetState {
  const committed = state.editing ? commit(state) : state;
  const next = calm({ ...committed, history: travel(committed.history) });
  return { ...next, cursor: within(next.cursor, sizeOf(next)) };
}

function calm(state: SheetState): SheetState {
  return { ...state, leaving: false, news: null };
}

function withText(sheet: RubricSheet, { row, column }: SheetCursor, text: string): RubricSheet | null {
  const criterion = sheet[row];
  const at = columnsOf(sheet)[column];
  const written = criterion && at ? withCell(criterion, at, text) : null;
  return written && sheet.map((each, index) => (index === row ? written : each));
}
