// `npm run assay -- COMMAND`: what the operator of the host does without a browser.
//
// It works on DATABASE_URL or on the embedded database of DATA_DIR: the running one, or one started for the command.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runningDatabase, startDatabase } from './database.mjs';
import { giveUp, install, Problem, root, turbo } from './workspace.mjs';

await main().catch(giveUp);

async function main() {
  const words = process.argv.slice(2);
  install();
  await build();
  const dataDir = resolve(root, process.env.DATA_DIR || '.assay');
  const database = await openDatabase(dataDir, words);
  try {
    process.exitCode = await runCommand(words, {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      PUBLIC_URL: process.env.PUBLIC_URL || addressOfRunning(dataDir),
      DEMO: process.env.DEMO || String(process.env.NODE_ENV !== 'production'),
    });
  } finally {
    await database.stop();
  }
}

async function build() {
  const { code, output } = await turbo(['build'], { only: '@assay/api' });
  if (code !== 0) throw new Problem(`${output}\nThe build failed; its output is above.`);
}

/** Where there is no installation yet none is made: the command says so when it needs one. */
async function openDatabase(dataDir, words) {
  const asIs = (url) => ({ url, stop: async () => {} });
  if (process.env.DATABASE_URL) return asIs(process.env.DATABASE_URL);
  const running = runningDatabase(dataDir);
  if (running) return asIs(running);
  if (words.length === 0 || !existsSync(join(dataDir, 'postgres'))) return asIs('postgres://127.0.0.1:1/none');
  return startDatabase({ dataDir });
}

/** The address under which the product runs on this data, where it was not set but found at its start. */
function addressOfRunning(dataDir) {
  const file = join(dataDir, 'running.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).url : '';
}

function runCommand(words, env) {
  const child = spawn(process.execPath, [join(root, 'apps/api/dist/assay.js'), ...words], {
    // Names of files are as seen from where the command was typed.
    cwd: process.env.INIT_CWD || process.cwd(),
    env,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done(code ?? 1));
  });
}
