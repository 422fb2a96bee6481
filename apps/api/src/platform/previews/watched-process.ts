import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

const MOST_SAID = 64 * 1024;
/** How often its memory is looked at. */
const LOOK_EVERY_MS = 100;
/** What Node ends with when it cannot understand its own flags or find its program. */
const STARTED_WRONG = 9;

/** What a process that reads people's files may take; one that takes more is ended, with all that it started. */
export interface Allowance {
  seconds: number;
  bytes: number;
}

/** Waits for the end of a process that was started as the first of a group. */
export function watched(child: ChildProcess, most: Allowance): Promise<{ said: string; killed: boolean }> {
  return new Promise((resolve, reject) => {
    let said = '';
    let killed = false;
    const end = () => {
      killed = true;
      endGroup(child);
    };
    const clock = setTimeout(end, most.seconds * 1_000);
    const scale = setInterval(() => memoryOf(child.pid) > most.bytes && end(), LOOK_EVERY_MS);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.length > MOST_SAID) end();
    });
    const settle = () => {
      clearTimeout(clock);
      clearInterval(scale);
      endGroup(child);
    };
    // That it cannot even be started is our fault, not the file's: the job tries again.
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('close', (code) => {
      settle();
      if (code === STARTED_WRONG) reject(new Error(`${child.spawnfile} did not start.`));
      else resolve({ said, killed });
    });
  });
}

/** Also what it started and left behind. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}

/** Resident memory of a process and of what it started, where the system tells; elsewhere only the clock holds it. */
function memoryOf(pid: number | string | undefined): number {
  try {
    const own = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4_096;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + memoryOf(child), own);
  } catch {
    return 0;
  }
}
