import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import {
  type BadgeVerification,
  bakePng,
  bakeSvg,
  buildDidDocument,
  buildJwt,
  buildOpenBadge,
  isObject,
  type JsonObject,
  keyId,
  readBadgeFile,
  thumbprintOf,
  toBase64Url,
  utf8,
  type VerificationDependencies,
  verifyBadge,
} from '../src/index.js';
import {
  aPlan,
  aSignedBadge,
  aStatusList,
  ISSUER,
  MULTIKEY,
  OTHER_MULTIKEY,
  OTHER_SEED,
  readJson,
  secure,
  sha256,
  unreachable,
  withSharedData,
  world,
} from './support.js';

const token = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const tokenKey = token.publicKey.export({ format: 'jwk' }) as JsonObject;
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** The issuer with both of its keys. */
const bothKeys = async () =>
  buildDidDocument(ISSUER, [
    { multikey: MULTIKEY },
    { multikey: (await thumbprintOf(tokenKey, sha256)) ?? '', jwk: tokenKey },
  ]);
const here = (changes: Partial<VerificationDependencies> = {}) =>
  world({
    resolveIssuer: async (did) => (did === ISSUER ? bothKeys() : unreachable()),
    ...changes,
  });

function signJwt(unsigned: string, key: KeyObject = token.privateKey): string {
  const signature = createSign('sha256').update(unsigned).sign({ key, dsaEncoding: 'ieee-p1363' });
  return `${unsigned}.${toBase64Url(signature)}`;
}
const aJwt = (changes: JsonObject = {}) => signJwt(buildJwt({ ...buildOpenBadge(aPlan()), ...changes }, tokenKey));
const fileOf = (text: string) => utf8(text);

/** One grey point, as small as a PNG can be. */
function aPicture(): Uint8Array<ArrayBuffer> {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Uint8Array.from(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]));
}
/** Written apart from the product's own way, so that the two can disagree. */
function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = -1;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(~crc >>> 0);
  return Buffer.concat([length, body, sum]);
}
const iTXt = (keyword: string, text: string, packed = 0) =>
  chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.from([packed, 0, 0, 0]), Buffer.from(text)]));
const withChunks = (...added: Buffer[]) => {
  const picture = Buffer.from(aPicture());
  return Uint8Array.from(Buffer.concat([picture.subarray(0, 33), ...added, picture.subarray(33)]));
};
const DRAWING =
  '<?xml version="1.0"?>\n<!-- <svg> --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>';
const failed = ({ checks }: BadgeVerification) =>
  checks.filter(({ state }) => state === 'failed').map(({ name }) => name);

describe('a badge as a file', () => {
  it('is genuine as JSON, as a token, and baked into a PNG and an SVG in either form', async () => {
    const [json, jwt] = [JSON.stringify(await aSignedBadge()), aJwt()];
    for (const text of [json, jwt]) {
      const files = [fileOf(text), bakePng(aPicture(), text), fileOf(bakeSvg(DRAWING, text))];
      for (const file of files) {
        const { verdict, document } = await verifyBadge(file, here());
        expect([verdict, document?.name]).toEqual(['genuine-and-current', 'Systems integration, level 3']);
      }
    }
  });

  it('comes out of the picture as it went in, letter for letter', async () => {
    const document = { ...(await aSignedBadge()), description: 'Ŝtono & <b>]]></b> “日本語” 🎓' };
    for (const file of [
      bakePng(aPicture(), JSON.stringify(document)),
      fileOf(bakeSvg(DRAWING, JSON.stringify(document))),
    ])
      expect(readBadgeFile(file)).toMatchObject({ is: 'credential', document });
    expect(bakeSvg(DRAWING, '{}')).toContain('viewBox="0 0 1 1"><openbadges:credential');
  });

  it('replaces the credential of a PNG that had one, and takes none into a drawing that has one', async () => {
    const once = bakePng(aPicture(), '{"a":1}');
    expect(readBadgeFile(bakePng(once, '{"b":2}'))).toMatchObject({ document: { b: 2 } });
    expect(() => bakeSvg(bakeSvg(DRAWING, '{}'), '{}')).toThrow('already');
    expect(() => bakePng(fileOf('GIF89a'), '{}')).toThrow('not a PNG');
  });

  it('is told from files that only look like one', () => {
    const because = (bytes: Uint8Array<ArrayBuffer>) => {
      const reading = readBadgeFile(bytes);
      return reading.is === 'wrong' ? reading.because : reading.is;
    };
    const whole = withChunks(iTXt('openbadgecredential', '{}'));
    const damaged = Uint8Array.from(whole);
    damaged[60] = (damaged[60] ?? 0) ^ 1;
    expect(because(Uint8Array.from(Buffer.from('PK\u0003\u0004 badge.png')))).toContain('ZIP archive');
    expect(because(withChunks(iTXt('openbadgecredential', '{}'), iTXt('openbadgecredential', '{}')))).toContain(
      '2 credentials',
    );
    expect(because(withChunks(iTXt('openbadgecredential', '{}', 1)))).toContain('packed');
    expect(because(withChunks(iTXt('Comment', '{}')))).toContain('holds no credential');
    expect(because(damaged)).toContain('damaged');
    expect(because(whole.slice(0, -20))).toContain('too early');
    expect(because(Uint8Array.from([...whole, 1]))).toContain('behind its end');
    expect(because(fileOf(`${bakeSvg(DRAWING, '{}').slice(0, -40)}`))).toContain('');
    expect(because(fileOf('<html></html>'))).toContain('not an SVG');
    expect(because(fileOf(bakeSvg(DRAWING, '{}').replace('v3p0', 'v9p9')))).toContain('holds no credential');
    expect(because(new Uint8Array())).toContain('empty');
    expect(because(fileOf('[]'))).toContain('no credential');
  });
});

