import { readFileSync, writeFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { join } from 'node:path';
import { RequestAccess } from '../src/platform/access/request-access.js';
import { costOf, MOST_COST } from '../src/platform/graphql/document-cost.js';
import { refuseOddDocument } from '../src/platform/graphql/document-limits.js';
import type { Row } from './support/access/row.js';
import { ROWS } from './support/access/rows.js';
import { ACTORS, type Actor, CANARIES, makeWorld, type World } from './support/access/world.js';

const schema = buildSchema(readFileSync(join(__dirname, '../schema.graphql'), 'utf8'));

/** The table; for the control of the promise with one line that expects the opposite of one person. */
const TABLE: readonly Row[] = ROWS.map((row, index) =>
  index === 0 && process.env.TURNED_ROUND ? { ...row, allow: row.allow.filter((actor) => actor !== 'self') } : row,
);

/**
 * Counted for a promise: everybody asks everything. Among the other tests each line is asked by one of them, in turn, and
 * by one who gets it; so it is in the control, where one line must be noticed and no other.
 */
const WHOLE = process.env.COUNTS_FILE !== undefined && !process.env.TURNED_ROUND;

/** Whoever's turn it is; and always somebody who gets it, so that each field is really given. */
function askedBy({ allow }: Row, line: number): Actor[] {
  if (WHOLE || line === 0) return [...ACTORS];
  return ACTORS.filter((actor, place) => (place + line) % ACTORS.length === 0 || actor === allow[0]);
}

/** Who gets what, asked over HTTP by everybody, of everything: by id, in lists, by way of other things, and by acting. */
describe('the access matrix', () => {
  let world: World;
  /** What went wrong, with whom. */
  const wrong = new Map<string, Actor[]>();
  const told = new Map<string, Set<Actor>>();
  const asked = new Set<string>();
  /** The same for whoever asks. */
  const documents = new Map<string, string>();
  let cells = 0;

  beforeAll(async () => {
    world = await makeWorld();
    // Every attempt is taken back, so that the next one meets the same world. What is asked and answered stays real.
    const finish = RequestAccess.prototype.finish;
    jest.spyOn(RequestAccess.prototype, 'finish').mockImplementation(function (this: RequestAccess) {
      return finish.call(this, false);
    });
    for (const [line, row] of TABLE.entries()) {
      note(filled(row));
      for (const actor of askedBy(row, line)) await tryCell(row, actor);
    }
  }, 600_000);
  afterAll(async () => {
    jest.restoreAllMocks();
    await world?.close();
    if (process.env.COUNTS_FILE)
      writeFileSync(
        process.env.COUNTS_FILE,
        JSON.stringify({ cells, wrong: wrong.size, operations: operations().length }),
      );
  });

  it('answers those who may, and everybody else as if there were nothing', () => {
    expect(Object.fromEntries(wrong)).toEqual({});
    expect(cells).toBeGreaterThanOrEqual(1_100);
  });

  it('lets no word slip to anybody it is not for, in any answer', () => {
    const slipped = Object.entries(CANARIES).flatMap(([what, { for: those }]) =>
      [...(told.get(what) ?? [])].filter((actor) => !those.includes(actor)).map((actor) => `${what} to ${actor}`),
    );
    expect(slipped).toEqual([]);
    // The words are really there to be found: otherwise the line above could not fail.
    const heard = Object.entries(CANARIES).filter(([, { for: those }]) => those.length > 0);
    expect(heard.filter(([what]) => !told.has(what)).map(([what]) => what)).toEqual([]);
  });

  it('has a line for every operation of the schema', () => {
    expect(operations().filter((operation) => !asked.has(operation))).toEqual([]);
  });

  it('asks every field of every type at least once', () => {
    const fields = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith('__') && !/^(Query|Mutation|PageInfo)$|Edge$|Connection$/.test(name))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    expect(fields.filter((field) => !asked.has(field) && !isRefusalOnly(field))).toEqual([]);
  });

  const operations = () =>
    [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    );

  async function tryCell(row: Row, actor: Actor): Promise<void> {
    const document = filled(row);
    const { data, errors } = await world.as[actor].ask<Record<string, unknown> | null>(document);
    const answer = JSON.stringify({ data, errors });
    for (const [what, { text }] of Object.entries(CANARIES))
      if (answer.includes(text)) told.set(what, (told.get(what) ?? new Set()).add(actor));
    const broken = errors?.find(({ extensions }) => !['UNAUTHENTICATED', 'FORBIDDEN'].includes(extensions?.code ?? ''));
    const got = !errors && gets(row, Object.values(data ?? {})[0]);
    cells += 1;
    const of = `${row.ask}${row.mentions ? ` (${row.mentions})` : ''}`;
    if (broken) remember(`${of} broke: ${broken.message.replace(/req-\w+/, 'req')}`, actor);
    else if (!got && row.kind === 'node' && said({ data, errors }) !== (await saidOfNothing(row, actor)))
      remember(`${of} answers otherwise than what does not exist: ${answer.slice(0, 160)}`, actor);
    else if (got !== row.allow.includes(actor))
      remember(`${of} ${got ? 'IS GIVEN' : `is not given: ${answer.slice(0, 160)}`}`, actor);
  }

  function remember(what: string, actor: Actor): void {
    wrong.set(what, [...(wrong.get(what) ?? []), actor]);
  }

  /** What is answered when the same is asked of a thing that does not exist. */
  async function saidOfNothing(row: Row, actor: Actor): Promise<string> {
    const ask = row.ask.replaceAll(/\{\{\w+\}\}/g, '{{nobody}}');
    return said(await world.as[actor].ask<Record<string, unknown> | null>(filled({ ...row, ask })));
  }

  function filled(row: Row): string {
    const known = `${row.kind} ${row.ask}`;
    const made = documents.get(known) ?? written(row);
    documents.set(known, made);
    return made;
  }

  function written(row: Row): string {
    const named = row.ask.replaceAll(/\{\{(\w+)\}\}/g, (_all, word: string) => {
      const id = world.ids[word];
      if (!id) throw new Error(`The world has no ${word}.`);
      return id;
    });
    const root = row.kind === 'act' ? schema.getMutationType() : schema.getQueryType();
    const field = root?.getFields()[/^\w+/.exec(named)?.[0] ?? ''];
    if (!field) throw new Error(`There is no ${named}.`);
    // What asks for fields itself is asked as it stands; anything else for everything there is.
    const asksItself = named.slice(named.startsWith(`${field.name}(`) ? endOfArguments(named) : 0).includes('{');
    const documentOf = (asked: string) => `${row.kind === 'act' ? 'mutation' : 'query'} { ${asked} }`;
    if (asksItself) return documentOf(named);
    // As deep as a document may be: some things hold so much that three steps are more than anybody may ask at once.
    const depths = row.kind === 'list' ? [1, 0] : [3, 2, 1];
    const deep = depths.map((depth) => documentOf(`${named} ${everythingOf(field, depth)}`));
    return deep.find(isAllowed) ?? deep[0] ?? '';
  }

  function gets(row: Row, value: unknown): boolean {
    if (value === null || value === undefined) return false;
    if (row.kind === 'act')
      return (
        row.done === typeof value || (row.done ?? '').split('|').includes((value as { __typename: string }).__typename)
      );
    if (row.mentions === 'mail') return JSON.stringify(value).includes('canary-mail-7405');
    if (row.mentions) return JSON.stringify(value).includes(world.ids[row.mentions] ?? `"${row.mentions}":`);
    if (row.kind === 'nested') return isThere((value as { shown?: unknown }).shown);
    return isThere(value);
  }

  function note(document: string): void {
    const types = new TypeInfo(schema);
    visit(
      parse(document),
      visitWithTypeInfo(types, {
        Field: (field) => {
          const parent = types.getParentType();
          if (parent) asked.add(`${parent.name}.${field.name.value}`);
        },
      }),
    );
  }
});

