import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type Drawing, drawing, type NoPicture } from './drawing.js';

const MOST_SECONDS = 60;
const MOST_MEMORY = 700 * 1024 * 1024;
const MOST_SAID = 64 * 1024;
/** How often its memory is looked at. */
const LOOK_EVERY_MS = 100;

/**
 * Draws one file in a process of its own: without settings and secrets, able to read its program and this one file and to
 * write into this one folder, for a minute and 700 MB at most. However it ends, the worker goes on.
 */
export async function drawApart(program: string, mediaType: string, file: string, folder: string): Promise<Drawing> {
  const child = spawn(process.execPath, [...confined(program, file, folder), program, mediaType, file, folder], {
    env: {},
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { said, killed } = await watched(child);
  if (killed) return nothing('TOO_HEAVY');
  try {
    return drawing.parse(JSON.parse(said));
  } catch {
    // It ended in the middle: whatever made it do so is in the file.
    return nothing('DAMAGED');
  }
}

const nothing = (reason: NoPicture): Drawing => ({ pages: [], pageCount: 0, activeContent: false, reason });

function watched(child: ChildProcess): Promise<{ said: string; killed: boolean }> {
  return new Promise((resolve, reject) => {
    let said = '';
    let killed = false;
    const end = () => {
      killed = true;
      child.kill('SIGKILL');
    };
    const clock = setTimeout(end, MOST_SECONDS * 1_000);
    const scale = setInterval(() => memoryOf(child.pid) > MOST_MEMORY && end(), LOOK_EVERY_MS);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.length > MOST_SAID) end();
    });
    const settle = () => {
      clearTimeout(clock);
      clearInterval(scale);
    };
    // That it cannot even be started is our fault, not the file's: the job tries again.
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('close', (code) => {
      settle();
      if (code === STARTED_WRONG) reject(new Error('The drawing program did not start.'));
      else resolve({ said, killed });
    });
  });
}

/** What Node ends with when it cannot understand its own flags or find its program. */
const STARTED_WRONG = 9;

/** Resident memory, where the system tells; elsewhere only the clock holds it. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4_096;
  } catch {
    return 0;
  }
}

function confined(program: string, file: string, folder: string): string[] {
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  const readable = [`${librariesOf(program)}/*`, `${dirname(program)}/*`, file, `${folder}/*`];
  return [
    '--max-old-space-size=256',
    permission,
    '--allow-addons',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${folder}/*`,
  ];
}

/** The folder in which the program finds its libraries. */
function librariesOf(program: string): string {
  const found = createRequire(program).resolve('sharp');
  return found.slice(0, found.lastIndexOf('/node_modules/') + '/node_modules'.length);
}
