/** Rows and columns beyond these are no table that people made. */
export const MOST_COLUMNS = 60;
const MOST_ROWS = 200_000;
const MOST_SHEETS = 20;
/** Each costs the reader about a microsecond. */
const MOST_TAGS = 6_000_000;
const TAG = '<'.charCodeAt(0);
/** Rows may leave out which they are. */
const ROWS = /[<:]row[\s/>]/g;

/** Longer than any cell that may come in: the sign after it must be the closing quote. */
const LONGEST_REFERENCE = 12;
/**
 * Every attribute `r`, of whatever element and namespace: more than the reader looks at and never less. What declares a
 * namespace of that name is none.
 */
const REFERENCES = new RegExp(`(?<!\\sxmlns:)\\br\\s*=\\s*(["'])(?=([^]{0,${LONGEST_REFERENCE}}))`, 'g');
const REFERENCE = /^([A-Z]{0,3})(\d{1,7})$/;

const TOO_FAR = `The spreadsheet has something beyond column ${MOST_COLUMNS} or row ${MOST_ROWS.toLocaleString('en')}. Take the table alone into a new file, or save it as .csv.`;

const TOO_MUCH = 'The spreadsheet has too many cells to be read. Save it as .csv and take that.';

/**
 * Why the sheets of a spreadsheet may not be read: null when they may. The reader fills every gap up to the farthest cell,
 * so where the cells say they stand decides about its memory, and not how large the file is.
 */
export function sheetsFault(parts: ReadonlyMap<string, Buffer>): string | null {
  let [sheets, tags] = [0, 0];
  for (const part of parts.values()) {
    // By place: an iterator over so many bytes takes ten times as long.
    for (let at = 0; at < part.length; at += 1) if (part[at] === TAG) tags += 1;
    if (tags > MOST_TAGS) return TOO_MUCH;
    if (!part.includes('sheetData')) continue;
    sheets += 1;
    if (sheets > MOST_SHEETS)
      return `The spreadsheet has more than ${MOST_SHEETS} sheets. Take the ones that are wanted into a new file.`;
    if (reachesTooFar(part)) return TOO_FAR;
  }
  return null;
}

function reachesTooFar(sheet: Buffer): boolean {
  const xml = sheet.toString('latin1');
  let rows = 0;
  for (const _row of xml.matchAll(ROWS)) if ((rows += 1) > MOST_ROWS) return true;
  for (const [, quote = '', following = ''] of xml.matchAll(REFERENCES)) {
    const [, letters = '', row] = REFERENCE.exec(following.slice(0, following.indexOf(quote))) ?? [];
    if (row === undefined || Number(row) > MOST_ROWS || columnOf(letters) > MOST_COLUMNS) return true;
  }
  return false;
}

const columnOf = (letters: string) =>
  letters.split('').reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
