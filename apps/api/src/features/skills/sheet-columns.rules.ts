import {
  LEVEL_COLUMN,
  plainWord,
  type Sheet,
  type SheetField,
  type SheetKey,
  SHEETS,
  type ColumnSaid,
} from './sheet-fields.rules.js';
import type { RawCell, RawSheet } from './sheet-header.rules.js';

/** What was said of a table when one with the same headers came in. */
export interface TableBefore {
  table: SheetKey;
  headers: readonly string[];
  columns: readonly ColumnSaid[];
}

/** What people say of the columns, and what they said before; null: nothing is said yet, so what was said before holds. */
export interface ColumnsSaid {
  said: readonly ColumnSaid[] | null;
  before: readonly TableBefore[];
}

/** A table as its columns were understood, with its first rows as they stand in the file. */
export interface TableShown {
  table: SheetKey;
  file: string;
  /** Whether its columns are read as those of an earlier file with the same headers. */
  remembered: boolean;
  /** Whether a person said for this file what its columns are. */
  told: boolean;
  columns: { header: string; field: string | null }[];
  rows: string[][];
}

const ROWS_SHOWN = 5;
const COLUMNS_SHOWN = 100;
const LETTERS_SHOWN = 120;
const LEAST_LEVELS = 5;
const MOST_LEVELS = 20;

const plainHeaders = (names: readonly string[]) => JSON.stringify(names.map((name) => name.trim()));

type Sayings = { columns: ColumnSaid[] } & Pick<TableShown, 'remembered' | 'told'>;

/** What holds for the columns of one table. */
export function sayingsOf(sheet: RawSheet, { said, before }: ColumnsSaid): Sayings {
  if (said) {
    const columns = said.filter(({ table }) => table === null || table === sheet.key);
    return { columns, remembered: false, told: columns.length > 0 };
  }
  const headers = plainHeaders(sheet.header.names);
  const last = before.find((each) => each.table === sheet.key && plainHeaders(each.headers) === headers);
  return { columns: [...(last?.columns ?? [])], remembered: last !== undefined, told: false };
}

export function shownTable(
  sheet: RawSheet,
  fields: readonly (string | null)[],
  { remembered, told }: Sayings,
): TableShown {
  const names = sheet.header.names.slice(0, COLUMNS_SHOWN);
  return {
    ...{ table: sheet.key, file: sheet.file, remembered, told },
    columns: names.map((name, at) => ({ header: name.trim(), field: fields[at] ?? null })),
    rows: sheet.rows.slice(0, ROWS_SHOWN).map(({ cells }) => names.map((_, at) => shownCell(cells[at]))),
  };
}

function shownCell(cell: RawCell): string {
  if (cell === null || cell === undefined) return '';
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  return text.length > LETTERS_SHOWN ? `${text.slice(0, LETTERS_SHOWN - 1)}…` : text;
}

/** The fields of a table, and for skills a column per level: as many as are read already, and some to choose from. */
export function fieldsOfTable(table: SheetKey, columns: readonly { field: string | null }[]): SheetField[] {
  const { fields }: Sheet = SHEETS[table];
  if (table !== 'skills') return [...fields];
  const read = columns.map(({ field }) => Number(LEVEL_COLUMN.exec(field ?? '')?.[1] ?? 0));
  const many = Math.min(MOST_LEVELS, Math.max(LEAST_LEVELS, ...read.map((level) => level + 1)));
  const levels = Array.from({ length: many }, (_, at) => ({
    name: `level_${at + 1}`,
    about: `What somebody can do at level ${at + 1}, a line each.`,
  }));
  return [...fields, ...levels];
}

/** “Competence=name”, or for one table only “skills:Competence=name”; null where it is not written so. */
export function columnWritten(text: string): ColumnSaid | null {
  const at = text.lastIndexOf('=');
  if (at === -1) return null;
  const [left, field] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  const colon = left.indexOf(':');
  const word = plainWord(left.slice(0, Math.max(0, colon)));
  const table = (Object.keys(SHEETS) as SheetKey[]).find((key) => plainWord(key) === word) ?? null;
  return { table, header: table ? left.slice(colon + 1).trim() : left, field };
}
