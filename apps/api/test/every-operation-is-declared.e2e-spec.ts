import { ROLES } from '@assay/access';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { OrganisationService } from '../src/features/people/organisation.service.js';
import { startApi, type TestApi } from './support/api.js';

/** Open to strangers on purpose. A new name here is a decision. */
const PUBLIC = [
  'answerEndorsementRequest',
  'answerWitnessRequest',
  'endorsementRequest',
  'organisation',
  'provePersonalAddress',
  'signInOptions',
  'viewer',
  'withdrawEndorsementByLink',
  'witnessRequest',
];

const someId = '0190a000-0000-7000-8000-000000000000';

/** A value that fits the type, as GraphQL text: enough to get to the door. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${required.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  return (
    {
      ID: `"${someId}"`,
      Int: '1',
      Float: '1',
      Boolean: 'true',
      Date: '"2026-01-01"',
      DateTime: '"2026-01-01T00:00:00Z"',
    }[String(type)] ?? '"x"'
  );
}

function document(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  const args = field.args
    .filter((each) => isNonNullType(each.type))
    .map((each) => `${each.name}: ${literal(each.type)}`);
  const named = getNamedType(field.type);
  const selection = isLeafType(named) ? '' : '{ __typename }';
  return `${kind} { ${field.name}${args.length ? `(${args.join(', ')})` : ''} ${selection} }`;
}

describe('every operation of the schema', () => {
  let api: TestApi;
  let schema: GraphQLSchema;
  const everything = '0190a000-0000-7000-8000-00000000000e';

  beforeAll(async () => {
    api = await startApi();
    schema = api.app.get(GraphQLSchemaHost).schema;
    await api.asSystem(async (system) => {
      await api.app
        .get(OrganisationService)
        .found(system, { organisationName: 'Small Works', firstAdministrator: null });
      const { tx, now } = system;
      await tx.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, $4)', [
        everything,
        'All Roles',
        'all@example.org',
        now,
      ]);
      for (const role of ROLES)
        await tx.query(
          'INSERT INTO role_grant (id, person_id, role, starts_at) VALUES (gen_random_uuid(), $1, $2, $3)',
          [everything, role, now],
        );
    });
  });
  afterAll(() => api.close());

  const operations = () =>
    [
      ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ({ kind: 'query' as const, field })),
      ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ({
        kind: 'mutation' as const,
        field,
      })),
    ].map(({ kind, field }) => ({ name: field.name, text: document(kind, field) }));

  it('is closed to strangers unless it is on the list', async () => {
    const open: string[] = [];
    for (const { name, text } of operations()) {
      const { errors } = await api.stranger.ask(text);
      if (errors?.[0]?.extensions?.code !== 'UNAUTHENTICATED') open.push(name);
    }
    expect(open.sort()).toEqual(PUBLIC);
  });

  it('declares a permission: nothing is closed because somebody forgot to say', async () => {
    const client = await api.as(everything);
    const undeclared: string[] = [];
    for (const { name, text } of operations()) {
      const { errors } = await client.ask(text);
      if (errors?.some((error) => error.extensions?.code === 'FORBIDDEN')) undeclared.push(name);
    }
    expect(undeclared).toEqual([]);
  }, 60_000);

  it('describes every type, field and argument-taking operation', () => {
    const missing: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || !('getFields' in type) || ['Query', 'Mutation'].includes(type.name)) continue;
      if (!type.description) missing.push(type.name);
      for (const field of Object.values(type.getFields()))
        if (!field.description) missing.push(`${type.name}.${field.name}`);
    }
    expect(missing).toEqual([]);
  });
});
