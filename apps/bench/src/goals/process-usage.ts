import { existsSync, readFileSync } from 'node:fs';

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
