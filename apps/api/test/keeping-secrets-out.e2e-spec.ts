import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CredentialsService } from '../src/features/credentials/credentials.service.js';
import { newId } from '../src/platform/database/id.js';
import { publishAnAchievement } from './support/an-achievement.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { type ForgedIssuer, startForgedIssuer } from './support/forged-issuer.js';
import { type Heard, Overheard } from './support/overheard.js';
import { addPeople } from './support/programme.js';
import { Visitor } from './support/visitor.js';

const PUBLIC_URL = 'http://localhost:4000';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** Where a secret may be read: in answers to these people at these doors, and in addresses where that is its purpose. */
interface Canary {
  words: string;
  body?: (heard: Heard) => boolean;
  location?: (heard: Heard) => boolean;
}

const word = (name: string) => `canary-${name}-${newId().slice(-12)}`;
const toOwner = ({ who, asked }: Heard) => who === 'eve' && /graphql|files/.test(asked);
const toAdmin = ({ who, asked }: Heard) => who === 'ada' && asked === 'POST /graphql';
const toDirectory = ({ who, asked }: Heard) => who === 'directory' && asked.includes('/scim/');

/** Secrets of people and of the product, followed through what works and what does not. */
describe('keeping secrets out', () => {
  const heard = new Overheard();
  const canaries: Record<string, Canary> = {};
  const ENV = {
    SESSION_SECRET: word('session-secret-of-the-product'),
    METRICS_TOKEN: word('metrics'),
    OIDC_CLIENT_SECRET: word('configured-secret'),
  };
  const NAMES = [
    'the session cookie',
    'the SCIM token',
    'a wrong SCIM token',
    'the client secret of a provider',
    'the setup token',
    'a wrong setup token',
    'the authorization code',
    'the state of a sign-in',
    'the nonce of a sign-in',
    'the ID token',
    'the share link',
    'a share link that never was',
    'the database password',
    'SESSION_SECRET',
    'METRICS_TOKEN',
    'OIDC_CLIENT_SECRET',
    'the contents of a file',
    'the name of a file',
    'the text of evidence',
    'a note on evidence',
    'a password that a directory sends',
    'a mail address that a directory sends',
    'a reason',
  ];
  let api: TestApi;
  let idp: ForgedIssuer;
  let ada: TestClient;
  let eve: TestClient;
  let ids: Record<'ada' | 'eve', string>;
  let audited = '';
  const failures: Record<string, number> = {};

  const seed = (name: string, canary: Partial<Canary> = {}): string => {
    const words = canary.words ?? word(name.replaceAll(/\W+/g, '-'));
    canaries[name] = { ...canary, words };
    return words;
  };
  const as = async <T>(who: string, work: () => Promise<T>): Promise<T> => {
    heard.who = who;
    return work();
  };
  const json = (path: string, body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
    api.stranger.fetch(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  /** While it works every new row of a table is refused, and the database tells which row that was. */
  const broken = async (table: string, work: () => Promise<unknown>): Promise<void> => {
    const before = heard.answers.length;
    await api.sql(`ALTER TABLE ${table} ADD CONSTRAINT forced CHECK (false) NOT VALID`);
    try {
      await work();
    } finally {
      await api.sql(`ALTER TABLE ${table} DROP CONSTRAINT forced`);
    }
    failures[table] = heard.answers
      .slice(before)
      .filter(({ status, body }) => status >= 500 || body.includes('"INTERNAL"')).length;
  };

  beforeAll(async () => {
    const proofDir = mkdtempSync(join(tmpdir(), 'assay-proof-'));
    const assets = { style: '/proof/assets/a.css', starter: '/proof/assets/s.js', checker: '/proof/assets/c.js' };
    writeFileSync(join(proofDir, 'assets.json'), JSON.stringify(assets));
    const database = new URL(process.env.TEST_DATABASE_URL ?? '');
    database.password = seed('the database password');
    process.env.TEST_DATABASE_URL = database.href;
    for (const name of ['SESSION_SECRET', 'METRICS_TOKEN', 'OIDC_CLIENT_SECRET'] as const)
      seed(name, { words: ENV[name] });
    idp = await startForgedIssuer();
    const provider = { OIDC_ISSUER: 'http://localhost:9/nobody', OIDC_CLIENT_ID: 'assay' };
    heard.listen((url) => api !== undefined && url.startsWith(api.url));
    api = await startApi({ worker: true, env: { LOG_LEVEL: 'trace', PROOF_DIR: proofDir, ...ENV, ...provider } });
    ids = await addPeople(api, { ada: ['ADMINISTRATOR'], eve: [] });
    ada = await as('ada', () => api.as(ids.ada));
    eve = await as('eve', () => api.as(ids.eve));
    seed('the session cookie', { words: eve.cookie?.split('=')[1] ?? '' });
    await signIns();
    await setUp();
    await evidence();
    await directories();
    await shares();
    await odds();
    // What is noted after the answer has left.
    await new Promise((resolve) => setTimeout(resolve, 300));
    audited = JSON.stringify(await api.sql('SELECT * FROM audit_entry'));
    heard.stop();
  }, 120_000);
  afterAll(async () => {
    heard.stop();
    await api.close();
    await idp.close();
  });

  async function signIns(): Promise<void> {
    const clientSecret = seed('the client secret of a provider');
    const add = `mutation($input: AddIdentityProviderInput!) { done: addIdentityProvider(input: $input) { __typename
      ... on IdentityProvider { id name issuer clientId hasSecret } ... on Refusal { message } } }`;
    const input = { name: 'Forged', issuer: idp.issuer, clientId: 'assay', clientSecret };
    const { done } = await as('ada', () => ada.query<{ done: { id: string } }>(add, { input }));
    await ada.ask(add, { input: { ...input, name: '' } });
    await broken('identity_provider', () => ada.ask(add, { input: { ...input, issuer: `${idp.issuer}/other` } }));
    const tried =
      'mutation($issuer: String!) { tryIdentityProvider(issuer: $issuer) { __typename ... on Refusal { message } } }';
    await ada.ask(tried, { issuer: 'http://localhost:9/nobody' });
    const who = new Visitor(api, PUBLIC_URL);
    heard.who = 'visitor';
    const begin = async () => {
      const response = await who.fetch(`/auth/openid/start/${done.id}?to=/inbox`);
      const { searchParams } = new URL(response.headers.get('location') ?? '');
      return { state: searchParams.get('state') ?? '', nonce: searchParams.get('nonce') ?? '' };
    };
    const comeBack = (state: string) =>
      who.fetch(`/auth/openid/callback?code=${canaries['the authorization code']?.words}&state=${state}`);
    seed('the authorization code');
    const first = await begin();
    const toProvider = ({ asked }: Heard) => asked.startsWith('GET /auth/openid/start/');
    seed('the state of a sign-in', { words: first.state, location: toProvider });
    seed('the nonce of a sign-in', { words: first.nonce, location: toProvider });
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: idp.issuer, aud: 'assay', sub: 'eve-there', nonce: first.nonce, iat: now, exp: now + 300 };
    const mail = { email: `eve.${ids.eve}@example.org`, email_verified: true };
    const idToken = await idp.sign({ ...claims, ...mail });
    seed('the ID token', { words: idToken });
    // Refused: signed by somebody else; then broken while it opens; then good, and used twice.
    idp.idToken = () => idp.sign({ ...claims, ...mail, nonce: 'another' });
    await comeBack((await begin()).state);
    const [failing, good] = [await begin(), first];
    idp.idToken = () => idp.sign({ ...claims, ...mail, nonce: failing.nonce });
    await broken('sign_in_session', () => comeBack(failing.state));
    idp.idToken = () => Promise.resolve(idToken);
    await comeBack(good.state);
    await comeBack(good.state);
    await who.fetch('/auth/sign-out', { method: 'POST' });
    for (const answers of ['with nonsense', 'by a redirect', 'too much'] as const) {
      idp.answers = answers;
      await as('ada', () => ada.ask(tried, { issuer: `${idp.issuer}` }));
    }
    idp.answers = 'as it should';
    await json('/auth/openid/backchannel-logout', { logout_token: idToken });
    await api.stranger.fetch('/auth/openid/start/0190a000-0000-7000-8000-000000000000', { redirect: 'manual' });
  }

  async function setUp(): Promise<void> {
    heard.who = 'operator';
    const token = seed('the setup token');
    const wrong = seed('a wrong setup token');
    const digest = createHash('sha256').update(token).digest('hex');
    await api.sql("UPDATE first_sign_in SET token_sha256 = $1, token_ends_at = now() + interval '1 day'", [digest]);
    await api.sql("INSERT INTO organisation (id, name, is_demo) VALUES ($1, 'Our company', false)", [newId()]);
    await json('/auth/setup/look', { token });
    await json('/auth/setup/look', { token: wrong });
    await json('/auth/setup', { token: wrong });
    await broken('sign_in_session', () => json('/auth/setup', { token }));
    await json('/auth/setup', { token });
    await json('/auth/setup', { token });
  }

  async function evidence(): Promise<void> {
    const contents = seed('the contents of a file', { body: toOwner });
    const filename = `${seed('the name of a file', { body: toOwner })}.txt`;
    const [text, note] = [
      seed('the text of evidence', { body: toOwner }),
      seed('a note on evidence', { body: toOwner }),
    ];
    heard.who = 'eve';
    const b64 = (words: string) => Buffer.from(words).toString('base64');
    const announce = (name: string, bytes: number) =>
      eve.fetch('/uploads', {
        method: 'POST',
        headers: {
          'tus-resumable': '1.0.0',
          'upload-length': String(bytes),
          'upload-metadata': `filename ${b64(name)},purpose ${b64('evidence')}`,
        },
      });
    const send = async (name: string, words: string): Promise<string> => {
      const location = (await announce(name, Buffer.byteLength(words))).headers.get('location') ?? '';
      await eve.fetch(location.startsWith('http') ? new URL(location).pathname : location, {
        method: 'PATCH',
        headers: {
          'tus-resumable': '1.0.0',
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
        },
        body: words,
      });
      return location.split('/').at(-1) ?? '';
    };
    const uploadId = await send(filename, contents);
    await send(filename.replace('.txt', '.pdf'), contents);
    await announce(filename.replace('.txt', '.exe'), 9);
    await broken('stored_file', () => send(filename, contents));
    await eve.fetch('/uploads/0190a000-0000-7000-8000-000000000000', { method: 'HEAD' });
    const fields = '__typename ... on EvidenceItem { id title text note file { name url } } ... on Refusal { message }';
    const addFile = `mutation($input: FileEvidenceInput!) { done: addFileEvidence(input: $input) { ${fields} } }`;
    const addText = `mutation($input: TextEvidenceInput!) { done: addTextEvidence(input: $input) { ${fields} } }`;
    const { done } = await eve.query<{ done: { file: { url: string } } }>(addFile, {
      input: { uploadId, title: 'A file', note },
    });
    await eve.fetch(done.file.url);
    await as('ada', () => ada.fetch(done.file.url));
    heard.who = 'eve';
    await eve.ask(addText, { input: { title: 'A text', text, note } });
    await eve.ask(addText, { input: { title: ' ', text, note } });
    await broken('evidence_item', () => eve.ask(addText, { input: { title: 'A text', text, note } }));
    // Not even what cannot be read is repeated.
    await json('/graphql', `{"query": "{ viewer { ${text} } }`, { cookie: eve.cookie ?? '' });
    await eve.ask(addText, { input: { title: 'A text', text: { note } } });
    await as('stranger', () => json('/graphql', { query: addText, variables: { input: { title: 'x', text, note } } }));
  }

  async function directories(): Promise<void> {
    const { made } = await as('ada', () =>
      ada.query<{ made: { secret: string } }>(
        'mutation { made: addScimClient(name: "Directory") { ... on IssuedScimToken { secret client { id } } } }',
      ),
    );
    const token = seed('the SCIM token', {
      words: made.secret,
      body: ({ asked, who }) => who === 'ada' && asked === 'POST /graphql',
    });
    const wrong = `assay_scim_${seed('a wrong SCIM token')}`;
    const password = seed('a password that a directory sends');
    const mail = seed('a mail address that a directory sends', {
      body: (it) => toDirectory(it) || toAdmin(it),
    });
    heard.who = 'directory';
    const send = (method: string, path: string, body?: unknown, bearer = token) =>
      api.stranger.fetch(`/scim/v2${path}`, {
        method,
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/scim+json' },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    const user = (name: string) => ({
      schemas: [USER],
      userName: `${name}@example.org`,
      displayName: 'Sent',
      password,
    });
    const made2 = (await (await send('POST', '/Users', user(mail))).json()) as { id: string };
    await send('GET', `/Users?filter=${encodeURIComponent(`userName eq "${mail}@example.org"`)}`);
    await send('GET', `/Users?filter=${encodeURIComponent(`password eq "${password}"`)}`);
    await send('POST', '/Users', user(mail));
    const patch = (...Operations: object[]) => send('PATCH', `/Users/${made2.id}`, { schemas: [PATCH], Operations });
    await patch({ op: 'replace', path: 'password', value: password });
    await patch({ op: 'replace', path: 'nickNames[', value: password });
    await patch({ op: 'turn', path: 'active', value: password });
    await patch({ op: 'replace', path: 'active', value: password });
    await send('POST', '/Users', `{"userName": "${mail}", "password": "${password}`);
    await broken('person', () => send('POST', '/Users', user(`other-${mail}`)));
    await broken('scim_user', () => send('POST', '/Users', user(`third-${mail}`)));
    await broken('scim_request', () => send('GET', '/Users', undefined));
    heard.who = 'stranger';
    await send('GET', '/Users', undefined, wrong);
    await send('POST', '/Users', user('somebody'), wrong);
    await as('ada', () =>
      ada.ask('{ scimClients { id name tokens { id state } requests { method path status detail } } }'),
    );
  }

  async function shares(): Promise<void> {
    const versions = await api.asSystem((system) => publishAnAchievement(system, 'Keeping quiet'));
    await api.asSystem((system) =>
      api.app.get(CredentialsService).award(system, {
        personId: ids.eve,
        achievementVersionId: versions.versionId,
        basis: 'DECISION',
        basisId: newId(),
        awardedOn: system.now,
        results: [{ criterionId: 'contract', levelId: 'contract-3' }],
        evidence: [{ kind: 'FILE', madeOn: '2026-06-10', sha256: 'ab'.repeat(32) }],
        assessorCount: 1,
      }),
    );
    heard.who = 'eve';
    const mine = () => eve.query<{ held: { id: string }[] }>('{ held: myCredentials { id } }');
    const [held] = (await eventually(mine, (it) => it.held.length > 0)).held;
    const share = `mutation($id: ID!) { done: shareCredential(credentialId: $id) { __typename
      ... on ShareGrant { id url } ... on Refusal { message } } }`;
    const { done } = await eve.query<{ done: { url: string } }>(share, { id: held?.id });
    const path = new URL(done.url).pathname;
    seed('the share link', {
      words: path.split('/').at(-1) ?? '',
      // The page that it opens knows its own address.
      body: (it) => toOwner(it) || it.asked.startsWith('GET /p/'),
    });
    const none = seed('a share link that never was');
    await eve.query('{ myCredentials { id shareGrants { id url views } } }');
    heard.who = 'stranger';
    for (const address of [path, `${path}.json`, `/p/${none}`, `/p/${none}.json`]) await api.stranger.fetch(address);
    await broken('share_grant', () => as('eve', () => eve.ask(share, { id: held?.id })));
    await as('stranger', () => json('/graphql', { query: '{ node(id: "x") { id } }' }));
  }

  async function odds(): Promise<void> {
    const reason = seed('a reason', { body: toAdmin });
    const shut = `mutation($id: ID!, $reason: String!) { done: setActive(personId: $id, active: true, reason: $reason) {
      __typename ... on Refusal { message } } }`;
    await as('ada', () => ada.ask(shut, { id: ids.eve, reason }));
    await as('eve', () => eve.ask(shut, { id: ids.ada, reason }));
    const grant = `mutation($input: GrantRoleInput!) { done: grantRole(input: $input) { __typename ... on Refusal { message } } }`;
    const input = { personId: ids.eve, role: 'ASSESSOR', reason };
    await broken('role_grant', () => as('ada', () => ada.ask(grant, { input })));
    heard.who = 'stranger';
    await api.stranger.fetch('/metrics', {
      headers: { authorization: `Bearer ${ENV.METRICS_TOKEN}`, 'x-forwarded-for': '1.2.3.4' },
    });
    await api.stranger.fetch('/metrics', { headers: { authorization: 'Bearer wrong', 'x-forwarded-for': '1.2.3.4' } });
    await api.stranger.fetch('/readyz');
    // The connections of the product break while somebody asks.
    const ask = () => as('eve', () => eve.ask('{ myEvidence(first: 5) { totalCount } }').catch(() => null));
    const cut = api.sql(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await Promise.all([ask(), ask(), cut, ask(), ask()]);
    await ask();
    await as('ada', () => ada.ask('{ auditEntries(first: 100) { edges { node { operation detail } } } }'));
    await as('ada', () => ada.fetch('/audit/export.csv'));
  }

  it.each(NAMES)('%s is in no log, no address, no audit row, and in no answer to others', (name) => {
    const canary = canaries[name];
    if (!canary) throw new Error(`${name} was not sent.`);
    const { words, body, location } = canary;
    expect(words.length).toBeGreaterThan(15);
    const forms = [...new Set([words, encodeURIComponent(words), Buffer.from(words).toString('base64')])];
    const in_ = (text: string) => forms.some((form) => text.includes(form));
    expect(heard.log.split('\n').filter(in_)).toEqual([]);
    expect(in_(audited)).toBe(false);
    const told = (text: (it: Heard) => string, may: (it: Heard) => boolean = () => false) =>
      heard.answers
        .filter((it) => in_(text(it)) && !may(it))
        .map(({ who, asked, status }) => `${who} ${asked} ${status}`);
    expect(told((it) => it.body, body)).toEqual([]);
    expect(told((it) => it.location, location)).toEqual([]);
    // A file comes with its name, to those who may have it.
    expect(
      told(
        (it) => it.headers,
        (it) => toOwner(it) && body === toOwner,
      ),
    ).toEqual([]);
  });

  it('no address that an answer holds carries one, but the share link', () => {
    const addresses = heard.answers.flatMap(
      ({ body }) => body.match(/https?:\/\/[^\s"'<>\\]+|"\/[\w-]+\/[^\s"'<>\\]+/g) ?? [],
    );
    expect(addresses.length).toBeGreaterThan(10);
    const carrying = Object.entries(canaries)
      .filter(([name]) => name !== 'the share link')
      .filter(([, { words }]) => addresses.some((address) => address.includes(words)));
    expect(carrying.map(([name]) => name)).toEqual([]);
  });

  it('would have noticed: everything was sent, things broke, and both were heard', () => {
    // Without each of these the tests above would pass on silence.
    const sent = heard.answers.map((it) => it.sent).join('\n');
    const unsent = [
      'the database password',
      'SESSION_SECRET',
      'OIDC_CLIENT_SECRET',
      'the ID token',
      'the nonce of a sign-in',
    ];
    const b64 = (words: string) => Buffer.from(words).toString('base64').replace(/=+$/, '').slice(0, -4);
    const missing = Object.entries(canaries).filter(
      ([name, { words }]) => !unsent.includes(name) && !sent.includes(words) && !sent.includes(b64(words)),
    );
    expect(missing.map(([name]) => name)).toEqual([]);
    expect(Object.entries(failures).filter(([, count]) => count === 0)).toEqual([['scim_request', 0]]);
    expect(heard.log.split('\n').filter((line) => line.includes('"level":50')).length).toBeGreaterThanOrEqual(5);
    for (const name of ['the text of evidence', 'the contents of a file', 'the share link', 'the SCIM token'])
      expect(heard.answers.some(({ body }) => body.includes(canaries[name]?.words ?? '?'))).toBe(true);
    const refused = heard.answers.filter(
      ({ status, body }) => status >= 400 || /"errors"|InvalidInput|NotAllowed/.test(body),
    );
    console.info(
      `${Object.keys(canaries).length} canaries × 5 places, ${heard.answers.length} answers (${refused.length} a no or an error), ${heard.log.length} characters of log`,
    );
    expect(refused.length).toBeGreaterThanOrEqual(30);
  });
});
