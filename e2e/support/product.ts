import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const root = join(__dirname, '..', '..');
// Another build can be named, so that building goes on while a journey runs.
const api = process.env.API_DIST ?? join(root, 'apps/api/dist');

/** The built product, running: API and worker as separate processes on a database of their own. */
export interface Product {
  url: string;
  dataDir: string;
  /** For what only time does: a journey moves dates instead of waiting. */
  databaseUrl: string;
  /** Printed by the start while no administrator came in. */
  setupLink: string | null;
  /** Ends the worker as a crash would, and starts another. */
  crashWorker(): Promise<void>;
  /** Kills what answers the browsers while somebody does this, and starts it again on the same data. */
  whileServerIsDead(act: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** Starts what `npm start` starts, on an empty organisation unless told otherwise. */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'assay-journey-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const databaseUrl = await freshDatabase();
  const settings = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: url,
    DEMO: 'true',
    DEMO_DATA: 'false',
    LOG_LEVEL: 'warn',
    PORTAL_DIR: process.env.PORTAL_DIR ?? join(root, 'apps/portal/dist'),
    PROOF_DIR: process.env.PROOF_DIR ?? join(root, 'apps/proof/dist'),
    ...env,
  };
  const door = (name: string, output: 'inherit' | 'pipe' = 'inherit'): ChildProcess =>
    spawn(process.execPath, [join(api, `${name}.js`)], {
      cwd: root,
      env: settings,
      stdio: ['ignore', output, 'inherit'],
    });
  const { setupLink } = await told(door('setup', 'pipe'));
  let server = door('main');
  let worker = door('worker');
  const stop = async () => {
    for (const child of [server, worker]) child.kill('SIGTERM');
    await Promise.all([once(server), once(worker)]);
    await rm(dataDir, { recursive: true, force: true });
  };
  // What nobody gets to hold would run on after the journeys.
  await ready(url).catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    url,
    dataDir,
    databaseUrl,
    setupLink,
    crashWorker: async () => {
      worker.kill('SIGKILL');
      await once(worker);
      worker = door('worker');
    },
    whileServerIsDead: async (act) => {
      server.kill('SIGKILL');
      await once(server);
      await act();
      server = door('main');
      await ready(url);
    },
    stop,
  };
}

function once(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** What the set-up says in its last line. */
async function told(setup: ChildProcess): Promise<{ setupLink: string | null }> {
  let output = '';
  setup.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((closed) => setup.once('close', closed));
  if (setup.exitCode !== 0) throw new Error(`The set-up ended with ${setup.exitCode}.\n${output}`);
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as { setupLink: string | null };
}

async function ready(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The product did not become ready within 20 seconds.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function freshDatabase(): Promise<string> {
  const admin = process.env.TEST_DATABASE_URL;
  if (!admin) throw new Error('TEST_DATABASE_URL is not set; run jest through its global set-up.');
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  const name = `journey_${process.pid}_${Date.now()}`;
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.toString();
}
