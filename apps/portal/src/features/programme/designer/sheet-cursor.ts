/** Where one is in the sheet, and from where a selection was stretched. */
export interface SheetCursor {
  row: number;
  column: number;
  anchorRow: number;
  anchorColumn: number;
}

export interface SheetRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface SheetSize {
  rows: number;
  columns: number;
}

export function cursorAt(row: number, column: number): SheetCursor {
  return { row, column, anchorRow: row, anchorColumn: column };
}

/** One step or to the edge; `stretch` keeps the anchor. */
export function moved(cursor: SheetCursor, size: SheetSize, down: number, right: number, stretch = false): SheetCursor {
  const row = clamp(cursor.row + down, size.rows);
  const column = clamp(cursor.column + right, size.columns);
  return stretch ? { ...cursor, row, column } : cursorAt(row, column);
}

/** The next cell in reading order, or null past the last (first) one: there Tab leaves the sheet. */
export function next(cursor: SheetCursor, size: SheetSize, by: 1 | -1): SheetCursor | null {
  const at = cursor.row * size.columns + cursor.column + by;
  if (at < 0 || at >= size.rows * size.columns) return null;
  return cursorAt(Math.floor(at / size.columns), at % size.columns);
}

/** The cursor inside a sheet that may have shrunk meanwhile. */
export function within(cursor: SheetCursor, size: SheetSize): SheetCursor {
  return {
    row: clamp(cursor.row, size.rows),
    column: clamp(cursor.column, size.columns),
    anchorRow: clamp(cursor.anchorRow, size.rows),
    anchorColumn: clamp(cursor.anchorColumn, size.columns),
  };
}

export function rangeOf(cursor: SheetCursor): SheetRange {
  return {
    top: Math.min(cursor.row, cursor.anchorRow),
    bottom: Math.max(cursor.row, cursor.anchorRow),
    left: Math.min(cursor.column, cursor.anchorColumn),
    right: Math.max(cursor.column, cursor.anchorColumn),
  };
}

export function inRange(range: SheetRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}
