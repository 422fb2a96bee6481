import { findAttribute, type FoundAttribute, type ResourceSchema } from './scim-attribute.rules.js';
import { isObject, type ScimDocument } from './scim-values.rules.js';

/** Which attributes a client wants to see (RFC 7644, 3.4.2.5). `id` and `schemas` are always there. */
export interface Projection {
  only: FoundAttribute[] | null;
  without: FoundAttribute[];
}

export function readProjection(schema: ResourceSchema, attributes: unknown, excluded: unknown): Projection {
  const only = namesOf(attributes).map((name) => findAttribute(schema, name));
  return {
    // Names that nobody knows are left aside; asking only for those gives what is always there.
    only: namesOf(attributes).length > 0 ? only.filter((each) => each !== null) : null,
    without: namesOf(excluded)
      .map((name) => findAttribute(schema, name))
      .filter((each) => each !== null),
  };
}

/** Some clients write a filter behind the name; it chooses nothing here. */
function namesOf(given: unknown): string[] {
  const words = Array.isArray(given) ? given.join(',') : typeof given === 'string' ? given : '';
  return words
    .replaceAll(/\[[^\]]*\]/g, '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each.length > 0)
    .slice(0, 100);
}

export function projected(document: ScimDocument, { only, without }: Projection): ScimDocument {
  const result = only ? chosen(document, only) : structuredClone(document);
  for (const found of without) if (!isAlwaysThere(found)) leaveOut(result, found);
  return result;
}

/** Whether an attribute will be seen at all, so that it need not be read when it will not. */
export function isSeen({ only, without }: Projection, name: string): boolean {
  const whole = ({ attribute, sub, extension }: FoundAttribute) => attribute.name === name && !sub && !extension;
  if (without.some(whole)) return false;
  return !only || only.some(({ attribute }) => attribute.name === name);
}

const ALWAYS = ['id', 'schemas'];

function isAlwaysThere({ attribute, extension }: FoundAttribute): boolean {
  return !extension && ALWAYS.includes(attribute.name);
}

function chosen(document: ScimDocument, only: FoundAttribute[]): ScimDocument {
  const result: ScimDocument = {};
  for (const name of ALWAYS) result[name] = document[name];
  for (const { extension, attribute, sub } of only) {
    const from = extension ? document[extension] : document;
    if (!isObject(from) || from[attribute.name] === undefined) continue;
    if (extension && !isObject(result[extension])) result[extension] = {};
    const into = (extension ? result[extension] : result) as ScimDocument;
    into[attribute.name] = sub
      ? merged(into[attribute.name], partOf(from[attribute.name], sub.name))
      : structuredClone(from[attribute.name]);
  }
  return result;
}

function partOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((each) => partOf(each, name));
  return isObject(value) && name in value ? { [name]: value[name] } : {};
}

/** Two parts of the same values asked for one by one. */
function merged(there: unknown, more: unknown): unknown {
  if (Array.isArray(there) && Array.isArray(more)) return there.map((each, index) => merged(each, more[index]));
  return isObject(there) && isObject(more) ? { ...there, ...more } : more;
}

function leaveOut(document: ScimDocument, { extension, attribute, sub }: FoundAttribute): void {
  const from = extension ? document[extension] : document;
  if (!isObject(from)) return;
  if (!sub) {
    delete from[attribute.name];
    return;
  }
  const values = from[attribute.name];
  for (const value of Array.isArray(values) ? values : [values]) if (isObject(value)) delete value[sub.name];
}
