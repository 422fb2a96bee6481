import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BadgeVerification,
  isRecipient,
  type JsonObject,
  recipientIdentities,
  toBase64Url,
  utf8,
  type VerificationDependencies,
  verifyBadge,
} from '../src/index.js';
import { readJson, sha256, withSharedData, world } from './support.js';

const V2 = 'https://w3id.org/openbadges/v2';
const SITE = 'https://guild.example';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const hashOf = (address: string, salt = 'pepper') =>
  `sha256$${createHash('sha256')
    .update(address + salt)
    .digest('hex')}`;

const assertion = (changes: JsonObject = {}): JsonObject => ({
  ...{ '@context': V2, type: 'Assertion', id: `${SITE}/badges/7`, badge: `${SITE}/classes/3`, issuedOn: '2026-03-02' },
  recipient: { type: 'email', hashed: true, salt: 'pepper', identity: hashOf('ada@calder.example') },
  verification: { type: 'hosted' },
  ...changes,
});
const badgeClass: JsonObject = {
  ...{
    '@context': V2,
    type: 'BadgeClass',
    id: `${SITE}/classes/3`,
    name: 'Valve maintenance',
    description: 'Keeps valves.',
  },
  criteria: { narrative: 'Takes one apart and puts it together.' },
  alignment: [{ targetName: 'Maintenance', targetUrl: `${SITE}/skills/1`, targetCode: 'M1' }],
  issuer: `${SITE}/issuer`,
};
const issuer: JsonObject = {
  ...{ '@context': V2, type: 'Issuer', id: `${SITE}/issuer`, name: 'Guild of Fitters', url: SITE },
  ...{ publicKey: `${SITE}/key`, revocationList: `${SITE}/revoked` },
};
const key: JsonObject = {
  ...{ '@context': V2, type: 'CryptographicKey', id: `${SITE}/key`, owner: `${SITE}/issuer` },
  publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
};
const revoked: JsonObject = { '@context': V2, type: 'RevocationList', id: `${SITE}/revoked`, revokedAssertions: [] };

/** A site that shows these documents at their ids, and counts what it was asked for. */
function site(documents: readonly JsonObject[], at: Record<string, JsonObject> = {}) {
  const asked: string[] = [];
  const shown = new Map([...documents.map((each) => [each.id as string, each] as const), ...Object.entries(at)]);
  const loadLinked = async (url: string) => {
    asked.push(url);
    const found = shown.get(url);
    if (!found) throw new Error('404');
    return found;
  };
  return { asked, loadLinked };
}

function signed(said: JsonObject, header: JsonObject = { typ: 'JWT', alg: 'RS256' }): string {
  const text = [header, said].map((part) => toBase64Url(utf8(JSON.stringify(part)))).join('.');
  return `${text}.${toBase64Url(createSign('sha256').update(text).sign(privateKey))}`;
}
const signedOf = (changes: JsonObject = {}) =>
  assertion({
    id: 'urn:uuid:7d3a3c5e-3f3d-4d4c-8f5e-2b8e6f7a9c10',
    verification: { type: 'signed', creator: `${SITE}/key` },
    ...changes,
  });

const check = (file: JsonObject | string, loadLinked: VerificationDependencies['loadLinked'], more = {}) =>
  verifyBadge(utf8(typeof file === 'string' ? file : JSON.stringify(file)), world({ loadLinked, ...more }));
const stateOf = ({ checks }: BadgeVerification, name: string) => checks.find((each) => each.name === name);

