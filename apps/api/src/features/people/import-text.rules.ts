import { parse } from 'csv-parse/sync';

/** A file of people as text, in the one form that the database reads: UTF-8, columns parted by one sign. */
export interface ImportText {
  text: string;
  delimiter: string;
  headers: string[];
  /** The first records, for people to recognise the columns by. */
  samples: string[][];
}

export const MOST_COLUMNS = 60;
const SAMPLES = 3;
const DELIMITERS = [',', ';', '\t', '|'];

/** The text of a file: UTF-16 by its mark, UTF-8 where it can be, else what older spreadsheets write. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The sign that parts the columns: whichever stands most often in the first line, outside quotes. */
export function delimiterOf(text: string): string {
  const counts = new Map(DELIMITERS.map((sign) => [sign, 0]));
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r')) break;
    else if (!quoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return DELIMITERS.reduce((best, sign) => ((counts.get(sign) ?? 0) > (counts.get(best) ?? 0) ? sign : best));
}

/** A decoded file ready to be read, or why it cannot be. */
export function readImportText(decoded: string): ImportText | { problem: string } {
  const text = decoded.replace(/^\ufeff/, '').replace(/\s+$/u, '');
  if (text === '') return { problem: 'The file is empty.' };
  if (text.includes('\u0000')) return { problem: 'The file holds binary data, not a table of text.' };
  const delimiter = delimiterOf(text);
  const [first = [], ...samples] = firstRecords(text, delimiter);
  const headers = named(first);
  if (headers.length > MOST_COLUMNS)
    return { problem: `The file has ${headers.length} columns; ${MOST_COLUMNS} are the most.` };
  return { text, delimiter, headers, samples };
}

function firstRecords(text: string, delimiter: string): string[][] {
  const options = { delimiter, to: SAMPLES + 1, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
  try {
    return parse(text.slice(0, 256 * 1024), options) as unknown as string[][];
  } catch {
    // The cut may have gone through a quoted cell; the first line alone says what the columns are.
    return [(text.split(/\r?\n/, 1)[0] ?? '').split(delimiter)];
  }
}

/** Headers as people know them: trimmed, never empty, each one once. */
function named(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header, index) => {
    const name = header.trim().slice(0, 200) || `Column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day that a cell names, or null when it names none. */
export function dayIn(text: string): string | null {
  const day = text.replace(/T00:00(:00(\.0+)?)?Z?$/, '');
  if (!DAY.test(day) || day.startsWith('0000')) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
