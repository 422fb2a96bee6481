import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { CredentialsService } from '../src/features/credentials/credentials.service.js';
import { IssuanceService } from '../src/features/credentials/issuance.service.js';
import { SigningService } from '../src/features/credentials/signing.service.js';
import { buildOpenBadge, type IssuancePlan, keyId } from '@assay/credential';
import { newId } from '../src/platform/database/id.js';
import { publishAnAchievement } from './support/an-achievement.js';
import { startApi, type TestApi } from './support/api.js';

/** The bench asks for ten thousand. */
const MANY = Number(process.env.MANY ?? 60);
const CHUNK = 200;
/** Signed by the library as well, to be compared. */
const REFEREED = Math.min(MANY, 60);

describe('issuing many at once', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('signs and stores each of them once, letter for letter as the library would', async () => {
    const ids = await award(MANY);
    const spent = { ours: 0, database: 0 };
    for (let from = 0; from < MANY; from += CHUNK)
      await api.asSystem(async (system) => {
        const [{ pid } = { pid: 0 }] = await system.tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        const [before, database] = [process.cpuUsage(), cpuOf(pid)];
        await api.app.get(IssuanceService).issue(system, ids.slice(from, from + CHUNK));
        const { user, system: kernel } = process.cpuUsage(before);
        spent.ours += (user + kernel) / 1_000;
        spent.database += cpuOf(pid) - database;
      });
    const [counts] = await api.sql<object>(
      'SELECT count(*)::int AS n, count(DISTINCT award_id)::int AS awards, count(DISTINCT document)::int AS documents FROM credential',
    );
    expect(counts).toEqual({ n: MANY, awards: MANY, documents: MANY });

    const stored = await api.sql<{
      plan: Omit<IssuancePlan, 'verificationMethod'>;
      key: string;
      document: string;
      digest: string;
    }>('SELECT plan, proof_key AS key, document, digest FROM credential JOIN award ON award.id = award_id LIMIT $1', [
      REFEREED,
    ]);
    const signing = api.app.get(SigningService);
    const begun = process.cpuUsage();
    for (const { plan, key, document, digest } of stored) {
      const whole = { ...plan, verificationMethod: keyId(plan.issuer.did, key) };
      expect(await signing.sign(buildOpenBadge(whole), whole.verificationMethod, plan.validFrom)).toBe(document);
      expect(createHash('sha256').update(document).digest('hex')).toBe(digest);
    }
    const library = process.cpuUsage(begun);
    tell({
      issued: MANY,
      ours: (spent.ours + spent.database) / MANY,
      database: spent.database / MANY,
      library: (library.user + library.system) / 1_000 / stored.length,
      bare: bareSignature(),
    });
  }, 600_000);

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
    const ids: string[] = [];
    for (let from = 0; from < many; from += 1_000)
      await api.asSystem(async (system) => {
        const made = await api.app.get(CredentialsService).awardAll(system, requests.slice(from, from + 1_000));
        ids.push(...made.map(({ id }) => id));
      });
    return ids;
  }
});

/** CPU milliseconds of one Ed25519 signature over as many bytes as a proof signs. */
function bareSignature(): number {
  const { privateKey } = generateKeyPairSync('ed25519');
  const bytes = Buffer.alloc(64, 7);
  const before = process.cpuUsage();
  for (let nth = 0; nth < 2_000; nth++) sign(null, bytes, privateKey);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / 2_000;
}

/** CPU milliseconds that a process has used; 0 where the machine does not say. */
function cpuOf(pid: number): number {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return 0;
  const stat = readFileSync(path, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function tell(counts: Record<string, number>): void {
  if (process.env.COUNTS_FILE) appendFileSync(process.env.COUNTS_FILE, `${JSON.stringify(counts)}\n`);
}
