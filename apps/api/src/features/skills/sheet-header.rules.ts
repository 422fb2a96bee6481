import type { Fit } from '../../platform/tables/table-kinds.rules.js';
import { type Finding, finding, problem } from './import-findings.rules.js';
import {
  LEVEL_COLUMN,
  plainWord,
  type Sheet,
  type SheetField,
  type SheetKey,
  SHEETS,
  type ColumnSaid,
  isFieldOf,
} from './sheet-fields.rules.js';

/** A table as it was read, before anything in it is understood. */
export interface RawSheet {
  key: SheetKey;
  /** As people know it: the name of the file, or of the workbook and the sheet. */
  file: string;
  header: { row: number; names: readonly string[] };
  rows: readonly { row: number; cells: readonly RawCell[] }[];
}
export type RawCell = string | number | boolean | Date | null | undefined;

/** Which column holds which field; `level_2` and the like stand for levels of the scale. */
export type Places = ReadonlyMap<string, number>;

/** Each column to its field: by what was said of it, by its machine name, or by a name that it usually has. */
export function placesOf(
  sheet: RawSheet,
  said: readonly ColumnSaid[],
  levels: readonly string[],
): { places: Places; fields: (string | null)[]; problems: Finding[]; findings: Finding[] } {
  const { file, header } = sheet;
  const of: Sheet = SHEETS[sheet.key];
  const places = new Map<string, number>();
  const problems: Finding[] = [];
  const findings: Finding[] = [];
  const names = header.names.map((name) => name.trim());
  const mapping = new Map(said.map((each) => [each.header.trim(), each.field]));
  const fields = assigned(names, of, mapping, sheet.key === 'skills' ? levels : []);
  for (const [at, name] of names.entries()) {
    const field = fields[at] ?? null;
    if (name === '' && field === null) continue;
    const before = field === null ? undefined : places.get(field);
    if (field === null)
      findings.push(finding('COLUMN_NOT_READ', file, header.row, name, `The column “${name}” is not read.`));
    else if (before !== undefined)
      problems.push(
        problem(
          'COLUMN_TWICE',
          file,
          header.row,
          name,
          `“${names[before]}” and “${name}” are both read as ${field}; one may be.`,
        ),
      );
    else places.set(field, at);
  }
  for (const { name } of of.fields.filter((each) => each.needed && !places.has(each.name)))
    problems.push(problem('MISSING_COLUMN', file, header.row, name, `The column “${name}” is missing.`));
  for (const [wanted, field] of mapping)
    if (field !== '' && names.includes(wanted) && !isFieldOf(sheet.key, field))
      problems.push(problem('UNKNOWN_FIELD', file, header.row, wanted, `There is no field “${field}” in this table.`));
  return { places, fields, problems, findings };
}

/** Said and exact names first, so that a guess never takes the place of one. */
function assigned(
  names: readonly string[],
  sheet: Sheet,
  mapping: ReadonlyMap<string, string>,
  levels: readonly string[],
): (string | null)[] {
  const fields = names.map((name) => mapping.get(name) ?? exact(name, sheet) ?? levelOf(name, levels) ?? undefined);
  const taken = new Set(fields.filter((field) => field !== undefined && field !== ''));
  return names.map((name, at) => {
    const said = fields[at];
    if (said !== undefined) return said === '' ? null : said;
    const guess = sheet.fields.find((field) => !taken.has(field.name) && sounds(field, name));
    if (guess) taken.add(guess.name);
    return guess?.name ?? null;
  });
}

function exact(name: string, sheet: Sheet): string | undefined {
  return sheet.fields.find((field) => plainWord(field.name) === plainWord(name))?.name;
}

const sounds = (field: SheetField, name: string) => field.also?.includes(plainWord(name)) ?? false;

/** A column of descriptors, by the number of the level or by its name. */
function levelOf(name: string, levels: readonly string[]): string | undefined {
  const number = LEVEL_COLUMN.exec(plainWord(name))?.[1];
  if (number !== undefined) return `level_${Number(number)}`;
  const at = levels.findIndex((level) => plainWord(level) === plainWord(name) && plainWord(name) !== '');
  return at === -1 ? undefined : `level_${at + 1}`;
}

/** How well headers fit a table of the generic form. */
export function fitOf(key: SheetKey, headers: readonly string[]): Fit {
  const of: Sheet = SHEETS[key];
  const fields = assigned(headers, of, new Map(), []).flatMap((field) => field ?? []);
  const known = new Set(fields);
  return { known: known.size, isWhole: of.fields.every(({ name, needed }) => !needed || known.has(name)) };
}
