import type { FrameworkFormat } from './framework-format.js';
import type { AboutFramework } from './framework-import.entity.js';
import { SHEETS, type ColumnSaid, isFieldOf } from './sheet-fields.rules.js';

const NEEDED = {
  title: 'A title',
  publisher: 'A publisher',
  version: 'A version',
  licence: 'The licence',
  attribution: 'The attribution',
} as const;
const ADDRESSES = { sourceUrl: 'The source', licenceUrl: 'The address of the licence' } as const;
const LONGEST = 2_000;
const MOST_COLUMNS = 700;

/** Which field of the input, and what is wrong with it. */
export interface WrongInput {
  field: string;
  message: string;
}
const wrong = (field: string, message: string): WrongInput => ({ field, message });

type Words = Record<keyof typeof NEEDED, string>;

/** What a person says of a framework, without the blanks around it. */
export function aboutOf(
  input: Words & { sourceUrl?: string | null; licenceUrl?: string | null; restricted?: boolean | null },
): AboutFramework {
  return {
    title: input.title.trim(),
    publisher: input.publisher.trim(),
    version: input.version.trim(),
    licence: input.licence.trim(),
    licenceUrl: input.licenceUrl?.trim() || null,
    attribution: input.attribution.trim(),
    sourceUrl: input.sourceUrl?.trim() || null,
    restricted: input.restricted ?? false,
  };
}

/** Of every field that is needed and empty, too long, or no address. */
export function missingWords(about: AboutFramework): WrongInput[] {
  const problems: WrongInput[] = [];
  for (const [field, what] of Object.entries(NEEDED)) {
    const text = about[field as keyof typeof NEEDED];
    if (text === '') problems.push(wrong(field, `${what} is needed.`));
    if (text.length > LONGEST) problems.push(wrong(field, `${what} has no more than ${LONGEST} characters.`));
  }
  for (const [field, what] of Object.entries(ADDRESSES)) {
    const address = about[field as keyof typeof ADDRESSES];
    if (address && (!/^https?:\/\/\S+$/.test(address) || address.length > LONGEST))
      problems.push(wrong(field, `${what} is an address that begins with https://.`));
  }
  return problems;
}

export function optionProblems(format: FrameworkFormat, options: Record<string, string>): WrongInput[] {
  return Object.entries(options).flatMap(([key, value]) => {
    const known = format.options?.find((option) => option.key === key);
    if (!known) return [wrong('options', `${format.title} has no option “${key}”.`)];
    if (value.length > LONGEST) return [wrong('options', `${known.title} is too long.`)];
    if (!known.choices || known.choices.includes(value)) return [];
    return [wrong('options', `${known.title} is one of ${known.choices.join(', ')}.`)];
  });
}

/** Columns are said for forms that have some, and as fields that their table has. */
export function columnProblems(format: FrameworkFormat, columns: readonly ColumnSaid[]): WrongInput[] {
  if (columns.length > 0 && !format.hasColumns) return [wrong('columns', `The columns of ${format.title} are fixed.`)];
  if (columns.length > MOST_COLUMNS) return [wrong('columns', `No more than ${MOST_COLUMNS} columns can be said.`)];
  return columns.flatMap(({ table, header, field }, at) => {
    if (header.length > LONGEST) return [wrong(`columns.${at}.header`, 'The header of this column is too long.')];
    if (field === '' || table === null || isFieldOf(table, field)) return [];
    const message = `“${header}”: the table “${SHEETS[table].title}” has no field “${field}”.`;
    return [wrong(`columns.${at}.field`, message)];
  });
}

/** Each file has a slot of the format, each slot one file, and those that are needed have theirs. */
export function slotProblems(format: FrameworkFormat, slots: readonly string[]): WrongInput[] {
  const missing = format.slots
    .filter(({ key, required }) => required && !slots.includes(key))
    .map(({ title }) => wrong('files', `The file “${title}” is missing.`));
  const unknown = slots
    .filter((slot) => !format.slots.some(({ key }) => key === slot))
    .map((slot) => wrong('files', `${format.title} has no file “${slot}”.`));
  const twice = format.slots
    .filter(({ key, many }) => !many && slots.filter((slot) => slot === key).length > 1)
    .map(({ title }) => wrong('files', `The file “${title}” is given twice.`));
  return [...missing, ...unknown, ...twice];
}
