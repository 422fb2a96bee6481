import type { CaseObject } from './case-shapes.rules.js';
import type { CaseFault } from './case-status.rules.js';

/** What a list of documents can be asked for. */
export interface DocumentQuery {
  limit: number;
  offset: number;
  sort: string | null;
  descending: boolean;
  filter: Condition[][];
  fields: string[] | null;
}

/** One comparison of a filter. Lists of alternatives hold lists of what must be true together. */
interface Condition {
  field: string;
  operator: Operator;
  value: string;
}

const OPERATORS = ['!=', '>=', '<=', '=', '>', '<', '~'] as const;
type Operator = (typeof OPERATORS)[number];

const PARAMETERS = ['limit', 'offset', 'sort', 'orderBy', 'filter', 'fields'];
const MOST = 1000;
const USUAL = 100;

/** The fields of a document that can be named; lists and links cannot be compared. */
const COMPARABLE = [
  'identifier',
  'uri',
  'frameworkType',
  'caseVersion',
  'creator',
  'title',
  'lastChangeDateTime',
  'officialSourceURL',
  'publisher',
  'description',
  'language',
  'version',
  'adoptionStatus',
  'statusStartDate',
  'statusEndDate',
  'notes',
];
const SELECTABLE = [...COMPARABLE, 'subject', 'subjectURI', 'licenseURI', 'CFPackageURI', 'extensions'];

export type QueryRead = { query: DocumentQuery } | { fault: CaseFault; message: string };

/** The parameters of a request for documents; others than those of the standard are not permitted. */
export function readQuery(given: Record<string, unknown>): QueryRead {
  const wrong = (message: string, fault: CaseFault = 'invalid_selection_field') => ({ fault, message });
  const unknown = Object.keys(given).find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined) return wrong(`There is no parameter “${unknown}”.`);
  const many = PARAMETERS.find((name) => given[name] !== undefined && typeof given[name] !== 'string');
  if (many) return wrong(`“${many}” stands twice.`);
  const text = (name: string) => given[name] as string | undefined;

  const [limit, offset] = [wholeNumber(text('limit') ?? String(USUAL)), wholeNumber(text('offset') ?? '0')];
  if (limit === null || limit < 1) return wrong('“limit” is a whole number from 1.');
  if (offset === null) return wrong('“offset” is a whole number from 0.');
  const sort = text('sort') ?? null;
  if (sort !== null && !COMPARABLE.includes(sort))
    return wrong(`Documents cannot be sorted by “${sort}”.`, 'invalid_sort_field');
  const orderBy = text('orderBy') ?? 'asc';
  if (orderBy !== 'asc' && orderBy !== 'desc') return wrong('“orderBy” is asc or desc.', 'invalid_sort_field');
  const fields =
    text('fields')
      ?.split(',')
      .map((field) => field.trim()) ?? null;
  const notThere = fields?.find((field) => !SELECTABLE.includes(field));
  if (notThere !== undefined) return wrong(`A document has no field “${notThere}”.`);
  const filter = readFilter(text('filter'));
  if (filter === null) return wrong("“filter” is like title='Skills' AND language='en'.");
  return { query: { limit: Math.min(limit, MOST), offset, sort, descending: orderBy === 'desc', filter, fields } };
}

function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function readFilter(text: string | undefined): Condition[][] | null {
  if (text === undefined || text.trim() === '') return [];
  const alternatives = text.split(/\s+OR\s+/).map((part) => part.split(/\s+AND\s+/).map(conditionOf));
  return alternatives.some((conditions) => conditions.includes(null)) ? null : (alternatives as Condition[][]);
}

function conditionOf(text: string): Condition | null {
  const [, field = '', sign = '', value = ''] = /^\s*(\w+)\s*(!=|>=|<=|=|>|<|~)\s*'([^']*)'\s*$/.exec(text) ?? [];
  const operator = OPERATORS.find((each) => each === sign);
  return operator && COMPARABLE.includes(field) ? { field, operator, value } : null;
}

/** The documents that a query asks for, and how many there are without its paging. */
export function selected(
  documents: readonly CaseObject[],
  query: DocumentQuery,
): { page: CaseObject[]; total: number } {
  const found = documents.filter((document) => matches(document, query.filter));
  const { sort } = query;
  const sorted = sort ? [...found].sort((one, other) => compare(one[sort], other[sort])) : found;
  if (sort && query.descending) sorted.reverse();
  const page = sorted.slice(query.offset, query.offset + query.limit);
  return { page: page.map((document) => onlyFields(document, query.fields)), total: found.length };
}

function matches(document: CaseObject, filter: Condition[][]): boolean {
  return filter.length === 0 || filter.some((together) => together.every((condition) => holds(document, condition)));
}

function holds(document: CaseObject, { field, operator, value }: Condition): boolean {
  const said = document[field];
  const order = compare(said, value);
  switch (operator) {
    case '=':
      return said !== undefined && order === 0;
    case '!=':
      return order !== 0;
    case '~':
      return typeof said === 'string' && said.toLowerCase().includes(value.toLowerCase());
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
  }
}

/** Texts as people sort them, without regard to case; what is not said comes first. */
function compare(one: unknown, other: unknown): number {
  const [a, b] = [one, other].map((each) => (typeof each === 'string' ? each : ''));
  return (a ?? '').localeCompare(b ?? '', 'en', { sensitivity: 'accent' });
}

function onlyFields(document: CaseObject, fields: string[] | null): CaseObject {
  if (fields === null) return document;
  return Object.fromEntries(Object.entries(document).filter(([field]) => fields.includes(field)));
}
