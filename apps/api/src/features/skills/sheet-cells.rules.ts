import { type Finding, finding, problem } from './import-findings.rules.js';
import type { Places, RawCell, RawSheet } from './sheet-header.rules.js';
import { SHEETS, type Sheet } from './sheet-fields.rules.js';

const ERRORS = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)/;
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)';
/** What spreadsheet programs make of codes such as 1-2 or MARCH1, and of long numbers. */
const LIKE_A_DATE = new RegExp(
  `^(\\d{1,2}-${MONTH}|${MONTH}-\\d{2,4}|\\d{1,2}-${MONTH}-\\d{2,4}|\\d+(\\.\\d+)?e\\+\\d+)$`,
  'i',
);

/** A row of a table whose columns are known. */
export interface SheetRow {
  row: number;
  cell(field: string): string;
}

/** One table that is understood: its rows by field, and how to say where something is wrong. */
export interface ReadSheet {
  file: string;
  rows: SheetRow[];
  places: Places;
  columnOf(field: string): string;
}

/** The cells as texts. What a spreadsheet program has spoilt is refused or pointed at, since nobody can know what it was. */
export function rowsOf(
  sheet: RawSheet,
  places: Places,
  plain: (text: string) => string,
): { rows: SheetRow[]; problems: Finding[]; findings: Finding[] } {
  const problems: Finding[] = [];
  const findings: Finding[] = [];
  const of: Sheet = SHEETS[sheet.key];
  const codes = new Set(of.fields.filter((field) => field.code).map((field) => field.name));
  const rows: SheetRow[] = [];
  for (const { row, cells } of sheet.rows) {
    let empty = true;
    for (const [field, at] of places) {
      const column = sheet.header.names[at]?.trim() ?? field;
      const text = textOfCell(cells[at]);
      if (text === null)
        problems.push(
          problem(
            'SPOILT_BY_EXCEL',
            sheet.file,
            row,
            column,
            'A spreadsheet program made a date of this cell. Format the column as text and write it again.',
          ),
        );
      else if (ERRORS.test(text))
        problems.push(
          problem('SPOILT_BY_EXCEL', sheet.file, row, column, `“${text}” is an error of a spreadsheet program.`),
        );
      else {
        if (codes.has(field) && LIKE_A_DATE.test(text.trim()))
          findings.push(
            finding(
              'LOOKS_LIKE_A_DATE',
              sheet.file,
              row,
              column,
              `“${text}” looks like what a spreadsheet program made of a code.`,
            ),
          );
        empty &&= plain(text).trim() === '';
      }
    }
    // Texts are made when they are asked for: a large framework has a million cells, and they are held already.
    if (!empty) rows.push({ row, cell: (field) => plain(textOfCell(cells[places.get(field) ?? -1]) ?? '') });
  }
  return { rows, problems, findings };
}

/** Null for a date: whatever the cell was meant to say, it was hardly that. */
function textOfCell(cell: RawCell): string | null {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? null : String(cell);
}

/** The lines of a cell that is a list; blank ones are none. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

const YES = /^(yes|y|true|1|x)$/i;
const NO = /^(no|n|false|0|)$/i;

export function yesOrNo(text: string): boolean | null {
  const word = text.trim();
  if (YES.test(word)) return true;
  return NO.test(word) ? false : null;
}

/** A whole number, as written or as spreadsheet programs write it. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,6}(\.0+)?$/.test(text.trim()) ? Number(text) : null;
}
