import { existsSync, readFileSync } from 'node:fs';
import type { OwnProduct } from '../product/own-product.js';

/** Ticks of the kernel's clock in a second; Linux has reported 100 to programs for as long as there is /proc. */
const TICKS = 100;

export const hasProc = existsSync('/proc/self/stat');

/** CPU milliseconds that a process has used, its own and the kernel's for it. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold spaces; fields are counted from behind it: utime and stime are the 12th and 13th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1_000;
}

/** Megabytes of memory that a process holds. */
export function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}

/** CPU milliseconds of the API and of every connection of the database for one time of something that is done so often. */
export async function cpuOf(product: OwnProduct, times: number, ask: () => Promise<unknown>): Promise<number> {
  const before = new Map((await product.pids()).map((pid) => [pid, cpuMs(pid)]));
  for (let each = 0; each < times; each += 1) await ask();
  // A connection that was closed meanwhile had nothing to do: pools close idle ones.
  const after = (await product.pids()).filter((pid) => before.has(pid));
  return after.reduce((sum, pid) => sum + cpuMs(pid) - (before.get(pid) ?? 0), 0) / times;
}