function isAllowed(document: string): boolean {
  try {
    refuseOddDocument(document);
    return costOf(schema, parse(document), {}) <= MOST_COST;
  } catch {
    return false;
  }
}

/** An answer without the places in the document, which a compiled query does not tell. */
function said({
  data,
  errors,
}: {
  data: Record<string, unknown> | null;
  errors?: { message: string; extensions?: object }[];
}) {
  return JSON.stringify([
    Object.values(data ?? {})[0] ?? null,
    errors?.map(({ message, extensions }) => [message, extensions]),
  ]);
}

function endOfArguments(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ')' && depth === 0) return index + 1;
  }
  return text.length;
}

function isThere(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && 'totalCount' in value) return (value as { totalCount: number }).totalCount > 0;
  return true;
}

/** A refusal's own fields are seen where it is given; each has a message at least. */
function isRefusalOnly(coordinate: string): boolean {
  const type = schema.getType(coordinate.split('.')[0] ?? '');
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Refusal');
}

/** Every field of a type, and of what it leads to, some steps deep: what somebody curious would ask first. */
function everythingOf(field: GraphQLField<unknown, unknown>, depth: number): string {
  return selection(getNamedType(field.type), depth, new Set());
}

function selection(
  type: GraphQLNamedType,
  depth: number,
  above: ReadonlySet<string>,
  alias: (name: string) => string = () => '',
): string {
  if (!isCompositeType(type)) return '';
  if (isUnionType(type)) {
    // Members of a union may call different things the same.
    const names = type.getTypes().flatMap((each) => Object.keys(each.getFields()));
    const shared = new Set(
      names.filter((name, index) => names.indexOf(name) !== index && name !== 'id' && name !== 'message'),
    );
    return `{ __typename ${type
      .getTypes()
      .map(
        (each) =>
          `... on ${each.name} ${selection(each, 1, above, (name) => (shared.has(name) ? `${each.name}_${name}: ` : ''))}`,
      )
      .join(' ')} }`;
  }
  const isPage = /Connection$|Edge$/.test(type.name);
  const inner = new Set([...above, type.name]);
  const fields = isObjectType(type)
    ? Object.values(type.getFields()).flatMap((field) => {
        const named = getNamedType(field.type);
        if (field.args.some((arg) => arg.type.toString().endsWith('!'))) return [];
        if (!isCompositeType(named)) return [`${alias(field.name)}${field.name}`];
        if ((depth === 0 && !isPage) || above.has(named.name)) return [];
        const inside = selection(named, isPage ? depth : depth - 1, inner);
        return inside === '{ __typename }' ? [] : [`${alias(field.name)}${field.name} ${inside}`];
      })
    : [];
  return `{ ${fields.length > 0 ? fields.join(' ') : '__typename'} }`;
}
