import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { parse } from 'graphql';
import { costOf, MOST_COST } from '../src/platform/graphql/document-cost.js';
import { MOST, shapeOf, tokensOf } from '../src/platform/graphql/document-limits.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { documentsOfThePortal, type PortalDocument } from './support/portal-documents.js';
import { addPeople } from './support/programme.js';
import { statementsOf } from './support/statements.js';
import { OrganisationService } from '../src/features/people/organisation.service.js';

const NOBODY = '0190a000-0000-7000-8000-000000000000';

/** Screens that ask for more than anybody else may. A new name here is a decision. */
const DEARER: Record<string, number> = { Team: 13_000 };

const found = (api: TestApi) =>
  api.asSystem((system) =>
    api.app.get(OrganisationService).found(system, { organisationName: 'Small Works', firstAdministrator: null }),
  );

const aliases = (n: number, field: string) => Array.from({ length: n }, (_, i) => `a${i}: ${field}`).join(' ');
const nested = (levels: number) => `${'requiredBy { skill { '.repeat(levels)}id${' } }'.repeat(levels)}`;

const HOSTILE: [string, string | object | object[]][] = [
  ['nine levels deep', `{ node(id: "${NOBODY}") { ... on Skill { ${nested(4)} } } }`],
  [
    'deep through fragments',
    `{ node(id: "${NOBODY}") { ...A } } fragment A on Skill { ${nested(2)} requiredBy { skill { ...B } } } fragment B on Skill { ${nested(3)} }`,
  ],
  ['sixteen aliases', `{ ${aliases(16, 'organisation { name }')} }`],
  [
    'aliases inside fragments',
    `{ organisation { ...A ...A ...A } } fragment A on Organisation { ${aliases(6, 'name')} }`,
  ],
  ['twenty-one things at once', `{ ${'viewer { roles } '.repeat(21)} }`],
  ['fifty-one directives', `{ organisation { name ${'@include(if: true) '.repeat(51)} } }`],
  ['a thousand and more tokens', `{ organisation { ${'name '.repeat(1_000)} } }`],
  ['more than 20,000 characters', `{ organisation { name } } #${'x'.repeat(20_001)}`],
  ['six thousand values', `{ people(first: 100) { edges { node { ${'displayName '.repeat(60)} } } } }`],
  [
    'a fragment in itself',
    '{ organisation { ...A } } fragment A on Organisation { ...B } fragment B on Organisation { ...A }',
  ],
  [
    'fragments that double',
    `{ organisation { ...F0 } } ${Array.from({ length: 30 }, (_, i) => `fragment F${i} on Organisation { a${i}: name ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F30 on Organisation { name }`,
  ],
  ['eleven operations', Array.from({ length: 11 }, (_, i) => `query Q${i} { organisation { name } }`).join(' ')],
  ['a syntax tree as text', JSON.stringify(parse('{ organisation { name } }'))],
  ['a batch', [{ query: '{ organisation { name } }' }, { query: '{ organisation { name } }' }]],
  ['an id nobody knows', { documentId: 'f'.repeat(64) }],
  ['an id that is no text', { documentId: { a: 1 } }],
  ['the inside of an object as id', { documentId: '__proto__' }],
  ['no document', { variables: {} }],
  ['a field that is not there', '{ organisation { nam } }'],
  ['variables of the wrong kind', { query: 'query($id: ID!) { node(id: $id) { id } }', variables: { id: {} } }],
];

describe('asking GraphQL', () => {
  let api: TestApi;
  let ada: TestClient;

  beforeAll(async () => {
    api = await startApi();
    await found(api);
    ada = await api.as((await addPeople(api, { Ada: ['ADMINISTRATOR', 'HR_DESIGNER'] })).Ada);
  });
  afterAll(() => api.close());

  const send = (by: TestClient, body: unknown) =>
    by.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(typeof body === 'string' ? { query: body } : body),
    });

  it.each(HOSTILE)('refuses %s before any statement runs, and says why', async (_what, document) => {
    let text = '';
    const statements = await statementsOf(async () => {
      text = await (await send(api.stranger, document)).text();
    });
    expect(statements).toEqual([]);
    expect((JSON.parse(text) as { errors: { message: string }[] }).errors[0]?.message.length).toBeGreaterThan(5);
    // Somebody signed in is looked up by the cookie, and that is all.
    const inside = await statementsOf(() => send(ada, document));
    expect(inside.filter((each) => !/\bsession\b/.test(each))).toEqual([]);
  });

  it('counts what an allowed document asks of the database', async () => {
    const statements = await statementsOf(() => send(ada, '{ people(first: 5) { edges { node { id } } } }'));
    expect(statements.some((each) => /FROM "?person/.test(each))).toBe(true);
    expect((await ada.ask('{ organisation { name } }')).errors).toBeUndefined();
  });

  it('names nothing that the asker did not name', async () => {
    const { errors } = await ada.ask('{ organisatio { name } }');
    expect(errors?.[0]?.message).toContain('organisatio');
    expect(errors?.[0]?.message).not.toContain('Did you mean');
    const wrong = await ada.ask('query($scope: ReviewScope) { __typename }', { scope: 'MIN' });
    expect(JSON.stringify(wrong.errors)).not.toContain('Did you mean');
  });

  it('stops a statement that would keep the database busy', async () => {
    const statements = await statementsOf(() => send(ada, '{ viewer { roles } }'));
    expect(statements.some((each) => each.includes("set_config('statement_timeout', '10s', true)"))).toBe(true);
  });
});

describe('the documents of the portal', () => {
  const documents = documentsOfThePortal();
  let portal: string;
  let api: TestApi;
  let ada: TestClient;
  const byName = (name: string) => documents.find((each) => each.name === name) as PortalDocument;
  const send = (body: object) =>
    ada.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  const manifestOf = (some: PortalDocument[]) =>
    JSON.stringify(Object.fromEntries(some.map(({ id, text }) => [id, text])));

  beforeAll(async () => {
    portal = await mkdtemp(join(tmpdir(), 'assay-manifest-'));
    await mkdir(join(portal, 'assets'));
    await writeFile(join(portal, 'index.html'), '<title>Portal</title>');
    await writeFile(join(portal, 'documents.json'), manifestOf(documents));
    api = await startApi({ env: { PORTAL_DIR: portal, OPEN_DOCUMENTS: 'false' } });
    await found(api);
    ada = await api.as((await addPeople(api, { Ada: ['ADMINISTRATOR'] })).Ada);
  });
  afterAll(async () => {
    await api.close();
    await rm(portal, { recursive: true });
  });

  it.each(documents.map((each) => [each.name, each] as const))('%s stays below every limit', (name, { text }) => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    const document = parse(text);
    const shape = shapeOf(document);
    expect(shape.depth).toBeLessThanOrEqual(MOST.depth);
    expect(shape.aliases).toBeLessThanOrEqual(MOST.aliases);
    expect(shape.directives).toBeLessThanOrEqual(MOST.directives);
    expect(shape.atTheTop).toBeLessThanOrEqual(MOST.atTheTop);
    expect(tokensOf(text)).toBeLessThanOrEqual(MOST.tokens);
    expect(costOf(schema, document, {})).toBeLessThanOrEqual(DEARER[name] ?? MOST_COST);
  });

  it('are taken by their id, and by their text', async () => {
    const viewer = byName('Viewer');
    for (const body of [
      { documentId: viewer.id },
      { extensions: { persistedQuery: { version: 1, sha256Hash: viewer.id } } },
      { query: viewer.text },
    ]) {
      const { data } = (await (await send(body)).json()) as { data: { viewer: { roles: string[] } } };
      expect(data.viewer.roles).toContain('ADMINISTRATOR');
    }
    expect(createHash('sha256').update(viewer.text).digest('hex')).toBe(viewer.id);
  });

  it('are all that a server with closed documents takes', async () => {
    for (const by of [ada, api.stranger])
      for (const query of [
        '{ organisation { name } }',
        `${byName('Viewer').text} `,
        '{ __schema { types { name } } }',
      ]) {
        const answer = await by.ask(query);
        expect(answer.errors?.[0]?.extensions?.code).toBe('DOCUMENT_NOT_KNOWN');
        expect(answer.data).toBeNull();
      }
  });

  it('of the release before are still known, of the one before that no longer', async () => {
    const folder = join(portal, 'data');
    const start = async (some: PortalDocument[]) => {
      await writeFile(join(portal, 'documents.json'), manifestOf(some));
      const release = await startApi({ env: { PORTAL_DIR: portal, OPEN_DOCUMENTS: 'false', DATA_DIR: folder } });
      const knows = async ({ id }: PortalDocument) => {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify({ documentId: id });
        const answer = await release.stranger.fetch('/graphql', { method: 'POST', headers, body });
        return !(await answer.text()).includes('does not know the document');
      };
      const known = [await knows(one), await knows(two), await knows(three)];
      await release.close();
      return known;
    };
    const [one, two, three] = documents as [PortalDocument, PortalDocument, PortalDocument];
    expect(await start([one])).toEqual([true, false, false]);
    expect(await start([two])).toEqual([true, true, false]);
    expect(await start([three])).toEqual([false, true, true]);
    // A list with a text that does not belong to its id vouches for nothing.
    expect(await start([{ ...one, text: `${one.text} ` }])).toEqual([false, false, true]);
  });
});
