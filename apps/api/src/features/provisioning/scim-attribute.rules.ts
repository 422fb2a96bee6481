/** One attribute as a SCIM schema describes it (RFC 7643, 7). */
export interface Attribute {
  name: string;
  type: 'string' | 'boolean' | 'dateTime' | 'reference' | 'binary' | 'complex';
  multiValued: boolean;
  description: string;
  required: boolean;
  caseExact: boolean;
  mutability: 'readOnly' | 'readWrite' | 'immutable';
  returned: 'always' | 'default';
  uniqueness: 'none' | 'server';
  subAttributes?: Attribute[];
  canonicalValues?: string[];
  referenceTypes?: string[];
}

/** A resource type with the attributes of its own schema and of its extension. */
export interface ResourceSchema {
  name: 'User' | 'Group';
  endpoint: '/Users' | '/Groups';
  id: string;
  description: string;
  attributes: Attribute[];
  extension: { id: string; name: string; description: string; attributes: Attribute[] } | null;
}

/** An attribute found by its words, in the spelling of the schema. */
export interface FoundAttribute {
  /** The URN of the extension the attribute belongs to; null for the schema of the resource itself. */
  extension: string | null;
  attribute: Attribute;
  sub: Attribute | null;
}

/** Attributes that every resource has and no schema lists (RFC 7643, 3.1). */
const COMMON: Attribute[] = [
  common('id', 'string', 'readOnly', true),
  common('externalId', 'string', 'readWrite', true),
  {
    ...common('meta', 'complex', 'readOnly', false),
    subAttributes: [
      common('resourceType', 'string', 'readOnly', true),
      common('created', 'dateTime', 'readOnly', false),
      common('lastModified', 'dateTime', 'readOnly', false),
      common('location', 'reference', 'readOnly', true),
      common('version', 'string', 'readOnly', true),
    ],
  },
  { ...common('schemas', 'reference', 'readOnly', true), multiValued: true },
];

function common(
  name: string,
  type: Attribute['type'],
  mutability: Attribute['mutability'],
  caseExact: boolean,
): Attribute {
  return {
    name,
    type,
    multiValued: false,
    description: '',
    required: false,
    caseExact,
    mutability,
    returned: 'default',
    uniqueness: 'none',
  };
}

/** Finds what `name.familyName` or `urn:…:User:department` means, whatever its capitals; null when there is nothing of that name. */
export function findAttribute(schema: ResourceSchema, words: string): FoundAttribute | null {
  const prefixed = withoutUrn(schema, words);
  if (!prefixed) return null;
  const [name, subName, ...more] = prefixed.rest.split('.');
  if (more.length > 0 || name === undefined) return null;
  const attributes = prefixed.extension ? (schema.extension?.attributes ?? []) : [...COMMON, ...schema.attributes];
  const attribute = named(attributes, name);
  if (!attribute) return null;
  if (subName === undefined) return { extension: prefixed.extension, attribute, sub: null };
  const sub = named(attribute.subAttributes ?? [], subName);
  return sub ? { extension: prefixed.extension, attribute, sub } : null;
}

/** Takes the URN of a schema off the front; null when it is the URN of none of ours. */
export function withoutUrn(schema: ResourceSchema, words: string): { extension: string | null; rest: string } | null {
  if (!words.toLowerCase().startsWith('urn:')) return { extension: null, rest: words };
  for (const id of [schema.id, schema.extension?.id])
    if (id && words.toLowerCase().startsWith(`${id.toLowerCase()}:`))
      return { extension: id === schema.id ? null : id, rest: words.slice(id.length + 1) };
  return null;
}

/** PostgreSQL keeps neither the character that ends C strings nor half of a pair. */
export function canBeKept(text: string): boolean {
  return !/[\0\p{Cs}]/u.test(text);
}

export function named(attributes: readonly Attribute[], name: string): Attribute | undefined {
  const wanted = name.toLowerCase();
  return attributes.find((each) => each.name.toLowerCase() === wanted);
}
