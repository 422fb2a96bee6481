// The promises of `npm start` about processes: nothing is left behind however it ends, and crashes are answered.
// It runs the real scripts on a small tree of its own, whose api and worker are a few lines each.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const repository = dirname(dirname(fileURLToPath(import.meta.url)));

const DYING = "if (process.send) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));";
const DOORS = {
  main: `import { createServer } from 'node:http';
    ${DYING}
    if (process.env.API_FAILS) { console.log('cannot read the moon'); process.exit(3); }
    createServer((request, response) => {
      if (request.url === '/crash') process.exit(7);
      response.end(String(process.pid));
    }).listen(Number(process.env.PORT), process.env.HOST);`,
  worker: `import { writeFileSync } from 'node:fs';
    ${DYING}
    writeFileSync(process.env.DATA_DIR + '/worker.pid', String(process.pid));
    setInterval(() => {}, 1000);`,
  setup: `console.log(JSON.stringify({ organisation: 'Dummy', demo: true, people: [{ name: 'Ada', role: 'HR', note: 'designs' }], created: true }));`,
};

let tree;
let port;

before(async () => {
  tree = mkdtempSync(join(tmpdir(), 'assay-start-'));
  cpSync(join(repository, 'scripts'), join(tree, 'scripts'), { recursive: true });
  cpSync(join(repository, 'package-lock.json'), join(tree, 'package-lock.json'));
  symlinkSync(join(repository, 'node_modules'), join(tree, 'node_modules'));
  const dist = join(tree, 'apps/api/dist');
  mkdirSync(dist, { recursive: true });
  const manifest = { name: 'dummy', version: '1.0.0', private: true, type: 'module' };
  writeFileSync(
    join(tree, 'package.json'),
    JSON.stringify({ ...manifest, packageManager: 'npm@11.0.0', workspaces: ['apps/*'] }),
  );
  writeFileSync(join(tree, 'turbo.json'), JSON.stringify({ ui: 'stream', tasks: { build: {} } }));
  writeFileSync(
    join(tree, 'apps/api/package.json'),
    JSON.stringify({ ...manifest, name: 'api', scripts: { build: 'node --version' } }),
  );
  for (const [door, code] of Object.entries(DOORS)) writeFileSync(join(dist, `${door}.js`), code);
  port = await freePort();
});

after(() => rmSync(tree, { recursive: true, force: true }));

const ENDS = [
  ['Ctrl-C', (starter) => process.kill(-starter.pid, 'SIGINT')],
  ['SIGTERM', (starter) => starter.kill('SIGTERM')],
  ['kill -9', (starter) => starter.kill('SIGKILL')],
];
for (const [name, finish] of ENDS) {
  test(`${name} leaves nothing running`, { timeout: 60_000 }, async () => {
    const starter = await startAndRead();
    const processes = [await apiPid(), workerPid(), postgresPid()];
    assert.match(starter.output(), /Sign in as {2}Ada, HR/);
    finish(starter);
    await eventually(() => processes.every((pid) => !isAlive(pid)));
    await eventually(() => starter.exitCode !== null || starter.signalCode !== null);
  });
}

test('a crashed api and a killed worker are started again', { timeout: 60_000 }, async () => {
  const starter = await startAndRead();
  const [api, worker] = [await apiPid(), workerPid()];
  await fetch(`http://127.0.0.1:${port}/crash`).catch(() => {});
  process.kill(worker, 'SIGKILL');
  await eventually(async () => ((await apiPid()) ?? api) !== api && workerPid() !== worker);
  assert.match(starter.output(), /The api process ended \(exit code 7\); starting it again/);
  await stopped(starter);
});

test('an api that cannot start is given up, with what it said', { timeout: 60_000 }, async () => {
  const starter = start({ API_FAILS: '1' });
  await eventually(() => starter.exitCode !== null, 20_000);
  assert.equal(starter.exitCode, 1);
  assert.match(starter.output(), /ended 2 times in a row \(exit code 3\)\.\ncannot read the moon\nAssay did not start/);
});

test('a second start on the same data says that the first one runs', { timeout: 60_000 }, async () => {
  const first = await startAndRead();
  const second = start({ PORT: String(await freePort()) });
  await eventually(() => second.exitCode !== null);
  assert.equal(second.exitCode, 1);
  assert.match(second.output(), new RegExp(`already running with the data in .*: http://localhost:${port}`));
  await stopped(first);
});

// --- playing it --------------------------------------------------------------------------------------------------

function start(env = {}) {
  const { DATABASE_URL: _database, npm_lifecycle_event: _npm, ...inherited } = process.env;
  const starter = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: tree,
    env: { ...inherited, PORT: String(port), DATA_DIR: join(tree, 'data'), ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [starter.stdout, starter.stderr]) stream.on('data', (chunk) => (output += chunk));
  starter.output = () => output;
  return starter;
}

async function startAndRead() {
  const starter = start();
  await eventually(() => {
    assert.equal(starter.exitCode, null, starter.output());
    return /Ctrl-C/.test(starter.output());
  }, 40_000);
  return starter;
}

async function stopped(starter) {
  starter.kill('SIGTERM');
  await eventually(() => starter.exitCode !== null);
}

async function apiPid() {
  try {
    return Number(await (await fetch(`http://127.0.0.1:${port}/pid`)).text());
  } catch {
    return undefined;
  }
}

const workerPid = () => Number(readFileSync(join(tree, 'data/worker.pid'), 'utf8'));
const postgresPid = () => Number(readFileSync(join(tree, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0]);

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function eventually(holds, withinMs = 5_000) {
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(50)) if (await holds()) return;
  assert.fail(`did not happen within ${withinMs} ms: ${holds}`);
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => done(free));
    });
  });
}
