/** `text`: the first sheet as one text. `rows`: all sheets, each row on a line. */
export type WorkbookForm = 'text' | 'rows';
export type WorkbookCell = string | number | boolean | Date | null;
export interface ReadSheet {
  sheet: string;
  data: WorkbookCell[][];
}

export const TOO_LARGE = 'A spreadsheet of this size cannot be read. Save it as .csv and take that.';

const ROWS_IN_A_PIECE = 500;

/** Sheets as lines: an object begins a sheet, a list is a row of it. Days stand as objects, which no cell is otherwise. */
export function* written(sheets: readonly ReadSheet[]): Generator<string> {
  for (const { sheet, data } of sheets) {
    yield `${JSON.stringify({ sheet })}\n`;
    for (let at = 0; at < data.length; at += ROWS_IN_A_PIECE)
      yield data
        .slice(at, at + ROWS_IN_A_PIECE)
        .map((row) => `${JSON.stringify(row.map((cell) => (cell instanceof Date ? { at: cell.getTime() } : cell)))}\n`)
        .join('');
  }
}

/** One such line, as a beginning or as a row. */
export function readLine(line: string): string | WorkbookCell[] {
  const value = JSON.parse(line) as { sheet: string } | (WorkbookCell | { at: number | null })[];
  if (!Array.isArray(value)) return value.sheet;
  return value.map((cell) =>
    typeof cell === 'object' && cell !== null && !(cell instanceof Date) ? new Date(cell.at ?? Number.NaN) : cell,
  );
}
