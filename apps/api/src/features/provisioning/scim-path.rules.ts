import { findAttribute, type FoundAttribute, type ResourceSchema, withoutUrn } from './scim-attribute.rules.js';
import { badRequest } from './scim-error.rules.js';
import { readFilter, type ScimFilter } from './scim-filter.rules.js';

/** Where an operation of PATCH does something (RFC 7644, 3.5.2, figure 1). */
export type PatchPath =
  | { kind: 'extension'; id: string }
  | { kind: 'attribute'; found: FoundAttribute; filter: ValueFilter | null };

export interface ValueFilter {
  filter: ScimFilter;
  /** The words between the brackets. */
  words: string;
}

const SHAPE = /^([^[\]]+?)(?:\[(.*)\](?:\.([^[\]]+))?)?$/s;

/** Reads the path of an operation; null when nothing of ours has that name, and an error when it is no path at all. */
export function readPath(schema: ResourceSchema, words: string): PatchPath | null {
  const { extension } = schema;
  if (extension && words.toLowerCase() === extension.id.toLowerCase()) return { kind: 'extension', id: extension.id };
  const [, name, filter, sub] = SHAPE.exec(words.trim()) ?? [];
  if (name === undefined) throw badRequest('invalidPath', `“${words.slice(0, 100)}” is not a path.`);
  const found = findAttribute(schema, sub === undefined ? name : `${name}.${sub}`);
  if (!found) return null;
  if (filter === undefined) return { kind: 'attribute', found, filter: null };
  const { attribute } = found;
  const whole = withoutUrn(schema, name);
  if (!attribute.multiValued || attribute.type !== 'complex' || whole?.rest.includes('.'))
    throw badRequest('invalidPath', `“${name}” has no several values to choose from.`);
  return { kind: 'attribute', found, filter: { filter: readValueFilter(schema, name, filter), words: filter } };
}

function readValueFilter(schema: ResourceSchema, name: string, words: string): ScimFilter {
  const read = readFilter(schema, `${name}[${words}]`);
  if (read.op !== 'has') throw badRequest('invalidPath', `“${words.slice(0, 100)}” does not choose values.`);
  return read.filter;
}

/** Whether one value of several is meant by a filter: as in lists, capitals matter only where the schema says so. */
export function isMeant(filter: ScimFilter, value: Record<string, unknown>): boolean {
  switch (filter.op) {
    case 'and':
      return filter.filters.every((each) => isMeant(each, value));
    case 'or':
      return filter.filters.some((each) => isMeant(each, value));
    case 'not':
      return !isMeant(filter.filter, value);
    case 'has':
      return false;
    case 'pr':
      return filter.target.part !== null && value[filter.target.part.name] !== undefined;
    default: {
      const { part } = filter.target;
      const there = part ? value[part.name] : undefined;
      if (there === undefined || !part) return false;
      const fold = (it: unknown) => (part.caseExact || typeof it !== 'string' ? it : it.toLowerCase());
      return holds(filter.op, fold(there), fold(filter.value));
    }
  }
}

function holds(op: string, there: unknown, wanted: unknown): boolean {
  if (op === 'eq') return there === wanted;
  if (op === 'ne') return there !== wanted;
  if (typeof there !== 'string' || typeof wanted !== 'string') return false;
  if (op === 'co') return there.includes(wanted);
  if (op === 'sw') return there.startsWith(wanted);
  if (op === 'ew') return there.endsWith(wanted);
  if (op === 'gt') return there > wanted;
  if (op === 'ge') return there >= wanted;
  return op === 'lt' ? there < wanted : there <= wanted;
}

/** The value a filter describes when it only says what parts are equal to: `type eq "work"` is { type: 'work' }. */
export function describedBy(filter: ScimFilter): Record<string, unknown> | null {
  if (filter.op === 'eq' && filter.target.part) return { [filter.target.part.name]: filter.value };
  if (filter.op !== 'and') return null;
  const parts = filter.filters.map(describedBy);
  return parts.some((each) => each === null) ? null : Object.assign({}, ...parts);
}
