import { addCriterion, cellText, columnsOf, type NewId, type RubricSheet, withCell } from './rubric-sheet.js';
import { type SheetRange } from './sheet-cursor.js';

/** A cell in quotes, as spreadsheets write one with line breaks: it ends where the next cell or row begins. */
const QUOTED = /"((?:[^"]|"")*)"(?=\t|\n|$)/y;
const PLAIN = /[^\t\n]*/y;

/** Reads what a spreadsheet puts on the clipboard: tabs between cells, quotes around cells with line breaks. */
export function readBlock(text: string): string[][] {
  const source = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  for (let at = 0; at <= source.length; at++) {
    QUOTED.lastIndex = at;
    PLAIN.lastIndex = at;
    // A quote that closes nowhere, or in the midst of a cell, is only a quote.
    const quoted = source[at] === '"' ? QUOTED.exec(source) : null;
    const cell = quoted ?? PLAIN.exec(source);
    rows.at(-1)?.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (cell?.[0] ?? ''));
    at += cell?.[0].length ?? 0;
    if (source[at] === '\n') rows.push([]);
  }
  return rows;
}

export function writeBlock(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quote).join('\t')).join('\n');
}

export function copyRange(sheet: RubricSheet, range: SheetRange): string {
  const columns = columnsOf(sheet).slice(range.left, range.right + 1);
  const rows = sheet.slice(range.top, range.bottom + 1);
  return writeBlock(rows.map((criterion) => columns.map((column) => cellText(criterion, column))));
}

export interface Pasted {
  sheet: RubricSheet;
  range: SheetRange;
  /** Cells whose text cannot stand where it landed; they keep what they had. */
  refused: number;
  /** Columns of the block that fell off the right edge. */
  cut: number;
}

/** Writes a block with its first cell at `row`, `column`; rows that are missing are added. */
export function pasteBlock(
  sheet: RubricSheet,
  at: { row: number; column: number },
  block: string[][],
  newId: NewId,
): Pasted {
  const columns = columnsOf(sheet);
  let grown = sheet;
  while (grown.length < at.row + block.length) grown = addCriterion(grown, grown.length - 1, newId);
  let refused = 0;
  const pasted = grown.map((criterion, row) => {
    const cells = block[row - at.row] ?? [];
    return cells.reduce((now, text, index) => {
      const column = columns[at.column + index];
      if (!column) return now;
      const next = withCell(now, column, text);
      if (!next) refused++;
      return next ?? now;
    }, criterion);
  });
  const width = Math.max(...block.map((cells) => cells.length));
  const right = Math.min(columns.length - 1, at.column + width - 1);
  return {
    sheet: pasted,
    range: { top: at.row, bottom: at.row + block.length - 1, left: at.column, right },
    refused,
    cut: Math.max(0, at.column + width - columns.length),
  };
}

/** Empties the texts of a range; a weight has no empty and stays. */
export function clearRange(sheet: RubricSheet, range: SheetRange): RubricSheet {
  const columns = columnsOf(sheet).slice(range.left, range.right + 1);
  return sheet.map((criterion, row) =>
    row < range.top || row > range.bottom
      ? criterion
      : columns.reduce((now, column) => withCell(now, column, '') ?? now, criterion),
  );
}
