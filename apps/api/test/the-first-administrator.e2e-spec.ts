import { OrganisationService } from '../src/features/people/organisation.service.js';
import { SetupLinkService } from '../src/features/sign-in/setup-link.service.js';
import { Config } from '../src/platform/config/config.js';
import { startApi, type TestApi, TestClient } from './support/api.js';

const ANSWERS = { displayName: 'Ada Marsh', email: 'ada@example.org', organisationName: 'Mill Lane Works' };

const tokenOf = (link: string | null) => link?.slice(link.indexOf('#') + 1) ?? '';

async function open(env: Record<string, string> = {}): Promise<{ api: TestApi; link: () => Promise<string | null> }> {
  const api = await startApi({ env: { DEMO: 'false', ...env } });
  await api.asSystem((system) => api.app.get(OrganisationService).found(system, api.app.get(Config)));
  return { api, link: () => api.asSystem((system) => api.app.get(SetupLinkService).issue(system)) };
}

const post = (api: TestApi, path: string, body: object, headers: Record<string, string> = {}) =>
  api.stranger.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');

const needed = async (api: TestApi) =>
  (await api.stranger.query<{ signInOptions: object }>('{ signInOptions { demo setupNeeded } }')).signInOptions;

describe('the first administrator', () => {
  it('comes in by the link of the start, once, and names the organisation', async () => {
    const { api, link } = await open();
    try {
      expect(await needed(api)).toEqual({ demo: false, setupNeeded: true });
      const address = (await link()) ?? '';
      expect(address).toMatch(/^http:\/\/localhost:4000\/sign-in\/setup#[\w-]{43}$/);
      const token = tokenOf(address);
      expect(JSON.stringify(await api.sql('SELECT * FROM first_sign_in'))).not.toContain(token);

      expect(await (await post(api, '/auth/setup/look', { token })).json()).toEqual({
        organisationName: 'Your organisation',
        administrator: null,
      });
      const wrong = await post(api, '/auth/setup', { token, displayName: ' ', email: 'ada', organisationName: '' });
      expect(wrong.status).toBe(422);
      expect(((await wrong.json()) as { problems: { field: string }[] }).problems.map(({ field }) => field)).toEqual([
        'displayName',
        'organisationName',
        'email',
      ]);

      const response = await post(api, '/auth/setup', { token, ...ANSWERS });
      expect(response.status).toBe(200);
      const ada = new TestClient(api.url, cookieOf(response));
      expect(
        await ada.query(
          '{ organisation { name } viewer { roles person { displayName email } } mySessions { method } }',
        ),
      ).toEqual({
        organisation: { name: 'Mill Lane Works' },
        viewer: {
          roles: ['EMPLOYEE', 'ADMINISTRATOR'],
          person: { displayName: 'Ada Marsh', email: 'ada@example.org' },
        },
        mySessions: [{ method: 'SETUP_LINK' }],
      });
      expect(await needed(api)).toEqual({ demo: false, setupNeeded: false });
      expect((await post(api, '/auth/setup', { token, ...ANSWERS })).status).toBe(404);
      expect((await post(api, '/auth/setup/look', { token })).status).toBe(404);
    } finally {
      await api.close();
    }
  });

  it('twice at once is one administrator', async () => {
    const { api, link } = await open();
    try {
      const token = tokenOf(await link());
      const answers = await Promise.all(
        [1, 2, 3].map((n) => post(api, '/auth/setup', { token, ...ANSWERS, email: `ada${n}@example.org` })),
      );
      expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 404, 404]);
      expect(await api.sql('SELECT FROM person')).toHaveLength(1);
    } finally {
      await api.close();
    }
  });

  it('a new start makes the former link worthless; a day does, too; a guess never was one', async () => {
    const { api, link } = await open();
    try {
      const [former, token] = [tokenOf(await link()), tokenOf(await link())];
      const look = async (given: unknown) => (await post(api, '/auth/setup/look', { token: given })).status;
      expect(await look(former)).toBe(404);
      expect(await look(token)).toBe(200);
      for (const guess of ['', 'x', 7, null, { $ne: null }, '\u0000', 'x'.repeat(5_000)])
        expect(await look(guess)).toBe(404);
      await api.sql("UPDATE first_sign_in SET token_ends_at = now() - interval '1 second'");
      expect(await look(token)).toBe(404);
    } finally {
      await api.close();
    }
  });

  it('is the person of the configuration where one is named, also when the organisation is older', async () => {
    const { api, link } = await open({ FIRST_ADMINISTRATOR: 'Ines Okafor <ines@example.org>' });
    try {
      const token = tokenOf(await link());
      expect(await (await post(api, '/auth/setup/look', { token })).json()).toMatchObject({
        administrator: { displayName: 'Ines Okafor' },
      });
      // What somebody writes besides does not count.
      const response = await post(api, '/auth/setup', { token, ...ANSWERS });
      const ines = new TestClient(api.url, cookieOf(response));
      expect(await ines.query('{ viewer { person { email } } organisation { name } }')).toEqual({
        viewer: { person: { email: 'ines@example.org' } },
        organisation: { name: 'Your organisation' },
      });
      expect(await api.sql('SELECT FROM person')).toHaveLength(1);
    } finally {
      await api.close();
    }
  });

  it('gets a link again as long as there is no other way in, and then never', async () => {
    const { api, link } = await open();
    try {
      const first = await post(api, '/auth/setup', { token: tokenOf(await link()), ...ANSWERS });
      const again = tokenOf(await link());
      expect(await (await post(api, '/auth/setup/look', { token: again })).json()).toMatchObject({
        administrator: { displayName: 'Ada Marsh' },
      });
      const second = await post(api, '/auth/setup', { token: again });
      expect(((await second.json()) as { personId: string }).personId).toBe(
        ((await first.json()) as { personId: string }).personId,
      );
      const ada = new TestClient(api.url, cookieOf(second));
      const unused = tokenOf(await link());
      expect((await post(api, '/auth/setup/look', { token: unused })).status).toBe(200);
      await ada.query(
        `mutation { addIdentityProvider(input: { name: "Works", issuer: "https://login.example.org", clientId: "assay" }) { __typename } }`,
      );
      expect(await link()).toBeNull();
      expect((await post(api, '/auth/setup/look', { token: unused })).status).toBe(404);
      expect((await post(api, '/auth/setup', { token: unused })).status).toBe(404);
    } finally {
      await api.close();
    }
  });

  it('is not needed in a demonstration, where there is another door; and without one that door does not exist', async () => {
    const { api, link } = await open({ DEMO: 'true' });
    expect(await link()).toBeNull();
    await api.close();
    const closed = await open();
    try {
      expect((await closed.api.stranger.fetch('/auth/demo/people')).status).toBe(404);
      expect((await post(closed.api, '/auth/demo/sign-in', { personId: 'x' })).status).toBe(404);
    } finally {
      await closed.api.close();
    }
  });

  it('gets a cookie that no other host and no unsafe line can set or read, where people come by https', async () => {
    const { api, link } = await open({
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://badges.example.org',
      SESSION_SECRET: 'a secret of at least thirty-two characters',
      RATE_LIMITS: 'true',
    });
    try {
      const address = (await link()) ?? '';
      expect(address).toMatch(/^https:\/\/badges\.example\.org\/sign-in\/setup#/);
      const token = tokenOf(address);
      const response = await post(
        api,
        '/auth/setup',
        { token, ...ANSWERS },
        { 'x-forwarded-proto': 'https', origin: 'https://badges.example.org' },
      );
      expect(response.status).toBe(200);
      const [cookie = ''] = response.headers.getSetCookie();
      expect(cookie).toMatch(/^__Host-assay_session=/);
      for (const flag of [/; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i, /; Path=\/(;|$)/i])
        expect(cookie).toMatch(flag);
      expect(cookie).not.toMatch(/; Domain/i);
      // In production only the public address counts as our own.
      const other = await post(api, '/auth/setup/look', { token }, { origin: api.url });
      expect(other.status).toBe(403);
    } finally {
      await api.close();
    }
  });
});

describe('a start in production', () => {
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://nowhere/none',
    PUBLIC_URL: 'https://badges.example.org',
    SESSION_SECRET: 'a secret of at least thirty-two characters',
  };

  it('is refused with a door for everybody, or a provider that anybody on the line could play', () => {
    expect(() => new Config(env)).not.toThrow();
    expect(() => new Config({ ...env, DEMO: 'true' })).toThrow(/DEMO must be off/);
    expect(() => new Config({ ...env, OIDC_ISSUER: 'http://login.example.org', OIDC_CLIENT_ID: 'x' })).toThrow(
      /OIDC_ISSUER must be https/,
    );
    expect(() => new Config({ ...env, OIDC_ISSUER: 'https://login.example.org' })).toThrow(
      /OIDC_CLIENT_ID must be set/,
    );
  });
});
