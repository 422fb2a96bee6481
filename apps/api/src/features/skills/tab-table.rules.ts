import { decode, type ImportFile, type Table } from './csv-table.rules.js';
import { type Finding, problem } from './import-findings.rules.js';

/**
 * A file whose columns are set apart by tabs, one record a line and nothing quoted. A file that does not end with the end
 * of a line was cut off in the middle of one, or may have been.
 */
export function readTabTable<Column extends string>(
  file: ImportFile,
  columns: readonly Column[],
): { table: Table<Column> } | { problems: Finding[] } {
  const decoded = decode(file);
  if ('problems' in decoded) return decoded;
  const lines = decoded.text.split(/\r?\n/);
  const [header = ''] = lines;
  if (header.trim() === '') return { problems: [problem('EMPTY_FILE', file.name, 1, null, 'The file is empty.')] };
  const names = header.split('\t').map((name) => name.trim());
  const problems = [...columnProblems(file.name, names, columns), ...cutOff(file.name, lines)];
  if (problems.length > 0) return { problems };
  const places = columns.map((column) => [column, names.indexOf(column)] as const);
  const rows: Table<Column>['rows'] = [];
  for (const [at, line] of lines.entries()) {
    if (at === 0 || line === '') continue;
    const fields = line.split('\t');
    if (fields.length !== names.length) problems.push(wrongLength(file.name, at + 1, fields.length, names));
    const cells = Object.fromEntries(places.map(([column, place]) => [column, fields[place]?.trim() ?? '']));
    rows.push({ row: at + 1, cells: cells as Record<Column, string> });
  }
  return problems.length > 0 ? { problems } : { table: { file: file.name, rows, findings: [] } };
}

function columnProblems(file: string, names: readonly string[], columns: readonly string[]): Finding[] {
  return columns
    .filter((column) => !names.includes(column))
    .map((column) => problem('MISSING_COLUMN', file, 1, column, `The column “${column}” is missing.`));
}

function cutOff(file: string, lines: readonly string[]): Finding[] {
  if (lines.at(-1) === '') return [];
  const message = 'The last line does not end: the file was cut off here. If it is whole, add the end of the line.';
  return [problem('CUT_OFF', file, lines.length, null, message)];
}

function wrongLength(file: string, row: number, length: number, names: readonly string[]): Finding {
  const column = names[Math.min(length, names.length) - 1] ?? null;
  const message = `This row has ${length} fields; the header has ${names.length}.`;
  return problem('WRONG_FIELD_COUNT', file, row, column, message);
}
