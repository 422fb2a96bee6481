import {
  asList,
  buildDidDocument,
  buildEndorsement,
  buildOpenBadge,
  CHECK_NAMES,
  type CheckName,
  isObject,
  type JsonObject,
  type JsonValue,
  keyId,
  utf8,
  type Verification,
  verifyBadge,
  verifyCredential,
} from '../src/index.js';
import {
  aPlan,
  aSignedBadge,
  aStatusList,
  ISSUER,
  LIST,
  MULTIKEY,
  OTHER_MULTIKEY,
  OTHER_SEED,
  secure,
  unreachable,
  world,
} from './support.js';

const stateOf = (verification: Verification, name: string) =>
  verification.checks.find((check) => check.name === name)?.state;
const sentenceOf = (verification: Verification, name: string) =>
  verification.checks.find((check) => check.name === name)?.sentence;

describe('a stranger verifies a badge', () => {
  it('is told that it is genuine and current, question by question', async () => {
    const verification = await verifyCredential(await aSignedBadge(), world());
    expect(verification.checks.map(({ name, state }) => [name, state])).toEqual([
      ['format', 'ok'],
      ['structure', 'ok'],
      ['signature', 'ok'],
      ['issuer', 'ok'],
      ['status', 'ok'],
      ['dates', 'ok'],
    ]);
    expect(verification.verdict).toBe('genuine-and-current');
    expect(sentenceOf(verification, 'issuer')).toBe('The signing key is published by badges.calder.example');
  });

  it('is told nothing but the broken signature when one letter was changed', async () => {
    const badge = await aSignedBadge();
    const forged = JSON.parse(JSON.stringify(badge).replace('Amara', 'Amaru')) as JsonObject;
    const verification = await verifyCredential(forged, world());
    expect(verification.verdict).toBe('broken');
    expect(stateOf(verification, 'signature')).toBe('failed');
    expect(['issuer', 'status', 'dates'].map((name) => stateOf(verification, name))).toEqual([
      'not-checked',
      'not-checked',
      'not-checked',
    ]);
  });

  it('makes no call on behalf of a forged badge', async () => {
    const called: string[] = [];
    const forged = { ...(await aSignedBadge()), name: 'Something grander' };
    await verifyCredential(
      forged,
      world({
        resolveIssuer: async (did) => (called.push(did), {}),
        loadStatusList: async (url) => (called.push(url), {}),
      }),
    );
    expect(called).toEqual([]);
  });

  it.each([
    ['after its last day', '2030-01-01T00:00:00Z', 'expired'],
    ['before its first day', '2026-12-01T00:00:00Z', 'not-yet-valid'],
  ])('%s is told so', async (_when, now, verdict) => {
    expect((await verifyCredential(await aSignedBadge(), world({ now: new Date(now) }))).verdict).toBe(verdict);
  });

  it('is told that it was withdrawn when its place in the list is set, and only then', async () => {
    const badge = await aSignedBadge();
    expect((await verifyCredential(badge, world({ loadStatusList: () => aStatusList([94_567]) }))).verdict).toBe(
      'revoked',
    );
    expect(
      (await verifyCredential(badge, world({ loadStatusList: () => aStatusList([94_566, 94_568]) }))).verdict,
    ).toBe('genuine-and-current');
  });

  it('is told that withdrawal could not be checked when the list is silent or not the issuer’s', async () => {
    const badge = await aSignedBadge();
    const silent = await verifyCredential(badge, world({ loadStatusList: unreachable }));
    expect([silent.verdict, stateOf(silent, 'status')]).toEqual(['could-not-check', 'not-checked']);
    const planted = await verifyCredential(
      badge,
      world({ loadStatusList: () => aStatusList([], OTHER_SEED, OTHER_MULTIKEY) }),
    );
    expect([planted.verdict, stateOf(planted, 'status')]).toEqual(['could-not-check', 'not-checked']);
    const unknownKind = await secure(
      { ...buildOpenBadge(aPlan()), credentialStatus: { id: LIST, type: '1EdTechRevocationList' } },
      keyId(ISSUER, MULTIKEY),
    );
    expect((await verifyCredential(unknownKind, world())).verdict).toBe('could-not-check');
  });

  it('is told that the issuer could not be asked, but that the signature is intact, without the network', async () => {
    const verification = await verifyCredential(
      await aSignedBadge(),
      world({ resolveIssuer: unreachable, loadStatusList: unreachable }),
    );
    expect([verification.verdict, stateOf(verification, 'signature'), stateOf(verification, 'issuer')]).toEqual([
      'could-not-check',
      'ok',
      'not-checked',
    ]);
  });

  it('recognises a registered issuer by its key without the network, and shows the register’s name', async () => {
    const register = () => ({ name: 'Calder Water plc', register: 'Water Sector Skills Register', keys: [MULTIKEY] });
    const verification = await verifyCredential(await aSignedBadge(), world({ register, resolveIssuer: unreachable }));
    expect(verification.verdict).toBe('genuine-and-current');
    expect(verification.checks.find(({ name }) => name === 'issuer')?.details).toContainEqual({
      label: 'name',
      value: 'Calder Water plc',
    });
  });

  it('is warned about an issuer that no register knows', async () => {
    expect((await verifyCredential(await aSignedBadge(), world({ register: () => undefined }))).verdict).toBe(
      'unknown-issuer',
    );
  });
});

