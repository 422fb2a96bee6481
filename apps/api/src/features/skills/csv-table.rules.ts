import { CsvError, parse } from 'csv-parse/sync';
import { type Finding, finding, problem } from './import-findings.rules.js';

export interface ImportFile {
  name: string;
  bytes: Uint8Array;
}

/** One record, with the physical line it starts in: records of these files span many lines. */
export interface TableRow<Column extends string> {
  row: number;
  cells: Record<Column, string>;
}

export interface Table<Column extends string> {
  file: string;
  rows: TableRow<Column>[];
  findings: Finding[];
}

interface RawRecord {
  row: number;
  fields: string[];
}

/** A CSV file as a table of the columns that are asked for, or everything that is wrong with it as a file. */
export function readTable<Column extends string>(
  file: ImportFile,
  columns: readonly Column[],
): { table: Table<Column> } | { problems: Finding[] } {
  const text = decode(file);
  if ('problems' in text) return text;
  const parsed = records(file.name, text.text);
  if ('problems' in parsed) return parsed;
  const [header, ...body] = parsed.records;
  if (!header) return { problems: [problem('EMPTY_FILE', file.name, 1, null, 'The file is empty.')] };
  const names = header.fields.map((name) => name.trim());
  const problems = [
    ...headerProblems(file.name, header.row, names, columns),
    ...lengthProblems(file.name, names, body),
  ];
  if (problems.length > 0) return { problems };
  const known: readonly string[] = columns;
  const findings = names
    .filter((name) => !known.includes(name))
    .map((name) => finding('COLUMN_NOT_READ', file.name, header.row, name, `The column “${name}” is not read.`));
  const places = columns.map((column) => [column, names.indexOf(column)] as const);
  const rows = body.map(({ row, fields }) => ({
    row,
    cells: Object.fromEntries(places.map(([column, at]) => [column, fields[at] ?? ''])) as Record<Column, string>,
  }));
  return { table: { file: file.name, rows, findings } };
}

/** UTF-8 with or without a byte order mark; anything else is refused, because guessing garbles names without a sound. */
export function decode(file: ImportFile): { text: string } | { problems: Finding[] } {
  const [first, second] = file.bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { problems: [problem('WRONG_ENCODING', file.name, 1, null, 'The file is UTF-16. Save it as “CSV UTF-8”.')] };
  const zero = file.bytes.indexOf(0);
  if (zero !== -1) {
    const row = file.bytes.subarray(0, zero).filter((byte) => byte === 0x0a).length + 1;
    return {
      problems: [problem('NOT_A_CSV', file.name, row, null, 'There is a zero byte here: this is not a text file.')],
    };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(file.bytes) };
  } catch {
    return { problems: wrongBytes(file) };
  }
}

const SHOWN_PLACES = 20;

/** Where the bytes are that UTF-8 does not know. Commas, quotes and line ends are the same in every encoding met here, so the structure can still be read. */
function wrongBytes(file: ImportFile): Finding[] {
  const say = (row: number | null, column: string | null) =>
    problem(
      'WRONG_ENCODING',
      file.name,
      row,
      column,
      'There are characters here that are not UTF-8. Save the file as “CSV UTF-8”.',
    );
  const parsed = records(file.name, Buffer.from(file.bytes).toString('latin1'));
  if ('problems' in parsed) return [say(null, null)];
  const names = parsed.records[0]?.fields ?? [];
  const places = parsed.records.flatMap(({ row, fields }) =>
    fields.flatMap((field, at) =>
      isUtf8(Buffer.from(field, 'latin1')) ? [] : [say(row, names[at]?.trim() ?? `column ${at + 1}`)],
    ),
  );
  return places.length === 0 ? [say(null, null)] : places.slice(0, SHOWN_PLACES);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The records of a text, each with the line it starts in; blank lines are passed over. */
export function records(
  file: string,
  text: string,
  delimiter = ',',
): { records: RawRecord[] } | { problems: Finding[] } {
  try {
    let line = 1;
    // Only this of each is held: with its text and its place in the file, a table of a hundred thousand rows takes half as much again.
    const kept = ({ raw, record }: { raw: string; record: string[] }): RawRecord | null => {
      const row = line;
      line += raw.split(/\r\n|\n|\r/).length - 1;
      return record.some((field) => field !== '') ? { row, fields: record } : null;
    };
    const found = parse(text, {
      raw: true,
      relax_column_count: true,
      delimiter,
      on_record: kept as unknown as (record: string[]) => string[] | null,
    }) as unknown as RawRecord[];
    return { records: found };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const lines: unknown = error.lines;
    const row = typeof lines === 'number' ? lines : null;
    return {
      problems: [
        problem(
          'NOT_A_CSV',
          file,
          row,
          null,
          'From here on this is not a CSV file: a quotation mark is missing or out of place.',
        ),
      ],
    };
  }
}

function headerProblems(file: string, row: number, names: string[], columns: readonly string[]): Finding[] {
  const missing = columns
    .filter((column) => !names.includes(column))
    .map((column) => problem('MISSING_COLUMN', file, row, column, `The column “${column}” is missing.`));
  const twice = columns
    .filter((column) => names.indexOf(column) !== names.lastIndexOf(column))
    .map((column) => problem('COLUMN_TWICE', file, row, column, `The column “${column}” stands twice.`));
  return [...missing, ...twice];
}

function lengthProblems(file: string, names: string[], body: RawRecord[]): Finding[] {
  return body
    .filter(({ fields }) => fields.length !== names.length)
    .map(({ row, fields }) => {
      const column = names[Math.min(fields.length, names.length) - 1] ?? null;
      return problem(
        'WRONG_FIELD_COUNT',
        file,
        row,
        column,
        `This row has ${fields.length} fields; the header has ${names.length}.`,
      );
    });
}
