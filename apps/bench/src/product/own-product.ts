import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { root } from './places.js';

interface Database {
  url: string;
  stop(): Promise<void>;
}

/** Builds what the processes run from, so that nothing older is measured. */
export function buildAll(): void {
  const turbo = join(root, 'node_modules/turbo/bin/turbo');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [turbo, 'run', 'build', '--output-logs', 'errors-only'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
    },
  );
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
}

/**
 * An Assay of our own with an empty organisation: a PostgreSQL that keeps its promises (fsync on), the API and a worker as
 * processes that can be killed. Everything is in a temporary folder and gone afterwards.
 */
export class OwnProduct {
  private readonly processes = new Map<'api' | 'worker', ChildProcess>();

  private constructor(
    readonly baseUrl: string,
    readonly databaseUrl: string,
    readonly folder: string,
    readonly doors: string,
    readonly env: NodeJS.ProcessEnv,
    private readonly database: Database,
    private readonly pool: pg.Pool,
  ) {}

  static async start(): Promise<OwnProduct> {
    const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
    // A copy: a build that goes on meanwhile must not pull the files away. Inside the repository, where the database driver is found.
    const doors = join(root, `apps/bench/dist/product-${process.pid}`);
    cpSync(join(root, 'apps/api/dist'), doors, { recursive: true });
    const { startDatabase } = (await import(pathToFileURL(join(root, 'scripts/database.mjs')).href)) as {
      startDatabase(options: { dataDir: string }): Promise<Database>;
    };
    const database = await startDatabase({ dataDir: join(folder, 'data') });
    const port = await freePort();
    const env = {
      PATH: process.env.PATH,
      NODE_ENV: 'development',
      DATABASE_URL: database.url,
      DATA_DIR: join(folder, 'data'),
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      DEMO: 'true',
      DEMO_DATA: 'false',
      ORGANISATION_NAME: 'Proving ground',
      FIRST_ADMINISTRATOR: 'Ada Prover <ada.prover@example.org>',
      LOG_LEVEL: 'fatal',
      RATE_LIMITS: 'off',
      PORTAL_DIR: join(root, 'apps/portal/dist'),
      PROOF_DIR: join(root, 'apps/proof/dist'),
    };
    const pool = new pg.Pool({ connectionString: database.url, max: 3 });
    pool.on('error', () => undefined);
    const product = new OwnProduct(`http://localhost:${port}`, database.url, folder, doors, env, database, pool);
    try {
      await product.runOnce('setup.js');
      await product.startApi();
      return product;
    } catch (error) {
      await product.stop();
      throw error;
    }
  }

  async sql<Row extends pg.QueryResultRow>(text: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(text, parameters)).rows;
  }

  /** The processes that work for a request now: the API and every connection of the database. */
  async pids(): Promise<number[]> {
    const backends = await this.sql<{ pid: number }>(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database()',
    );
    return [this.processes.get('api')?.pid ?? 0, ...backends.map(({ pid }) => pid)].filter((pid) => pid > 0);
  }

  async startApi(): Promise<ChildProcess> {
    const api = this.spawn('api', 'main.js');
    const end = Date.now() + 60_000;
    while (!(await answers(`${this.baseUrl}/readyz`))) {
      if (api.exitCode !== null || Date.now() > end) throw new Error(`The API did not get ready.\n${this.lastWords()}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return api;
  }

  startWorker(): ChildProcess {
    return this.spawn('worker', 'worker.js');
  }

  /** Without a word, as a machine that loses power: no handler runs. */
  async kill(which: 'api' | 'worker'): Promise<void> {
    const child = this.processes.get(which);
    this.processes.delete(which);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  isRunning(which: 'api' | 'worker'): boolean {
    const child = this.processes.get(which);
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  /** Of a process that runs. */
  pid(which: 'api' | 'worker'): number {
    const pid = this.processes.get(which)?.pid;
    if (pid === undefined) throw new Error(`The ${which} does not run.`);
    return pid;
  }

  async stop(): Promise<void> {
    for (const which of ['worker', 'api'] as const) await this.kill(which);
    await this.pool.end();
    await this.database.stop();
    for (const path of [this.folder, this.doors]) rmSync(path, { recursive: true, force: true });
  }

  /** Processes end with us, however we end: the channel to them closes. */
  private spawn(which: 'api' | 'worker', door: string): ChildProcess {
    const child = spawn(process.execPath, [join(this.doors, door)], {
      cwd: this.folder,
      env: this.env,
      stdio: ['ignore', 'ignore', this.log(), 'ipc'],
    });
    this.processes.set(which, child);
    return child;
  }

  private log(): number {
    return openSync(join(this.folder, 'errors.log'), 'a');
  }

  /** The end of what the processes complained about; bundled code makes lines of any length. */
  private lastWords(): string {
    const lines = readFileSync(join(this.folder, 'errors.log'), 'utf8').trimEnd().split('\n').slice(-25);
    return lines.map((line) => line.slice(0, 200)).join('\n');
  }

  private async runOnce(door: string): Promise<void> {
    const child = spawn(process.execPath, [join(this.doors, door)], {
      cwd: this.folder,
      env: this.env,
      stdio: ['ignore', 'ignore', this.log()],
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`${door} ended with ${code}.\n${this.lastWords()}`);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
