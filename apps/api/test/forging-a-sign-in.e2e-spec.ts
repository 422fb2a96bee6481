import type { JWTPayload } from 'jose';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { type ForgedIssuer, startForgedIssuer } from './support/forged-issuer.js';
import { addPeople, foundOrganisation } from './support/programme.js';
import { Visitor } from './support/visitor.js';

const PUBLIC_URL = 'http://localhost:4000';
const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

/** Tokens, answers and addresses that an attacker, or a provider gone wrong, could send. */
describe('forging a sign-in', () => {
  let api: TestApi;
  let forged: ForgedIssuer;
  let admin: TestClient;
  let ids: Record<'ada' | 'cleo', string>;
  let start: string;

  beforeAll(async () => {
    api = await startApi();
    forged = await startForgedIssuer();
    await foundOrganisation(api);
    ids = await addPeople(api, { ada: ['ADMINISTRATOR'], cleo: [] });
    await api.sql("UPDATE person SET email = 'cleo@example.org' WHERE id = $1", [ids.cleo]);
    admin = await api.as(ids.ada);
    start = await addProvider(forged.issuer);
  });
  afterAll(async () => {
    await api.close();
    await forged.close();
  });

  async function addProvider(issuer: string): Promise<string> {
    const { done } = await admin.query<{ done: { id: string } }>(
      `mutation($issuer: String!) { done: addIdentityProvider(input: { name: "Forged", issuer: $issuer, clientId: "assay" }) {
        ... on IdentityProvider { id } } }`,
      { issuer },
    );
    return `/auth/openid/start/${done.id}`;
  }

  const visitor = () => new Visitor(api, PUBLIC_URL);

  /** Begins a sign-in, as far as the provider's door. */
  async function begin(who: Visitor, to = '/inbox'): Promise<{ state: string; nonce: string; challenge: string }> {
    const response = await who.fetch(`${start}?to=${encodeURIComponent(to)}`);
    expect(response.status).toBe(302);
    const { searchParams } = new URL(response.headers.get('location') ?? '');
    const read = (name: string) => searchParams.get(name) ?? '';
    expect(read('code_challenge_method')).toBe('S256');
    return { state: read('state'), nonce: read('nonce'), challenge: read('code_challenge') };
  }

  const comeBack = (who: Visitor, state: string) =>
    who.go(`/auth/openid/callback?code=a-code&state=${encodeURIComponent(state)}`);

  const rightClaims = (nonce: string): JWTPayload => ({
    iss: forged.issuer,
    aud: 'assay',
    sub: 'cleo-there',
    nonce,
    iat: inSeconds(0),
    exp: inSeconds(300),
    email: 'cleo@example.org',
    email_verified: true,
    sid: 'there-1',
  });

  async function enter(who: Visitor, changes: JWTPayload = {}, options: Parameters<ForgedIssuer['sign']>[1] = {}) {
    const { state, nonce } = await begin(who);
    forged.idToken = () => forged.sign({ ...rightClaims(nonce), ...changes }, options);
    return comeBack(who, state);
  }

  it('the right token opens: else nothing below would mean anything', async () => {
    const cleo = visitor();
    expect(await enter(cleo)).toBe('/inbox');
    expect(await cleo.who()).toBe('cleo');
  });

  describe('with an ID token', () => {
    it.each<[string, JWTPayload]>([
      ['for another audience', { aud: 'somebody-else' }],
      ['for several audiences and another party', { aud: ['assay', 'somebody-else'], azp: 'somebody-else' }],
      ['of another issuer', { iss: 'https://elsewhere.example' }],
      ['of another sign-in (nonce)', { nonce: 'an-earlier-one' }],
      ['without a nonce', { nonce: undefined }],
      ['that has run out', { exp: inSeconds(-600), iat: inSeconds(-900) }],
      ['without an end', { exp: undefined }],
      ['without a subject', { sub: undefined }],
    ])('%s', async (_what, changes) => {
      const who = visitor();
      expect(await enter(who, changes)).toBe('/sign-in?problem=untrusted');
      expect(await who.who()).toBeNull();
    });

    it('signed with a key that the provider never showed', async () => {
      const who = visitor();
      expect(await enter(who, {}, { key: forged.strangeKey })).toBe('/sign-in?problem=untrusted');
      expect(await who.who()).toBeNull();
    });

    it('signed by nobody', async () => {
      const who = visitor();
      expect(await enter(who, {}, { key: 'none' })).toBe('/sign-in?problem=untrusted');
      expect(await who.who()).toBeNull();
    });

    it('whose claims were changed after signing', async () => {
      const who = visitor();
      const { state, nonce } = await begin(who);
      forged.idToken = async () => {
        const [head, , signature] = (await forged.sign(rightClaims(nonce))).split('.');
        const changed = Buffer.from(JSON.stringify({ ...rightClaims(nonce), sub: 'ada-there' })).toString('base64url');
        return [head, changed, signature].join('.');
      };
      expect(await comeBack(who, state)).toBe('/sign-in?problem=untrusted');
      expect(await who.who()).toBeNull();
    });
  });

  describe('on the way back', () => {
    it('with a state that was used, in another browser, unknown, or too late', async () => {
      const who = visitor();
      const { state, nonce } = await begin(who);
      forged.idToken = () => forged.sign(rightClaims(nonce));
      expect(await comeBack(visitor(), state)).toBe('/sign-in?problem=expired');
      expect(await comeBack(who, 'no-state-of-ours')).toBe('/sign-in?problem=expired');
      expect(await who.go('/auth/openid/callback')).toBe('/sign-in?problem=expired');
      expect(await comeBack(who, state)).toBe('/inbox');
      expect(await comeBack(who, state)).toBe('/sign-in?problem=expired');

      const late = visitor();
      const begun = await begin(late);
      await api.sql("UPDATE sign_in_attempt SET ends_at = now() - interval '1 second'");
      expect(await comeBack(late, begun.state)).toBe('/sign-in?problem=expired');
      expect(await late.who()).toBeNull();
    });

    it('twice at once is once', async () => {
      const who = visitor();
      const { state, nonce } = await begin(who);
      forged.idToken = () => forged.sign(rightClaims(nonce));
      const ends = await Promise.all([1, 2, 3].map(() => comeBack(who, state)));
      expect(ends.filter((end) => end === '/inbox')).toHaveLength(1);
    });

    it('with an error of the provider, which is not repeated in any address', async () => {
      const who = visitor();
      const { state } = await begin(who);
      const end = await who.go(
        `/auth/openid/callback?error=access_denied&error_description=%3Cscript%3E&state=${encodeURIComponent(state)}`,
      );
      expect(end).toBe('/sign-in?problem=refused');
    });

    it.each([
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/%09/evil.example',
      'javascript:alert(1)',
      '/..//evil.example',
      '/.//evil.example',
      '/auth/openid/start/x',
      '/sign-in',
      'evil.example',
      '@evil.example',
      '/\u0000',
    ])('never leads to another site: %j', async (to) => {
      const who = visitor();
      const { state, nonce } = await begin(who, to);
      forged.idToken = () => forged.sign(rightClaims(nonce));
      const response = await who.fetch(`/auth/openid/callback?code=a-code&state=${encodeURIComponent(state)}`);
      const location = response.headers.get('location') ?? '';
      expect(new URL(location, PUBLIC_URL).origin).toBe(PUBLIC_URL);
      expect(location === '/' || location.startsWith('/%09/')).toBe(true);
    });

    it('gives a new session: one that was planted before is worth nothing', async () => {
      const attacker = visitor();
      await begin(attacker);
      const planted = attacker.cookie ?? '';
      const victim = visitor();
      victim.plant(planted);
      expect(await enter(victim)).toBe('/inbox');
      expect(await victim.who()).toBe('cleo');
      expect(victim.cookie).not.toBe(planted);
      expect(await attacker.who()).toBeNull();
    });
  });

  describe('a provider that does not answer as it should', () => {
    it.each<[ForgedIssuer['answers']]>([['by a redirect'], ['with nonsense'], ['too much']])('%s', async (answers) => {
      const other = await startForgedIssuer();
      other.answers = answers;
      try {
        expect(await visitor().go(await addProvider(other.issuer))).toBe('/sign-in?problem=unreachable');
      } finally {
        await other.close();
      }
    });

    it('is not there', async () => {
      const other = await startForgedIssuer();
      await other.close();
      expect(await visitor().go(await addProvider(other.issuer))).toBe('/sign-in?problem=unreachable');
    });

    it('was never set up', async () => {
      expect(await visitor().go('/auth/openid/start/nothing')).toBe('/sign-in?problem=misconfigured');
    });
  });

  describe('a logout token', () => {
    const claims = (changes: object = {}): JWTPayload => ({
      iss: forged.issuer,
      aud: 'assay',
      iat: inSeconds(0),
      exp: inSeconds(120),
      jti: Math.random().toString(36),
      sid: 'there-1',
      sub: 'cleo-there',
      events: { [LOGOUT]: {} },
      ...changes,
    });
    const tell = async (token: string) => {
      const response = await api.stranger.fetch('/auth/openid/backchannel-logout', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ logout_token: token }).toString(),
      });
      expect(response.headers.get('cache-control')).toBe('no-store');
      return response.status;
    };

    it.each<[string, object]>([
      ['for another audience', { aud: 'somebody-else' }],
      ['of another issuer', { iss: 'https://elsewhere.example' }],
      ['without the event', { events: {} }],
      ['with another event', { events: { 'http://schemas.openid.net/event/other': {} } }],
      ['with the event as a text', { events: { [LOGOUT]: 'yes' } }],
      ['that is an ID token', { nonce: 'n' }],
      ['without an id of its own', { jti: undefined }],
      ['that is old', { iat: inSeconds(-900) }],
      ['without a time', { iat: undefined }],
      ['that has run out', { exp: inSeconds(-120) }],
      ['about nobody', { sid: undefined, sub: undefined }],
      ['with an odd session', { sid: 7 }],
    ])('%s changes nothing', async (_what, changes) => {
      const cleo = visitor();
      await enter(cleo);
      expect(await tell(await forged.sign(claims(changes)))).toBe(400);
      expect(await cleo.who()).toBe('cleo');
    });

    it('signed by somebody else, by nobody, or as another kind of token changes nothing', async () => {
      const cleo = visitor();
      await enter(cleo);
      expect(await tell(await forged.sign(claims(), { key: forged.strangeKey }))).toBe(400);
      expect(await tell(await forged.sign(claims(), { key: 'none' }))).toBe(400);
      expect(await tell(await forged.sign(claims(), { typ: 'at+jwt' }))).toBe(400);
      expect(await tell('nonsense')).toBe(400);
      expect(await cleo.who()).toBe('cleo');
    });

    it('of the right kind ends that session at once, and counts once', async () => {
      const [cleo, elsewhere] = [visitor(), visitor()];
      await enter(cleo);
      await enter(elsewhere, { sid: 'there-2' });
      const token = await forged.sign(claims(), { typ: 'logout+jwt' });
      expect(await tell(token)).toBe(200);
      expect(await cleo.who()).toBeNull();
      expect(await elsewhere.who()).toBe('cleo');
      await enter(cleo);
      expect(await tell(token)).toBe(400);
      expect(await cleo.who()).toBe('cleo');
    });

    it('about the person ends all of theirs, and one about somebody else none', async () => {
      const [cleo, elsewhere] = [visitor(), visitor()];
      await enter(cleo);
      await enter(elsewhere, { sid: 'there-2' });
      expect(await tell(await forged.sign(claims({ sid: undefined, sub: 'somebody-else' })))).toBe(200);
      expect([await cleo.who(), await elsewhere.who()]).toEqual(['cleo', 'cleo']);
      expect(await tell(await forged.sign(claims({ sid: undefined })))).toBe(200);
      expect([await cleo.who(), await elsewhere.who()]).toEqual([null, null]);
    });
  });
});
