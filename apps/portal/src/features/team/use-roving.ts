import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface Place {
  row: number;
  column: number;
}

interface Given {
  rows: number;
  columns: number;
  /** Brings a row into sight, so that it is drawn. */
  showRow: (row: number) => void;
}

const A_PAGE = 10;

/**
 * One place of the table is in the tab order; arrows, Home, End and the page keys move the focus among cells, names, heads and
 * counts. Were each a stop, nobody would ever tab past a large team.
 */
export function useRoving({ rows, columns, showRow }: Given) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const moving = useRef(false);
  useEffect(() => {
    if (!moving.current) return;
    const cell = table.current?.querySelector<HTMLElement>(`[data-at="${at.row} ${at.column}"]`);
    // A row that comes into sight is drawn after this; the next run finds it.
    if (!cell) return;
    moving.current = false;
    cell.focus({ preventScroll: false });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const from = placeOf(event.target);
    const to = from && nextOf(event, from, { rows, columns });
    if (!to) return;
    event.preventDefault();
    moving.current = true;
    showRow(to.row);
    setAt(to);
  };
  const onFocus = (event: FocusEvent) => {
    const place = placeOf(event.target);
    if (place && !moving.current) setAt((before) => (isSame(before, place) ? before : place));
  };
  return { table, at, onKeyDown, onFocus };
}

const isSame = (one: Place, other: Place) => one.row === other.row && one.column === other.column;

function placeOf(target: EventTarget): Place | null {
  const [row, column] = (target as HTMLElement).dataset.at?.split(' ').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

/** Names stand before the first column, heads above the first row, counts below the last; in the corners is nothing to open. */
function nextOf(event: KeyboardEvent, { row, column }: Place, { rows, columns }: { rows: number; columns: number }) {
  const whole = event.ctrlKey || event.metaKey;
  const inBody = (value: number) => Math.min(Math.max(0, value), rows - 1);
  const to: Record<string, Place> = {
    ArrowUp: { row: Math.max(-1, row - 1), column },
    ArrowDown: { row: Math.min(rows, row + 1), column },
    ArrowLeft: { row, column: Math.max(-1, column - 1) },
    ArrowRight: { row, column: Math.min(columns - 1, column + 1) },
    PageUp: { row: inBody(row - A_PAGE), column },
    PageDown: { row: inBody(row + A_PAGE), column },
    Home: { row: whole ? 0 : row, column: 0 },
    End: { row: whole ? rows - 1 : row, column: columns - 1 },
  };
  const next = to[event.key];
  return next && (next.column >= 0 || next.row === inBody(next.row)) ? next : null;
}
