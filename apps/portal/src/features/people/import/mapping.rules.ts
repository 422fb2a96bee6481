import type { ImportField } from './import.documents.js';

/** What a column can mean, in the order of the list one chooses from. */
export const IMPORT_FIELDS = [
  'PERSON_NUMBER',
  'DISPLAY_NAME',
  'GIVEN_NAME',
  'FAMILY_NAME',
  'EMAIL',
  'JOB_TITLE',
  'UNIT',
  'MANAGER_EMAIL',
  'MANAGER_NUMBER',
  'JOB_ROLE_LEVEL',
  'STARTS_ON',
  'LAST_DAY',
] as const satisfies readonly ImportField[];

export interface Mapped {
  header: string;
  field: ImportField | null;
}

export type Lack = 'key' | 'name';

/** What no file can do without: something to know people by, and a name. */
export function lacksOf(mapping: readonly Mapped[]): Lack[] {
  const has = (field: ImportField) => mapping.some((each) => each.field === field);
  const lacks: Lack[] = [];
  if (!has('PERSON_NUMBER') && !has('EMAIL')) lacks.push('key');
  if (!has('DISPLAY_NAME') && !(has('GIVEN_NAME') && has('FAMILY_NAME'))) lacks.push('name');
  return lacks;
}

/** Fields that more than one column would fill. */
export function twiceIn(mapping: readonly Mapped[]): Set<ImportField> {
  const seen = new Set<ImportField>();
  const twice = new Set<ImportField>();
  for (const { field } of mapping) {
    if (field && seen.has(field)) twice.add(field);
    if (field) seen.add(field);
  }
  return twice;
}

/** The mapping with one column set anew. */
export function mapped(mapping: readonly Mapped[], header: string, field: ImportField | null): Mapped[] {
  return mapping.map((each) => (each.header === header ? { header, field } : each));
}