describe('a badge of Open Badges 2.0', () => {
  const all = [assertion(), badgeClass, issuer, key, revoked];

  it('that stands on its issuer’s site is genuine, and reads in the words of 3.0', async () => {
    const found = await check(assertion(), site(all).loadLinked);
    expect([found.verdict, stateOf(found, 'signature')?.key, stateOf(found, 'issuer')?.key]).toEqual([
      'genuine-and-current',
      'hostedOk',
      'issuerSite',
    ]);
    expect(found.document).toMatchObject({
      issuer: { id: `${SITE}/issuer`, name: 'Guild of Fitters' },
      credentialSubject: { achievement: { name: 'Valve maintenance', alignment: [{ targetCode: 'M1' }] } },
    });
  });

  it('that is a token is genuine when the key in its issuer’s profile signed it', async () => {
    const found = await check(signed(signedOf()), site(all).loadLinked);
    expect([found.verdict, stateOf(found, 'signature')?.key]).toEqual(['genuine-and-current', 'signatureOk']);
  });

  it.each<[string, () => Promise<BadgeVerification>, string, string]>([
    [
      'whose words were changed',
      () => check(assertion({ issuedOn: '2020-01-01' }), site(all).loadLinked),
      'broken',
      'hostedDiffers',
    ],
    [
      'given to somebody else',
      () =>
        check(
          assertion({ recipient: { type: 'email', hashed: false, identity: 'me@x.example' } }),
          site(all).loadLinked,
        ),
      'broken',
      'hostedDiffers',
    ],
    ['whose site is silent', () => check(assertion(), site([]).loadLinked), 'could-not-check', 'hostedUnreachable'],
    ['in a place without network', () => check(assertion(), undefined), 'could-not-check', 'hostedUnreachable'],
    [
      'that its site calls withdrawn',
      () =>
        check(
          assertion(),
          site(all, {
            [`${SITE}/badges/7`]: {
              '@context': V2,
              id: `${SITE}/badges/7`,
              type: 'Assertion',
              revoked: true,
              revocationReason: 'Given in error',
            },
          }).loadLinked,
        ),
      'revoked',
      'statusRevoked',
    ],
    [
      'that stands on somebody else’s site',
      () => {
        const elsewhere = assertion({ id: 'https://forger.example/1' });
        return check(elsewhere, site([...all, elsewhere]).loadLinked);
      },
      'broken',
      'hostedElsewhere',
    ],
    [
      'whose class answers for another address',
      () =>
        check(
          assertion(),
          site([assertion(), issuer], { [`${SITE}/classes/3`]: { ...badgeClass, id: 'https://other.example/3' } })
            .loadLinked,
        ),
      'could-not-check',
      'hostedParts',
    ],
    [
      'that says signed and comes without its token',
      () => check(signedOf(), site(all).loadLinked),
      'broken',
      'signatureMissing',
    ],
    [
      'signed by another key',
      () => check(`${signed(signedOf()).slice(0, -8)}AAAAAAAA`, site(all).loadLinked),
      'broken',
      'signatureWrong',
    ],
    [
      'signed by a key that the profile does not name',
      () => check(signed(signedOf()), site([...all, { ...issuer, publicKey: `${SITE}/other` }]).loadLinked),
      'broken',
      'issuerKeyRefused',
    ],
    [
      'not signed at all',
      () => check(`${signed(signedOf(), { alg: 'none' }).split('.').slice(0, 2).join('.')}.AAAA`, site(all).loadLinked),
      'could-not-check',
      'signatureUnsupported',
    ],
    [
      'on its issuer’s list of withdrawn ones',
      () =>
        check(
          signed(signedOf()),
          site([...all, { ...revoked, revokedAssertions: [{ id: signedOf().id, revocationReason: 'Cheated' }] }])
            .loadLinked,
        ),
      'revoked',
      'statusRevoked',
    ],
    [
      'whose list does not answer',
      () => check(signed(signedOf()), site([badgeClass, issuer, key]).loadLinked),
      'could-not-check',
      'statusUnreachable',
    ],
    [
      'past its day',
      () => {
        const old = assertion({ expires: '2026-04-01T00:00:00Z' });
        return check(old, site([...all, old]).loadLinked);
      },
      'expired',
      'datesEnded',
    ],
    [
      'of an older edition',
      () => check(assertion({ '@context': 'https://w3id.org/openbadges/v1' }), site(all).loadLinked),
      'broken',
      'assertionOlder',
    ],
    [
      'of another kind',
      () => check({ '@context': V2, type: 'BadgeClass', id: `${SITE}/classes/3` }, site(all).loadLinked),
      'broken',
      'assertionTypes',
    ],
    ['for nobody', () => check(assertion({ recipient: 'me' }), site(all).loadLinked), 'broken', 'structureWrong'],
    [
      'of an issuer without a name',
      () => check(assertion(), site([...all, { ...issuer, name: '' }]).loadLinked),
      'broken',
      'structureWrong',
    ],
    [
      'from nobody in the register',
      () => check(assertion(), site(all).loadLinked, { register: () => undefined }),
      'unknown-issuer',
      'issuerUnregistered',
    ],
  ])('%s', async (_what, make, verdict, sentence) => {
    const found = await make();
    expect([found.verdict, found.checks.map(({ key: each }) => each)]).toEqual([
      verdict,
      expect.arrayContaining([sentence]),
    ]);
  });

  it('in an old picture is fetched from the address that the picture holds', async () => {
    const svg = (address: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="${address}"/></svg>`;
    const found = await check(svg(`${SITE}/badges/7`), site(all).loadLinked);
    expect([found.container, found.verdict]).toEqual(['svg', 'genuine-and-current']);
    const silent = await check(svg('https://127.0.0.1/1'), site(all).loadLinked);
    expect([silent.verdict, silent.checks[0]?.key]).toEqual(['broken', 'fileAddress']);
  });
});

describe('whose badge it is', () => {
  it('shows by its hashed address, however that is written, and by no other', async () => {
    const found = await check(assertion(), site([assertion(), badgeClass, issuer]).loadLinked);
    const [identity] = recipientIdentities(found.document ?? {});
    if (!identity) throw new Error('It names nobody.');
    expect(await isRecipient(identity, ' Ada@Calder.example', sha256)).toBe(true);
    expect(await isRecipient(identity, 'eve@calder.example', sha256)).toBe(false);
    expect(await isRecipient({ ...identity, value: 'md5$00' }, 'ada@calder.example', sha256)).toBeUndefined();
    expect(
      await isRecipient({ ...identity, hashed: false, value: 'ADA@calder.example' }, 'ada@calder.example', sha256),
    ).toBe(true);
  });
});

withSharedData('the published samples of 2.0', 'openbadges/samples-2.0', (folder) => {
  const sites = new Map<string, JsonObject>();
  for (const name of [
    'organization',
    'robotics-badge',
    'key1',
    'key3',
    'badge-from-organization-with-revocation-list',
    'organization-with-revocation-list',
    'revocation-list',
  ]) {
    const document = readJson(join(folder, `assets/${name}.json`));
    sites.set(document.id as string, document);
  }
  const loadLinked = async (url: string) => {
    const found = sites.get(url);
    if (!found) throw new Error('404');
    return found;
  };
  const file = (name: string) => Uint8Array.from(readFileSync(join(folder, name)));
  const basic = readJson(join(folder, 'basic-assertion.json'));

  it.each([
    ['simple-badge.png', 'genuine-and-current'],
    ['basic-assertion.json', 'genuine-and-current'],
    ['simple.jwt', 'genuine-and-current'],
    ['simple-revoked.jwt', 'revoked'],
    ['basic-assertion-invalid-context.json', 'broken'],
    ['basic-assertion-invalid-type.json', 'broken'],
  ])('%s: %s', async (name, verdict) => {
    const said = name.endsWith('.png') ? { ...basic, evidence: undefined } : basic;
    sites.set(basic.id as string, said);
    expect((await verifyBadge(file(name), world({ loadLinked }))).verdict).toBe(verdict);
  });
});
