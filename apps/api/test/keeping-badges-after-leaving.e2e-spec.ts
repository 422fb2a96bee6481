import type { JsonObject } from '@assay/credential';
import { unzipSync } from 'fflate';
import { CredentialsService } from '../src/features/credentials/credentials.service.js';
import { IssuanceService } from '../src/features/credentials/issuance.service.js';
import { ClaimsService } from '../src/features/leaving/claims.service.js';
import { newId } from '../src/platform/database/id.js';
import { publishAnAchievement } from './support/an-achievement.js';
import { verdictBy } from './support/any-verifier.js';
import { startApi, type TestApi, TestClient } from './support/api.js';

const OWN = 'address waiting';
const ADDRESS = `__typename ... on PersonalAddress { ${OWN} } ... on Refusal { message } ... on InvalidInput { problems { field message } }`;
const LEAVER = 'addressProved credentials state';
const SENT = `__typename ... on Leaver { ${LEAVER} } ... on Refusal { message } ... on InvalidInput { problems { field message } }`;
const HELD = '{ viewer { permissions roles } myCredentials { id document shareGrants { id } } }';

interface Answer {
  __typename: string;
  address?: string | null;
  waiting?: string | null;
  message?: string;
  state?: string;
  problems?: { field: string; message: string }[];
}

