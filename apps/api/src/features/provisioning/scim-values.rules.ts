import { type Attribute, canBeKept, named, type ResourceSchema } from './scim-attribute.rules.js';
import { badRequest } from './scim-error.rules.js';

/** A resource as JSON, in the spelling of its schema. */
export type ScimDocument = Record<string, unknown>;

const MOST_CHARACTERS = 1_000;
const MOST_BINARY = 20_000;
const MOST_VALUES = 100;

/**
 * What a client sent, in the spelling and the types of the schema: capitals of names do not matter, null and empty lists
 * are the same as nothing, "True" is true, and what the schema does not know or nobody may write is left out.
 */
export function normalised(schema: ResourceSchema, sent: unknown): ScimDocument {
  if (!isObject(sent)) throw badRequest('invalidSyntax', 'The body must be a JSON object.');
  const document: ScimDocument = {};
  const { extension } = schema;
  for (const [key, value] of Object.entries(sent)) {
    if (extension && key.toLowerCase() === extension.id.toLowerCase()) {
      const inner = isObject(value) ? objectOf(extension.attributes, value, extension.id) : {};
      if (Object.keys(inner).length > 0) document[extension.id] = inner;
      continue;
    }
    const attribute = named(schema.attributes, key) ?? (key.toLowerCase() === 'externalid' ? EXTERNAL_ID : undefined);
    if (!attribute || attribute.mutability === 'readOnly') continue;
    const kept = valueOf(attribute, value, attribute.name);
    if (kept !== undefined) document[attribute.name] = kept;
  }
  return document;
}

const EXTERNAL_ID: Attribute = {
  name: 'externalId',
  type: 'string',
  multiValued: false,
  description: '',
  required: false,
  caseExact: true,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
};

/** One attribute's value, or undefined when it says nothing. */
export function valueOf(attribute: Attribute, sent: unknown, path: string): unknown {
  if (sent === null || sent === undefined) return undefined;
  if (!attribute.multiValued) return singleOf(attribute, unwrapped(attribute, sent), path);
  const values = (Array.isArray(sent) ? sent : [sent])
    .map((each) => singleOf(attribute, each, path))
    .filter((each) => each !== undefined);
  if (values.length > MOST_VALUES) throw badRequest('invalidValue', `“${path}” has at most ${MOST_VALUES} values.`);
  if (values.filter((each) => isObject(each) && each.primary === true).length > 1)
    throw badRequest('invalidValue', `Only one value of “${path}” can be the primary one.`);
  return values.length > 0 ? values : undefined;
}

/** Entra sends the one value of some attributes in a list, and the manager's id alone or as a list of one. */
function unwrapped(attribute: Attribute, sent: unknown): unknown {
  const one = Array.isArray(sent) && sent.length === 1 ? (sent[0] as unknown) : sent;
  return attribute.type !== 'complex' && isObject(one) && 'value' in one ? one.value : one;
}

function singleOf(attribute: Attribute, sent: unknown, path: string): unknown {
  if (sent === null || sent === undefined) return undefined;
  if (attribute.type === 'complex') {
    const object = typeof sent === 'string' && named(attribute.subAttributes ?? [], 'value') ? { value: sent } : sent;
    if (!isObject(object)) throw badRequest('invalidValue', `“${path}” must be an object.`);
    const inner = objectOf(attribute.subAttributes ?? [], object, path);
    return Object.keys(inner).length > 0 ? inner : undefined;
  }
  if (attribute.type === 'boolean') return booleanOf(sent, path);
  return textOf(attribute, sent, path);
}

function objectOf(attributes: readonly Attribute[], sent: ScimDocument, path: string): ScimDocument {
  const object: ScimDocument = {};
  for (const [key, value] of Object.entries(sent)) {
    const attribute = named(attributes, key);
    if (!attribute || attribute.mutability === 'readOnly') continue;
    const kept = valueOf(attribute, value, `${path}.${attribute.name}`);
    if (kept !== undefined) object[attribute.name] = kept;
  }
  return object;
}

function booleanOf(sent: unknown, path: string): boolean | undefined {
  if (typeof sent === 'boolean') return sent;
  const word = typeof sent === 'string' ? sent.trim().toLowerCase() : '';
  if (word === 'true' || word === 'false') return word === 'true';
  throw badRequest('invalidValue', `“${path}” must be true or false.`);
}

function textOf(attribute: Attribute, sent: unknown, path: string): string | undefined {
  if (typeof sent !== 'string' && typeof sent !== 'number')
    throw badRequest('invalidValue', `“${path}” must be a text.`);
  const text = String(sent);
  if (!canBeKept(text)) throw badRequest('invalidValue', `“${path}” contains characters that cannot be kept.`);
  const most = attribute.type === 'binary' ? MOST_BINARY : MOST_CHARACTERS;
  if (text.length > most) throw badRequest('invalidValue', `“${path}” has at most ${most} characters.`);
  return text.length > 0 ? text : undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
