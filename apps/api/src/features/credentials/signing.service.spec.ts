import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildJwt, buildOpenBadge, didWebOf, type JsonObject, keyId } from '@assay/credential';
import { compactVerify, importJWK, type JWK } from 'jose';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Config } from '../../platform/config/config.js';
import { type AwardedAchievement, planFor } from './issuance-plan.rules.js';
import { SigningKeysService } from './signing-keys.service.js';
import { SigningService } from './signing.service.js';

const publicUrl = 'https://badges.example.org';
const issuer = { name: 'Mill Lane Works', did: didWebOf(publicUrl), publicUrl, isDemo: false };
const levels = [1, 2, 3].map((ordinal) => ({
  id: `l${ordinal}`,
  ordinal,
  label: `Step ${ordinal}`,
  points: ordinal,
  descriptor: 'So far',
}));
const achievement = {
  ...{
    id: '0195',
    number: 1,
    name: 'Connecting systems',
    description: 'So that they keep working.',
    outcomes: ['connect'],
  },
  ...{
    validityMonths: 36,
    doubleMarked: false,
    language: 'en',
    workloadHours: 42,
    ects: 1.5,
    eqfLevel: 6,
    descriptors: [],
  },
  criteria: [{ id: 'contract', title: 'Agrees contracts', description: '', required: 2, levels }],
  skills: [
    {
      id: 's',
      code: 'SI',
      name: 'Integration',
      framework: 'Framework',
      frameworkUrl: null,
      level: { ordinal: 2, label: 'Working', scale: ['1 Aware', '2 Working'] },
    },
  ],
} satisfies AwardedAchievement;

function plannedFor(personName: string, nth: number) {
  const result = {
    ...{
      credentialId: `0195${nth}`,
      subjectId: `0196${nth}`,
      personName,
      awardedOn: new Date(1_790_000_000_000 + nth * 1_000),
    },
    results: [{ criterionId: 'contract', levelId: `l${(nth % 3) + 1}` }],
    ...{ evidence: [{ kind: 'FILE', madeOn: null, sha256: 'ab'.repeat(32) }], assessorCount: 1 },
  };
  const drawn = { salt: 'A'.repeat(43), status: { list: `${publicUrl}/status/1`, index: nth } };
  return planFor(achievement, result, issuer, drawn);
}

describe('signing by template', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'assay-keys-'));
  const signing = new SigningService(new SigningKeysService({ dataDir, publicUrl } as Config));
  const system = { now: new Date(), tx: { query: async () => [] } } as unknown as Viewer;
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('does without the library once the shape is known', async () => {
    const verificationMethod = await signing.currentKey(system);
    const library = jest.spyOn(signing, 'sign');
    await signing.signBadge({ ...plannedFor('Noor Adeyemi', 4), verificationMethod });
    expect(library).not.toHaveBeenCalled();
  });

  it.each(['Noor Adeyemi', 'Ana "Ann" O’Neill \\ 名前', 'two\nlines'])(
    'gives the same bytes as the library, for %j',
    async (name) => {
      const verificationMethod = await signing.currentKey(system);
      for (const nth of [1, 2, 3]) {
        const plan = { ...plannedFor(name, nth), verificationMethod };
        const { document } = await signing.signBadge(plan);
        expect(document.toString()).toBe(await signing.sign(buildOpenBadge(plan), verificationMethod, plan.validFrom));
      }
    },
  );

  it.each(['Noor Adeyemi', 'two\nlines'])('gives a token that is read as one, for %j', async (name) => {
    const plan = { ...plannedFor(name, 5), verificationMethod: await signing.currentKey(system) };
    const key = await signing.currentTokenKey(system);
    const badge = await signing.signBadge(plan);
    const jwk = key.jwk ?? {};
    const token = `${buildJwt(JSON.parse(badge.document.toString()) as JsonObject, jwk)}.${signing.signToken(key, plan, badge)}`;
    const { payload } = await compactVerify(token, await importJWK(jwk as JWK, 'ES256'));
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ jti: plan.credentialId, iss: issuer.did });
  });

  it('signs nothing that would not follow the standard', async () => {
    const plan = { ...plannedFor('Noor Adeyemi', 6), verificationMethod: await signing.currentKey(system) };
    const wrong = { ...plan, achievement: { ...plan.achievement, ects: -1, language: 'no language' } };
    await expect(signing.signBadge(wrong)).rejects.toThrow('would not follow');
    await expect(signing.signBadge({ ...plan, validFrom: 'yesterday' })).rejects.toThrow('would not follow');
  });

  it('signs with no key but the one that the plan asks for', async () => {
    const plan = { ...plannedFor('Noor Adeyemi', 1), verificationMethod: keyId(issuer.did, 'z6MkOther') };
    await expect(signing.signBadge(plan)).rejects.toThrow('this worker holds');
  });
});
