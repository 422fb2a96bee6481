import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';

interface AuditPage {
  auditEntries: {
    edges: { cursor: string; node: { actor: string; operation: string; target: string | null; detail: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
  };
}
const LOG = `query($first: Int, $after: String, $search: String) { auditEntries(first: $first, after: $after, search: $search) {
  edges { cursor node { actor operation target detail } } pageInfo { hasNextPage endCursor } totalCount } }`;
const ADD = 'mutation($input: AddPersonInput!) { addPerson(input: $input) { __typename ... on Person { id } } }';

describe('reading the audit log', () => {
  let api: TestApi;
  let admin: TestClient;
  let auditor: TestClient;
  const ids = { admin: newId(), auditor: newId() };

  beforeAll(async () => {
    api = await startApi();
    await api.asSystem(async ({ tx, now }) => {
      await tx.query('INSERT INTO organisation (id, name, is_demo) VALUES ($1, $2, false)', [newId(), 'Mill Lane']);
      for (const [name, id, role] of [
        ['Ada Marsh', ids.admin, 'ADMINISTRATOR'],
        ['Noor Lind', ids.auditor, 'AUDITOR'],
      ]) {
        await tx.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, $4)', [
          id,
          name,
          `${id}@example.org`,
          now,
        ]);
        await tx.query('INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, $3, $4)', [
          newId(),
          id,
          role,
          now,
        ]);
      }
    });
    [admin, auditor] = [await api.as(ids.admin), await api.as(ids.auditor)];
  });
  afterAll(() => api.close());

  const add = async (email: string): Promise<string | undefined> => {
    const input = { displayName: 'Ola Ferreira', email, jobTitle: 'Fitter', orgUnitName: 'Works', roles: [] };
    return (await admin.query<{ addPerson: { id?: string } }>(ADD, { input })).addPerson.id;
  };
  const log = async (variables: object = {}) => (await auditor.query<AuditPage>(LOG, variables)).auditEntries;

  it('keeps no text that was sent in place of an id', async () => {
    const id = 'My neighbour Ola said '.repeat(1_000);
    await admin.query('mutation($id: ID!) { removeEvidence(id: $id) { __typename } }', { id });
    const [entry] = (await log()).edges.map((edge) => edge.node);
    expect(entry).toMatchObject({ operation: 'removeEvidence', target: null });
    expect(JSON.stringify(entry)).not.toContain('neighbour');
  });

  it('names who did what to what, and how it ended, without contents', async () => {
    const id = await add('one@example.org');
    await add('one@example.org');
    const [refused, done] = (await log()).edges.map((edge) => edge.node);
    expect(done).toMatchObject({ actor: 'Ada Marsh', operation: 'addPerson', target: id });
    expect(done?.detail).toMatch(/^Done · /);
    expect(refused?.detail).toMatch(/^Refused: InvalidInput · /);
    expect(`${done?.detail}${refused?.detail}`).not.toMatch(/Ferreira|example\.org/);
  });

  it('goes through the pages without losing or repeating a row', async () => {
    for (let i = 0; i < 5; i += 1) await add(`page${i}@example.org`);
    const all = await log({ first: 100 });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: AuditPage['auditEntries'] = await log({ first: 2, after });
      seen.push(...page.edges.map((edge) => edge.cursor));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(all.edges.map((edge) => edge.cursor));
    expect(all.totalCount).toBe(seen.length);
  });

  it('finds by operation, actor and target, and takes wildcards for letters', async () => {
    const id = await add('found@example.org');
    expect((await log({ search: 'ADDPERS' })).totalCount).toBeGreaterThan(0);
    expect((await log({ search: id })).edges).toHaveLength(1);
    expect((await log({ search: ids.admin })).totalCount).toBe((await log()).totalCount);
    expect((await log({ search: '%' })).totalCount).toBe(0);
    expect((await log({ after: 'nonsense' })).edges.length).toBeGreaterThan(0);
  });

  it('is closed to everybody who is not there to read it', async () => {
    const employee = await api.as((await add('plain@example.org')) ?? '');
    const { errors } = await employee.ask(LOG);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
