import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Product, startProduct } from './product.js';

const root = join(__dirname, '..', '..');
const api = process.env.API_DIST ?? join(root, 'apps/api/dist');

/** Enough that one person leads more people than a map shows, and others 12 and 156. */
const PEOPLE = ['--people', '2050', '--credentials', '10250', '--signed', '0'];

/** A generated organisation, running. */
export interface Scale {
  readonly url: string;
  /** Whom the generator suggests, in its order. */
  readonly personas: readonly Persona[];
  stop(): Promise<void>;
}

export interface Persona {
  readonly personId: string;
  readonly displayName: string;
  readonly role: string;
  readonly note: string | null;
}

/** One of its own, small and filled now; or the one that runs at `SCALE_URL`, of whatever size. */
export async function scaleOrganisation(): Promise<Scale> {
  const given = process.env.SCALE_URL;
  if (given) return { url: given, personas: await personasAt(given), stop: async () => {} };
  const product = await startProduct();
  try {
    await seed(product);
    return { url: product.url, personas: await personasAt(product.url), stop: () => product.stop() };
  } catch (error) {
    await product.stop();
    throw error;
  }
}

async function personasAt(url: string): Promise<Persona[]> {
  return (await (await fetch(`${url}/auth/demo/people`)).json()) as Persona[];
}

async function seed({ url, dataDir, databaseUrl }: Product): Promise<void> {
  const command = spawn(process.execPath, [join(api, 'assay.js'), 'seed', 'scale', ...PEOPLE], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PUBLIC_URL: url, DEMO: 'true' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((ended) => command.once('close', ended));
  if (code !== 0) throw new Error(`Nothing was generated: the command ended with ${String(code)}.`);
}
