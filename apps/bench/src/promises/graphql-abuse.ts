import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
import type { ProductPromise } from './promise.js';

const ID = '"0190a000-0000-7000-8000-000000000000"';
const times = (n: number, part: (i: number) => string) => Array.from({ length: n }, (_, i) => part(i)).join(' ');
const deep = (levels: number, inner = 'id') =>
  `{ node(id: ${ID}) { ... on Skill { ${'requiredBy { skill { '.repeat(levels)}${inner}${' } }'.repeat(levels)} } } }`;
const people = (rows: number, fields: number) =>
  `{ people(first: ${rows}) { edges { node { ${'displayName '.repeat(fields)} } } } }`;
const chain = (n: number, last: string) =>
  times(n, (i) => `fragment F${i} on Organisation { ...F${i + 1} }`) + ` fragment F${n} on Organisation { ${last} }`;
const doubling = (n: number) =>
  times(n, (i) => `fragment F${i} on Organisation { a${i}: name ...F${i + 1} ...F${i + 1} }`) +
  ` fragment F${n} on Organisation { name }`;

/** Documents, and bodies that are none, as those send them who want to keep a server busy or read it out. */
function hostileBodies(): [string, unknown][] {
  const documents: [string, string][] = [
    ...[4, 5, 6, 8, 12, 20].map((n): [string, string] => [`${2 * n + 1} levels`, deep(n)]),
    ['deep by inline fragments', deep(4, '... on Skill { ... on Skill { id } }')],
    [
      'deep by a fragment',
      `{ node(id: ${ID}) { ...A } } fragment A on Skill { requiredBy { skill { ...B } } } fragment B on Skill { requiredBy { skill { requiredBy { skill { requiredBy { skill { id } } } } } } }`,
    ],
    ...[16, 30, 100].map((n): [string, string] => [
      `${n} aliases`,
      `{ organisation { ${times(n, (i) => `a${i}: name`)} } }`,
    ]),
    ...[21, 60].map((n): [string, string] => [`${n} things at once`, `{ ${times(n, () => 'viewer { roles }')} }`]),
    ['aliased questions', `{ ${times(16, (i) => `q${i}: people(first: 1) { totalCount }`)} }`],
    [
      'aliased changes',
      `mutation { ${times(16, (i) => `m${i}: addTextEvidence(input: { title: "x", text: "x" }) { __typename }`)} }`,
    ],
    [
      'aliases in a fragment spread three times',
      `{ organisation { ...A ...A ...A } } fragment A on Organisation { ${times(6, (i) => `a${i}: name`)} }`,
    ],
    ...[51, 150].map((n): [string, string] => [
      `${n} directives`,
      `{ organisation { name ${'@include(if: true) '.repeat(n)} } }`,
    ]),
    ['directives on many fields', `{ organisation { ${'name @skip(if: false) '.repeat(60)} } }`],
    ['unknown directives', `{ organisation { name ${times(60, (i) => `@d${i}`)} } }`],
    ...[1_001, 5_000].map((n): [string, string] => [`${n} tokens`, `{ organisation { ${'name '.repeat(n)} } }`]),
    ['a long comment', `{ organisation { name } } #${'x'.repeat(30_000)}`],
    ['a megabyte', `{ organisation { name } } #${'x'.repeat(1_000_000)}`],
    ['a long text', `{ node(id: "${'x'.repeat(25_000)}") { id } }`],
    ...[
      [100, 60],
      [100, 90],
      [80, 70],
    ].map(([rows = 0, fields = 0]): [string, string] => [`${rows} rows of ${fields} fields`, people(rows, fields)]),
    [
      'rows times two',
      `{ a: people(first: 100) { edges { node { ${'displayName '.repeat(30)} } } } b: people(first: 100) { edges { node { ${'displayName '.repeat(30)} } } } }`,
    ],
    [
      'rows by a variable left out',
      `query($n: Int = 100) { people(first: $n) { edges { node { ${'displayName '.repeat(60)} } } } }`,
    ],
    ['more rows than there may be', people(1_000_000, 60)],
    [
      'rows inside a fragment',
      `{ people(first: 100) { ...P } } fragment P on PersonConnection { edges { node { ${'displayName '.repeat(60)} } } }`,
    ],
    ['a fragment in itself', '{ organisation { ...A } } fragment A on Organisation { ...A }'],
    [
      'two fragments in each other',
      '{ organisation { ...A } } fragment A on Organisation { ...B } fragment B on Organisation { ...A }',
    ],
    [
      'a ring of five',
      '{ organisation { ...A } } fragment A on Organisation { ...B } fragment B on Organisation { ...C } fragment C on Organisation { ...D } fragment D on Organisation { ...E } fragment E on Organisation { ...A }',
    ],
    ...[10, 20, 40].map((n): [string, string] => [
      `fragments that double ${n} times`,
      `{ organisation { ...F0 } } ${doubling(n)}`,
    ]),
    ['a chain of 300 fragments', `{ organisation { ...F0 } } ${chain(300, 'name')}`],
    ['a fragment nobody defined', '{ organisation { ...A } }'],
    ['a fragment nobody uses', '{ organisation { name } } fragment A on Organisation { name }'],
    ['eleven operations', times(11, (i) => `query Q${i} { organisation { name } }`)],
    ['two operations without a choice', 'query A { organisation { name } } query B { organisation { name } }'],
    ['a subscription', 'subscription { people { id } }'],
    ['the schema, deeply', `{ __schema { types { ${'fields { type { '.repeat(8)}name${' } }'.repeat(8)} } } }`],
    ['an unknown field', '{ organisation { secret } }'],
    ['an unknown type', `{ node(id: ${ID}) { ... on Secret { id } } }`],
    ['a missing argument', '{ node { id } }'],
    ['an argument of the wrong kind', '{ people(first: "a") { totalCount } }'],
    ['an unknown argument', '{ people(where: "1=1") { totalCount } }'],
    ['a zero byte', '{ node(id: "a\u0000b") { id } }'],
    ['half a character', '{ node(id: "a\\ud800b") { id } }'],
    ['no end', '{ organisation { name '],
    ['nothing', ''],
    ['only spaces', '   '],
    ['SQL', 'SELECT * FROM person'],
    ['deep brackets', `${'{ a '.repeat(300)}${'}'.repeat(300)}`],
    ['deep lists', `{ node(id: ${'['.repeat(450)}${']'.repeat(450)}) { id } }`],
    ['deep objects', `{ node(id: ${'{a:'.repeat(150)}1${'}'.repeat(150)}) { id } }`],
  ];
  const bodies: [string, unknown][] = [
    ['a batch of two', [{ query: '{ organisation { name } }' }, { query: '{ organisation { name } }' }]],
    [
      'a batch of a thousand',
      times(1_000, () => 'x')
        .split(' ')
        .map(() => ({ query: '{ organisation { name } }' })),
    ],
    ['a syntax tree as text', { query: JSON.stringify({ kind: 'Document', definitions: [] }) }],
    ['a syntax tree', { query: { kind: 'Document', definitions: [] } }],
    ['an id nobody knows', { documentId: 'f'.repeat(64) }],
    ['an id that is a name of objects', { documentId: 'constructor' }],
    ['a hash nobody knows', { extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }],
    ['a number', 5],
    ['null', null],
    ['a list as variables', { query: 'query($id: ID!) { node(id: $id) { id } }', variables: [1] }],
    ['an operation that is not there', { query: '{ organisation { name } }', operationName: 'Other' }],
    ['variables that are missing', { query: 'query($id: ID!) { node(id: $id) { id } }' }],
  ];
  return [...documents.map(([name, query]): [string, unknown] => [name, { query }]), ...bodies];
}

