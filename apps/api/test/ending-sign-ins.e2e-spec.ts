import { newId } from '../src/platform/database/id.js';
import { SweepSignInsJob } from '../src/features/sign-in/sweep-sign-ins.job.js';
import { startApi, type TestApi, TestClient } from './support/api.js';
import { addPeople, foundOrganisation, refusalOfSql } from './support/programme.js';

const WHO = '{ viewer { person { id } } }';
const MINE = '{ mySessions { id device current method } }';

interface Session {
  id: string;
  device: string;
  current: boolean;
}

describe('ending sign-ins', () => {
  let api: TestApi;
  let ids: Record<'ada' | 'cleo' | 'dora', string>;
  let admin: TestClient;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    ids = await addPeople(api, { ada: ['ADMINISTRATOR'], cleo: [], dora: [] });
    admin = await api.as(ids.ada);
  });
  afterAll(() => api.close());

  const isIn = async (client: TestClient) => (await client.query<{ viewer: object | null }>(WHO)).viewer !== null;
  const mine = async (client: TestClient) => (await client.query<{ mySessions: Session[] }>(MINE)).mySessions;
  const end = async (client: TestClient, id: string) =>
    (
      await client.query<{ endSession: { __typename: string } }>(
        'mutation($id: ID!) { endSession(id: $id) { __typename ... on SignInSession { id } } }',
        { id },
      )
    ).endSession.__typename;
  const everywhere = async (client: TestClient, personId: string | null) =>
    (
      await client.query<{ done: { __typename: string; ended?: number } }>(
        'mutation($personId: ID) { done: signOutEverywhere(personId: $personId) { __typename ... on SignedOutEverywhere { ended } } }',
        { personId },
      )
    ).done;
  const idOf = async (client: TestClient) => (await mine(client)).find(({ current }) => current)?.id ?? '';

  it('shows people where they are signed in, and which of it is here', async () => {
    const [one, other] = [await api.as(ids.cleo), await api.as(ids.cleo)];
    const sessions = await mine(one);
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(await idOf(one)).not.toBe(await idOf(other));
  });

  it('ends another of one’s own at once, and this one stays', async () => {
    const [here, there] = [await api.as(ids.cleo), await api.as(ids.cleo)];
    expect(await end(here, await idOf(there))).toBe('SignInSession');
    expect(await isIn(there)).toBe(false);
    expect((await there.ask('{ mySessions { id } }')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await isIn(here)).toBe(true);
  });

  it('answers alike for what is somebody else’s and what is nothing', async () => {
    const [cleo, dora] = [await api.as(ids.cleo), await api.as(ids.dora)];
    for (const id of [await idOf(dora), newId(), 'nonsense']) expect(await end(cleo, id)).toBe('NotFound');
    for (const id of [ids.dora, newId(), 'nonsense']) expect((await everywhere(cleo, id)).__typename).toBe('NotFound');
    expect(await isIn(dora)).toBe(true);
    expect((await cleo.ask(`{ sessionsOf(personId: "${ids.dora}") { id } }`)).errors?.[0]?.extensions?.code).toBe(
      'FORBIDDEN',
    );
  });

  it('signs out everywhere, here included', async () => {
    const clients = [await api.as(ids.dora), await api.as(ids.dora), await api.as(ids.dora)];
    const before = (await mine(clients[0] as TestClient)).length;
    expect(await everywhere(clients[1] as TestClient, null)).toEqual({
      __typename: 'SignedOutEverywhere',
      ended: before,
    });
    for (const client of clients) expect(await isIn(client)).toBe(false);
  });

  it('lets administrators see and end those of others', async () => {
    const dora = await api.as(ids.dora);
    const of = async (personId: string) =>
      (
        await admin.query<{ of: Session[] }>(
          'query($id: ID!) { of: sessionsOf(personId: $id) { id device current } }',
          { id: personId },
        )
      ).of;
    expect((await of(ids.dora)).map(({ id }) => id)).toEqual([await idOf(dora)]);
    expect(await of('nonsense')).toEqual([]);
    expect(await everywhere(admin, ids.dora)).toMatchObject({ ended: 1 });
    expect(await isIn(dora)).toBe(false);
    const again = await api.as(ids.dora);
    expect(await end(admin, await idOf(again))).toBe('SignInSession');
    expect(await isIn(again)).toBe(false);
    expect(await isIn(admin)).toBe(true);
  });

  it('ends by itself: idle for eight hours, or a day after it began, and not before', async () => {
    const cleo = await api.as(ids.cleo);
    const id = await idOf(cleo);
    const move = (column: string, by: string) =>
      api.sql(`UPDATE sign_in_session SET ${column} = now() - $2::interval WHERE id = $1`, [id, by]);
    await move('seen_at', '7 hours 59 minutes');
    expect(await isIn(cleo)).toBe(true);
    // Being seen is written behind the answer.
    await seenAgain(id);
    await move('seen_at', '8 hours 1 minute');
    expect(await isIn(cleo)).toBe(false);
    await move('seen_at', '0 minutes');
    expect(await isIn(cleo)).toBe(true);
    await move('ends_at', '1 second');
    expect(await isIn(cleo)).toBe(false);
    const [row] = await api.sql<{ hours: number }>(
      'SELECT extract(epoch FROM ends_at - started_at) / 3600 AS hours FROM sign_in_session WHERE id = $1',
      [await idOf(await api.as(ids.cleo))],
    );
    expect(Number(row?.hours)).toBe(24);
  });

  async function seenAgain(id: string): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      const [row] = await api.sql<{ fresh: boolean }>(
        `SELECT seen_at > now() - interval '1 minute' AS fresh FROM sign_in_session WHERE id = $1`,
        [id],
      );
      if (row?.fresh) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('Nobody wrote down that it was used.');
  }

  it('writes down its use at most once a minute', async () => {
    const cleo = await api.as(ids.cleo);
    const id = await idOf(cleo);
    const seenAt = async () =>
      (
        await api.sql<{ seen_at: Date }>('SELECT seen_at FROM sign_in_session WHERE id = $1', [id])
      )[0]?.seen_at.getTime();
    const before = await seenAt();
    for (let i = 0; i < 5; i += 1) await isIn(cleo);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await seenAt()).toBe(before);
  });

  it('a cookie alone opens nothing: whoever left is out at once, and stays out when they come back', async () => {
    const dora = await api.as(ids.dora);
    await api.sql('UPDATE person SET active = false WHERE id = $1', [ids.dora]);
    expect(await isIn(dora)).toBe(false);
    await api.asSystem((system) => api.app.get(SweepSignInsJob, { strict: false }).run(system));
    await api.sql('UPDATE person SET active = true WHERE id = $1', [ids.dora]);
    expect(await isIn(dora)).toBe(false);
  });

  it('signing in again in the same browser ends what was there', async () => {
    const first = await api.as(ids.cleo);
    const response = await first.fetch('/auth/demo/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: ids.cleo }),
    });
    const cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    expect(cookie).not.toBe(first.cookie);
    expect(await isIn(first)).toBe(false);
    expect(await isIn(new TestClient(api.url, cookie))).toBe(true);
  });

  it('the database itself shows and ends only one’s own', async () => {
    const as = (personId: string, sql: string) => `SET LOCAL app.person_id = '${personId}'; ${sql}`;
    const onlyOwn = (personId: string) =>
      as(
        personId,
        `DO $$ BEGIN IF EXISTS (SELECT FROM sign_in_session WHERE person_id <> '${personId}') THEN RAISE 'sees others'; END IF;
        IF NOT EXISTS (SELECT FROM sign_in_session) THEN RAISE 'sees nothing'; END IF; END $$`,
      );
    expect(await refusalOfSql(api, 'app_api', onlyOwn(ids.cleo))).toBeNull();
    expect(await refusalOfSql(api, 'app_api', onlyOwn(ids.ada))).toMatch(/sees others/);
    expect(await refusalOfSql(api, 'app_api', 'INSERT INTO sign_in_session DEFAULT VALUES')).toMatch(
      /permission denied/,
    );
    expect(await refusalOfSql(api, 'app_api', 'UPDATE sign_in_session SET ends_at = now()')).toMatch(
      /permission denied/,
    );
    for (const table of ['sign_in_attempt', 'used_logout_token'])
      expect(await refusalOfSql(api, 'app_api', `SELECT FROM ${table}`)).toMatch(/permission denied/);
    expect(await refusalOfSql(api, 'app_api', 'SELECT token_sha256 FROM first_sign_in')).toMatch(/permission denied/);
  });

  describe('requests that another site could cause', () => {
    const ask = (client: TestClient, init: RequestInit & { headers?: Record<string, string> }, path = '/graphql') =>
      client.fetch(path, { method: 'POST', ...init });
    const body = JSON.stringify({ query: '{ viewer { isManager } }' });

    it.each([
      ['text/plain'],
      ['application/x-www-form-urlencoded'],
      ['multipart/form-data; boundary=x'],
      ['text/plain; application/json'],
      [''],
    ])('as %j are not taken together with a session', async (type) => {
      const cleo = await api.as(ids.cleo);
      const response = await ask(cleo, { body: new Blob([body]), headers: type ? { 'content-type': type } : {} });
      expect(response.status).toBe(415);
    });

    it('are not taken by another spelling of the address either', async () => {
      const cleo = await api.as(ids.cleo);
      const text = { headers: { 'content-type': 'text/plain' }, body: new Blob([body]) };
      for (const path of ['/gr%61phql', '/%67raphql?x=/', '/graph%71l'])
        expect([path, (await ask(cleo, text, path)).status]).toEqual([path, 415]);
      const query = encodeURIComponent('{ viewer { isManager } }');
      expect((await cleo.fetch(`/gr%61phql?query=${query}`)).status).toBe(415);
    });

    it('by a link are not taken together with a session', async () => {
      const cleo = await api.as(ids.cleo);
      const address = `/graphql?query=${encodeURIComponent('{ viewer { isManager } }')}`;
      expect((await cleo.fetch(address)).status).toBe(415);
    });

    it('from another origin are refused, whatever they say about themselves', async () => {
      const cleo = await api.as(ids.cleo);
      const json = { 'content-type': 'application/json' };
      for (const headers of [
        { ...json, origin: 'https://evil.example' },
        { ...json, origin: 'null' },
        { ...json, 'sec-fetch-site': 'cross-site' },
        { ...json, 'sec-fetch-site': 'same-site' },
      ])
        expect((await ask(cleo, { body, headers })).status).toBe(403);
      expect((await ask(cleo, { body, headers: { ...json, origin: 'http://localhost:4000' } })).status).toBe(200);
    });
  });

  it('the cookie is for this site and for no script', async () => {
    const response = await api.stranger.fetch('/auth/demo/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: ids.cleo }),
    });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^assay_session=/);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Path=\/(;|$)/i);
    expect(cookie).not.toMatch(/; Domain/i);
  });
});
