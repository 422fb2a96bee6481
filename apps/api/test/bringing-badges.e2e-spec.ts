import { createHash } from 'node:crypto';
import { bakePng, type JsonObject, utf8 } from '@assay/credential';
import sharp from 'sharp';
import { IssuerService } from '../src/features/credentials/issuer.service.js';
import { Egress } from '../src/platform/egress/egress.service.js';
import { newId } from '../src/platform/database/id.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { addManager, addPeople, addSkill, foundOrganisation } from './support/programme.js';

const FIELDS = `id state verdict recipient declaration outcome reason recognisedUntil viewerCan
  checks { name state sentence } badge { name issuerName endsOn skills { name code } }
  quality { index fields { number name status provenance sentence } } provider { name trust }
  skills { ordinal skill { name } } recognised { ordinal label skill { name } } suggestions { why skill { id name } }`;
const ANSWER = `__typename ... on ExternalCredential { ${FIELDS} } ... on Refusal { message } ... on InvalidInput { problems { field } }`;
const BRING = `mutation($input: BringCredentialInput!) { done: bringCredential(input: $input) { ${ANSWER} } }`;
const ONE = `query($id: ID!) { it: externalCredential(id: $id) { ${FIELDS} } }`;
const SEND = `mutation($input: SendExternalCredentialInput!) { done: sendExternalCredential(input: $input) { ${ANSWER} } }`;
const DECIDE = `mutation($input: DecideExternalCredentialInput!) { done: decideExternalCredential(input: $input) { ${ANSWER} } }`;
const WAITING = `{ externalCredentials(waiting: true) { totalCount edges { node { id person { displayName } } } } }`;
const RECOGNISED = `query($id: ID!) { person(id: $id) { recognisedSkills { ordinal label until skill { name } credential { id } } } }`;
const STANDINGS = `query($id: ID!) { person(id: $id) { standings { state level { ordinal } validUntil credential { id }
  recognisedFrom badgeName externalCredentialId } } }`;
const TEAM = `query($person: ID!, $skill: ID!) {
  team { skills { covered } people { cells { level state achievementName credentialId recognisedFrom } } }
  skillMapSources(personId: $person, skillId: $skill) { layer ordinal achievementName assessors recognisedFrom } }`;
const WHO_CAN = `query($requirements: [AskedSkillInput!]!) {
  whoCan(requirements: $requirements, first: 5) { edges { node { personId proofs { achievementName recognisedFrom } } } } }`;

interface Shown {
  __typename: string;
  id: string;
  message: string;
  problems: { field: string }[];
  state: string;
  verdict: string | null;
  recipient: string | null;
  outcome: string | null;
  recognisedUntil: string | null;
  viewerCan: string[];
  checks: { name: string; state: string; sentence: string }[];
  badge: { name: string; issuerName: string; endsOn: string | null } | null;
  quality: {
    index: number | null;
    fields: { number: number; status: string; provenance: string | null; sentence: string }[];
  } | null;
  provider: { name: string; trust: string } | null;
  skills: object[];
  recognised: { ordinal: number; skill: { name: string } }[];
  suggestions: { why: string; skill: { id: string; name: string } }[];
}

const V2 = 'https://w3id.org/openbadges/v2';
const SITE = 'https://guild.example';
const issuer = { '@context': V2, type: 'Issuer', id: `${SITE}/issuer`, name: 'Guild of Fitters', url: SITE };
const badgeClass = {
  ...{
    '@context': V2,
    type: 'BadgeClass',
    id: `${SITE}/classes/3`,
    name: 'Valve maintenance',
    description: 'Keeps valves',
  },
  ...{ criteria: { narrative: 'Takes one apart' }, issuer: issuer.id },
  alignment: [{ targetName: 'Welding', targetUrl: `${SITE}/skills/1`, targetCode: 'X1' }],
};

