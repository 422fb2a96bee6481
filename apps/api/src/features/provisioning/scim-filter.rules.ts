import { type Filter, parse } from 'scim2-parse-filter';
import {
  type Attribute,
  canBeKept,
  findAttribute,
  type FoundAttribute,
  named,
  type ResourceSchema,
} from './scim-attribute.rules.js';
import { badRequest } from './scim-error.rules.js';

export type Comparison = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';

/** A filter whose every name was found in the schema. Inside `every` of a value path, names are those of its parts. */
export type ScimFilter =
  | { op: 'and' | 'or'; filters: ScimFilter[] }
  | { op: 'not'; filter: ScimFilter }
  | { op: 'pr'; target: Target }
  | { op: Comparison; target: Target; value: string | boolean }
  | { op: 'has'; target: Target; filter: ScimFilter };

/** What is compared: an attribute, or a part of each of its values. */
export interface Target {
  found: FoundAttribute | null;
  /** Set inside a value path, where only parts are named. */
  part: Attribute | null;
}

const MOST_CHARACTERS = 4_000;
const MOST_DEPTH = 20;
const MOST_CONDITIONS = 100;

/** Reads a filter (RFC 7644, 3.4.2.2). Whatever it names must exist, and be compared as its type can be. */
export function readFilter(schema: ResourceSchema, words: string): ScimFilter {
  if (words.length > MOST_CHARACTERS)
    throw badRequest('invalidFilter', `A filter has at most ${MOST_CHARACTERS} characters.`);
  if (deepest(words) > MOST_DEPTH)
    throw badRequest('invalidFilter', `Conditions of a filter stand at most ${MOST_DEPTH} deep in each other.`);
  const texts: string[] = [];
  // The parser takes a backslash for itself; SCIM's texts are JSON's. So it gets to see their places only.
  const places = words.replaceAll(QUOTED, (literal) => `"${texts.push(textOf(literal)) - 1}"`);
  let parsed: Filter;
  try {
    parsed = parse(places);
  } catch {
    throw badRequest('invalidFilter', 'The filter cannot be read. Values of text stand in double quotes.');
  }
  return resolved(parsed, (path) => targetOf(schema, path), { texts, left: MOST_CONDITIONS });
}

const QUOTED = /"(?:[^"\\]|\\.)*"/gs;

function textOf(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal.slice(1, -1);
  }
}

/** How deep brackets and `not` go: the parser calls itself for each. */
function deepest(words: string): number {
  const outside = words.replaceAll(QUOTED, '""');
  let depth = 0;
  let most = 0;
  for (const [token] of outside.matchAll(/[([]|[)\]]|\bnot\b/gi)) {
    depth += token === ')' || token === ']' ? -1 : 1;
    most = Math.max(most, depth);
  }
  return most;
}

type FindTarget = (path: string) => Target;

/** What is left of a filter's size, and its texts by their places. */
interface Reading {
  texts: string[];
  left: number;
}

function resolved(filter: Filter, find: FindTarget, reading: Reading): ScimFilter {
  reading.left -= 1;
  if (reading.left < 0) throw badRequest('invalidFilter', `A filter has at most ${MOST_CONDITIONS} conditions.`);
  switch (filter.op) {
    case 'and':
    case 'or':
      return { op: filter.op, filters: filter.filters.map((each) => resolved(each, find, reading)) };
    case 'not':
      return { op: 'not', filter: resolved(filter.filter, find, reading) };
    case '[]': {
      const target = find(filter.attrPath);
      const parts = target.found?.sub ? [] : (target.found?.attribute.subAttributes ?? []);
      if (parts.length === 0) throw badRequest('invalidFilter', `“${filter.attrPath}” has no parts to look at.`);
      return { op: 'has', target, filter: resolved(filter.valFilter, (path) => partOf(parts, path), reading) };
    }
    case 'pr':
      return { op: 'pr', target: find(filter.attrPath) };
    default:
      return compared(filter.op, withValue(find(filter.attrPath)), valueIn(reading, filter.compValue));
  }
}

function valueIn({ texts }: Reading, value: boolean | null | number | string): boolean | null | number | string {
  return typeof value === 'string' ? (texts[Number(value)] ?? '') : value;
}

function compared(op: Comparison, target: Target, value: boolean | null | number | string): ScimFilter {
  const attribute = comparedAttribute(target);
  // Not being there and being null are the same (RFC 7643, 2.5).
  if (value === null && op === 'eq') return { op: 'not', filter: { op: 'pr', target } };
  if (value === null && op === 'ne') return { op: 'pr', target };
  if (attribute.type === 'complex') throw badRequest('invalidFilter', `“${attribute.name}” is compared by its parts.`);
  if (attribute.type === 'boolean') {
    const word = typeof value === 'string' ? value.toLowerCase() : value;
    const known = word === true || word === 'true' ? true : word === false || word === 'false' ? false : null;
    if (known === null || (op !== 'eq' && op !== 'ne'))
      throw badRequest('invalidFilter', `“${attribute.name}” is true or false, and can only be eq or ne.`);
    return { op, target, value: known };
  }
  if (typeof value !== 'string') throw badRequest('invalidFilter', `“${attribute.name}” is compared with a text.`);
  if (!canBeKept(value)) throw badRequest('invalidFilter', 'The filter contains characters that cannot be kept.');
  if (attribute.type === 'dateTime') {
    if (Number.isNaN(Date.parse(value)) || !/^\d{4}-\d{2}-\d{2}/.test(value))
      throw badRequest('invalidFilter', `“${attribute.name}” is compared with a time such as 2026-01-31T08:00:00Z.`);
    if (op === 'co' || op === 'sw' || op === 'ew')
      throw badRequest('invalidFilter', `“${attribute.name}” is a time and has no beginning or end to look for.`);
    return { op, target, value: new Date(value).toISOString() };
  }
  return { op, target, value };
}

/** Comparing a list of values with a text means comparing what each of them is worth. */
function withValue(target: Target): Target {
  const { found } = target;
  if (!found || found.sub || found.attribute.type !== 'complex') return target;
  const value = named(found.attribute.subAttributes ?? [], 'value');
  return value && found.attribute.multiValued ? { ...target, found: { ...found, sub: value } } : target;
}

export function comparedAttribute(target: Target): Attribute {
  const attribute = target.part ?? target.found?.sub ?? target.found?.attribute;
  if (!attribute) throw new Error('A target names something.');
  return attribute;
}

function targetOf(schema: ResourceSchema, path: string): Target {
  const found = findAttribute(schema, path);
  if (!found) throw badRequest('invalidFilter', `There is no attribute “${path.slice(0, 100)}”.`);
  return { found, part: null };
}

function partOf(parts: readonly Attribute[], path: string): Target {
  const part = named(parts, path);
  if (!part) throw badRequest('invalidFilter', `There is no part “${path.slice(0, 100)}” here.`);
  return { found: null, part };
}
