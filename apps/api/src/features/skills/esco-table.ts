import { csvRecords } from './csv-stream.js';
import type { FormatFile } from './framework-format.js';
import { type Finding, problem } from './import-findings.rules.js';

/** More are not read by anybody. */
const MOST_PROBLEMS = 200;

/** What is wrong with the files, as far as anybody reads. */
export class Problems {
  readonly all: Finding[] = [];

  get enough(): boolean {
    return this.all.length >= MOST_PROBLEMS;
  }

  add(kind: string, file: string, row: number | null, column: string | null, message: string): void {
    if (!this.enough) this.all.push(problem(kind, file, row, column, message));
  }
}

/** The cells that were asked for, in their order, and the line they stand in. */
export type EscoRow = (cells: readonly string[], row: number) => void;

/**
 * Goes through a table of ESCO row by row. Rows may leave out empty cells at their end, as the hierarchy does; a row that
 * lacks one that must be there, or has more than its header, is told.
 */
export async function eachRow(
  file: FormatFile,
  columns: readonly string[],
  needed: number,
  problems: Problems,
  each: EscoRow,
): Promise<void> {
  let places: number[] | null = null;
  let width = 0;
  for await (const records of csvRecords(file)) {
    for (const { row, cells } of records) {
      if (!places) {
        const names = cells.map((name) => name.replace(/^\uFEFF/, '').trim());
        places = columns.map((column) => names.indexOf(column));
        width = names.length;
        for (const [at, place] of places.entries())
          if (place === -1)
            problems.add(
              'MISSING_COLUMN',
              file.name,
              row,
              columns[at] ?? null,
              `The column “${columns[at]}” is missing.`,
            );
        if (problems.all.length > 0) return;
        continue;
      }
      // Without helpers: a table of skills asked for has more rows than everything else together.
      const found: string[] = [];
      let short = -1;
      for (let at = 0; at < places.length; at += 1) {
        const cell = cells[places[at] ?? -1] ?? '';
        if (short === -1 && at < needed && cell.trim() === '') short = at;
        found.push(cell);
      }
      if (cells.length > width)
        problems.add(
          'WRONG_FIELD_COUNT',
          file.name,
          row,
          null,
          `This row has ${cells.length} fields; the header has ${width}.`,
        );
      else if (short !== -1)
        problems.add('EMPTY_CELL', file.name, row, columns[short] ?? null, `“${columns[short]}” is empty in this row.`);
      else each(found, row);
      if (problems.enough) return;
    }
  }
  if (!places) problems.add('EMPTY_FILE', file.name, 1, null, 'The file is empty.');
}

/** Labels of one thing: a line each, or with “ | ” between in collections. */
export function labelsOf(text: string, own: string): string[] {
  if (text === '') return [];
  const labels = text.split(/\r?\n| \| /).map((label) => label.trim());
  return [...new Set(labels)].filter((label) => label !== '' && label !== own);
}

/** Addresses of one thing, with commas, line ends or “ | ” between. */
export const addressesOf = (text: string): string[] => text.split(/[\s,|]+/).filter((address) => address !== '');

/** What is not empty, so that nothing is kept of what nobody said. */
export function said(facts: Record<string, string | string[]>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value.length > 0));
}