describe('bringing badges that were earned elsewhere', () => {
  let api: TestApi;
  let ids: Record<'noor' | 'bo' | 'boss' | 'hana' | 'adam', string>;
  let as: Record<'noor' | 'bo' | 'boss' | 'hana' | 'adam', TestClient>;
  let skill: { id: string };
  /** What the outside world answers; everything else goes the guarded way. */
  const outside = new Map<string, JsonObject>();
  let picture: Uint8Array<ArrayBuffer>;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    ids = await addPeople(api, { noor: [], bo: [], boss: [], hana: ['HR_DESIGNER'], adam: ['ADMINISTRATOR'] });
    await addManager(api, ids.noor, ids.boss);
    skill = await addSkill(api, 'Welding');
    const clients = await Promise.all(Object.entries(ids).map(async ([name, id]) => [name, await api.as(id)] as const));
    as = Object.fromEntries(clients) as typeof as;
    for (const each of [issuer, badgeClass]) outside.set(each.id, each);
    const egress = api.app.get(Egress);
    const guarded = egress.get.bind(egress);
    egress.get = async (address, options) => {
      const found = outside.get(address);
      if (!found) return guarded(address, options);
      return { url: address, type: 'application/json', bytes: Buffer.from(JSON.stringify(found)) };
    };
    const drawn = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0B5A5E' } })
      .png()
      .toBuffer();
    picture = new Uint8Array(drawn);
  });
  afterAll(() => api.close());

  const emailOf = (person: string) => `${person}.${ids[person as 'noor']}@example.org`;
  const base64 = (content: Uint8Array | string) => Buffer.from(content).toString('base64');
  let number = 0;
  /** A hosted badge of 2.0 for somebody, that its site shows. */
  function hosted(email: string, changes: JsonObject = {}, shown: JsonObject = {}): JsonObject {
    number += 1;
    const salt = `salt ${number}`;
    const assertion = {
      ...{ '@context': V2, type: 'Assertion', id: `${SITE}/badges/${number}`, badge: badgeClass.id },
      recipient: {
        type: 'email',
        hashed: true,
        salt,
        identity: `sha256$${createHash('sha256')
          .update(email + salt)
          .digest('hex')}`,
      },
      ...{ verification: { type: 'hosted' }, issuedOn: '2026-03-02T10:00:00Z' },
      ...changes,
    };
    outside.set(assertion.id as string, { ...assertion, ...shown });
    return assertion;
  }
  const bring = async (client: TestClient, input: object) =>
    (await client.query<{ done: Shown }>(BRING, { input })).done;
  const one = async (client: TestClient, id: string) => (await client.query<{ it: Shown | null }>(ONE, { id })).it;
  async function checked(client: TestClient, input: object): Promise<Shown> {
    const { id, message } = await bring(client, input);
    if (!id) throw new Error(message);
    const found = await eventually(
      () => one(client, id),
      (it) => it?.state !== 'CHECKING',
    );
    if (!found) throw new Error('It is gone.');
    return found;
  }
  const fileOf = (content: JsonObject | string | Uint8Array, fileName = 'badge.json') => ({
    file: base64(typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content)),
    fileName,
  });
  const send = async (client: TestClient, input: object) => (await client.query<{ done: Shown }>(SEND, { input })).done;
  const decide = async (input: object) => (await as.hana.query<{ done: Shown }>(DECIDE, { input })).done;

  it('checks a picture with a badge of 2.0, says whose it is, what it is worth and what it may mean here', async () => {
    const said = hosted(emailOf('noor'));
    const it = await checked(as.noor, fileOf(bakePng(picture, JSON.stringify(said)), 'valves.png'));
    expect(it).toMatchObject({
      state: 'CHECKED',
      verdict: 'UNKNOWN_ISSUER',
      recipient: 'MATCHED',
      badge: { name: 'Valve maintenance', issuerName: 'Guild of Fitters' },
    });
    expect(it.checks.map(({ name, state }) => `${name} ${state}`)).toEqual([
      ...['file OK', 'format OK', 'structure OK', 'signature OK', 'issuer WARNING', 'status OK', 'dates OK'],
    ]);
    expect(it.suggestions).toMatchObject([
      { why: 'The badge names it in the same words.', skill: { name: 'Welding' } },
    ]);
    expect(it.quality?.fields).toHaveLength(26);
    expect(it.quality?.fields[0]).toMatchObject({ status: 'MET', provenance: 'checked' });
    // Nobody else until it is sent.
    expect([await one(as.bo, it.id), await one(as.hana, it.id), await one(as.boss, it.id)]).toEqual([null, null, null]);
    expect((await bring(as.noor, fileOf(bakePng(picture, JSON.stringify(said)), 'again.png'))).message).toBe(
      'You have brought this badge already.',
    );
  });

  it('is recognised at a level until a day, by somebody else, and counts as verified from there', async () => {
    const it = await checked(as.noor, fileOf(hosted(emailOf('noor'), { expires: '2031-01-01T00:00:00Z' })));
    expect(await send(as.noor, { id: it.id, skills: [{ skillId: skill.id, ordinal: 9 }] })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ field: 'skills.0' }],
    });
    expect(await send(as.noor, { id: it.id, skills: [{ skillId: skill.id, ordinal: 3 }] })).toMatchObject({
      state: 'SENT',
      viewerCan: ['see', 'takeBack', 'keepAsEvidence'],
    });
    const { externalCredentials } = await as.hana.query<{ externalCredentials: { edges: { node: { id: string } }[] } }>(
      WAITING,
    );
    expect(externalCredentials.edges.map(({ node }) => node.id)).toEqual([it.id]);
    const wish = {
      id: it.id,
      outcome: 'RECOGNISED',
      reason: 'We know the Guild.',
      skills: [{ skillId: skill.id, ordinal: 2 }],
    };
    expect(await decide({ ...wish, skills: [] })).toMatchObject({ problems: [{ field: 'skills' }] });
    expect(await decide({ ...wish, until: '2032-01-01' })).toMatchObject({
      problems: [{ field: 'until' }],
      message: 'The badge itself ends on 2031-01-01.',
    });
    expect(await decide({ ...wish, reason: ' ' })).toMatchObject({ problems: [{ field: 'reason' }] });
    expect((await one(as.noor, it.id))?.state).toBe('SENT');
    expect(await decide(wish)).toMatchObject({
      state: 'DECIDED',
      outcome: 'RECOGNISED',
      recognisedUntil: '2031-01-01',
      recognised: [{ ordinal: 2 }],
    });
    const decidedAt = new Date().toISOString();
    const layer = async (client: TestClient) =>
      (await client.query<{ person: { recognisedSkills: object[] } }>(RECOGNISED, { id: ids.noor })).person
        .recognisedSkills;
    const counted = [
      { ordinal: 2, label: 'Working', until: '2031-01-01', skill: { name: 'Welding' }, credential: { id: it.id } },
    ];
    expect([await layer(as.noor), await layer(as.boss), await layer(as.hana), await layer(as.bo)]).toEqual([
      counted,
      counted,
      counted,
      [],
    ]);
    // Verified, and everywhere said from whom: for the holder, in the row and the cell of the line manager, in an answer of HR.
    const standings = async (client: TestClient) =>
      (await client.query<{ person: { standings: object[] } }>(STANDINGS, { id: ids.noor })).person.standings;
    const from = { recognisedFrom: 'Guild of Fitters' };
    const verified = [
      {
        ...{
          state: 'CURRENT',
          level: { ordinal: 2 },
          validUntil: '2031-01-02T00:00:00.000Z',
          credential: null,
          ...from,
        },
        ...{ badgeName: 'Valve maintenance', externalCredentialId: it.id },
      },
    ];
    expect([await standings(as.noor), await standings(as.boss), await standings(as.bo)]).toEqual([
      verified,
      verified,
      [],
    ]);
    const cell = { level: 2, state: 'CURRENT', achievementName: 'Valve maintenance', credentialId: null, ...from };
    const team = () => as.boss.query(TEAM, { person: ids.noor, skill: skill.id });
    expect(await team()).toMatchObject({
      team: { skills: [{ covered: 1 }], people: [{ cells: [cell] }] },
      skillMapSources: [
        { layer: 'VERIFIED', ordinal: 2, achievementName: 'Valve maintenance', assessors: null, ...from },
      ],
    });
    const asked = () => as.hana.query(WHO_CAN, { requirements: [{ skillId: skill.id, level: 2 }] });
    expect(await asked()).toMatchObject({
      whoCan: {
        edges: [{ node: { personId: ids.noor, proofs: [{ achievementName: 'Valve maintenance', ...from }] } }],
      },
    });
    const told = await eventually(
      () =>
        as.noor.query<{ notifications: { edges: { node: { title: string; path: string } }[] } }>(
          '{ notifications(first: 5) { edges { node { title path } } } }',
        ),
      ({ notifications }) => notifications.edges.length > 0,
    );
    expect(told.notifications.edges[0]?.node).toEqual({
      title: 'A badge you brought counts: Valve maintenance',
      path: `/growth/elsewhere/${it.id}`,
    });

    // Withdrawn by its issuer afterwards: it no longer counts, and its holder is told.
    outside.set(`${SITE}/badges/${number}`, {
      '@context': V2,
      id: `${SITE}/badges/${number}`,
      type: 'Assertion',
      revoked: true,
    });
    await as.hana.query(`mutation($id: ID!) { checkExternalCredential(id: $id) { __typename } }`, { id: it.id });
    await eventually(
      () => one(as.noor, it.id),
      (now) => now?.verdict === 'REVOKED',
    );
    expect(await layer(as.noor)).toEqual([]);
    expect([await standings(as.noor), await standings(as.boss)]).toEqual([[], []]);
    expect(await team()).toMatchObject({ team: { skills: [] }, skillMapSources: [] });
    expect(await asked()).toMatchObject({ whoCan: { edges: [] } });
    // Before that day it counted, and stays so.
    const past = await as.noor.query<{ viewer: { person: { skillLayers: { verified: object | null }[] } } }>(
      `query($asOf: DateTime!) { viewer { person { skillLayers(asOf: $asOf) { verified { recognisedFrom } } } } }`,
      { asOf: decidedAt },
    );
    expect(past.viewer.person.skillLayers).toEqual([{ verified: from }]);
  });

  it('asks why it is theirs where the badge does not say so, and for somebody who knows', async () => {
    const it = await checked(as.noor, fileOf(hosted('noor@home.example')));
    expect(it.recipient).toBe('OTHER');
    expect(await send(as.noor, { id: it.id, skills: [] })).toMatchObject({ problems: [{ field: 'declaration' }] });
    expect((await send(as.noor, { id: it.id, skills: [], declaration: 'My private address' })).state).toBe('SENT');
    const wish = { id: it.id, outcome: 'RECOGNISED', reason: 'Seen', skills: [{ skillId: skill.id, ordinal: 1 }] };
    expect(await decide(wish)).toMatchObject({ problems: [{ field: 'identityConfirmed' }] });
    expect((await decide({ ...wish, identityConfirmed: true })).outcome).toBe('RECOGNISED');
    expect((await decide({ ...wish, outcome: 'RPL_REQUIRED', reason: 'Show it' })).outcome).toBe('RPL_REQUIRED');
  });

  it('is not sent when it was issued here: it counts already', async () => {
    const it = await checked(as.noor, fileOf(hosted(emailOf('noor'), { evidence: 'https://guild.example/here' })));
    const { did } = api.app.get(IssuerService);
    await api.sql(
      `UPDATE external_credential SET document = jsonb_set(document, '{issuer,id}', to_jsonb($2::text)) WHERE id = $1`,
      [it.id, did],
    );
    expect((await send(as.noor, { id: it.id, skills: [] })).message).toMatch(/issued here/);
    expect(await one(as.noor, it.id)).toMatchObject({ state: 'CHECKED' });
  });

  it('from a trusted provider is genuine and in its profile; from one that is not trusted it is not recognised', async () => {
    const add = await as.hana.query<{ made: { id: string; revision: number; trustSince: string } }>(
      `mutation($input: CourseProviderInput!) { made: addCourseProvider(input: $input) { ... on CourseProvider { id revision trustSince issuerIds agreement } } }`,
      {
        input: {
          name: 'The Guild',
          trust: 'TRUSTED',
          trustReason: 'Audited in 2025',
          issuerIds: ['Guild.example'],
          agreement: 'Credits count',
        },
      },
    );
    expect(add.made).toMatchObject({
      issuerIds: ['guild.example'],
      agreement: 'Credits count',
      trustSince: expect.any(String),
    });
    const it = await checked(as.noor, fileOf(hosted(emailOf('noor'))));
    expect(it).toMatchObject({ verdict: 'GENUINE_AND_CURRENT', provider: { name: 'The Guild', trust: 'TRUSTED' } });
    expect(it.quality?.fields[2]).toMatchObject({ status: 'MET', provenance: 'register' });
    await send(as.noor, { id: it.id, skills: [] });
    const save = `mutation($id: ID!, $revision: Int!, $input: CourseProviderInput!) { saveCourseProvider(id: $id, expectedRevision: $revision, input: $input) { __typename ... on Refusal { message } } }`;
    await as.hana.query(save, {
      id: add.made.id,
      revision: 1,
      input: { trust: 'NOT_TRUSTED', trustReason: 'Sells badges' },
    });
    const wish = { id: it.id, outcome: 'RECOGNISED', reason: 'Why not', skills: [{ skillId: skill.id, ordinal: 1 }] };
    expect(await decide(wish)).toMatchObject({
      __typename: 'NotAllowed',
      message: 'The Guild is not trusted here: Sells badges',
    });
    expect((await decide({ ...wish, outcome: 'INFORMATION_ONLY' })).outcome).toBe('INFORMATION_ONLY');
    expect(await as.hana.query(save, { id: add.made.id, revision: 2, input: { issuerIds: ['x'] } })).toMatchObject({
      saveCourseProvider: { __typename: 'InvalidInput' },
    });
    await as.hana.query(save, { id: add.made.id, revision: 2, input: { issuerIds: [] } });
  });

  it('is judged for a system with a key as in any browser: what we think of its issuer is said beside the verdict', async () => {
    const { key } = await as.adam.query<{ key: { secret: string } }>(
      `mutation { key: makeVerificationKey(name: "Hiring Hall", scope: ANY, days: 3) { ... on NewVerificationKey { secret } } }`,
    );
    const asked = async (badge: JsonObject) => {
      const answer = await fetch(`${api.url}/api/verify`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key.secret}` },
        body: JSON.stringify({ badge }),
      });
      const { verdict, checks, trustList } = (await answer.json()) as Told;
      return { verdict, issuer: checks.find(({ name }) => name === 'issuer')?.state, listedAs: trustList?.listedAs };
    };
    type Told = { verdict: string; checks: { name: string; state: string }[]; trustList?: { listedAs: string | null } };
    const good = hosted(emailOf('noor'));
    const nobodys = await asked(good);
    expect(nobodys).toEqual({ verdict: 'genuine-and-current', issuer: 'ok', listedAs: null });
    // What ended has ended, whoever issued it.
    expect((await asked(hosted(emailOf('noor'), { expires: '2026-04-01T00:00:00Z' }))).verdict).toBe('expired');
    await as.hana.query(`mutation($input: CourseProviderInput!) { addCourseProvider(input: $input) { __typename } }`, {
      input: { name: 'Fitters', trust: 'TRUSTED', trustReason: 'Known', issuerIds: ['guild.example'] },
    });
    expect(await asked(good)).toEqual({ ...nobodys, listedAs: 'Fitters' });
    // Strangers read the whole list, and nothing else of whom it is about.
    expect(await (await api.stranger.fetch('/verify/trusted.json')).json()).toMatchObject({
      issuers: [{ name: 'Fitters', issuerIds: ['guild.example'] }],
    });
    await api.sql(`UPDATE course_provider SET issuer_ids = '{}' WHERE name = 'Fitters'`);
  });

  it.each<[string, () => object, string, string]>([
    ['two badges in one picture', () => fileOf(new Uint8Array(twice())), 'BROKEN', 'the picture holds 2 credentials'],
    [
      'a ZIP that is called a picture',
      () => fileOf(utf8('PK\u0003\u0004 and so on'), 'badge.png'),
      'BROKEN',
      'ZIP archive',
    ],
    [
      'an unknown context',
      () =>
        fileOf({
          '@context': ['https://www.w3.org/ns/credentials/v2', 'https://forger.example/v1'],
          type: ['VerifiableCredential', 'OpenBadgeCredential'],
        }),
      'BROKEN',
      'does not say that it follows',
    ],
    [
      'words that its site does not say',
      () => fileOf({ ...hosted(emailOf('noor')), issuedOn: '2020-01-01' }),
      'BROKEN',
      'is not the same',
    ],
    [
      'a withdrawn one',
      () => fileOf(hosted(emailOf('noor'), {}, { revoked: true, revocationReason: 'Error' })),
      'REVOKED',
      'withdrawn',
    ],
    [
      'one that ended',
      () => fileOf(hosted(emailOf('noor'), { expires: '2026-04-01' })),
      'UNKNOWN_ISSUER',
      'after its last day',
    ],
    [
      'an issuer inside our network',
      () =>
        fileOf(
          hosted(
            emailOf('noor'),
            { id: 'https://169.254.169.254/latest/meta-data', badge: 'https://10.0.0.7/class' },
            { id: 'x' },
          ),
        ),
      'COULD_NOT_CHECK',
      'did not answer',
    ],
    [
      'an address inside our network',
      () => ({ address: 'https://127.0.0.1/badge.json' }),
      'COULD_NOT_CHECK',
      'not an address of the public internet',
    ],
  ])('%s has its named check', async (_what, input, verdict, sentence) => {
    outside.delete('https://169.254.169.254/latest/meta-data');
    const given = input();
    outside.delete('https://169.254.169.254/latest/meta-data');
    const it = await checked(as.noor, given);
    expect([it.verdict, it.checks.map((each) => each.sentence).join('; ')]).toEqual([
      verdict,
      expect.stringContaining(sentence),
    ]);
    if (verdict === 'BROKEN') expect([it.badge, it.quality]).toEqual([null, null]);
    if (verdict === 'BROKEN' || verdict === 'REVOKED') {
      expect(it.viewerCan).not.toContain('send');
      expect((await send(as.noor, { id: it.id, skills: [] })).__typename).toBe('NotAllowed');
    }
  });

  it('refuses what is no badge before anything is kept', async () => {
    const before = await api.sql('SELECT id FROM external_credential');
    const answers = [
      await bring(as.noor, {}),
      await bring(as.noor, { address: 'http://guild.example/badges/1' }),
      await bring(as.noor, { address: `${SITE}/1`, file: 'AAAA' }),
      await bring(as.noor, { file: 'not base64' }),
      await bring(as.noor, fileOf(new Uint8Array(1_000_003))),
    ];
    expect(answers.map(({ __typename, problems }) => [__typename, problems[0]?.field])).toEqual([
      ...[
        ['InvalidInput', 'file'],
        ['InvalidInput', 'address'],
        ['InvalidInput', 'file'],
      ],
      ...[
        ['InvalidInput', 'file'],
        ['InvalidInput', 'file'],
      ],
    ]);
    expect(await api.sql('SELECT id FROM external_credential')).toEqual(before);
  });

  it('becomes evidence whose words stay, and is removed only when nothing rests on it', async () => {
    const it = await checked(as.noor, fileOf(hosted(emailOf('noor'))));
    const keep = `mutation($id: ID!) { done: keepExternalCredentialAsEvidence(id: $id) { __typename ... on EvidenceItem { id title text madeOn } ... on Refusal { message } } }`;
    const { done } = await as.noor.query<{ done: { id: string; text: string } }>(keep, { id: it.id });
    expect(done).toMatchObject({
      title: 'Valve maintenance',
      madeOn: '2026-03-02',
      text: expect.stringContaining('Guild of Fitters'),
    });
    expect((await as.noor.query<{ done: { id: string } }>(keep, { id: it.id })).done.id).toBe(done.id);
    const edit = await as.noor.query(
      `mutation($id: ID!) { editEvidence(id: $id, input: { expectedRevision: 1, text: "Better" }) { __typename } }`,
      { id: done.id },
    );
    expect(edit).toEqual({ editEvidence: { __typename: 'NotAllowed' } });
    const remove = `mutation($id: ID!) { done: removeExternalCredential(id: $id) { __typename ... on Refusal { message } } }`;
    expect(await as.noor.query(remove, { id: it.id })).toMatchObject({
      done: { message: 'It is in your evidence library. Remove it there first.' },
    });
    expect(await as.bo.query(remove, { id: it.id })).toMatchObject({ done: { __typename: 'NotFound' } });
    const other = await checked(as.noor, fileOf(hosted(emailOf('noor'))));
    expect(await as.noor.query(remove, { id: other.id })).toMatchObject({
      done: { __typename: 'RemovedExternalCredential' },
    });
    expect(await one(as.noor, other.id)).toBeNull();
    expect(await one(as.noor, newId())).toBeNull();
  });

  function twice(): Uint8Array<ArrayBuffer> {
    const once = bakePng(picture, JSON.stringify(hosted(emailOf('noor'))));
    // The second one is copied in behind the first: the chunk begins after the header.
    const length = new DataView(once.buffer, once.byteOffset).getUint32(33) + 12;
    return new Uint8Array([
      ...once.subarray(0, 33 + length),
      ...once.subarray(33, 33 + length),
      ...once.subarray(33 + length),
    ]);
  }
});
