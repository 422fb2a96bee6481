import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type Drawing, drawing, type NoPicture } from './drawing.js';
import { watched } from './watched-process.js';

const MOST = { seconds: 60, bytes: 700 * 1024 * 1024 };

/**
 * Draws one file in a process of its own: without settings and secrets, able to read its program and this one file and to
 * write into this one folder, for a minute and 700 MB at most. However it ends, the worker goes on.
 */
export async function drawApart(
  program: string,
  mediaType: string,
  file: string,
  folder: string,
  first = 1,
): Promise<Drawing> {
  const child = spawn(
    process.execPath,
    [...confined(program, file, folder), program, mediaType, file, folder, String(first)],
    {
      env: {},
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    },
  );
  const { said, killed } = await watched(child, MOST);
  if (killed) return nothing('TOO_HEAVY');
  try {
    return drawing.parse(JSON.parse(said));
  } catch {
    // It ended in the middle: whatever made it do so is in the file.
    return nothing('DAMAGED');
  }
}

const nothing = (reason: NoPicture): Drawing => ({ pages: [], pageCount: 0, activeContent: false, reason });

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
