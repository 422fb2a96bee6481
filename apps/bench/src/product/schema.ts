import type { Client } from './client.js';

export interface TypeRef {
  kind: string;
  name: string | null;
  ofType: TypeRef | null;
}
export interface Field {
  name: string;
  type: TypeRef;
  args: { name: string; type: TypeRef; defaultValue: string | null }[];
}
/** A mutation as a document can call it, and every place in its arguments where a text goes in. */
export interface Writing {
  args: { name: string; type: string }[];
  texts: string[];
}

export interface SchemaType {
  kind: string;
  name: string;
  fields: Field[] | null;
  possibleTypes: { name: string }[] | null;
  inputFields: { name: string; type: TypeRef }[] | null;
  enumValues: { name: string }[] | null;
}

/** One query or mutation, with a document that gets it to the door. */
export interface Operation {
  kind: 'query' | 'mutation';
  name: string;
  document: string;
}

const REF = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
const SCHEMA = `{ __schema { queryType { name } mutationType { name } types { kind name possibleTypes { name }
  fields { name type { ${REF} } args { name defaultValue type { ${REF} } } }
  inputFields { name type { ${REF} } } enumValues { name } } } }`;
const LEAVES: Record<string, string> = {
  ID: '"0190a000-0000-7000-8000-000000000000"',
  Int: '1',
  Float: '1',
  Boolean: 'true',
  String: '"x"',
  Date: '"2026-01-01"',
  DateTime: '"2026-01-01T00:00:00Z"',
};

/** Every operation that the running API offers, read from the API itself: none can be forgotten. */
export async function operationsOf(client: Client): Promise<Operation[]> {
  const { schema, types, fieldsOf } = await schemaOf(client);
  const operation =
    (kind: Operation['kind']) =>
    (field: Field): Operation => ({ kind, name: field.name, document: documentOf(kind, field, types) });
  return [
    ...fieldsOf(schema.queryType.name).map(operation('query')),
    ...fieldsOf(schema.mutationType.name).map(operation('mutation')),
  ];
}

/** Every mutation by its name. */
export async function writingsOf(client: Client): Promise<Map<string, Writing>> {
  const { schema, types, fieldsOf } = await schemaOf(client);
  const textsIn = (type: TypeRef, path: string): string[] => {
    const named = types.get(nameOf(type));
    if (named?.name === 'String') return [path];
    return (named?.inputFields ?? []).flatMap((field) => textsIn(field.type, `${path}.${field.name}`));
  };
  return new Map(
    fieldsOf(schema.mutationType.name).map(({ name, args }) => [
      name,
      {
        args: args.map((arg) => ({ name: arg.name, type: typeText(arg.type) })),
        texts: args.flatMap((arg) => textsIn(arg.type, `${name}.${arg.name}`)),
      },
    ]),
  );
}

/** The types of the running API, and the fields of each. */
export async function schemaOf(client: Client) {
  const schema = await client.query<{
    queryType: { name: string };
    mutationType: { name: string };
    types: SchemaType[];
  }>(SCHEMA);
  const types = new Map(schema.types.map((type) => [type.name, type]));
  return { schema, types, fieldsOf: (name: string) => types.get(name)?.fields ?? [] };
}

function typeText({ kind, name, ofType }: TypeRef): string {
  if (!ofType) return name ?? '';
  return kind === 'NON_NULL' ? `${typeText(ofType)}!` : `[${typeText(ofType)}]`;
}

function documentOf(kind: string, field: Field, types: Map<string, SchemaType>): string {
  const args = field.args
    .filter((arg) => arg.type.kind === 'NON_NULL')
    .map((arg) => `${arg.name}: ${literal(arg.type, types)}`);
  const named = types.get(nameOf(field.type));
  const selection = named?.kind === 'SCALAR' || named?.kind === 'ENUM' ? '' : '{ __typename }';
  return `${kind} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${selection} }`;
}

/** A value that fits the type, as GraphQL text. */
export function literal(type: TypeRef, types: Map<string, SchemaType>): string {
  if (type.kind === 'NON_NULL' && type.ofType) return literal(type.ofType, types);
  if (type.kind === 'LIST') return '[]';
  const named = types.get(type.name ?? '');
  if (named?.kind === 'ENUM') return named.enumValues?.[0]?.name ?? 'null';
  if (named?.kind !== 'INPUT_OBJECT') return LEAVES[type.name ?? ''] ?? '"x"';
  const required = (named.inputFields ?? []).filter((field) => field.type.kind === 'NON_NULL');
  return `{ ${required.map((field) => `${field.name}: ${literal(field.type, types)}`).join(', ')} }`;
}

export function nameOf(type: TypeRef): string {
  return type.ofType ? nameOf(type.ofType) : (type.name ?? '');
}
