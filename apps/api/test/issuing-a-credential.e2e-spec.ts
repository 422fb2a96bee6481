import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { JsonObject } from '@assay/credential';
import Ajv2019 from 'ajv/dist/2019';
import addFormats from 'ajv-formats';
import sharp from 'sharp';
import { CredentialsService } from '../src/features/credentials/credentials.service.js';
import { IssuanceService } from '../src/features/credentials/issuance.service.js';
import { RotateKeysCommand } from '../src/features/credentials/rotate-keys.command.js';
import { UseCounter } from '../src/features/credentials/use-counter.service.js';
import type { Viewer } from '../src/platform/access/viewer.js';
import { Config } from '../src/platform/config/config.js';
import { newId } from '../src/platform/database/id.js';
import { CONTEXTS, verdictBy } from './support/any-verifier.js';
import { publishAnAchievement } from './support/an-achievement.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { addPeople } from './support/programme.js';

const SCHEMA = join(__dirname, '../../../../shared/data/openbadges/schemas/ob_v3p0_achievementcredential_schema.json');
const HELD = `{ myCredentials { id status expired document digest award { state viewerCan issuance { stage } } achievementVersion { name }
  person { displayName } shareGrants { id url views revokedAt } viewerCan } }`;
const SHARE = `mutation($id: ID!, $until: DateTime) { shareCredential(credentialId: $id, expiresAt: $until) { __typename
  ... on ShareGrant { id url views } ... on Refusal { message } } }`;

const KEYS = `{ issuerKeys { did documentUrl statusLists rotation { gaveUp } keys { publicKey purpose algorithm since until compromisedAt badges } } }`;
const ROTATE = `mutation($current: String!, $reason: String!) { done: rotateIssuerKeys(current: $current, reason: $reason) { __typename
  ... on IssuerKeys { rotation { gaveUp } } ... on Refusal { message } } }`;

interface IssuerKeys {
  documentUrl: string;
  rotation: { gaveUp: boolean } | null;
  keys: {
    publicKey: string;
    purpose: string;
    algorithm: string;
    until: string | null;
    compromisedAt: string | null;
    badges: number | null;
  }[];
}

interface Held {
  id: string;
  status: string;
  expired: boolean;
  document: string;
  digest: string;
  award: { state: string; viewerCan: string[]; issuance: object | null };
  shareGrants: { id: string; url: string; views: number; revokedAt: string | null }[];
  viewerCan: string[];
}

