import { parse } from 'csv-parse/sync';
import type { ColumnChoice } from './columns.rules.js';

/** What is wrong with a cell, or with its row. */
export interface Problem {
  field: string;
  message: string;
}

/** A table of text, in the one form in which files are read. */
export interface Table {
  text: string;
  delimiter: string;
  headers: string[];
}

/** A row of a file: its cells by what they say, trimmed; and what is wrong with it as a row. */
export interface SheetRow {
  row: number;
  cells: Map<string, string>;
  problems: Problem[];
}

/** The rows of a table under a mapping, or why it cannot be read. Rows are counted as spreadsheets do: headers are row 1. */
export function rowsOf(
  table: Table,
  mapping: readonly ColumnChoice[],
  most: number,
): { rows: SheetRow[] } | { problem: string } {
  let records: string[][];
  try {
    records = parse(table.text, { delimiter: table.delimiter, relax_column_count: true, from: 2 });
  } catch (error) {
    return { problem: `The file cannot be read as a table. ${whyUnreadable(error)}` };
  }
  if (records.length > most)
    return {
      problem: `The file has ${records.length.toLocaleString('en')} rows; ${most.toLocaleString('en')} are the most at once.`,
    };
  const width = table.headers.length;
  const fields = table.headers.map((header) => mapping.find((each) => each.header === header)?.field ?? null);
  return {
    rows: records.flatMap((record, index) => {
      if (record.every((cell) => !cell.trim())) return [];
      const cells = new Map<string, string>();
      for (const [at, field] of fields.entries()) if (field) cells.set(field, (record[at] ?? '').trim());
      const problems =
        record.length === width
          ? []
          : [{ field: '', message: wrongWidth(record.length, width, index, records.length) }];
      return [{ row: index + 2, cells, problems }];
    }),
  };
}

function wrongWidth(has: number, width: number, index: number, all: number): string {
  const cut = index === all - 1 && has < width ? ' Was the file cut off here?' : '';
  return `The row has ${has} ${has === 1 ? 'cell' : 'cells'} where the headers are ${width}.${cut}`;
}

function whyUnreadable(error: unknown): string {
  const { code, lines } = error as { code?: string; lines?: number };
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return 'A cell opens with a quotation mark that is never closed: the file was cut off, or a quotation mark is missing.';
  if (lines) return `Something is wrong with a quotation mark in or before line ${lines}.`;
  return 'Save it anew as .csv or .xlsx.';
}

/** Items of a cell that holds several, parted by semicolons or line ends. */
export const itemsIn = (cell: string): string[] =>
  cell
    .split(/[;\n]/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** The number in a cell, with a point or a comma before the decimals; null when it is none. */
export function numberIn(cell: string): number | null {
  return /^-?\d{1,12}([.,]\d{1,6})?$/.test(cell) ? Number(cell.replace(',', '.')) : null;
}

/** The day that a cell names, or null when it names none. */
export function dayIn(cell: string): string | null {
  const day = cell.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day.startsWith('0000')) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
