import { badRequest } from './scim-error.rules.js';
import { type Comparison, comparedAttribute, type ScimFilter, type Target } from './scim-filter.rules.js';
import type { Attribute, FoundAttribute } from './scim-attribute.rules.js';

/**
 * Where attributes are found in a row. `columns` are expressions of their own, by path; everything else is read from
 * `document`. Nothing a client sends gets into the text of a statement: names come from our schemas, values are parameters.
 */
export interface RowShape {
  columns: Record<string, string>;
  document: string;
}

/** A condition in SQL with its parameters, numbered from `first`. */
export function filterSql(filter: ScimFilter, row: RowShape, parameters: unknown[]): string {
  const scope: Scope = { row, parameters, element: null, depth: 0 };
  return condition(filter, scope);
}

/** What a list is sorted by: the value, or the first of several. */
export function sortSql(found: FoundAttribute, row: RowShape): string {
  const { attribute } = found;
  const part =
    found.sub ?? (attribute.type === 'complex' ? attribute.subAttributes?.find(({ name }) => name === 'value') : null);
  const compared = part ?? attribute;
  if (compared.type === 'complex') throw badRequest('invalidPath', `“${attribute.name}” cannot be sorted by.`);
  const column = row.columns[pathOf(found)];
  if (column) return compared.type === 'string' && !compared.caseExact ? `lower(${column})` : column;
  const json = jsonOf(found.extension, attribute, row);
  const one = attribute.multiValued ? `${json}->0` : json;
  const text = part ? `${one}->>${quoted(part.name)}` : `(${one})#>>'{}'`;
  return compared.caseExact ? `(${text})` : `lower(${text})`;
}

interface Scope {
  row: RowShape;
  parameters: unknown[];
  /** The JSON of the value a value path looks at. */
  element: string | null;
  depth: number;
}

function condition(filter: ScimFilter, scope: Scope): string {
  switch (filter.op) {
    case 'and':
    case 'or':
      return `(${filter.filters.map((each) => condition(each, scope)).join(filter.op === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      // What is not there compares to null; the opposite of that is true, not null.
      return `(NOT coalesce(${condition(filter.filter, scope)}, false))`;
    case 'has':
      return has(filter.target, scope, (element, depth) => condition(filter.filter, { ...scope, element, depth }));
    case 'pr':
      return present(filter.target, scope);
    default:
      return compare(filter.op, filter.target, filter.value, scope);
  }
}

function has(target: Target, scope: Scope, inside: (element: string, depth: number) => string): string {
  const json = jsonOf(target.found?.extension ?? null, attributeOf(target), scope.row);
  const name = `v${scope.depth}`;
  return attributeOf(target).multiValued
    ? `EXISTS (SELECT FROM jsonb_array_elements(${json}) ${name} (value) WHERE ${inside(`${name}.value`, scope.depth + 1)})`
    : `coalesce(${inside(json, scope.depth + 1)}, false)`;
}

function present(target: Target, scope: Scope): string {
  if (target.part) return `(${scope.element ?? 'NULL'} ? ${quoted(target.part.name)})`;
  const { found } = target;
  if (!found) throw new Error('A target outside a value path is an attribute.');
  const column = scope.row.columns[pathOf(found)];
  if (column) return `(${column} IS NOT NULL)`;
  const { sub } = found;
  if (!sub) return `(${jsonOf(found.extension, found.attribute, scope.row)} IS NOT NULL)`;
  return has(target, scope, (element) => `${element} ? ${quoted(sub.name)}`);
}

function compare(op: Comparison, target: Target, value: string | boolean, scope: Scope): string {
  const attribute = comparedAttribute(target);
  if (target.part)
    return comparison(op, `${scope.element ?? 'NULL'}->>${quoted(attribute.name)}`, attribute, value, scope);
  const { found } = target;
  if (!found) throw new Error('A target outside a value path is an attribute.');
  const column = scope.row.columns[pathOf(found)];
  if (column) return comparison(op, column, attribute, value, scope);
  if (found.sub)
    return has(target, scope, (element) =>
      comparison(op, `${element}->>${quoted(attribute.name)}`, attribute, value, scope),
    );
  const json = jsonOf(found.extension, found.attribute, scope.row);
  if (!found.attribute.multiValued) return comparison(op, `(${json})#>>'{}'`, attribute, value, scope);
  return `EXISTS (SELECT FROM jsonb_array_elements_text(${json}) t (value) WHERE ${comparison(op, 't.value', attribute, value, scope)})`;
}

const OPERATORS = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

function comparison(op: Comparison, left: string, attribute: Attribute, value: string | boolean, scope: Scope): string {
  scope.parameters.push(typeof value === 'boolean' ? String(value) : value);
  const parameter = `$${scope.parameters.length}::text`;
  if (attribute.type === 'dateTime') {
    if (op === 'co' || op === 'sw' || op === 'ew') throw new Error('Times are not looked into.');
    // SCIM shows times to the millisecond; what is shown is what is compared.
    return `(date_trunc('milliseconds', ${left}) ${OPERATORS[op]} ${parameter}::timestamptz)`;
  }
  const fold =
    attribute.caseExact || attribute.type === 'boolean'
      ? (it: string) => `(${it})::text`
      : (it: string) => `lower(${it})`;
  const [it, wanted] = [fold(left), fold(parameter)];
  if (op === 'co') return `(strpos(${it}, ${wanted}) > 0)`;
  if (op === 'sw') return `starts_with(${it}, ${wanted})`;
  if (op === 'ew') return `(right(${it}, length(${wanted})) = ${wanted})`;
  // The order of characters and not of a language: the same on every server.
  const order = op === 'eq' || op === 'ne' ? '' : ' COLLATE "C"';
  return `(${it} ${OPERATORS[op]} ${wanted}${order})`;
}

function jsonOf(extension: string | null, attribute: Attribute, row: RowShape): string {
  const inside = extension ? `${row.document}->${quoted(extension)}` : row.document;
  return `${inside}->${quoted(attribute.name)}`;
}

function attributeOf(target: Target): Attribute {
  if (!target.found) throw new Error('A target outside a value path is an attribute.');
  return target.found.attribute;
}

function pathOf({ extension, attribute, sub }: FoundAttribute): string {
  return [...(extension ? [extension] : []), attribute.name, ...(sub ? [sub.name] : [])].join('.');
}

/** Only names of our own schemas come here. */
function quoted(name: string): string {
  if (!/^[\w$:.]+$/.test(name)) throw new Error(`“${name}” is not a name of a schema.`);
  return `'${name}'`;
}
