import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CredentialsService } from '../src/features/credentials/credentials.service.js';
import { Config } from '../src/platform/config/config.js';
import { newId } from '../src/platform/database/id.js';
import { publishAnAchievement } from './support/an-achievement.js';
import { eventually, startApi, type TestApi } from './support/api.js';

const AWARDS = 120;
const KILLS = 4;
const WORKER = join(__dirname, '../dist/worker.js');

describe('a worker that is killed while it issues', () => {
  let api: TestApi;
  let worker: ChildProcess | undefined;

  const issued = async () =>
    (await api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM award WHERE state = 'ISSUED'`))[0]?.n ?? 0;

  /** The built worker in a process of its own, as it runs in earnest. */
  const startWorker = () => {
    const { dataDir, publicUrl } = api.app.get(Config);
    const env = {
      NODE_ENV: 'test',
      DATABASE_URL: api.databaseUrl,
      DATA_DIR: dataDir,
      PUBLIC_URL: publicUrl,
      LOG_LEVEL: 'silent',
    };
    worker = spawn(process.execPath, [WORKER], { env, stdio: 'ignore' });
  };

  beforeAll(async () => {
    if (!existsSync(WORKER)) throw new Error('The worker is not built: run `npm run build` first.');
    api = await startApi();
  });
  afterAll(async () => {
    worker?.kill('SIGKILL');
    await api.close();
  });

  it('loses no credential and makes none twice', async () => {
    const { personId, versionId } = await api.asSystem((system) => publishAnAchievement(system, 'Connecting systems'));
    await api.asSystem(async (system) => {
      const result = { awardedOn: system.now, results: [], evidence: [], assessorCount: 1 };
      const about = { personId, achievementVersionId: versionId, basis: 'DECISION', ...result } as const;
      for (let nth = 0; nth < AWARDS; nth++)
        await api.app.get(CredentialsService).award(system, { ...about, basisId: newId() });
    });
    for (let kill = 0; kill < KILLS; kill++) {
      const before = await issued();
      startWorker();
      await eventually(issued, (now) => now > before + 5, 60_000);
      worker?.kill('SIGKILL');
    }
    expect(await issued()).toBeLessThan(AWARDS);
    startWorker();
    await eventually(issued, (now) => now === AWARDS, 90_000);
    const [counts] = await api.sql<object>(
      `SELECT count(*)::int AS credentials, count(DISTINCT award_id)::int AS awards, count(DISTINCT digest)::int AS documents FROM credential`,
    );
    expect(counts).toEqual({ credentials: AWARDS, awards: AWARDS, documents: AWARDS });
  }, 180_000);
});