describe('every named check refuses something that no other one does', () => {
  const resigned = async (change: (badge: JsonObject) => JsonObject, seed?: Uint8Array, multikey = MULTIKEY) =>
    JSON.stringify(await secure(change(buildOpenBadge(aPlan())), keyId(ISSUER, multikey), seed));
  const endorsement = async (comment: string, seed?: Uint8Array) => ({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    ...{ id: 'urn:uuid:0195', type: ['VerifiableCredential', 'EndorsementCredential'], name: 'Endorsement' },
    ...{ issuer: { id: ISSUER, type: ['Profile'] }, validFrom: '2026-12-04T09:00:00Z' },
    credentialSubject: { id: aPlan().achievement.id, type: ['EndorsementSubject'], endorsementComment: comment },
    seed,
  });
  const endorsed = async (change: (text: string) => string) => {
    const { seed: _seed, ...said } = await endorsement('Asks for real work.');
    const signed = JSON.parse(change(JSON.stringify(await secure(said, keyId(ISSUER, MULTIKEY))))) as JsonObject;
    return resigned((badge) => ({ ...badge, endorsement: [signed] }));
  };
  const [jwtHead = '', jwtBody = '', jwtTail = ''] = aJwt().split('.');
  const claims = JSON.parse(Buffer.from(jwtBody, 'base64url').toString()) as JsonObject;
  const tokenOf = (header: JsonObject, body: JsonObject) =>
    signJwt([header, body].map((part) => toBase64Url(utf8(JSON.stringify(part)))).join('.'));
  const withHeader = (changes: JsonObject) => tokenOf({ alg: 'ES256', typ: 'JWT', jwk: tokenKey, ...changes }, claims);

  it.each<[string, string, () => Promise<string | Uint8Array<ArrayBuffer>>, Partial<VerificationDependencies>?]>([
    [
      'file',
      'a picture with two badges',
      async () =>
        withChunks(
          iTXt('openbadgecredential', JSON.stringify(await aSignedBadge())),
          iTXt('openbadgecredential', JSON.stringify(await aSignedBadge())),
        ),
    ],
    ['file', 'a ZIP by the name of a picture', async () => Uint8Array.from(Buffer.from('504b0304', 'hex'))],
    [
      'format',
      'contexts in another order',
      () => resigned((badge) => ({ ...badge, '@context': [...(badge['@context'] as string[])].reverse() })),
    ],
    ['format', 'another kind of credential', () => resigned((badge) => ({ ...badge, type: ['VerifiableCredential'] }))],
    ['structure', 'no criteria', () => resigned(withoutCriteria)],
    [
      'structure',
      'a first day that is none',
      () => resigned((badge) => ({ ...badge, validFrom: '2026-02-30T00:00:00Z' })),
    ],
    ['signature', 'one letter changed', async () => JSON.stringify(await aSignedBadge()).replace('Amara', 'Amaru')],
    [
      'signature',
      'one letter of a token changed',
      async () =>
        [jwtHead, toBase64Url(utf8(JSON.stringify({ ...claims, name: 'Systems of integration' }))), jwtTail].join('.'),
    ],
    ['signature', 'a token that is not signed', async () => withHeader({ alg: 'none' })],
    ['signature', 'a token whose key is a private one', async () => withHeader({ jwk: { ...tokenKey, d: 'AAAA' } })],
    [
      'signature',
      'a token that names another holder than its credential',
      async () => tokenOf({ alg: 'ES256', jwk: tokenKey }, { ...claims, sub: 'urn:uuid:other' }),
    ],
    [
      'signature',
      'a token that ends later than its credential',
      async () => tokenOf({ alg: 'ES256', jwk: tokenKey }, { ...claims, exp: 4_000_000_000 }),
    ],
    ['issuer', 'somebody else’s key', () => resigned((badge) => badge, OTHER_SEED, OTHER_MULTIKEY)],
    [
      'issuer',
      'somebody else’s key in a token',
      async () =>
        signJwt(
          buildJwt(buildOpenBadge(aPlan()), stranger.publicKey.export({ format: 'jwk' }) as JsonObject),
          stranger.privateKey,
        ),
    ],
    [
      'issuer',
      'a key that was withdrawn',
      async () => JSON.stringify(await aSignedBadge()),
      {
        resolveIssuer: async () => buildDidDocument(ISSUER, [{ multikey: MULTIKEY, revoked: '2026-12-20T00:00:00Z' }]),
      },
    ],
    [
      'status',
      'withdrawn',
      async () => JSON.stringify(await aSignedBadge()),
      { loadStatusList: () => aStatusList([94_567]) },
    ],
    ['status', 'withdrawn, as a token', async () => aJwt(), { loadStatusList: () => aStatusList([94_567]) }],
    [
      'dates',
      'an end before its beginning',
      () => resigned((badge) => ({ ...badge, validUntil: '2020-01-01T00:00:00Z' })),
    ],
    ['endorsements', 'an endorsement that was changed', () => endorsed((text) => text.replace('real', 'no'))],
    [
      'endorsements',
      'an endorsement of something else',
      () => endorsed((text) => text.replace(aPlan().achievement.id, 'https://elsewhere.example/a')),
    ],
  ])('%s: %s', async (...row) => {
    const [check, , make, changes] = row;
    const made = await make();
    const verification = await verifyBadge(typeof made === 'string' ? fileOf(made) : made, here(changes));
    expect(failed(verification)).toEqual([check]);
    expect(verification.verdict).toBe(check === 'status' ? 'revoked' : 'broken');
  });

  it('and an endorsement that holds is said to', async () => {
    const { verdict, checks } = await verifyBadge(fileOf(await endorsed((text) => text)), here());
    expect([verdict, checks.at(-1)]).toMatchObject(['genuine-and-current', { name: 'endorsements', state: 'ok' }]);
  });

  it.each([
    [
      'a context nobody here holds',
      () =>
        resigned((badge) => ({
          ...badge,
          '@context': [...(badge['@context'] as string[]), 'https://elsewhere.example/c'],
        })).catch(async () =>
          JSON.stringify({
            ...(await aSignedBadge()),
            '@context': [...(buildOpenBadge(aPlan())['@context'] as string[]), 'https://elsewhere.example/c'],
          }),
        ),
    ],
    ['a token signed by a method that is not known', async () => withHeader({ alg: 'EdDSA' })],
    ['a token whose header asks for something', async () => withHeader({ crit: ['b64'] })],
    [
      'a token whose key stands elsewhere',
      async () => withHeader({ jwk: undefined, kid: 'did:web:elsewhere.example#1' }),
    ],
  ])('neither a yes nor a no: %s', async (_what, make) => {
    const { verdict, checks } = await verifyBadge(fileOf(await make()), here());
    expect([verdict, checks.find(({ name }) => name === 'signature')?.state]).toEqual([
      'could-not-check',
      'not-checked',
    ]);
  });

  it('a token names its key in the issuer’s document as well', async () => {
    const kid = keyId(ISSUER, (await thumbprintOf(tokenKey, sha256)) ?? '');
    expect((await verifyBadge(fileOf(withHeader({ jwk: undefined, kid })), here())).verdict).toBe(
      'genuine-and-current',
    );
    expect(
      (await verifyBadge(fileOf(withHeader({ jwk: undefined, kid })), here({ resolveIssuer: unreachable }))).verdict,
    ).toBe('could-not-check');
  });
});

