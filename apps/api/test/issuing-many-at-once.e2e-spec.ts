import { createHash } from 'node:crypto';
import { CredentialsService } from '../src/features/credentials/credentials.service.js';
import { IssuanceService } from '../src/features/credentials/issuance.service.js';
import { SigningService } from '../src/features/credentials/signing.service.js';
import { buildOpenBadge, type IssuancePlan, keyId } from '@assay/credential';
import { newId } from '../src/platform/database/id.js';
import { publishAnAchievement } from './support/an-achievement.js';
import { startApi, type TestApi } from './support/api.js';

const MANY = 60;

describe('issuing many at once', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('signs and stores each of them once, letter for letter as the library would', async () => {
    const ids = await award(MANY);
    await api.asSystem((system) => api.app.get(IssuanceService).issue(system, ids));
    const [counts] = await api.sql<object>(
      'SELECT count(*)::int AS n, count(DISTINCT award_id)::int AS awards, count(DISTINCT document)::int AS documents FROM credential',
    );
    expect(counts).toEqual({ n: MANY, awards: MANY, documents: MANY });

    const stored = await api.sql<{
      plan: Omit<IssuancePlan, 'verificationMethod'>;
      key: string;
      document: string;
      digest: string;
    }>('SELECT plan, proof_key AS key, document, digest FROM credential JOIN award ON award.id = award_id');
    const signing = api.app.get(SigningService);
    for (const { plan, key, document, digest } of stored) {
      const whole = { ...plan, verificationMethod: keyId(plan.issuer.did, key) };
      expect(await signing.sign(buildOpenBadge(whole), whole.verificationMethod, plan.validFrom)).toBe(document);
      expect(createHash('sha256').update(document).digest('hex')).toBe(digest);
    }
  }, 60_000);

  async function award(many: number): Promise<string[]> {
    const about = await api.asSystem((system) => publishAnAchievement(system, 'Connecting systems'));
    const requests = Array.from({ length: many }, (_, nth) => ({
      ...{ personId: about.personId, achievementVersionId: about.versionId, basis: 'BULK' as const, basisId: newId() },
      awardedOn: new Date(1_790_000_000_000 + nth * 1_000),
      results: [{ criterionId: 'contract', levelId: `contract-${2 + (nth % 2)}` }],
      evidence: Array.from({ length: 1 + (nth % 3) }, (_each, piece) => ({
        ...{ kind: piece % 2 ? 'LINK' : 'FILE', madeOn: '2026-06-10' },
        sha256: createHash('sha256').update(`${nth} ${piece}`).digest('hex'),
      })),
      assessorCount: 1 + (nth % 2),
    }));
    const made = await api.asSystem((system) => api.app.get(CredentialsService).awardAll(system, requests));
    return made.map(({ id }) => id);
  }
});
