import {
  asList,
  buildDidDocument,
  buildOpenBadge,
  didDocumentUrl,
  didWebOf,
  findAssertionKey,
  isObject,
  keyId,
  proseProblems,
  structureProblems,
} from '../src/index.js';
import { aPlan, ISSUER, MULTIKEY } from './support.js';

describe('a plan becomes a badge', () => {
  it('gives the same document for the same plan', () => {
    expect(JSON.stringify(buildOpenBadge(aPlan()))).toBe(JSON.stringify(buildOpenBadge(structuredClone(aPlan()))));
  });

  it('is well-formed, with and without its optional parts', () => {
    const bare = aPlan({ evidence: [], criteria: [], validUntil: undefined, status: undefined });
    for (const plan of [aPlan(), bare])
      expect([...structureProblems(buildOpenBadge(plan)), ...proseProblems(buildOpenBadge(plan))]).toEqual([]);
    expect(JSON.stringify(buildOpenBadge(bare))).not.toMatch(/null|\[\]/);
  });

  it('says that it was earned by prior learning where it was, and nothing of it elsewhere', () => {
    const marking = { assessors: 1, doubleMarked: false };
    const said = (plan: ReturnType<typeof aPlan>) => {
      const subject = buildOpenBadge(plan).credentialSubject;
      return isObject(subject) ? subject.narrative : undefined;
    };
    expect(said(aPlan({ marking: { ...marking, route: 'PRIOR_LEARNING' } }))).toContain(
      'of evidence. Earned by recognition of prior learning.',
    );
    expect(said(aPlan({ marking }))).not.toContain('prior learning');
  });

  it('says which level was reached on every criterion and on the scale', () => {
    const subject = buildOpenBadge(aPlan()).credentialSubject;
    const results = isObject(subject) ? asList(subject.result) : [];
    expect(results.map((result) => isObject(result) && (result.value ?? result.achievedLevel))).toEqual([
      '3 Practitioner',
      'https://badges.calder.example/achievements/01938f3c#criterion-contract-l3',
      'https://badges.calder.example/achievements/01938f3c#criterion-failure-l3',
    ]);
  });

  it('names every skill, and what the European descriptors say, where there is something to say', () => {
    const { achievement } = aPlan();
    const second = { name: 'Facilitation, level 2 Working', url: 'https://skills.example/f', type: 'ext:Skill' };
    const descriptors = [
      { element: 'Participation', name: 'Form of participation', value: 'on site', description: 'In Utrecht.' },
    ];
    const badge = buildOpenBadge(
      aPlan({ achievement: { ...achievement, alignments: [...achievement.alignments, second], descriptors } }),
    );
    expect(structureProblems(badge)).toEqual([]);
    expect(badge).toMatchObject({
      credentialSubject: {
        achievement: {
          alignment: [
            { targetName: 'Systems integration' },
            { targetName: 'Facilitation, level 2 Working' },
            { targetName: 'EQF level 6' },
            {
              targetName: 'Form of participation: on site',
              targetDescription: 'In Utrecht.',
              targetUrl: `${achievement.id}#Participation`,
              targetType: 'ext:EUParticipation',
            },
          ],
        },
      },
    });
    // What was planned before there were descriptors gives the bytes that it gave.
    expect(JSON.stringify(buildOpenBadge(aPlan()))).not.toContain('ext:EUP');
  });

  it('names the person, and holds no mail address and no title of evidence', () => {
    const text = JSON.stringify(buildOpenBadge(aPlan()));
    expect(text).toContain('"identityHash":"Amara Okafor","identityType":"name"');
    expect(text).not.toContain('@calder');
    expect(text).toContain('digestMultibase');
  });

  it('says in every place a wallet shows that it is only a demonstration', () => {
    const badge = buildOpenBadge(aPlan({ demonstration: 'Made on a demonstration system.' }));
    expect(badge.name).toBe('Demonstration: Systems integration, level 3');
    expect(badge.description).toMatch(/^Made on a demonstration system\./);
    expect(isObject(badge.issuer) && badge.issuer.description).toBe('Made on a demonstration system.');
  });

  it('refuses a plan whose marks do not fit its rubric', () => {
    const criteria = aPlan().criteria.map((criterion) => ({ ...criterion, achievedLevel: 9 }));
    expect(() => buildOpenBadge(aPlan({ criteria }))).toThrow('has no level 9');
  });
});

describe('an issuer’s identity on the web', () => {
  it.each([
    [
      'https://badges.calder.example',
      'did:web:badges.calder.example',
      'https://badges.calder.example/.well-known/did.json',
    ],
    ['http://localhost:4000', 'did:web:localhost%3A4000', 'http://localhost:4000/.well-known/did.json'],
    ['https://calder.example/assay/', 'did:web:calder.example:assay', 'https://calder.example/assay/did.json'],
  ])('%s', (url, did, document) => {
    expect(didWebOf(url)).toBe(did);
    expect(didDocumentUrl(did)).toBe(document);
  });

  it.each([
    'did:web:',
    'did:key:z6Mk',
    'did:web:a.example/evil',
    'did:web:a.example%3A80%2Fevil',
    'did:web:user%40a.example',
    'did:web:a.example::b',
  ])('finds no document for %s', (did) => expect(didDocumentUrl(did)).toBeUndefined());

  it('publishes a key for tokens in both forms, and withdraws both', () => {
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: 'fyNYMN0976ci7xqiSdag3buk-ZCwgXU4kz9XNkBlNUI',
      y: 'hW2ojTNfH7Jbi8--CJUo3OCbH3y5n91g-IMA9MLMbTU',
    };
    const document = buildDidDocument(ISSUER, [{ multikey: 'thumbprint', jwk, revoked: '2026-12-20T00:00:00Z' }]);
    // The key that the specification of did:key shows.
    const multikey = 'zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169';
    expect(document.assertionMethod).toEqual([keyId(ISSUER, 'thumbprint'), keyId(ISSUER, multikey)]);
    expect(document.verificationMethod).toMatchObject([
      { type: 'JsonWebKey', publicKeyJwk: jwk, revoked: '2026-12-20T00:00:00Z' },
      { type: 'Multikey', publicKeyMultibase: multikey, revoked: '2026-12-20T00:00:00Z' },
    ]);
  });

  it('finds only keys of the issuer that may sign credentials', () => {
    const document = buildDidDocument(ISSUER, [{ multikey: MULTIKEY }]);
    const id = keyId(ISSUER, MULTIKEY);
    expect(findAssertionKey(document, ISSUER, id).found).toBe(true);
    expect(findAssertionKey({ ...document, assertionMethod: [] }, ISSUER, id).found).toBe(false);
    expect(findAssertionKey(document, 'did:web:other.example', id).found).toBe(false);
  });
});
