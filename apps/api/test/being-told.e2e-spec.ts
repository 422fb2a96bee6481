import { CredentialIssued } from '../src/features/credentials/credentials.events.js';
import { newId } from '../src/platform/database/id.js';
import { record } from '../src/platform/events/event.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';

const LIST = `query($first: Int, $after: String) { notifications(first: $first, after: $after) {
  edges { cursor node { id kind title body path readAt } } pageInfo { hasNextPage endCursor } totalCount } }`;
const UNREAD = 'query { viewer { unreadNotifications } }';
const READ = 'mutation($ids: [ID!]) { markNotificationsRead(ids: $ids) }';

interface List {
  notifications: {
    edges: { node: { id: string; kind: string; title: string; body: string; path: string; readAt: string | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
  };
}

describe('being told', () => {
  let api: TestApi;
  let ada: TestClient;
  let bo: TestClient;
  const people = { ada: newId(), bo: newId() };
  const version = newId();

  beforeAll(async () => {
    api = await startApi({ worker: true });
    const achievement = newId();
    for (const [name, id] of Object.entries(people))
      await api.sql('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, now())', [
        id,
        name,
        `${name}@example.org`,
      ]);
    await api.sql('INSERT INTO achievement (id, created_at) VALUES ($1, now())', [achievement]);
    await api.sql(
      `INSERT INTO achievement_version (id, achievement_id, number, state, name, description, outcomes, rubric, evidence_asked,
         cut_score, route, marking_policy, descriptors, created_at, published_at)
       VALUES ($1, $2, 1, 'PUBLISHED', 'Pipe welding', '', '[]', '{"criteria":[]}', '[]', 0.5, 'PORTFOLIO', 'SINGLE', '{}', now(), now())`,
      [version, achievement],
    );
    [ada, bo] = [await api.as(people.ada), await api.as(people.bo)];
  });
  afterAll(() => api.close());

  /** A credential, and the event that its issuing records, in one transaction. */
  async function issue(personId: string): Promise<string> {
    const [award, credential] = [newId(), newId()];
    await api.asSystem(async (system) => {
      await system.tx.query(
        `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
         VALUES ($1, $2, $3, 'DECISION', $1, 'ISSUED', now(), '{}', now())`,
        [award, personId, version],
      );
      await system.tx.query(
        `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, status, document, digest)
         VALUES ($1, $2, 1, $3, $4, now(), now(), 'ACTIVE', '{}', 'x')`,
        [credential, award, personId, version],
      );
      await record(system, new CredentialIssued(credential, award, personId));
    });
    return credential;
  }
  const told = async (client: TestClient, variables: object = {}) =>
    (await client.query<List>(LIST, variables)).notifications;
  const unread = async (client: TestClient) =>
    (await client.query<{ viewer: { unreadNotifications: number } }>(UNREAD)).viewer.unreadNotifications;
  const read = async (client: TestClient, ids?: string[]) =>
    (await client.query<{ markNotificationsRead: number }>(READ, { ids })).markNotificationsRead;

  it('tells the holder, and nobody else, that the badge is ready, and where', async () => {
    const credential = await issue(people.ada);
    await eventually(
      () => unread(ada),
      (count) => count === 1,
    );
    const { edges } = await told(ada);
    expect(edges.map(({ node }) => node)).toEqual([
      expect.objectContaining({
        kind: 'BADGE_READY',
        title: 'Your badge is ready',
        body: 'Pipe welding is signed and yours to share.',
        path: `/growth/badges/${credential}`,
        readAt: null,
      }),
    ]);
    expect(await unread(bo)).toBe(0);
    expect((await told(bo)).totalCount).toBe(0);
  });

  it('keeps what was read, page by page, and counts what was not', async () => {
    await Promise.all([issue(people.ada), issue(people.ada)]);
    await eventually(
      () => unread(ada),
      (count) => count === 3,
    );
    const first = await told(ada, { first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await told(ada, { first: 2, after: first.pageInfo.endCursor });
    expect(new Set([...first.edges, ...rest.edges].map(({ node }) => node.id)).size).toBe(3);

    const one = first.edges[0]?.node.id ?? '';
    expect(await read(ada, [one])).toBe(2);
    expect((await told(ada)).edges.find(({ node }) => node.id === one)?.node.readAt).not.toBeNull();
  });

  it("lets nobody mark another's as read", async () => {
    const before = await unread(ada);
    const theirs = (await told(ada)).edges.map(({ node }) => node.id);
    expect(await read(bo, theirs)).toBe(0);
    expect(await read(bo, ['not-an-id'])).toBe(0);
    expect(await unread(ada)).toBe(before);
  });

  it('marks all as read when none is named', async () => {
    expect(await read(ada)).toBe(0);
    expect(await unread(ada)).toBe(0);
  });

  it('cannot be made to tell anything through the API role', async () => {
    const [row] = await api.sql<{ may: boolean }>(
      `SELECT has_table_privilege('app_api', 'notification', 'INSERT') AS may`,
    );
    expect(row?.may).toBe(false);
  });
});