describe('every question', () => {
  const method = keyId(ISSUER, MULTIKEY);
  const withdrawn = world({ loadStatusList: () => aStatusList([94_567]) });
  const aboutAnother = buildEndorsement({
    id: 'urn:uuid:7b7f2c1e-0000-4000-8000-000000000001',
    about: 'urn:uuid:7b7f2c1e-0000-4000-8000-00000000000f',
    issuer: { did: ISSUER, name: 'Calder Water', url: 'https://badges.calder.example' },
    ...{ endorser: 'Ana Ruiz', capacity: 'Client', words: 'The pump ran the same night.' },
    ...{ validFrom: '2026-12-04T09:00:00Z', status: { list: LIST, index: 7 }, isDemonstration: false },
  });
  const says = (badge: JsonObject | string, where = world()) =>
    verifyBadge(utf8(typeof badge === 'string' ? badge : JSON.stringify(badge)), where);
  /** For each one sample that nothing but it refuses: a new question has to bring its own. */
  const samples: Record<CheckName, () => Promise<Verification>> = {
    file: async () => says(`${JSON.stringify(await aSignedBadge())} and more`),
    format: async () =>
      says(
        await secure({ ...buildOpenBadge(aPlan()), type: ['VerifiableCredential', 'EndorsementCredential'] }, method),
      ),
    structure: async () => says(await secure({ ...buildOpenBadge(aPlan()), name: 7 }, method)),
    signature: async () => says({ ...(await aSignedBadge()), name: 'Something grander' }),
    issuer: async () => says(await secure(buildOpenBadge(aPlan()), keyId(ISSUER, OTHER_MULTIKEY), OTHER_SEED)),
    status: async () => says(await aSignedBadge(), withdrawn),
    dates: async () => says(await aSignedBadge({ validUntil: '2026-12-03T09:00:00Z' })),
    endorsements: async () =>
      says(await secure({ ...buildOpenBadge(aPlan()), endorsement: [await secure(aboutAnother, method)] }, method)),
  };

  it.each(CHECK_NAMES)('%s has a sample that only it refuses', async (name) => {
    const { verdict, checks } = await samples[name]();
    expect(checks.filter(({ state }) => state === 'failed').map((check) => check.name)).toEqual([name]);
    expect(['genuine-and-current', 'unknown-issuer', 'could-not-check']).not.toContain(verdict);
  });
});

describe('a forger', () => {
  it.each([
    [
      'signs with a key of his own under the issuer’s name',
      async () => secure(buildOpenBadge(aPlan()), keyId(ISSUER, OTHER_MULTIKEY), OTHER_SEED),
    ],
    [
      'signs with a key of his own domain',
      async () => secure(buildOpenBadge(aPlan()), keyId('did:web:forger.example', OTHER_MULTIKEY), OTHER_SEED),
    ],
    ['removes the signature', async () => buildOpenBadge(aPlan())],
    [
      'adds a member that no context explains',
      async () => ({ ...(await aSignedBadge()), honours: 'with distinction' }),
    ],
    [
      'adds a second, unreadable signature',
      async () => ({
        ...(await aSignedBadge()),
        proof: [(await aSignedBadge()).proof, { type: 'Trustworthy' }] as JsonValue[],
      }),
    ],
    [
      'uses the signature for another purpose',
      async () => withProof(await aSignedBadge(), { proofPurpose: 'authentication' }),
    ],
    [
      'swaps the contexts',
      async () => ({ ...(await aSignedBadge()), '@context': ['https://www.w3.org/2018/credentials/v1'] }),
    ],
  ])('%s: never genuine', async (_what, make) => {
    expect(['broken', 'could-not-check']).toContain((await verifyCredential(await make(), world())).verdict);
  });

  it('with a stolen key is refused once the issuer has marked it', async () => {
    const resolveIssuer = async () =>
      buildDidDocument(ISSUER, [{ multikey: MULTIKEY, revoked: '2026-12-20T00:00:00Z' }]);
    expect((await verifyCredential(await aSignedBadge(), world({ resolveIssuer }))).verdict).toBe('broken');
  });

  it('changes any single text of the badge in any of four ways, and is always refused', async () => {
    const badge = await aSignedBadge();
    const mutations = textPaths(badge).flatMap((path) => CHANGES.map((change) => ({ path, change })));
    expect(mutations.length).toBeGreaterThanOrEqual(500);
    const believed: string[] = [];
    for (const { path, change } of mutations) {
      const { verdict } = await verifyCredential(changed(badge, path, change), world());
      if (verdict === 'genuine-and-current') believed.push(path.join('.'));
    }
    expect(believed).toEqual([]);
  }, 60_000);
});

function withProof(badge: JsonObject, changes: JsonObject): JsonObject {
  return { ...badge, proof: asList(badge.proof).map((proof) => (isObject(proof) ? { ...proof, ...changes } : proof)) };
}

type Path = (string | number)[];

function textPaths(value: JsonValue | undefined, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((item, nth) => textPaths(item, [...path, nth]));
  return isObject(value)
    ? Object.entries(value).flatMap(([member, content]) => textPaths(content, [...path, member]))
    : [];
}

const CHANGES: ((text: string) => string | undefined)[] = [
  (text) => `${text}x`,
  (text) => text.slice(1),
  (text) => (text.startsWith('0') ? `1${text.slice(1)}` : `0${text.slice(1)}`),
  () => undefined,
];

function changed(badge: JsonObject, path: Path, change: (text: string) => string | undefined): JsonValue {
  const copy = structuredClone(badge) as JsonObject;
  let at: Record<string | number, unknown> = copy;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  const content = change(String(at[last]));
  if (content === undefined) delete at[last];
  else at[last] = content;
  // As it would arrive: members without a value do not survive JSON.
  return JSON.parse(JSON.stringify(copy)) as JsonValue;
}
