import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Config } from '../src/platform/config/config.js';
import { newId } from '../src/platform/database/id.js';
import { RateLimits } from '../src/platform/limits/rate-limits.js';
import { startApi, type TestApi, TestClient } from './support/api.js';
import { addPeople } from './support/programme.js';
import { announceUpload } from './support/uploading.js';

const ASK = '{ viewer { roles } }';
const KEEP = `mutation { addTextEvidence(input: { title: "kept", text: "x" }) { __typename } }`;

describe('slowing down who asks too much', () => {
  let api: TestApi;
  let proofDir: string;
  const limits = {
    LIMIT_COST_PER_MINUTE: '1500',
    LIMIT_CHANGES_PER_MINUTE: '3',
    LIMIT_UPLOADS_PER_HOUR: '2',
    LIMIT_SIGN_INS_PER_ADDRESS: '40',
    LIMIT_SIGN_INS_PER_ACCOUNT: '3',
    LIMIT_FAILURES_PER_ADDRESS: '5',
    LIMIT_SCIM_PER_MINUTE: '4',
    LIMIT_PUBLIC_PAGES_PER_MINUTE: '30',
  };

  beforeAll(async () => {
    proofDir = await mkdtemp(join(tmpdir(), 'assay-proof-'));
    const assets = { style: '/proof/assets/a.css', starter: '/proof/assets/s.js', checker: '/proof/assets/c.js' };
    await writeFile(join(proofDir, 'assets.json'), JSON.stringify(assets));
    api = await startApi({ env: { RATE_LIMITS: 'on', PROOF_DIR: proofDir, ...limits } });
  });
  beforeEach(() => api.sql('DELETE FROM rate_limit'));
  afterAll(async () => {
    await api.close();
    await rm(proofDir, { recursive: true });
  });

  const somebody = async () => api.as((await addPeople(api, { Ada: ['EMPLOYEE'] })).Ada);
  const ask = (by: TestClient, query: string) =>
    by.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
  const until429 = async (act: () => Promise<Response>, most = 100) => {
    for (let n = 1; n <= most; n += 1) {
      const response = await act();
      if (response.status === 429) return { n, response };
    }
    throw new Error(`${most} were let through.`);
  };

  it('lets one person ask so much and no more, and tells them how long to wait', async () => {
    const [ada, bo] = [await somebody(), await somebody()];
    const { n, response } = await until429(() => ask(ada, ASK));
    expect(n).toBeGreaterThan(20);
    const seconds = Number(response.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    const { errors, data } = (await response.json()) as {
      data: null;
      errors: { message: string; extensions: { code: string; retryAfterSeconds: number } }[];
    };
    expect(data).toBeNull();
    expect(errors[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: seconds });
    expect(errors[0]?.message).toContain('Please try again in');
    // It is theirs alone.
    expect((await ask(bo, ASK)).status).toBe(200);
  });

  it('counts what is refused, too: nonsense is not free', async () => {
    const ada = await somebody();
    expect((await until429(() => ask(ada, '{ nonsense }'))).n).toBeGreaterThan(20);
  });

  it('lets so many changes through, and asks the database nothing for one too many', async () => {
    const ada = await somebody();
    for (let n = 0; n < 3; n += 1) expect((await ask(ada, KEEP)).status).toBe(200);
    const kept = async () => (await api.sql<{ n: string }>('SELECT count(*) AS n FROM evidence_item'))[0]?.n;
    const before = await kept();
    expect((await ask(ada, KEEP)).status).toBe(429);
    expect(await kept()).toBe(before);
    expect((await ask(ada, ASK)).status).toBe(200);
  });

  it('lets so many uploads begin in an hour', async () => {
    const ada = await somebody();
    for (let n = 0; n < 2; n += 1) expect((await announceUpload(ada, 'notes.txt', 10)).status).toBe(201);
    const refused = await announceUpload(ada, 'notes.txt', 10);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  describe('by whatever spelling of an address', () => {
    // Its own, behind a proxy: each test comes from an address of its own.
    let behind: TestApi;
    beforeAll(async () => {
      behind = await startApi({
        env: {
          RATE_LIMITS: 'on',
          PROOF_DIR: proofDir,
          TRUSTED_PROXIES: '1',
          ...limits,
          LIMIT_PUBLIC_PAGES_PER_MINUTE: '5',
        },
      });
    });
    afterAll(() => behind.close());
    const from = (
      address: string,
      path: string,
      init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
    ) =>
      fetch(`${behind.url}${path}`, {
        ...init,
        headers: { 'content-type': 'application/json', ...init.headers, 'x-forwarded-for': address },
      });
    const look = { method: 'POST', body: JSON.stringify({ token: 'x'.repeat(43) }) };

    it.each([
      ['setup tokens', '203.0.113.1', '/%61uth/setup/look', look],
      ['proofs', '203.0.113.2', '/%70/abc', {}],
      ['status lists', '203.0.113.3', '/%73tatus/1', {}],
      ['badges', '203.0.113.4', '/b%61dges/none.json', {}],
      ['tokens of directories', '203.0.113.5', '/%73cim/v2/Users', {}],
      ['addresses that lead nowhere', '203.0.113.6', '/%61uth/none', look],
    ])('slows down who tries %s', async (_what, address, path, init) => {
      const { n } = await until429(() => from(address, path, init), 20);
      expect(n).toBeGreaterThanOrEqual(5);
    });

    it('counts wrong tokens once, however they were sent', async () => {
      const spellings = ['/p/abc', '/%70/abc', '/p/%61bc', '/%70/%61%62c', '/p/abd'];
      for (const path of spellings) expect((await from('203.0.113.7', path)).status).toBe(404);
      const { n } = await until429(() => from('203.0.113.7', '/%73cim/v2/Users'), 3);
      expect(n).toBeLessThanOrEqual(2);
    });

    it('counts machines by their token', async () => {
      const headers = { authorization: 'Bearer one' };
      const { n } = await until429(() => from('203.0.113.8', '/scim/v2/Users', { headers }), 20);
      expect(n).toBeGreaterThan(3);
    });

    it.each(['/%75ploads', '/uploads/', '/uploads/x', '/upload%73'])('counts uploads begun at %s', async (address) => {
      const { Ada } = await addPeople(behind, { Ada: ['EMPLOYEE'] });
      const ada = await behind.as(Ada);
      for (let n = 0; n < 2; n += 1) expect((await announceUpload(ada, 'notes.txt', 10, address)).status).not.toBe(429);
      expect((await announceUpload(ada, 'notes.txt', 10)).status).toBe(429);
      expect((await announceUpload(ada, 'notes.txt', 10, address)).status).toBe(429);
    });
  });

  it('slows down sign-ins of one account, wherever they come from', async () => {
    const { Ada } = await addPeople(api, { Ada: ['EMPLOYEE'] });
    for (let n = 0; n < 3; n += 1) await TestClient.signIn(api.url, Ada);
    await expect(TestClient.signIn(api.url, Ada)).rejects.toThrow('429');
    // Kept in the database: another process knows it, and so does this one after a restart.
    const rows = await api.sql<{ key: string; points: number }>(
      `SELECT * FROM rate_limit WHERE key LIKE 'signInsOfAccount%'`,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(Ada);
  });

  it('slows down who tries addresses of proofs, and asks nothing of the database while it does', async () => {
    const guess = () => api.stranger.fetch(`/p/${newId()}`);
    const { n } = await until429(guess, 20);
    expect(n).toBeGreaterThanOrEqual(5);
    const asked: unknown[] = [];
    const query = pg.Client.prototype.query;
    pg.Client.prototype.query = function spied(this: pg.Client, ...args: unknown[]) {
      asked.push(args[0]);
      return (query as (...all: unknown[]) => unknown).apply(this, args);
    } as typeof query;
    try {
      expect((await guess()).status).toBe(429);
    } finally {
      pg.Client.prototype.query = query;
    }
    expect(asked).toEqual([]);
  });

  it('never makes the marking screen wait: ten-second polling uses a few hundredths', async () => {
    const usual = await startApi({ env: { RATE_LIMITS: 'on' } });
    try {
      const { Ada } = await addPeople(usual, { Ada: ['ASSESSOR'] });
      const ada = await usual.as(Ada);
      // A minute of somebody in a hurry: twenty pages of the dearest list, and six renewals.
      const list = `{ reviewQueue(first: 50) { edges { node { ${'id '.repeat(30)} } } } }`;
      for (let n = 0; n < 26; n += 1) expect((await ask(ada, list)).status).toBe(200);
    } finally {
      await usual.close();
    }
  });

  it('counts on when the database does not answer', async () => {
    const unreachable = 'postgres://nobody@127.0.0.1:1/none';
    const limits = new RateLimits(
      new Config({ DATABASE_URL: unreachable, SESSION_SECRET: 'x'.repeat(32), LIMIT_UPLOADS_PER_HOUR: '2' }),
    );
    expect([await limits.spend('uploads', 'a'), await limits.spend('uploads', 'a')]).toEqual([null, null]);
    expect(await limits.spend('uploads', 'a')).toBeGreaterThan(0);
    await limits.onApplicationShutdown();
  });

  it('cannot be turned off in production', async () => {
    await expect(
      startApi({
        env: {
          NODE_ENV: 'production',
          DEMO: 'false',
          PUBLIC_URL: 'https://x.example',
          SESSION_SECRET: 'x'.repeat(32),
        },
      }),
    ).rejects.toThrow('RATE_LIMITS');
  });
});
