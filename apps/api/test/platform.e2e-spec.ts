import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type TestApi } from './support/api.js';

describe('the door', () => {
  let api: TestApi;
  const ada = '0190a000-0000-7000-8000-00000000000a';

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await api.asSystem(async ({ tx, now }) => {
      await tx.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, $4)', [
        ada,
        'Ada',
        'ada@example.org',
        now,
      ]);
    });
  });
  afterAll(() => api.close());

  it('is alive and ready', async () => {
    expect((await api.stranger.fetch('/healthz')).status).toBe(200);
    expect((await api.stranger.fetch('/readyz')).status).toBe(200);
  });

  it('shows metrics to this machine', async () => {
    const text = await (await api.stranger.fetch('/metrics')).text();
    expect(text).toContain('assay_request_seconds');
  });

  it('keeps strangers out of what is not public', async () => {
    const { errors } = await api.stranger.ask('query($id: ID!) { node(id: $id) { id } }', { id: ada });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('lets a person in who signed in, and answers the same the second time, compiled', async () => {
    const client = await api.as(ada);
    for (let i = 0; i < 3; i += 1) {
      const { data, errors } = await client.ask<{ node: { id: string } }>('query($id: ID!) { node(id: $id) { id } }', {
        id: ada,
      });
      expect(errors).toBeUndefined();
      expect(data.node).toEqual({ id: ada });
    }
  });

  it('refuses a changing request that comes from another site', async () => {
    const response = await api.stranger.fetch('/auth/sign-out', {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
  });
});

describe('closing the door', () => {
  it('does not wait for connections that somebody opened and never used', async () => {
    const api = await startApi();
    const { port } = new URL(api.url);
    const unused = connect(Number(port), '127.0.0.1').on('error', () => undefined);
    await once(unused, 'connect');
    expect((await api.stranger.fetch('/healthz')).status).toBe(200);
    const begun = performance.now();
    await Promise.all([api.close(), once(unused, 'close')]);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe('addresses of the portal', () => {
  let api: TestApi;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-portal-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<title>Portal</title><script nonce="CSP_NONCE"></script>');
    api = await startApi({ env: { PORTAL_DIR: folder } });
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true });
  });

  const page = (path: string) => api.stranger.fetch(path, { headers: { accept: 'text/html' } });

  it('are all its one page, each time with a nonce of its own', async () => {
    const texts = await Promise.all(
      ['/', '/growth/badges', '/growth/badges'].map(async (path) => (await page(path)).text()),
    );
    for (const text of texts) expect(text).toMatch(/nonce="[\w-]{20,}"/);
    expect(new Set(texts).size).toBe(3);
  });

  it('answer with the page, too, where there is nothing, and say so', async () => {
    const nowhere = await page('/nowhere/at/all');
    expect(nowhere.status).toBe(404);
    expect(await nowhere.text()).toContain('<title>Portal</title>');
  });

  it('leave what is no page to programs', async () => {
    const answer = await api.stranger.fetch('/nowhere');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ message: 'There is nothing at /nowhere.' });
    expect((await page('/healthz')).headers.get('content-type')).toContain('json');
  });
});
