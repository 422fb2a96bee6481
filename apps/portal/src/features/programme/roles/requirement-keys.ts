import {
  type Asked,
  cellAt,
  type CellChange,
  type Sheet,
  type SheetSkill,
  withImportance,
  withLevel,
  withMustHave,
  withoutLevel,
} from './requirement-sheet.js';

export interface Place {
  row: number;
  column: number;
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function rangeOf(cursor: Place, anchor: Place): Range {
  return {
    top: Math.min(cursor.row, anchor.row),
    bottom: Math.max(cursor.row, anchor.row),
    left: Math.min(cursor.column, anchor.column),
    right: Math.max(cursor.column, anchor.column),
  };
}

const ARROWS: Record<string, (at: Place, size: { rows: number; columns: number }) => Place> = {
  ArrowUp: (at) => ({ ...at, row: at.row - 1 }),
  ArrowDown: (at) => ({ ...at, row: at.row + 1 }),
  Enter: (at) => ({ ...at, row: at.row + 1 }),
  ArrowLeft: (at) => ({ ...at, column: at.column - 1 }),
  ArrowRight: (at) => ({ ...at, column: at.column + 1 }),
  Home: (at) => ({ ...at, column: 0 }),
  End: (at, size) => ({ ...at, column: size.columns - 1 }),
  PageUp: (at) => ({ ...at, row: 0 }),
  PageDown: (at, size) => ({ ...at, row: size.rows - 1 }),
};

/** Where a key leads; null for keys that lead nowhere. The edge stops it. */
export function placeAfter(key: string, at: Place, size: { rows: number; columns: number }): Place | null {
  const next = ARROWS[key]?.(at, size);
  if (!next) return null;
  return {
    row: Math.max(0, Math.min(size.rows - 1, next.row)),
    column: Math.max(0, Math.min(size.columns - 1, next.column)),
  };
}

/** What a key writes into every cell of the range; null for keys that write nothing. */
export function changesFor(key: string, sheet: Sheet, range: Range): CellChange[] | null {
  const meant = meaningOf(key);
  if (!meant) return null;
  const changes: CellChange[] = [];
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++) {
      const [skill, level] = [sheet.rows[row], sheet.columns[column]];
      if (!skill || !level) continue;
      const before = cellAt(sheet, row, column);
      const asked = meant(before, skill);
      if (asked !== undefined && asked !== before) changes.push({ levelId: level.id, skillId: skill.id, asked });
    }
  return changes;
}

function meaningOf(key: string): ((asked: Asked | null, skill: SheetSkill) => Asked | null | undefined) | null {
  if (/^\d$/.test(key)) return (asked, skill) => withLevel(asked, Number(key), skill);
  if (key === 'Delete' || key === 'Backspace') return () => null;
  if (key === 'm') return withMustHave;
  if (key === 'i') return withImportance;
  return key === 'x' ? withoutLevel : null;
}
