/**
 * Spreadsheet programs run a cell that begins like a formula, whoever wrote it. The plain and the full-width signs, and
 * those that a program skips before it looks: blanks, line ends, invisible marks.
 */
const BEGINS_LIKE_A_FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－−＠]|^[\t\r\n]/u;
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/;

/** What a cell of an export may hold. */
export type Cell = string | number | boolean | Date | null | undefined;

/** Such a cell with the apostrophe that keeps it a text, or a text that was written so by its author. */
const KEPT_A_TEXT = /^'(?='*(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－−＠]|[\t\r\n]))/u;

/** The text of one cell, so that no spreadsheet takes it for a formula: an apostrophe goes before it. Numbers stay numbers. */
export function csvSafe(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return String(value);
  // One more before those that begin so already, so that reading it back takes away no letter of theirs.
  return BEGINS_LIKE_A_FORMULA.test(value) || KEPT_A_TEXT.test(value) ? `'${value}` : value;
}

/** What `csvSafe` was given, from what it made of it. */
export function csvPlain(text: string): string {
  return text.replace(KEPT_A_TEXT, '');
}

/** One line of a CSV file, as RFC 4180 writes it, its line end included. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => quoted(csvSafe(cell))).join(',')}\r\n`;
}

/** For a cell of a workbook: a text is stored as text, which no program runs, and is still safe when somebody saves it as CSV. */
export function workbookText(value: string): { type: typeof String; value: string } {
  return { type: String, value: csvSafe(value) };
}

const quoted = (text: string) => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
