import { REPORT_SUBJECTS, type ReportColumn, type ReportSubject, type Subject } from './report-subjects.rules.js';

export const OPERATORS = ['IS', 'CONTAINS', 'EMPTY', 'AT_LEAST', 'AT_MOST', 'LAST_DAYS', 'NEXT_DAYS'] as const;
export type Operator = (typeof OPERATORS)[number];

export interface ReportFilter {
  column: string;
  operator: Operator;
  value: string;
}

export interface ReportSort {
  column: string;
  descending: boolean;
}

/** What somebody wants to see. It holds no rows: whoever runs it sees what they may see. */
export interface ReportDefinition {
  subject: Subject;
  columns: string[];
  filters: ReportFilter[];
  /** Where there are any, rows are counted by these instead of shown. */
  groupBy: string[];
  sort: ReportSort | null;
}

export interface ReportProblem {
  field: string;
  message: string;
}

const OF_TYPE: Record<ReportColumn['type'], readonly Operator[]> = {
  TEXT: ['IS', 'CONTAINS', 'EMPTY'],
  NUMBER: ['IS', 'AT_LEAST', 'AT_MOST', 'EMPTY'],
  DAY: ['IS', 'AT_LEAST', 'AT_MOST', 'LAST_DAYS', 'NEXT_DAYS', 'EMPTY'],
};
const [MOST_COLUMNS, MOST_FILTERS, MOST_GROUPS, MOST_LETTERS, MOST_DAYS] = [20, 10, 2, 200, 3650];
/** How many rows, and how many people where the rows are about people. */
export const COUNT = 'count';

export const subjectOf = (key: Subject): ReportSubject | undefined => REPORT_SUBJECTS.find((each) => each.key === key);

/** What is wrong with a definition, each with the place where it stands. */
export function problemsOf(definition: ReportDefinition): ReportProblem[] {
  const subject = subjectOf(definition.subject);
  if (!subject) return [{ field: 'subject', message: 'There is no such subject.' }];
  const of = (key: string) => subject.columns.find((column) => column.key === key);
  const { columns, filters, groupBy, sort } = definition;
  const counted = groupBy.length > 0;
  const problems: ReportProblem[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });

  if (!counted && columns.length === 0) add('columns', 'Choose at least one column.');
  if (columns.length > MOST_COLUMNS) add('columns', `Choose at most ${MOST_COLUMNS} columns.`);
  if (filters.length > MOST_FILTERS) add('filters', `Use at most ${MOST_FILTERS} filters.`);
  if (groupBy.length > MOST_GROUPS) add('groupBy', `Count by at most ${MOST_GROUPS} columns.`);
  for (const [list, keys] of [
    ['columns', columns],
    ['groupBy', groupBy],
  ] as const)
    for (const [at, key] of keys.entries()) {
      if (!of(key)) add(`${list}.${at}`, `“${key.slice(0, 40)}” is no column of ${subject.label}.`);
      else if (keys.indexOf(key) !== at) add(`${list}.${at}`, `“${of(key)?.label}” is chosen twice.`);
    }
  for (const [at, key] of groupBy.entries()) {
    const column = of(key);
    if (column && !column.groups)
      add(`groupBy.${at}`, `Rows are not counted by “${column.label}”: it tells one person or row from another.`);
  }
  for (const [at, filter] of filters.entries()) {
    const wrong = filterProblem(filter, of(filter.column), counted);
    if (wrong) add(`filters.${at}`, wrong);
  }
  const sortable = counted ? [...groupBy, COUNT] : columns;
  if (sort && !sortable.includes(sort.column)) add('sort', 'Sort by a column that is shown.');
  return problems;
}

function filterProblem(
  { operator, value }: ReportFilter,
  column: ReportColumn | undefined,
  counted: boolean,
): string | null {
  if (!column) return 'This filter is on a column that is not there.';
  if (counted && column.names)
    return `Counted rows are not narrowed by “${column.label}”: the count would tell of one person.`;
  if (!OF_TYPE[column.type].includes(operator)) return `“${column.label}” cannot be compared like that.`;
  if (operator === 'EMPTY') return null;
  if (value.trim() === '') return `Say what “${column.label}” is compared with.`;
  if (value.length > MOST_LETTERS) return `Use at most ${MOST_LETTERS} letters for “${column.label}”.`;
  if (operator === 'LAST_DAYS' || operator === 'NEXT_DAYS')
    return /^\d{1,4}$/.test(value) && Number(value) <= MOST_DAYS
      ? null
      : `Give “${column.label}” a number of days up to ${MOST_DAYS}.`;
  if (column.type === 'NUMBER' && !/^-?\d{1,9}(\.\d{1,4})?$/.test(value))
    return `“${column.label}” is compared with a number.`;
  if (column.type === 'DAY' && !isDay(value)) return `“${column.label}” is compared with a day such as 2026-03-14.`;
  return null;
}