describe('issuing a credential', () => {
  let api: TestApi;
  let front: { url: string; close(): void };
  let holder: TestClient;
  let colleague: TestClient;
  let operator: TestClient;
  let held: Held;
  let holderId: string;
  let versionId: string;
  const [colleagueId, operatorId, basisId] = [newId(), newId(), newId()];

  const awardBy = (system: Viewer, basis: string) =>
    api.app.get(CredentialsService).award(system, {
      personId: holderId,
      achievementVersionId: versionId,
      basis: 'DECISION',
      basisId: basis,
      awardedOn: system.now,
      results: [{ criterionId: 'contract', levelId: 'contract-3' }],
      evidence: [{ kind: 'FILE', madeOn: '2026-06-10', sha256: 'ab'.repeat(32) }],
      assessorCount: 1,
      route: 'PRIOR_LEARNING',
    });
  const award = () => api.asSystem((system) => awardBy(system, basisId));
  const share = async (by: TestClient, id: string, until: string | null = null) =>
    (await by.query<{ shareCredential: { __typename: string; id: string; url: string } }>(SHARE, { id, until }))
      .shareCredential;
  const didDocument = async () =>
    (await (await api.stranger.fetch('/.well-known/did.json')).json()) as JsonObject & { assertionMethod: string[] };
  const verdictOf = (bytes: Uint8Array) =>
    verdictBy(
      {
        resolveIssuer: didDocument,
        loadStatusList: async (url) => (await (await api.stranger.fetch(path(url))).json()) as JsonObject,
      },
      bytes,
    );
  const rotate = async (values: { reason: string; compromised?: boolean }) => {
    const said: string[] = [];
    const tell = (line: string) => void said.push(line);
    const args = { positionals: [], values };
    await api.asSystem((system) =>
      api.app.get(RotateKeysCommand).run({ system, args, out: tell, err: tell, app: api.app }),
    );
    return said.join(' ');
  };
  const path = (url: string) => new URL(url).pathname;

  beforeAll(async () => {
    const proofDir = mkdtempSync(join(tmpdir(), 'assay-proof-'));
    const assets = { style: '/proof/assets/a.css', starter: '/proof/assets/s.js', checker: '/proof/assets/c.js' };
    writeFileSync(join(proofDir, 'assets.json'), JSON.stringify(assets));
    writeFileSync(join(proofDir, 'a.css'), 'body{}');
    front = await openFront(() => api.url);
    api = await startApi({ worker: true, env: { PROOF_DIR: proofDir, PUBLIC_URL: front.url } });
    await api.asSystem(async (system) => {
      ({ personId: holderId, versionId } = await publishAnAchievement(system, 'Connecting <systems>'));
      const { tx, now } = system;
      for (const [id, name] of [
        [colleagueId, 'Piet Vos'],
        [operatorId, 'Ada Marsh'],
      ])
        await tx.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, $4)', [
          id,
          name,
          `${id}@example.org`,
          now,
        ]);
      await tx.query('INSERT INTO role_grant (id, person_id, role, starts_at) VALUES ($1, $2, $3, $4)', [
        newId(),
        operatorId,
        'PROGRAMME_OWNER',
        now,
      ]);
    });
    [holder, colleague, operator] = await Promise.all([api.as(holderId), api.as(colleagueId), api.as(operatorId)]);
    await award();
    held = await eventually(
      async () => (await holder.query<{ myCredentials: Held[] }>(HELD)).myCredentials[0] as Held,
      (credential) => credential !== undefined,
    );
  });
  afterAll(async () => {
    front.close();
    await api.close();
  });

  it('signs it once, for one basis, however often it is awarded', async () => {
    expect(held).toMatchObject({
      status: 'ACTIVE',
      expired: false,
      award: { state: 'ISSUED', issuance: null },
      person: { displayName: 'Noor Adeyemi' },
    });
    expect((await award()).state).toBe('ISSUED');
    const [counts] = await api.sql<{ awards: number; credentials: number }>(
      'SELECT (SELECT count(*)::int FROM award) AS awards, (SELECT count(*)::int FROM credential) AS credentials',
    );
    expect(counts).toEqual({ awards: 1, credentials: 1 });
  });

  it('keeps the key where only the worker’s user reads it, and no mail address in the credential', () => {
    const { dataDir } = api.app.get(Config);
    expect(statSync(join(dataDir, 'keys/issuer-ed25519.seed')).mode & 0o777).toBe(0o600);
    expect(held.document).not.toContain('@example.org');
    const { credentialSubject, name } = JSON.parse(held.document) as {
      name: string;
      credentialSubject: { id: string };
    };
    expect(credentialSubject.id).toMatch(/^urn:uuid:/);
    expect(credentialSubject.id).not.toContain(holderId);
    // The address is http: nobody may take this for a real one.
    expect(name).toBe('Demonstration: Connecting <systems>');
  });

  it('is accepted by an independent verifier, which refuses a changed copy', async () => {
    const folder = join(require.resolve('@learncard/didkit-plugin'), '../didkit');
    const didkit = (await import(join(folder, 'didkit_wasm.js'))) as DidKit;
    didkit.initSync({ module: readFileSync(join(folder, 'didkit_wasm_bg.wasm')) });
    // Only those in use: one of the library's keys is no address, and DIDKit stops at that.
    const { '@context': used } = JSON.parse(held.document) as { '@context': string[] };
    const contexts = used.map((url) => [url, JSON.stringify(CONTEXTS.get(url))]);
    const verify = async (document: string) =>
      JSON.parse(await didkit.verifyCredential(document, '{}', JSON.stringify(Object.fromEntries(contexts)))) as {
        checks: string[];
        errors: string[];
      };
    const verdict = await verify(held.document);
    expect([verdict.errors, verdict.checks]).toEqual([[], expect.arrayContaining(['proof'])]);
    expect((await verify(held.document.replace('Noor', 'Nora'))).errors).not.toEqual([]);
  });

  it('follows the official schema', () => {
    // The schema is not ours to carry; where it is not beside the repository our own check has said the same before signing.
    if (!existsSync(SCHEMA)) return;
    const ajv = new Ajv2019({ strict: false });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
    expect([validate(JSON.parse(held.document)), validate.errors]).toEqual([true, null]);
  });

  it('is seen by its holder, and by no colleague', async () => {
    const ONE = 'query($id: ID!) { credential(id: $id) { id } node(id: $id) { id } }';
    expect(await holder.query(ONE, { id: held.id })).toEqual({ credential: { id: held.id }, node: { id: held.id } });
    expect(await colleague.query(ONE, { id: held.id })).toEqual({ credential: null, node: null });
    expect((await share(colleague, held.id)).__typename).toBe('NotFound');
  });

  it('is shown to a stranger under a share link, checked, and counted', async () => {
    const { url } = await share(holder, held.id);
    const response = await api.stranger.fetch(path(url));
    const page = await response.text();
    expect([response.status, response.headers.get('x-robots-tag'), response.headers.get('cache-control')]).toEqual([
      200,
      'noindex',
      'no-store',
    ]);
    for (const words of [
      'Noor Adeyemi',
      'Connecting &lt;systems&gt;',
      'This credential is genuine and current',
      'The signature is intact',
      'Agrees contracts before code',
      'Level 3 of 3',
      'One assessor marked 1 criterion',
      'Earned by recognition of prior learning.',
      'Demonstration.',
    ])
      expect(page).toContain(words);
    expect(page).not.toMatch(/<script(?! type="module" src=)|<style|@example\.org/);
    expect(gzipSync(page).length).toBeLessThan(15_000);
    await api.app.get(UseCounter).flush();
    const { myCredentials } = await holder.query<{ myCredentials: Held[] }>(HELD);
    expect(myCredentials[0]?.shareGrants.find((grant) => grant.url === url)?.views).toBe(1);
  });

  it('gives the signed document to whoever asks for JSON at the same address', async () => {
    const { url } = await share(holder, held.id);
    const byAccept = await api.stranger.fetch(path(url), { headers: { accept: 'application/json' } });
    const byName = await api.stranger.fetch(`${path(url)}.json`);
    expect([await byAccept.text(), await byName.text()]).toEqual([held.document, held.document]);
    expect(byName.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('previews elsewhere as a picture, stands in frames of others without a script, and tells programs what it is worth', async () => {
    const { id, url } = await share(holder, held.id);
    const page = await (await api.stranger.fetch(path(url))).text();
    expect(page).toContain(`<meta property="og:image" content="${url}/card.png">`);
    expect(page).toContain('See each answer');
    const card = await api.stranger.fetch(`${path(url)}/card.png`);
    const { width, height, format } = await sharp(Buffer.from(await card.arrayBuffer())).metadata();
    expect([card.status, width, height, format]).toEqual([200, 1200, 630, 'png']);

    const frame = await api.stranger.fetch(`${path(url)}/embed`);
    const shown = await frame.text();
    expect(frame.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors \*/);
    expect(frame.headers.get('x-frame-options')).toBeNull();
    expect(shown).toContain('Genuine and current');
    expect(shown).not.toMatch(/<script|@example\.org/);
    // Nothing else of ours may be framed.
    expect((await api.stranger.fetch(path(url))).headers.get('content-security-policy')).toContain(
      "frame-ancestors 'none'",
    );

    const findings = (await (await api.stranger.fetch(`${path(url)}/findings.json`)).json()) as Findings;
    expect(findings.verification.verdict).toBe('genuine-and-current');
    expect(findings.profile.fields).toHaveLength(26);
    expect(findings.profile.fields.find(({ field }) => field === 'selectivity')?.status).toBe('not-stated');

    await holder.query('mutation($id: ID!) { endShare(id: $id) { __typename } }', { id });
    const after = await Promise.all(
      ['card.png', 'embed', 'findings.json'].map(
        async (each) => (await api.stranger.fetch(`${path(url)}/${each}`)).status,
      ),
    );
    expect(after).toEqual([404, 404, 404]);
  });

  it('shows several credentials and the evidence that its holder chose, and tells the holder on which days it was used', async () => {
    const WIDE = `mutation($id: ID!, $scope: ShareScopeInput) { shareCredential(credentialId: $id, scope: $scope) { __typename
      ... on ShareGrant { id url purpose furtherIds evidenceCount } ... on Refusal { message } } }`;
    const wide = async (by: TestClient, scope: object) =>
      (
        await by.query<{ shareCredential: { __typename: string; id: string; url: string } }>(WIDE, {
          id: held.id,
          scope,
        })
      ).shareCredential;
    const basis = await handedInWork(api, { holderId, versionId });
    await api.asSystem((system) => awardBy(system, basis));
    const both = await eventually(
      async () =>
        (
          await holder.query<{ myCredentials: (Held & { evidenceBehind: object[] })[] }>(
            '{ myCredentials { id evidenceBehind { nth kind title madeOn pages } } }',
          )
        ).myCredentials,
      (all) => all.length === 2,
    );
    const second = both.find(({ id }) => id !== held.id);
    expect(second?.evidenceBehind).toEqual([
      { nth: 1, kind: 'TEXT', title: 'How the <joins> were tested', madeOn: '2026-06-10', pages: 0 },
    ]);

    expect((await wide(holder, { furtherIds: [newId()] })).__typename).toBe('NotFound');
    expect((await wide(colleague, { furtherIds: [second?.id] })).__typename).toBe('NotFound');
    for (const chosen of [
      { credentialId: held.id, nth: 1 },
      { credentialId: second?.id, nth: 2 },
    ])
      expect((await wide(holder, { furtherIds: [second?.id], evidence: [chosen] })).__typename).toBe('InvalidInput');

    const hidden = await wide(holder, { furtherIds: [second?.id] });
    expect(await (await api.stranger.fetch(`${path(hidden.url)}/2`)).text()).not.toContain('Ran both sides');
    const shown = await wide(holder, {
      purpose: 'Harbour Trust, post 12',
      furtherIds: [second?.id],
      evidence: [1, 1].map((nth) => ({ credentialId: second?.id, nth })),
    });
    expect(shown).toMatchObject({ purpose: 'Harbour Trust, post 12', furtherIds: [second?.id], evidenceCount: 1 });
    const first = await (await api.stranger.fetch(path(shown.url))).text();
    const other = await (await api.stranger.fetch(`${path(shown.url)}/2`)).text();
    expect(first).toContain('2 credentials are shown by this link');
    const nameOf = (page: string) => /<p class="earned">([^<,]+)/.exec(page)?.[1] ?? 'a badge without a name';
    for (const page of [first, other]) for (const named of [first, other]) expect(page).toContain(nameOf(named));
    expect(first).not.toContain('Credential 2');
    expect(first).not.toContain('Ran both sides');
    expect(other).toContain('How the &lt;joins&gt; were tested');
    expect(other).toContain('Ran both sides');
    for (const page of [first, other]) expect(page).not.toContain('Harbour Trust');
    expect((await api.stranger.fetch(`${path(shown.url)}/3`)).status).toBe(404);
    await api.stranger.fetch(`${path(shown.url)}.json`);

    await api.app.get(UseCounter).flush();
    const LOG = '{ myCredentials { id shareGrants { id views days { kind byName times } } } }';
    const { myCredentials } = await holder.query<{
      myCredentials: { shareGrants: { id: string; views: number; days: object[] }[] }[];
    }>(LOG);
    const log = myCredentials.flatMap(({ shareGrants }) => shareGrants).find(({ id }) => id === shown.id);
    expect(log).toEqual({
      id: shown.id,
      views: 2,
      days: [
        { kind: 'DOCUMENT', byName: '', times: 1 },
        { kind: 'PAGE', byName: '', times: 2 },
      ],
    });
    // A link that names somebody else's credential, however that came about, shows it to nobody.
    await api.sql(`UPDATE credential SET person_id = '${colleagueId}' WHERE id = '${second?.id}'`);
    expect((await api.stranger.fetch(`${path(shown.url)}/2`)).status).toBe(404);
    await api.sql(`UPDATE credential SET person_id = '${holderId}' WHERE id = '${second?.id}'`);
  });

  it('counts how it is used by day, for its holder alone, and not what programs look at', async () => {
    const USES = 'query($id: ID!) { credential(id: $id) { uses { kind times } useDays { day kind times } } }';
    type Uses = { credential: { uses: { kind: string; times: number }[]; useDays: object[] } };
    const usesFor = async (client: TestClient) => {
      await api.app.get(UseCounter).flush();
      return (await client.query<Uses>(USES, { id: held.id })).credential;
    };
    const timesIn = ({ uses }: Uses['credential']) =>
      ['VIEW', 'SHARE', 'DOWNLOAD', 'VERIFICATION'].map((kind) => uses.find((use) => use.kind === kind)?.times ?? 0);
    const before = timesIn(await usesFor(holder));
    const { url } = await share(holder, held.id);
    const looks: [string, Record<string, string>?][] = [
      [path(url)],
      [`${path(url)}/embed`],
      [`${path(url)}.json`],
      [`${path(url)}/findings.json`],
      [path(url), { 'user-agent': 'LinkedInBot/1.0 (compatible)' }],
      [path(url), { 'sec-purpose': 'prefetch' }],
      [`${path(url)}/card.png`],
    ];
    for (const [address, headers] of looks) expect((await api.stranger.fetch(address, { headers })).status).toBe(200);
    expect((await api.stranger.fetch(path(url), { method: 'HEAD' })).headers.get('set-cookie')).toBeNull();
    await (await holder.fetch(`/badges/${held.id}/credential.json`)).text();
    const after = await usesFor(holder);
    expect(timesIn(after).map((times, at) => times - (before[at] ?? 0))).toEqual([2, 1, 2, 1]);
    expect(after.useDays[0]).toEqual({
      day: new Date().toISOString().slice(0, 10),
      kind: 'DOWNLOAD',
      times: expect.any(Number),
    });
    // Whoever keeps badges sees this one, and nothing of how it is used.
    expect(await usesFor(operator)).toEqual({ uses: [], useDays: [] });
    const kept = await api.sql<{ words: string }>(
      'SELECT column_name AS words FROM information_schema.columns WHERE table_name = $1',
      ['credential_use'],
    );
    expect(kept.map(({ words }) => words).sort()).toEqual(['credential_id', 'day', 'kind', 'times']);
  });

  it('writes what was counted when it ends, and counts on while the database is away', async () => {
    const counter = api.app.get(UseCounter);
    const times = async () =>
      (
        await api.sql<{ n: number }>(`SELECT coalesce(sum(times), 0)::int AS n FROM credential_use WHERE kind = 'VIEW'`)
      )[0]?.n ?? 0;
    await counter.flush();
    const [before, { url }] = [await times(), await share(holder, held.id)];
    await api.sql('REVOKE EXECUTE ON FUNCTION app_count_uses(jsonb) FROM app_api');
    await Promise.all(Array.from({ length: 20 }, () => api.stranger.fetch(path(url))));
    await counter.flush();
    expect(await times()).toBe(before);
    await api.sql('GRANT EXECUTE ON FUNCTION app_count_uses(jsonb) TO app_api');
    await counter.onApplicationShutdown();
    expect(await times()).toBe(before + 20);
  });

  it('answers alike for links that ended, were ended or never were', async () => {
    const ended = await share(holder, held.id);
    await holder.query('mutation($id: ID!) { endShare(id: $id) { __typename } }', { id: ended.id });
    const over = await share(holder, held.id, new Date(Date.now() + 60_000).toISOString());
    await api.sql(`UPDATE share_grant SET expires_at = now() - interval '1 second' WHERE id = '${over.id}'`);
    const answers = await Promise.all(
      [path(ended.url), path(over.url), '/p/AAAAAAAAAAAAAAAAAAAAAA', '/p/x'].map(async (address) => {
        const response = await api.stranger.fetch(address);
        return [response.status, await response.text()];
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
    expect((await share(holder, held.id, '2020-01-01T00:00:00Z')).__typename).toBe('InvalidInput');
  });

  it('publishes its key, its list, its achievement and its badge for any verifier', async () => {
    const did = (await (await api.stranger.fetch('/.well-known/did.json')).json()) as {
      id: string;
      assertionMethod: string[];
    };
    expect(did.id).toBe(`did:web:localhost%3A${new URL(front.url).port}`);
    expect(held.document).toContain(did.assertionMethod[0]);
    const list = await api.stranger.fetch('/status/1');
    const again = await api.stranger.fetch('/status/1', {
      headers: { 'if-none-match': list.headers.get('etag') ?? '' },
    });
    expect([list.status, again.status, (await api.stranger.fetch('/status/2')).status]).toEqual([200, 304, 404]);
    expect(await (await api.stranger.fetch(`/achievements/${versionId}`)).text()).toContain('Both sides first.');
    const badge = await api.stranger.fetch(`/badges/${versionId}.svg`);
    expect([badge.headers.get('content-type'), badge.headers.get('cross-origin-resource-policy')]).toEqual([
      'image/svg+xml; charset=utf-8',
      'cross-origin',
    ]);
    expect((await api.stranger.fetch('/proof/assets/a.css')).status).toBe(200);
    expect((await api.stranger.fetch('/proof/assets/..%2F..%2Fpackage.json')).status).toBe(404);
  });

  it('says on the proof page at once that it was withdrawn', async () => {
    const { url } = await share(holder, held.id);
    await api.sql(`UPDATE credential SET status = 'REVOKED' WHERE id = '${held.id}'`);
    expect(await (await api.stranger.fetch(path(url))).text()).toContain('This credential was withdrawn by its issuer');
    await api.sql(`UPDATE credential SET status = 'ACTIVE' WHERE id = '${held.id}'`);
  });

  it('shows operators what failed and why, gives up in the end, and issues once when they retry', async () => {
    const stateOf = async (id: string) =>
      (await api.sql<{ state: string; attempts: number }>('SELECT state, attempts FROM award WHERE id = $1', [id]))[0];
    // Its plan asks for a key that no worker holds.
    const stuck = await api.asSystem(async (system) => {
      const made = await awardBy(system, newId());
      const key = JSON.stringify({ verificationMethod: 'did:web:elsewhere.example#z6Mk' });
      await system.tx.query('UPDATE award SET plan = plan || $2 WHERE id = $1', [made.id, key]);
      return made;
    });
    await eventually(
      () => stateOf(stuck.id),
      (award) => (award?.attempts ?? 0) > 0,
    );
    const shown = await operator.query<Console>(CONSOLE);
    expect(shown.issuances.edges[0]?.node).toMatchObject({
      state: 'PENDING',
      issuance: { stage: 'FAILED' },
      viewerCan: expect.arrayContaining(['retry']) as string[],
    });
    expect(shown.issuances.edges[0]?.node.issuance.lastError).toContain('did:web:elsewhere.example#z6Mk');
    expect(shown.issuanceCounts).toEqual({ waiting: 0, failed: 1, quarantined: 0, issued: 2 });

    for (let tries = 0; tries < 6; tries++)
      await api.asSystem((system) => api.app.get(IssuanceService).noteFailure(system, stuck.id, 'still no such key'));
    expect((await stateOf(stuck.id))?.state).toBe('QUARANTINED');

    const { issuances: aside } = await operator.query<Console>(
      `{ issuances(state: QUARANTINED, basis: DECISION, search: "e") { edges { node { issuance { reason } viewerCan } } } }`,
    );
    expect(aside.edges.map(({ node }) => node.issuance.reason)).toEqual([
      expect.stringContaining('nobody has put into words'),
    ]);
    const counted = async (where: string) =>
      (await operator.query<{ issuances: { totalCount: number } }>(`{ issuances(${where}) { totalCount } }`)).issuances
        .totalCount;
    expect(await counted('failing: true')).toBe(1);
    expect(await counted('failing: true, olderThanHours: 1')).toBe(0);
    expect(await counted('state: QUARANTINED, basis: STACK')).toBe(0);

    await api.sql(`UPDATE award SET plan = plan - 'verificationMethod' WHERE id = $1`, [stuck.id]);
    const retry = (id: string) =>
      operator.query<{ retryIssuance: { __typename: string } }>(
        'mutation($id: ID!) { retryIssuance(awardId: $id) { __typename } }',
        { id },
      );
    expect((await retry(stuck.id)).retryIssuance.__typename).toBe('Award');
    await eventually(
      () => stateOf(stuck.id),
      (award) => award?.state === 'ISSUED',
    );
    expect((await retry(stuck.id)).retryIssuance.__typename).toBe('AlreadyIssued');
    expect((await retry(newId())).retryIssuance.__typename).toBe('NotFound');
    expect((await holder.ask('{ issuanceCounts { issued } }')).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('signs many in chunks, and lets one that cannot be signed spoil nobody else’s', async () => {
    const made = await api.asSystem(async (system) => {
      const requests = Array.from({ length: 12 }, () => ({
        ...{ personId: holderId, achievementVersionId: versionId, basis: 'BULK' as const, basisId: newId() },
        ...{ awardedOn: system.now, results: [], evidence: [], assessorCount: 0 },
      }));
      const awards = await api.app.get(CredentialsService).awardAll(system, requests);
      expect((await api.app.get(CredentialsService).awardAll(system, requests)).map(({ id }) => id)).toEqual(
        awards.map(({ id }) => id),
      );
      const key = JSON.stringify({ verificationMethod: 'did:web:elsewhere.example#z6Mk' });
      await system.tx.query('UPDATE award SET plan = plan || $2 WHERE id = $1', [awards[7]?.id, key]);
      return awards.map(({ id }) => id);
    });
    const states = () =>
      api.sql<{ id: string; state: string; attempts: number }>(
        'SELECT id, state, attempts FROM award WHERE id = ANY ($1)',
        [made],
      );
    const settled = await eventually(
      states,
      (awards) =>
        awards.filter(({ state }) => state === 'ISSUED').length === 11 && awards.some(({ attempts }) => attempts > 0),
    );
    expect(settled.filter(({ state }) => state !== 'ISSUED').map(({ id }) => id)).toEqual([made[7]]);
    // Nobody else was counted as tried in vain.
    expect(settled.filter(({ attempts }) => attempts > 0).map(({ id }) => id)).toEqual([made[7]]);
    const [jobs] = await api.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM bullmq.job WHERE name = 'credentials.issue-chunk'`,
    );
    expect(jobs?.n).toBeGreaterThan(1);
    // Told of together, each of them once, with a picture in every size.
    const told = await eventually(
      () =>
        api.sql<{ title: string; path: string; sizes: number }>(
          `SELECT title, path, (SELECT count(*)::int FROM badge_picture kept
             WHERE kept.achievement_version_id = it.achievement_version_id AND kept.year = extract(year FROM it.valid_from)) AS sizes
           FROM credential it JOIN notification ON path = '/growth/badges/' || it.id WHERE it.award_id = ANY ($1)`,
          [made],
        ),
      (rows) => rows.length >= 11,
    );
    expect([told.length, new Set(told.map(({ path }) => path)).size]).toEqual([11, 11]);
    expect(new Set(told.map(({ title, sizes }) => `${title} ${sizes}`))).toEqual(new Set(['Your badge is ready 3']));
    const { issuances: failing } = await operator.query<Console>(
      '{ issuances(failing: true, basis: BULK) { edges { node { issuance { reason } viewerCan } } } }',
    );
    expect(failing.edges.map(({ node }) => node.issuance.reason)).toEqual([
      expect.stringContaining('a key that this worker does not hold'),
    ]);
    await api.sql(`UPDATE award SET plan = plan - 'verificationMethod' WHERE id = $1`, [made[7]]);
    // A selection is driven again; what was settled meanwhile, or is not there, is passed over and said so.
    const again = (ids: string[]) =>
      operator.query<{ it: object }>(
        `mutation($ids: [ID!]!) { it: retryIssuances(awardIds: $ids) { __typename ... on IssuancesRetried { retried passedOver } } }`,
        { ids },
      );
    expect(await again([...made, newId(), 'no id'])).toEqual({
      it: { __typename: 'IssuancesRetried', retried: 1, passedOver: 13 },
    });
    await eventually(states, (awards) => awards.every(({ state }) => state === 'ISSUED'));
    expect(await again([])).toEqual({ it: { __typename: 'InvalidInput' } });
  });

  it('is taken along as a picture, a drawing, a document and a token, each of which is the badge', async () => {
    const take = async (kind: string, by = holder) => by.fetch(`/badges/${held.id}/credential.${kind}`);
    for (const kind of ['png', 'svg', 'json', 'jwt']) {
      const response = await take(kind);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect([kind, response.status]).toEqual([kind, 200]);
      expect([kind, (await verdictOf(bytes)).verdict]).toEqual([kind, 'genuine-and-current']);
    }
    expect((await take('png', colleague)).status).toBe(404);
    expect((await take('exe')).status).toBe(404);
  });

  it('holds what was signed before its keys were followed by others, and signs with the new ones', async () => {
    const didBefore = await didDocument();
    const said = await rotate({ reason: 'Once a year' });
    expect(said).toContain('sign from now on');
    expect(await didDocument()).toMatchObject({ assertionMethod: { length: didBefore.assertionMethod.length + 3 } });
    // The old badge, in both of its forms, under a list that the new key signed.
    for (const kind of ['json', 'jwt']) {
      const file = await holder.fetch(`/badges/${held.id}/credential.${kind}`);
      expect((await verdictOf(new Uint8Array(await file.arrayBuffer()))).verdict).toBe('genuine-and-current');
    }
    const { id } = await api.asSystem((system) => awardBy(system, newId()));
    const [signed] = await eventually(
      () => api.sql<{ document: string }>('SELECT document FROM credential WHERE award_id = $1', [id]),
      (rows) => rows.length === 1,
    );
    expect(didBefore.assertionMethod.some((method) => signed?.document.includes(method))).toBe(false);
    expect((await verdictOf(Buffer.from(signed?.document ?? ''))).verdict).toBe('genuine-and-current');
  });

  it('shows administrators its keys with what each signed, and has others follow them when they ask, once', async () => {
    const { adam } = await addPeople(api, { adam: ['ADMINISTRATOR'] });
    const administrator = await api.as(adam);
    const before = (await administrator.query<{ issuerKeys: IssuerKeys }>(KEYS)).issuerKeys;
    const [token, proof, ...old] = before.keys.sort(
      (one, other) =>
        Number(one.until !== null) - Number(other.until !== null) || one.purpose.localeCompare(other.purpose) * -1,
    );
    expect([token?.purpose, token?.badges, proof?.purpose, old.length]).toEqual(['TOKEN', null, 'PROOF', 2]);
    const [counted] = await api.sql<{ n: number }>('SELECT count(*)::int AS n FROM credential WHERE proof_key = $1', [
      proof?.publicKey,
    ]);
    expect([proof?.badges, proof?.algorithm]).toEqual([counted?.n, 'Ed25519 (eddsa-rdfc-2022)']);
    expect(old.every(({ until, compromisedAt }) => until !== null && compromisedAt === null)).toBe(true);
    expect(before).toMatchObject({ documentUrl: `${front.url}/.well-known/did.json`, rotation: null });

    const ask = async (by: TestClient, current = proof?.publicKey, reason = 'As every year') =>
      (await by.query<{ done: IssuerKeys & { __typename: string; message: string } }>(ROTATE, { current, reason }))
        .done;
    await expect(ask(operator)).rejects.toThrow('Your roles');
    expect((await ask(administrator, proof?.publicKey, '  ')).__typename).toBe('InvalidInput');
    expect((await ask(administrator, old[0]?.publicKey)).message).toContain('meanwhile');
    const twice = await Promise.all([ask(administrator), ask(administrator)]);
    expect(twice.map(({ __typename }) => __typename).sort()).toEqual(['IssuerKeys', 'NotAllowed']);
    const { issuerKeys: after } = await eventually(
      () => administrator.query<{ issuerKeys: IssuerKeys }>(KEYS),
      ({ issuerKeys }) => issuerKeys.keys.length > before.keys.length,
    );
    expect([after.keys.length, after.rotation]).toEqual([before.keys.length + 2, null]);
    expect(after.keys.find(({ publicKey }) => publicKey === proof?.publicKey)).toMatchObject({
      until: expect.any(String),
      compromisedAt: null,
    });
    expect((await verdictOf(Buffer.from(held.document))).verdict).toBe('genuine-and-current');
    const { id } = await api.asSystem((system) => awardBy(system, newId()));
    const [signed] = await eventually(
      () => api.sql<{ key: string }>('SELECT proof_key AS key FROM credential WHERE award_id = $1', [id]),
      (rows) => rows.length === 1,
    );
    const newest = after.keys.find(({ purpose, until }) => purpose === 'PROOF' && until === null);
    expect(signed?.key).toBe(newest?.publicKey);
    const [kept] = await api.sql<{ detail: object }>(
      `SELECT detail FROM audit_entry WHERE operation = 'issuer rotate' ORDER BY at DESC LIMIT 1`,
    );
    expect(kept?.detail).toMatchObject({ askedBy: adam, reason: 'As every year', compromised: false });
  });

  it('refuses everything that a compromised key signed, and signs on with another; who looks the next moment is told', async () => {
    const look = async (url: string) =>
      ((await (await api.stranger.fetch(`${path(url)}/findings.json`)).json()) as Findings).verification.verdict;
    const become = (status: string, credentialId?: string) =>
      api.sql('UPDATE credential SET status = $2 WHERE id = $1', [credentialId, status]);
    const [signed] = await api.sql<{ id: string }>('SELECT id FROM credential ORDER BY issued_at DESC LIMIT 1');
    const { url: shown } = await share(holder, signed?.id ?? '');
    const seen = [await look(shown)];
    for (const status of ['SUSPENDED', 'ACTIVE']) {
      await become(status, signed?.id);
      seen.push(await look(shown));
    }
    expect(await rotate({ reason: 'A backup was lost', compromised: true })).toContain('issued again');
    expect([...seen, await look(shown)]).toEqual([
      ...['genuine-and-current', 'suspended', 'genuine-and-current', 'broken'],
    ]);
    const { id } = await api.asSystem((system) => awardBy(system, newId()));
    const [fresh] = await eventually(
      () => api.sql<{ id: string; document: string }>('SELECT id, document FROM credential WHERE award_id = $1', [id]),
      (rows) => rows.length === 1,
    );
    expect((await verdictOf(Buffer.from(fresh?.document ?? ''))).verdict).toBe('genuine-and-current');
    const [last] = await api.sql<{ document: string }>(
      'SELECT document FROM credential WHERE id <> $1 ORDER BY issued_at DESC LIMIT 1',
      [fresh?.id],
    );
    const refused = await verdictOf(Buffer.from(last?.document ?? ''));
    expect([refused.verdict, refused.checks.find(({ name }) => name === 'issuer')?.sentence]).toEqual([
      'broken',
      expect.stringContaining('it was withdrawn on'),
    ]);
    // The one before it was followed in the usual way, and stays good.
    expect((await verdictOf(Buffer.from(held.document))).verdict).toBe('genuine-and-current');
    const { url: newest } = await share(holder, fresh?.id ?? '');
    expect(await look(newest)).toBe('genuine-and-current');
    await become('REVOKED', fresh?.id);
    expect(await look(newest)).toBe('revoked');
  });

  it('finds again what the queue has lost', async () => {
    const lost = await api.asSystem(async (system) => {
      const made = await awardBy(system, newId());
      await system.tx.query('DELETE FROM bullmq.job WHERE id = $1', [`issue-${made.id}`]);
      await system.tx.query(`UPDATE award SET created_at = now() - interval '5 minutes' WHERE id = $1`, [made.id]);
      return made;
    });
    await api.asSystem((system) => api.app.get(IssuanceService).reconcile(system));
    await eventually(
      () => api.sql<{ state: string }>('SELECT state FROM award WHERE id = $1', [lost.id]),
      ([award]) => award?.state === 'ISSUED',
    );
  });
});

const CONSOLE = `{ issuanceCounts { waiting failed quarantined issued } issuances(first: 2) { totalCount edges { node {
  state person { displayName } issuance { stage attempts lastError } viewerCan } } } }`;
interface Console {
  issuanceCounts: object;
  issuances: {
    edges: {
      node: { state: string; issuance: { stage: string; lastError: string; reason: string }; viewerCan: string[] };
    }[];
  };
}

interface Findings {
  verification: { verdict: string };
  profile: { fields: { field: string; status: string }[] };
}

interface DidKit {
  initSync(wasm: { module: Buffer }): void;
  verifyCredential(credential: string, options: string, contexts: string): Promise<string>;
}

/** A decision on handed-in work whose one piece of evidence has the digest that the award states. */
async function handedInWork(
  api: TestApi,
  { holderId, versionId }: { holderId: string; versionId: string },
): Promise<string> {
  const [submission, snapshot, decision] = [newId(), newId(), newId()];
  const item = {
    ...{ letter: 'A', itemId: newId(), kind: 'TEXT', title: 'How the <joins> were tested', note: '', url: null },
    ...{ text: 'Ran both sides against the contract.', fileId: null, madeOn: '2026-06-10', digest: 'ab'.repeat(32) },
  };
  const content = { achievementVersionId: versionId, declaration: '', items: [item], criteria: [] };
  await api.asSystem(async ({ tx, now }) => {
    await tx.query(
      `INSERT INTO submission (id, person_id, achievement_version_id, achievement_id, attempt_no, state, created_at, saved_at)
       SELECT $1, $2, id, achievement_id, 1, 'RELEASED', $4, $4 FROM achievement_version WHERE id = $3`,
      [submission, holderId, versionId, now],
    );
    await tx.query('INSERT INTO submission_snapshot VALUES ($1, $2, 1, $3, $4, $5)', [
      ...[snapshot, submission, now, 'cd'.repeat(32)],
      JSON.stringify(content),
    ]);
    await tx.query(
      `INSERT INTO decision (id, submission_id, sequence, cause, outcome, score, criteria, overall_comment, decided_at)
       VALUES ($1, $2, 1, 'MARKING', 'PASS', 1, '[]', '', $3)`,
      [decision, submission, now],
    );
  });
  return decision;
}

/** The address that badges name, before the API that answers there has its port. */
async function openFront(target: () => string): Promise<{ url: string; close(): void }> {
  const forward = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = await fetch(`${target()}${request.url}`, { headers: { accept: request.headers.accept ?? '*/*' } });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  };
  const server = createServer((request, response) => void forward(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}
