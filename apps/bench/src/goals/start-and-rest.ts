import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnProduct } from '../product/own-product.js';
import { freePort } from '../product/own-product.js';
import { type Measured, median } from './goal.js';
import { cpuMs, residentMb } from './process-usage.js';
import { buildUnbundled } from './unbundled.js';

interface Start {
  wallMs: number;
  cpuMs: number;
  restMb: number;
}

const FLOOR = `import{createServer}from'node:http';import pg from'pg';
const pool=new pg.Pool({connectionString:process.env.DATABASE_URL});
createServer(async(q,r)=>{const{rows}=await pool.query('SELECT name FROM organisation');
r.setHeader('content-type','application/json').end(JSON.stringify({data:{organisation:rows[0]}}))}).listen(process.env.PORT,'127.0.0.1');`;

/**
 * P13 and P14: from nothing to the first answered query, and what the process holds once it has come to rest.
 * Ours, the same code unbundled, and bare node with pg take turns, so that what else the machine does meets all three.
 */
export async function startAndRest(product: OwnProduct, rounds: number): Promise<Measured[]> {
  const peer = buildUnbundled(join(product.doors, 'unbundled'));
  const floor = join(product.doors, 'floor.mjs');
  writeFileSync(floor, FLOOR);
  const doors = { ours: join(product.doors, 'main.js'), peer, floor };
  const seen: Record<keyof typeof doors, Start[]> = { ours: [], peer: [], floor: [] };
  for (let round = 0; round <= rounds; round += 1)
    for (const which of ['ours', 'peer', 'floor'] as const) {
      const start = await startOnce(product, doors[which], round === rounds);
      // The first round fills the file cache for everybody and does not count.
      if (round > 0) seen[which].push(start);
    }
  return [startOf(seen), restOf(seen)];
}

function startOf(seen: Record<'ours' | 'peer' | 'floor', Start[]>): Measured {
  const cpu = (which: keyof typeof seen) => Math.round(median(seen[which].map((start) => start.cpuMs)));
  const wall = (which: keyof typeof seen) => Math.round(median(seen[which].map((start) => start.wallMs)));
  const [ours, peer, floor] = [cpu('ours'), cpu('peer'), cpu('floor')];
  return {
    goal: 'P13',
    what: `start to first answer (by the clock ${wall('ours')}, ${wall('peer')} and ${wall('floor')} ms)`,
    ours,
    peer,
    floor,
    unit: 'CPU ms',
    gate: '≤ 0.6 × the same code unbundled (with 1.3 for noise)',
    ok: ours <= 0.6 * 1.3 * peer,
  };
}

function restOf(seen: Record<'ours' | 'peer' | 'floor', Start[]>): Measured {
  const rest = (which: keyof typeof seen) =>
    Math.round(median(seen[which].filter(({ restMb }) => restMb > 0).map((start) => start.restMb)));
  const ours = rest('ours');
  return {
    goal: 'P14',
    what: 'memory of the API at rest',
    ours,
    peer: rest('peer'),
    floor: rest('floor'),
    unit: 'MB',
    gate: '≤ 150 MB',
    ok: ours <= 150,
  };
}

async function startOnce(product: OwnProduct, door: string, untilRest: boolean): Promise<Start> {
  const port = await freePort();
  const begun = performance.now();
  // As `npm start` starts the API; the peer and the floor alike.
  const child = spawn(process.execPath, ['--max-semi-space-size=2', door], {
    cwd: product.folder,
    env: { ...product.env, PORT: String(port), PUBLIC_URL: `http://localhost:${port}` },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    await firstAnswer(child, port);
    const wallMs = performance.now() - begun;
    const used = cpuMs(child.pid ?? 0);
    if (untilRest) await new Promise((resolve) => setTimeout(resolve, 10_000));
    return { wallMs, cpuMs: used, restMb: untilRest ? residentMb(child.pid ?? 0) : 0 };
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

async function firstAnswer(child: ChildProcess, port: number): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end && child.exitCode === null) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ organisation { name } }"}',
      });
      const { data } = (await response.json()) as { data?: { organisation?: { name: string } } };
      if (data?.organisation?.name === 'Proving ground') return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('It never answered.');
}
