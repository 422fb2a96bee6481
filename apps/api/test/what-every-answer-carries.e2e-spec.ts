import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addPeople } from './support/programme.js';
import { PNG, uploadEvidence } from './support/uploading.js';

/** One address of every kind there is. */
describe('what every answer carries', () => {
  let api: TestApi;
  let ada: TestClient;
  let folder: string;
  let file: string;
  let closing: Promise<void> | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-headers-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<title>Portal</title><script nonce="CSP_NONCE"></script>');
    await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await writeFile(join(folder, 'assets/app-abc.js'), '1');
    const proof = { style: '/proof/assets/a.css', starter: '/proof/assets/s.js', checker: '/proof/assets/c.js' };
    await writeFile(join(folder, 'assets.json'), JSON.stringify(proof));
    api = await startApi({ env: { PORTAL_DIR: folder, PROOF_DIR: folder } });
    ada = await api.as((await addPeople(api, { Ada: ['EMPLOYEE'] })).Ada);
    file = await uploadEvidence(ada, 'notes.txt', Buffer.from('words'));
  });
  afterAll(async () => {
    await (closing ?? api.close());
    await rm(folder, { recursive: true });
  });

  const html = { headers: { accept: 'text/html' } };
  const routes: [string, () => Promise<Response>][] = [
    ['the portal', () => ada.fetch('/', html)],
    ['a page of it', () => ada.fetch('/growth/badges', html)],
    ['a wrong address', () => ada.fetch('/nowhere', html)],
    ['a wrong address, asked by a program', () => ada.fetch('/nowhere')],
    ['a script of the portal', () => ada.fetch('/assets/app-abc.js')],
    ['its icon', () => ada.fetch('/favicon.svg')],
    [
      'GraphQL',
      () =>
        ada.fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"query":"{ viewer { roles } }"}',
        }),
    ],
    [
      'GraphQL that is refused',
      () =>
        ada.fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"query":"{"}',
        }),
    ],
    ['a proof that is not there', () => api.stranger.fetch(`/p/${newId()}`, html)],
    ['a file', () => ada.fetch(`/files/${file}`)],
    ['a file that is not there', () => ada.fetch(`/files/${newId()}`)],
    ['its pictures', () => ada.fetch(`/files/${file}/preview`)],
    ['health', () => api.stranger.fetch('/healthz')],
    ['metrics', () => api.stranger.fetch('/metrics')],
    ['sign-in', () => api.stranger.fetch('/auth/demo/people')],
    [
      'a request of another site',
      () => ada.fetch('/graphql', { method: 'POST', headers: { origin: 'https://evil.example' } }),
    ],
  ];

  /** An answer that nobody reads would keep the server waiting. */
  const headersOf = async (asked: Promise<Response>) => {
    const answer = await asked;
    await answer.arrayBuffer();
    return answer.headers;
  };

  it.each(routes)('%s: a policy that runs nothing of others', async (_what, ask) => {
    const headers = await headersOf(ask());
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(
      policy.includes("sandbox; default-src 'none'") || policy.includes("require-trusted-types-for 'script'"),
    ).toBe(true);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });

  it('keeps answers about people nowhere, and lasting files for long', async () => {
    for (const [what, ask] of routes) {
      const kept = (await headersOf(ask())).get('cache-control');
      if (what === 'a script of the portal') expect(kept).toContain('immutable');
      else if (what === 'a file') expect(kept).toBe('private, max-age=300');
      else expect([what, kept]).toEqual([what, 'no-store']);
    }
  });

  it('makes a new nonce for every page, and lets no inline script in', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await headersOf(ada.fetch('/', html))).get('content-security-policy')),
    );
    expect(new Set(policies).size).toBe(2);
    for (const policy of policies) {
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
    }
  });

  it('asks search engines to forget proof pages', async () => {
    const headers = await headersOf(api.stranger.fetch(`/p/${newId()}`, html));
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  it('insists on https where people reach it so', async () => {
    const secure = await startApi({ env: { PUBLIC_URL: 'https://badges.example.org' } });
    try {
      const headers = await headersOf(secure.stranger.fetch('/healthz'));
      expect(headers.get('strict-transport-security')).toMatch(/max-age=63072000/);
    } finally {
      await secure.close();
    }
  });

  it('takes an upload only as what it is', async () => {
    const id = await uploadEvidence(ada, 'picture.png', PNG);
    const headers = await headersOf(ada.fetch(`/files/${id}`));
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(headers.get('content-type')).toBe('image/png');
  });

  it('is sent to its end when the server stops, and then holds it no longer', async () => {
    const words = 'a'.repeat(300_000);
    await writeFile(join(folder, 'assets/long-abc.js'), words);
    const server: Server = api.app.getHttpServer();
    server.prependOnceListener('request', (_request: IncomingMessage, response: ServerResponse) => {
      response.on('pipe', () => {
        closing ??= new Promise((resolve) => setImmediate(resolve)).then(() => api.close());
      });
    });
    const answer = await api.stranger.fetch('/assets/long-abc.js');
    expect(await answer.text()).toBe(words);
    expect(closing).toBeDefined();
    await closing;
  });
});
