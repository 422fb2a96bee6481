import { useState } from 'react';

/** As many as can be read at a glance: below that nothing is folded. */
const FEW = 30;
/** Steps from the top that are open at first: the whole and what it consists of. */
const OPEN_AT_FIRST = 1;

export interface TreeRow {
  depth: number;
}

/** A row that is shown, and what its name does. */
export interface FoldedRow<Row> {
  row: Row;
  /** Whether any row is. */
  folds: boolean;
  /** How many rows stand below it, whether shown or not; none where nothing is folded. */
  below: number;
  open: boolean;
  toggle(): void;
}

/** Rows of a tree in their order. Of many only the first steps are shown until somebody opens more. */
export function useFolded<Row extends TreeRow>(rows: readonly Row[], idOf: (row: Row) => string): FoldedRow<Row>[] {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const folds = rows.length > FEW;
  const isOpen = (row: Row) => !folds || row.depth < OPEN_AT_FIRST !== turned.has(idOf(row));
  const toggle = (id: string) => () =>
    setTurned((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return seen(rows, isOpen).map((row) => ({
    ...{ row, folds, open: isOpen(row), toggle: toggle(idOf(row)) },
    below: folds ? countBelow(rows, row) : 0,
  }));
}

/** Nothing deeper than a row that is folded is shown. */
function seen<Row extends TreeRow>(rows: readonly Row[], isOpen: (row: Row) => boolean): Row[] {
  const shown: Row[] = [];
  let shut = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (row.depth > shut) continue;
    shown.push(row);
    shut = isOpen(row) ? Number.POSITIVE_INFINITY : row.depth;
  }
  return shown;
}

function countBelow<Row extends TreeRow>(rows: readonly Row[], row: Row): number {
  const place = rows.indexOf(row);
  const end = rows.findIndex((other, at) => at > place && other.depth <= row.depth);
  return (end < 0 ? rows.length : end) - place - 1;
}