withSharedData('the baked samples of the public validator', 'openbadges/samples-3.0', (folder) => {
  const expected = readJson(join(folder, 'expected.json'));
  const names = Object.keys(expected).filter((name) => /\.(png|svg|jwt|1ob)$/.test(name));

  it.each(names)('%s is decided as expected', async (name) => {
    const bytes = Uint8Array.from(readFileSync(join(folder, name)));
    const reading = readBadgeFile(bytes);
    const jwk =
      reading.is === 'jwt'
        ? (JSON.parse(Buffer.from(reading.jwt.split('.')[0] ?? '', 'base64url').toString()) as JsonObject).jwk
        : undefined;
    const thumbprint = isObject(jwk) ? await thumbprintOf(jwk, sha256) : undefined;
    // Their issuers exist nowhere. The register stands in for the documents they never had.
    const keys = [
      'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
      'z6Mknyb2Gb4NxzW3xSr9ChTtdQZ1zs77piQ3r9SaJ9vMzmrs',
      'z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x',
      thumbprint ?? '',
    ];
    const offline = here({
      register: () => ({ name: 'Sample issuer', register: 'these tests', keys }),
      ...{ resolveIssuer: unreachable, loadStatusList: unreachable },
    });
    const entry = expected[name];
    const { verdict } = await verifyBadge(bytes, offline);
    expect(verdict === 'genuine-and-current').toBe(isObject(entry) && entry.expected === 'valid');
  });
});

function withoutCriteria(badge: JsonObject): JsonObject {
  const subject = badge.credentialSubject as JsonObject;
  const { criteria: _criteria, ...achievement } = subject.achievement as JsonObject;
  return { ...badge, credentialSubject: { ...subject, achievement } };
}