/** The address of one's own, the link after leaving, and everything in one archive. */
describe('keeping badges after leaving', () => {
  let api: TestApi;
  let noorId: string;
  let noor: TestClient;
  let admin: TestClient;
  const adminId = newId();

  beforeAll(async () => {
    api = await startApi();
    const { personId, versionId } = await api.asSystem((system) => publishAnAchievement(system, 'Connecting systems'));
    noorId = personId;
    await api.sql('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, now())', [
      adminId,
      'Ada Marsh',
      'ada@example.org',
    ]);
    await api.sql(`INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, 'ADMINISTRATOR', now())`, [
      newId(),
      adminId,
    ]);
    // No worker runs: what mails say can be read.
    await api.asSystem(async (system) => {
      const award = await api.app.get(CredentialsService).award(system, {
        ...{ personId, achievementVersionId: versionId, basis: 'DECISION', basisId: newId() },
        ...{ awardedOn: system.now, results: [], evidence: [], assessorCount: 1 },
      });
      await api.app.get(IssuanceService).issue(system, [award.id]);
    });
    [noor, admin] = [await api.as(noorId), await api.as(adminId)];
  });
  afterAll(() => api.close());

  const ask = async (by: TestClient, address: string) =>
    (
      await by.query<{ done: Answer }>(
        `mutation($a: String!) { done: askPersonalAddress(address: $a) { ${ADDRESS} } }`,
        {
          a: address,
        },
      )
    ).done;
  const own = async () => (await noor.query<{ own: Answer }>(`{ own: myPersonalAddress { ${OWN} } }`)).own;
  const prove = async (token: string) =>
    (
      await api.stranger.query<{ done: { __typename: string; hint?: string } }>(
        'mutation($t: String!) { done: provePersonalAddress(token: $t) { __typename ... on ProvedAddress { hint } } }',
        { t: token },
      )
    ).done;
  /** What stands in the newest mail to an address, and nowhere else. */
  const tokenTo = async (address: string) => {
    const [mail] = await api.sql<{ body: string }>(
      `SELECT body_text AS body FROM mail_letter JOIN mail ON mail.id = mail_id WHERE to_address = $1
       ORDER BY mail.created_at DESC, mail.id DESC LIMIT 1`,
      [address],
    );
    return /#([\w-]{43})/.exec(mail?.body ?? '')?.[1] ?? '';
  };
  const sendDue = () => api.asSystem((system) => api.app.get(ClaimsService).sendDue(system));
  const claim = async (path: string, token: string) => {
    const response = await api.stranger.fetch(`/auth/claim${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    return { status: response.status, body: (await response.json()) as { state?: string }, response };
  };
  const comeIn = async (token: string) => {
    const { status, response } = await claim('', token);
    const cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    return { status, client: new TestClient(api.url, cookie) };
  };
  const sendLink = async (by: TestClient, more: object = {}) =>
    (
      await by.query<{ done: Answer }>(
        `mutation($p: ID!, $a: String, $r: String) { done: sendClaimLink(personId: $p, address: $a, reason: $r) { ${SENT} } }`,
        { p: noorId, ...more },
      )
    ).done;
  const leave = () => api.sql('UPDATE person SET active = false WHERE id = $1', [noorId]);
  const comeBack = () => api.sql('UPDATE person SET active = true WHERE id = $1', [noorId]);
  const archive = async (by: TestClient) => {
    const response = await by.fetch('/badges/bundle.zip');
    return { status: response.status, files: unzipSync(new Uint8Array(await response.arrayBuffer())) };
  };

  it('takes an address only from whoever reads the mail that was sent to it', async () => {
    for (const wrong of ['noor', 'a@example.net, b@example.net', 'noor.private@example.org'])
      expect(await ask(noor, wrong)).toMatchObject({ problems: [{ field: 'address' }] });
    await ask(noor, 'noor@home.example.net');
    expect(await own()).toEqual({ address: null, waiting: 'noor@home.example.net' });
    expect((await prove('x'.repeat(43))).__typename).toBe('NotFound');
    const token = await tokenTo('noor@home.example.net');
    expect(await prove(token)).toMatchObject({ hint: 'n…@home.example.net' });
    expect((await prove(token)).__typename).toBe('NotFound');
    expect(await own()).toEqual({ address: 'noor@home.example.net', waiting: null });
    // What stands in links is kept as its digest alone.
    expect(await api.sql('SELECT FROM personal_address WHERE wanted_hash = $1', [token])).toHaveLength(0);
  });

  it('gives whoever is employed all of it as one archive that is checked without us', async () => {
    const { files } = await archive(noor);
    const names = Object.keys(files);
    const folder = 'badges/01-demonstration-connecting-systems';
    for (const name of ['credential.json', 'credential.jwt', 'credential.png', 'credential.svg', 'certificate.pdf'])
      expect(names).toContain(`${folder}/${name}`);
    const textOf = (name: string) => new TextDecoder().decode(files[name]);
    const read = (name: string) => JSON.parse(textOf(name)) as JsonObject;
    const offline = {
      resolveIssuer: async () => read('issuer/did.json'),
      loadStatusList: async (url: string) => read(`issuer/status-${url.split('/').at(-1)}.json`),
    };
    for (const form of ['credential.json', 'credential.png', 'credential.svg'])
      expect((await verdictBy(offline, files[`${folder}/${form}`] ?? new Uint8Array())).verdict).toBe(
        'genuine-and-current',
      );
    const changed = Buffer.from(textOf(`${folder}/credential.json`).replace('Noor', 'Nora'));
    expect((await verdictBy(offline, changed)).verdict).not.toBe('genuine-and-current');
    expect(textOf('index.html')).toContain(`src="${folder}/credential.svg"`);
    expect(textOf('index.html')).not.toMatch(/<script|https?:\/\//);
    expect(textOf('README.txt')).toContain(`assay-verify ${folder}/credential.json --issuer issuer/did.json`);
  });

  it('gives everybody what they put into their library, and what was decided of it, and nobody else’s', async () => {
    const library = async (by: TestClient) => {
      const response = await by.fetch('/evidence-library.zip');
      if (response.status !== 200) return { status: response.status, textOf: () => '', names: [] as string[] };
      const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
      const textOf = (name: string) => new TextDecoder().decode(files[name]);
      return { status: 200, textOf, names: Object.keys(files) };
    };
    await noor.query(
      `mutation { result: addTextEvidence(input: { title: "=Valve 7", text: "I closed it by hand.", madeOn: null }) { __typename } }`,
    );
    const own = await library(noor);
    const words = own.names.find((name) => name.endsWith('-valve-7.txt')) ?? '';
    expect(own.textOf(words)).toContain('I closed it by hand.');
    const [heads = '', first = ''] = own.textOf('evidence.csv').split('\r\n');
    expect([heads.startsWith('Number,Title,Kind'), first.startsWith("1,'=Valve 7,TEXT")]).toEqual([true, true]);
    const [{ decided } = { decided: 0 }] = await api.sql<{ decided: number }>(
      `SELECT count(DISTINCT it.id)::int AS decided FROM submission it JOIN decision ON decision.submission_id = it.id
       WHERE it.person_id = $1 AND decision.released_at IS NOT NULL`,
      [noorId],
    );
    const outcomes = own.textOf('outcomes.csv').trim().split('\r\n').slice(1);
    expect(new Set(outcomes.map((line) => line.split(',').slice(0, 2).join())).size).toBe(decided);
    const others = await library(admin);
    expect(others.names.filter((name) => name.includes('valve'))).toEqual([]);
    expect((await library(api.stranger)).status).toBe(401);
  });

  it('mails a link when somebody is gone, which opens their badges once and nothing else', async () => {
    await sendDue();
    expect(await api.sql('SELECT FROM claim_link')).toHaveLength(0);
    await leave();
    await sendDue();
    await sendDue();
    expect(await api.sql("SELECT FROM mail WHERE kind = 'CLAIM_LINK'")).toHaveLength(1);
    const token = await tokenTo('noor@home.example.net');
    expect((await claim('/look', token)).body.state).toBe('GOOD');
    expect((await claim('/look', 'y'.repeat(43))).status).toBe(404);

    const { client } = await comeIn(token);
    const held = await client.query<{
      viewer: { permissions: string[]; roles: string[] };
      myCredentials: { id: string }[];
    }>(HELD);
    expect(held).toMatchObject({ viewer: { permissions: ['credential.hold'], roles: [] } });
    const [credential] = held.myCredentials;
    const shared = await client.query<{ done: { __typename: string; url: string } }>(
      'mutation($id: ID!) { done: shareCredential(credentialId: $id) { __typename ... on ShareGrant { url } } }',
      { id: credential?.id },
    );
    expect(shared.done.__typename).toBe('ShareGrant');
    expect(Object.keys((await archive(client)).files)).toContain('index.html');
    for (const closed of [
      '{ people(first: 5) { edges { node { id } } } }',
      '{ notifications(first: 5) { edges { node { id } } } }',
      '{ mySessions { id } }',
      `{ node(id: "${adminId}") { id } }`,
      '{ evidence: myEvidence(first: 5) { edges { node { id } } } }',
    ])
      expect((await client.ask<object>(closed)).errors?.length).toBeGreaterThan(0);

    expect((await comeIn(token)).status).toBe(404);
    expect((await claim('/look', token)).body.state).toBe('USED');
    expect((await noor.query<{ viewer: null }>('{ viewer { roles } }')).viewer).toBeNull();
  });

  it('sends the next link to the proved address, whoever holds an old one, and no flood of them', async () => {
    const old = await tokenTo('noor@home.example.net');
    await claim('/again', old);
    await sendDue();
    expect(await tokenTo('noor@home.example.net')).toBe(old);
    await api.sql(`UPDATE claim_link SET asked_at = asked_at - interval '1 hour'`);
    await claim('/again', old);
    await sendDue();
    const next = await tokenTo('noor@home.example.net');
    expect(next).not.toBe(old);
    await api.sql(`UPDATE claim_link SET expires_at = now() - interval '1 second' WHERE used_at IS NULL`);
    expect((await claim('/look', next)).body.state).toBe('EXPIRED');
    expect((await comeIn(next)).status).toBe(404);
  });

  it('lets an administrator send one, to an address of their choice only where none was proved', async () => {
    expect(await sendLink(admin, { a: 'me@evil.example.net', r: 'They said so' })).toMatchObject({
      problems: [{ field: 'address' }],
    });
    expect(await sendLink(admin)).toMatchObject({ __typename: 'Leaver' });
    await sendDue();
    const token = await tokenTo('noor@home.example.net');
    expect((await claim('/look', token)).body.state).toBe('GOOD');

    await api.sql('DELETE FROM personal_address');
    expect(await sendLink(admin)).toMatchObject({ problems: [{ field: 'address' }] });
    expect(await sendLink(admin, { a: 'noor@new.example.net' })).toMatchObject({ problems: [{ field: 'reason' }] });
    const done = await sendLink(admin, { a: 'noor@new.example.net', r: 'By a letter of 3 November' });
    expect(done.__typename).toBe('Leaver');
    await sendDue();
    // The one before opens nothing any more.
    expect((await comeIn(token)).status).toBe(404);
    expect((await comeIn(await tokenTo('noor@new.example.net'))).status).toBe(200);
    expect(await api.sql("SELECT FROM personal_address WHERE address = 'noor@new.example.net'")).toHaveLength(1);
  });

  it('ends with coming back: then one signs in like everybody', async () => {
    await sendLink(admin);
    await sendDue();
    const token = await tokenTo('noor@new.example.net');
    const { client } = await comeIn(token);
    await api.sql(`UPDATE claim_link SET used_at = NULL`);
    await comeBack();
    expect((await claim('/look', token)).body.state).toBe('BACK');
    expect((await comeIn(token)).status).toBe(404);
    expect((await client.query<{ viewer: null }>('{ viewer { roles } }')).viewer).toBeNull();
    expect(await sendLink(admin)).toMatchObject({ __typename: 'NotAllowed' });
    await sendDue();
    expect(await api.sql('SELECT FROM claim_link WHERE ended_at IS NULL')).toHaveLength(0);
  });
});
