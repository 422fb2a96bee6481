// What both commands do before anything else: the right Node, installed packages, turbo.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A reason to stop that the person at the keyboard can act on; shown without a stack. */
export class Problem extends Error {}

/** Ends the process with a sentence for a person, or with the stack where the fault is ours. */
export function giveUp(error) {
  const forPeople = error instanceof Problem || error?.constructor?.name === 'DatabaseProblem';
  process.stderr.write(`\n${forPeople ? error.message : (error?.stack ?? error)}\n\n`);
  process.exit(1);
}

/** Runs npm ci when the lock file is not the one that node_modules was made from. True when it did. */
export function install() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stampFile = join(root, 'node_modules/.assay-lock');
  // Compiled packages differ by platform: a folder that was copied over from another one does not count.
  const stamp = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8').endsWith(stamp.slice(64))) {
    if (alreadyInstalled(lock)) {
      writeFileSync(stampFile, stamp);
      return false;
    }
  }
  console.log('Installing packages (the first time, and when package-lock.json has changed) ...');
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const { status, error } = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // npm skips what tests and builds need when NODE_ENV is production.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (error || status !== 0)
    throw new Problem(`npm ci failed${error ? `: ${error.message}` : ''}. Nothing was started.`);
  writeFileSync(stampFile, stamp);
  return true;
}

/** npm notes in node_modules what it installed: after somebody's `npm install` there is nothing left to do. */
function alreadyInstalled(lock) {
  const noted = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(noted)) return false;
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, { version, link, optional }]) =>
      !path.startsWith('node_modules/') ||
      link ||
      installed[path]?.version === version ||
      (optional && !installed[path]),
  );
}

/** Runs turbo tasks; resolves to the exit code and what was printed. */
export function turbo(tasks, { show = false, only } = {}) {
  const args = ['run', ...tasks, '--continue', '--output-logs', show ? 'new-only' : 'errors-only'];
  if (only) args.push('--filter', only);
  const child = spawn(process.execPath, [join(root, 'node_modules/turbo/bin/turbo'), ...args], {
    cwd: root,
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => done({ code: code ?? signal, output }));
  });
}