function isDay(value: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

export interface ReportStatement {
  sql: string;
  values: unknown[];
}

/** The statement of a checked definition. Only texts of the catalogue stand in it; what people wrote comes as parameters. */
export function statementOf(definition: ReportDefinition, limit: number, offset: number): ReportStatement {
  const { subject, values, parameter, sqlOf, from } = partsOf(definition);
  const text = (key: string) => `(${sqlOf(key)})::text`;
  const { groupBy, columns, sort } = definition;
  if (groupBy.length === 0) {
    const order = sort ? `${sqlOf(sort.column)} ${sort.descending ? 'DESC' : 'ASC'} NULLS LAST, ` : '';
    return {
      sql: `SELECT (${subject.id})::text AS id, ARRAY[${columns.map(text).join(', ')}] AS cells FROM ${from}
        ORDER BY ${order}${subject.order} LIMIT ${parameter(limit)} OFFSET ${parameter(offset)}`,
      values,
    };
  }
  const keys = groupBy.map(text).join(', ');
  return {
    // Where it stays unknown whose a row is, each counts as somebody else's: fewer are told, never more.
    sql: `SELECT ARRAY[${keys}] AS cells, count(*)::int AS rows,
        count(${subject.person ? `DISTINCT ${subject.person}` : '*'})::int AS people
      FROM ${from} GROUP BY ${keys} LIMIT ${parameter(limit)}`,
    values,
  };
}

/** Of rows that are not counted: how many there are. Asked apart, the first of them need not wait until all were seen. */
export function totalOf(definition: ReportDefinition): ReportStatement {
  const { from, values } = partsOf(definition);
  return { sql: `SELECT count(*)::int AS total FROM ${from}`, values };
}

function partsOf({ subject: key, filters }: ReportDefinition) {
  const subject = subjectOf(key);
  if (!subject) throw new Error('An unchecked definition.');
  const values: unknown[] = [];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const where = filters.map((filter) => ` AND ${condition(filter, subject, parameter)}`).join('');
  const sqlOf = (column: string) => subject.columns.find((each) => each.key === column)?.sql ?? 'NULL';
  return { subject, values, parameter, sqlOf, from: `${subject.from}${where}` };
}

function condition(
  { column: key, operator, value }: ReportFilter,
  subject: ReportSubject,
  parameter: (value: unknown) => string,
): string {
  const column = subject.columns.find((each) => each.key === key);
  const sql = column?.sql ?? 'NULL';
  const typed = { TEXT: 'text', NUMBER: 'numeric', DAY: 'date' }[column?.type ?? 'TEXT'];
  switch (operator) {
    case 'EMPTY':
      return `nullif((${sql})::text, '') IS NULL`;
    case 'CONTAINS':
      return `(${sql})::text ILIKE ${parameter(`%${value.trim().replace(/[\\%_]/g, '\\$&')}%`)}`;
    case 'IS':
      return typed === 'text'
        ? `lower((${sql})::text) = lower(${parameter(value.trim())}::text)`
        : `(${sql})::${typed} = ${parameter(value)}::${typed}`;
    case 'AT_LEAST':
    case 'AT_MOST':
      return `(${sql})::${typed} ${operator === 'AT_LEAST' ? '>=' : '<='} ${parameter(value)}::${typed}`;
    case 'LAST_DAYS':
      return `${sql} BETWEEN current_date - ${parameter(Number(value))}::int AND current_date`;
    case 'NEXT_DAYS':
      return `${sql} BETWEEN current_date AND current_date + ${parameter(Number(value))}::int`;
  }
}

export interface CountedGroup {
  cells: (string | null)[];
  rows: number;
  people: number;
}

const FEWEST = 5;

/**
 * Groups that can be told. Those of fewer than five people are left out; where those left out are fewer than five together,
 * the smallest of the others goes with them, so that what is left out cannot be worked out from a total.
 */
export function tellableOf(groups: readonly CountedGroup[]): { shown: CountedGroup[]; leftOut: number } {
  const shown = groups.filter(({ people }) => people >= FEWEST).sort((one, other) => other.people - one.people);
  const people = (of: readonly CountedGroup[]) => of.reduce((sum, each) => sum + each.people, 0);
  const all = people(groups);
  for (let rest = all - people(shown); rest > 0 && rest < FEWEST && shown.length > 0; rest = all - people(shown))
    shown.pop();
  return { shown, leftOut: groups.length - shown.length };
}

/** Counted rows in the order that was asked for; else the largest first. */
export function sorted(groups: readonly CountedGroup[], { groupBy, sort }: ReportDefinition): CountedGroup[] {
  const place = sort ? groupBy.indexOf(sort.column) : -1;
  const turn = sort && !sort.descending ? 1 : -1;
  const by = (group: CountedGroup) => group.cells[place] ?? '';
  const names = (one: CountedGroup, other: CountedGroup) => one.cells.join(' ').localeCompare(other.cells.join(' '));
  return [...groups].sort(
    (one, other) =>
      (place >= 0
        ? turn * by(one).localeCompare(by(other), 'en', { numeric: true })
        : turn * (one.rows - other.rows)) || names(one, other),
  );
}