/** What the database was asked, read from its own log. */
class Statements {
  private constructor(private readonly product: OwnProduct) {}

  static async counted(product: OwnProduct): Promise<Statements> {
    await product.sql(`ALTER SYSTEM SET log_statement = 'all'`);
    await product.sql('SELECT pg_reload_conf()');
    await new Promise((resolve) => setTimeout(resolve, 500));
    return new Statements(product);
  }

  async stop(): Promise<void> {
    await this.product.sql('ALTER SYSTEM RESET log_statement');
    await this.product.sql('SELECT pg_reload_conf()');
  }

  /** Statements since the log was this long, but those about the session that a cookie names, and our own. */
  since(length: number): string[] {
    return this.log()
      .slice(length)
      .split('\n')
      .filter(
        (line) =>
          /LOG: {2}(statement|execute)/.test(line) && !/\bsession\b|ALTER SYSTEM|pg_reload_conf|bullmq/i.test(line),
      );
  }

  get length(): number {
    return this.log().length;
  }

  private log(): string {
    return readFileSync(join(this.product.folder, 'data/postgres.log'), 'utf8');
  }
}

async function refused(client: Client, body: unknown): Promise<{ ok: boolean; ms: number }> {
  const began = performance.now();
  const response = await client.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const answer = JSON.parse(text) as { data?: unknown; errors?: { message: string; extensions?: { code?: string } }[] };
  const said = answer.errors?.[0]?.message ?? (answer as { message?: string }).message ?? '';
  const broken = answer.errors?.some((each) => each.extensions?.code === 'INTERNAL') || text.includes('Did you mean');
  return { ok: !answer.data && said.length > 3 && !broken, ms: performance.now() - began };
}

/** Who asks GraphQL for too much, or for nonsense, is refused before the database hears of it. */
export const graphqlAbuse: ProductPromise = {
  name: 'hostile GraphQL documents are refused before any statement runs',
  target: '≥ 60, all, 0 statements',
  async keep({ product, crowd }) {
    const { client } = await crowd.everyRole();
    const bodies = hostileBodies();
    const letIn: string[] = [];
    const asking: string[] = [];
    const took: number[] = [];
    const statements = await Statements.counted(product);
    try {
      for (const [name, body] of bodies) {
        const before = statements.length;
        const { ok, ms } = await refused(client, body);
        took.push(ms);
        if (!ok) letIn.push(name);
        const asked = statements.since(before);
        if (asked.length > 0) asking.push(`${name} (${asked.length})`);
      }
      const before = statements.length;
      const control = await client.ask('{ people(first: 5) { totalCount edges { node { id } } } }');
      const controlAsked = statements.since(before).length;
      const slowest = took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? 0;
      return {
        figure: bodies.length - letIn.length,
        n: bodies.length,
        ok: letIn.length === 0 && asking.length === 0 && bodies.length >= 60,
        control: `an allowed one is answered with ${controlAsked} statements; 95 % refused within ${slowest.toFixed(0)} ms`,
        controlHeld: !control.errors && controlAsked > 0,
        ...(letIn.length + asking.length > 0 && {
          why: `let in: ${letIn.join(', ') || 'none'}; asked the database: ${asking.join(', ') || 'none'}`,
        }),
      };
    } finally {
      await statements.stop();
    }
  },
};
