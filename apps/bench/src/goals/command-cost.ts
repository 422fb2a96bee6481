import { spawn } from 'node:child_process';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import type { OwnProduct } from '../product/own-product.js';
import { cpuMs } from './process-usage.js';

export interface Run {
  cpuMs: number;
  residentMb: number;
  said: string;
}

/** One command, with the CPU of its process and of the database, and the most memory it held. */
export async function run(product: OwnProduct, postmaster: number, words: string[]): Promise<Run> {
  const before = databaseCpu(postmaster);
  const child = spawn(process.execPath, [join(product.doors, 'assay.js'), ...words], {
    cwd: product.folder,
    env: product.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  let own = 0;
  let residentMb = 0;
  const look = setInterval(() => {
    try {
      own = cpuMs(child.pid ?? 0);
      const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      residentMb = Math.max(residentMb, Number(peak ?? 0) / 1_024);
    } catch {
      // It just ended; what was seen last counts.
    }
  }, 10);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(look);
  if (code !== 0) throw new Error(`assay ${words.join(' ')} ended with ${String(code)}: ${said}`);
  return { cpuMs: own + databaseCpu(postmaster) - before, residentMb, said };
}

/** COPY … FROM STDIN by the protocol itself: the bytes of the file, and nothing else done to them. */
export async function copyOf(client: pg.Client, sql: string, file: string): Promise<void> {
  await pipeline(createReadStream(file, { highWaterMark: 256 * 1024 }), client.query(from(sql)));
}

/**
 * Of the whole server: its first process, those that ended, and those that live. A connection that ends between the looks
 * would be in neither sum, and its whole work in the next measurement: then it is looked at again.
 */
export function databaseCpu(postmaster: number): number {
  for (;;) {
    const before = withEnded(postmaster).ms;
    const living = ofLiving(postmaster);
    if (withEnded(postmaster).ms === before) return before + living;
  }
}

function ofLiving(postmaster: number): number {
  let ms = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      if (withEnded(Number(name)).parent === postmaster) ms += cpuMs(Number(name));
    } catch {
      // A process that ended while it was looked at is counted with its parent.
    }
  }
  return ms;
}

/** CPU of a process with that of its ended children, and its parent. */
function withEnded(pid: number): { ms: number; parent: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { ms: [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]) * 10, 0), parent: Number(fields[1]) };
}

export async function postmasterOf(product: OwnProduct): Promise<number> {
  const [row] = await product.sql<{ file: string }>(`SELECT pg_read_file('postmaster.pid') AS file`);
  return Number(row?.file.split('\n')[0]);
}
