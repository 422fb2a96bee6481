import type { Fit } from './table-kinds.rules.js';

/** A column of a file and what it is read as. */
export interface ColumnChoice {
  header: string;
  /** Null: the column is not read. */
  field: string | null;
}

const plain = (header: string) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What each column probably says, by its header. A field is guessed once: the first column that sounds like it. */
export function guessColumns<Field extends string>(
  headers: readonly string[],
  fields: readonly Field[],
  synonyms: Readonly<Record<Field, readonly string[]>>,
): ColumnChoice[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    const word = plain(header);
    const field = fields.find((each) => !taken.has(each) && synonyms[each].includes(word)) ?? null;
    if (field) taken.add(field);
    return { header, field };
  });
}

/** Why a mapping cannot be used; null when it can. */
export function mappingFault(
  mapping: readonly ColumnChoice[],
  headers: readonly string[],
  fields: readonly string[],
  needed: readonly (readonly string[])[],
): string | null {
  const read = mapping.flatMap(({ field }) => field ?? []);
  const absent = mapping.find(({ header }) => !headers.includes(header));
  if (absent) return `The file has no column “${absent.header}”.`;
  const strange = read.find((field) => !fields.includes(field));
  if (strange) return `A column cannot be read as ${called(strange)}.`;
  const twice = read.find((field, index) => read.indexOf(field) !== index);
  if (twice) return `Two columns are read as ${called(twice)}; each is read once.`;
  const missing = needed.find((any) => !any.some((field) => read.includes(field)));
  return missing ? `Say which column holds ${missing.map(called).join(' or ')}.` : null;
}

/** A field in the words of whoever reads about it: “Person number”. */
function called(field: string): string {
  const words = field.toLowerCase().replaceAll('_', ' ');
  return `“${words.slice(0, 1).toUpperCase()}${words.slice(1)}”`;
}

/** How well headers fit what an import reads; it is whole when of each needed group one is there. */
export function columnsFit<Field extends string>(
  headers: readonly string[],
  fields: readonly Field[],
  synonyms: Readonly<Record<Field, readonly string[]>>,
  needed: readonly (readonly string[])[],
): Fit {
  const found: readonly string[] = guessColumns(headers, fields, synonyms).flatMap(({ field }) => field ?? []);
  return { known: found.length, isWhole: needed.every((any) => any.some((field) => found.includes(field))) };
}
