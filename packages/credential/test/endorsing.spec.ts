import {
  buildEndorsement,
  endorsementProblems,
  type JsonObject,
  keyId,
  utf8,
  verifyBadge,
  verifyBrought,
  verifyEndorsement,
} from '../src/index.js';
import { aStatusList, ISSUER, LIST, MULTIKEY, OTHER_SEED, secure, unreachable, world } from './support.js';

const unsigned = buildEndorsement({
  id: 'urn:uuid:7b7f2c1e-0000-4000-8000-000000000001',
  about: 'urn:uuid:7b7f2c1e-0000-4000-8000-000000000002',
  issuer: { did: ISSUER, name: 'Calder Water', url: 'https://badges.calder.example' },
  ...{ endorser: 'Ana Ruiz', capacity: 'Client', words: 'The pump ran the same night.' },
  ...{ validFrom: '2026-12-04T09:00:00Z', status: { list: LIST, index: 7 }, isDemonstration: false },
});
const signed = (seed?: Uint8Array): Promise<JsonObject> => secure(unsigned, keyId(ISSUER, MULTIKEY), seed);

describe('an endorsement as a credential of its own', () => {
  it('is well formed, and says who spoke and who signed', async () => {
    expect(endorsementProblems(unsigned)).toEqual([]);
    expect(unsigned.description).toBe('Said by Ana Ruiz, Client, and recorded by Calder Water, which signed it.');
    const { verdict, checks } = await verifyEndorsement(await signed(), world());
    expect(verdict).toBe('genuine-and-current');
    expect(checks.map(({ name }) => name)).toEqual(['format', 'structure', 'signature', 'issuer', 'status', 'dates']);
  });

  it('does not hold with other words, for another credential, or signed by somebody else', async () => {
    const whole = await signed();
    const subject = whole.credentialSubject as JsonObject;
    for (const changed of [
      { ...whole, credentialSubject: { ...subject, endorsementComment: 'Better words.' } },
      { ...whole, credentialSubject: { ...subject, id: 'urn:uuid:7b7f2c1e-0000-4000-8000-000000000003' } },
      { ...whole, description: 'Said by somebody else.' },
      await signed(OTHER_SEED),
    ])
      expect((await verifyEndorsement(changed, world())).verdict).toBe('broken');
  });

  it('is withdrawn by its place in the list, and without the list is not known to stand', async () => {
    const document = await signed();
    const withdrawn = await verifyEndorsement(document, world({ loadStatusList: () => aStatusList([7]) }));
    expect(withdrawn.verdict).toBe('revoked');
    const alone = await verifyEndorsement(document, world({ loadStatusList: unreachable }));
    expect(alone.verdict).toBe('could-not-check');
  });

  it('refuses what is no endorsement, with the question that says so', async () => {
    const failing = async (document: JsonObject) =>
      (await verifyEndorsement(document, world())).checks.find(({ state }) => state === 'failed')?.name;
    expect(await failing({ ...unsigned, type: ['VerifiableCredential', 'OpenBadgeCredential'] })).toBe('structure');
    expect(await failing({ ...unsigned, credentialSubject: { type: ['EndorsementSubject'] } })).toBe('structure');
    expect(await failing({ ...unsigned, '@context': ['https://example.org/other'] })).toBe('format');
    expect((await verifyEndorsement(7, world())).verdict).toBe('broken');
  });

  it('is read when somebody brings it alone, and never passes for a badge', async () => {
    const bytes = utf8(JSON.stringify(await signed()));
    const brought = await verifyBrought(bytes, world());
    expect([brought.kind, brought.verdict, brought.checks[0]?.key]).toEqual([
      'endorsement',
      'genuine-and-current',
      'formatEndorsement',
    ]);
    const asBadge = await verifyBadge(bytes, world());
    expect([asBadge.verdict, asBadge.checks[0]?.key]).toEqual(['broken', 'formatTypes']);
    // What says that it is both is a badge, and held to what badges are held to.
    const both = {
      ...(await signed()),
      type: ['VerifiableCredential', 'EndorsementCredential', 'OpenBadgeCredential'],
    };
    expect(await verifyBrought(utf8(JSON.stringify(both)), world())).toMatchObject({
      kind: 'badge',
      verdict: 'broken',
    });
  });
});
