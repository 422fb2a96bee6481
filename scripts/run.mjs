// Install, build, database, setup, api and worker; then wait, and take it all down again in the opposite order.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startDatabase } from './database.mjs';
import { choosePort } from './ports.mjs';
import { lastLines, supervise } from './supervisor.mjs';
import { install, Problem, root, turbo } from './workspace.mjs';

const READY_WITHIN_MS = 60_000;
const dist = join(root, 'apps/api/dist');

/** Ends everything that was begun, the last first. */
const begun = [];
let ending;

export async function run(env) {
  endOnSignals();
  try {
    console.log(banner(await start(env)));
  } catch (error) {
    if (ending) return ending; // a signal in the middle of starting: what it interrupted is no news
    ending = takeDown();
    await ending;
    throw error;
  }
}

async function start(env) {
  const startedAt = Date.now();
  const dataDir = resolve(root, env.DATA_DIR || '.assay');
  await refuseSecondStart(dataDir);
  install();
  await build();

  const host = env.HOST || '127.0.0.1';
  const port = await choosePort(env.PORT || undefined, host);
  const settings = {
    ...env,
    HOST: host,
    PORT: String(port),
    PUBLIC_URL: env.PUBLIC_URL || `http://localhost:${port}`,
    DATA_DIR: dataDir,
    DEMO: env.DEMO || String(env.NODE_ENV !== 'production'),
  };
  const notes = [];
  settings.DATABASE_URL ||= await openDatabase(dataDir, notes);
  mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o700 });
  const told = await setUp(settings, dataDir);
  await startProcesses(settings, dataDir);
  writeFileSync(
    runningFile(dataDir),
    JSON.stringify({ pid: process.pid, url: settings.PUBLIC_URL, local: localAddress(settings) }),
  );
  begun.push(() => rmSync(runningFile(dataDir), { force: true }));
  if (!env.PORT && port !== 4000) notes.push('Port 4000 was taken.');
  return { settings, told, notes, embedded: !env.DATABASE_URL, seconds: (Date.now() - startedAt) / 1000 };
}

// --- before ------------------------------------------------------------------------------------------------------

const runningFile = (dataDir) => join(dataDir, 'running.json');
const localAddress = ({ HOST, PORT }) =>
  `http://${HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;

async function refuseSecondStart(dataDir) {
  if (!existsSync(runningFile(dataDir))) return;
  const { pid, url, local } = JSON.parse(readFileSync(runningFile(dataDir), 'utf8'));
  // A left-over of a crash names an address where nobody answers.
  if (await answers(`${local}/healthz`)) {
    throw new Problem(
      `Assay is already running with the data in ${dataDir}: ${url} (process ${pid}).\nFor a second one set DATA_DIR to another folder.`,
    );
  }
}

async function build() {
  const { code, output } = await turbo(['build']);
  if (code === 0) return;
  throw new Problem(`${output}\nThe build failed; its output is above.`);
}

async function openDatabase(dataDir, notes) {
  const database = await startDatabase({ dataDir });
  begun.push(() => database.stop());
  notes.push(...database.notes);
  void database.ended.then(() => {
    if (!ending)
      end(
        1,
        `PostgreSQL ended unexpectedly. The end of ${join(dataDir, 'postgres.log')}:\n${lastLines(join(dataDir, 'postgres.log'))}`,
      );
  });
  return database.url;
}

/** Migrations and, in an empty demonstration, the invented organisation; its last line says what is there. */
async function setUp(settings, dataDir) {
  const log = join(dataDir, 'logs/setup.log');
  const errors = openSync(log, 'w', 0o600);
  const child = spawn(process.execPath, [join(dist, 'setup.js')], {
    cwd: root,
    env: settings,
    detached: true,
    stdio: ['ignore', 'pipe', errors, 'ipc'],
  });
  begun.push(() => child.kill('SIGTERM'));
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const code = await new Promise((done) => child.on('close', (exit, signal) => done(exit ?? signal)));
  if (code !== 0) throw new Problem(`Setting up the database failed (${code}).\n${output}${lastLines(log)}`);
  begun.pop();
  return JSON.parse(output.trimEnd().split('\n').at(-1));
}

// --- running -----------------------------------------------------------------------------------------------------

// Node keeps room for 16 MB of young objects three times over. An API that mostly waits for its database needs little of
// it: this takes some 25 MB off its memory at rest. `npm run bench` measures with the same.
const LEAN = ['--max-semi-space-size=2'];

async function startProcesses(settings, dataDir) {
  // With VERBOSE everything goes to the terminal; otherwise that stays readable and the logs keep what was said.
  const log = (name) => (settings.VERBOSE ? undefined : freshLog(join(dataDir, `logs/${name}.log`)));
  const apiLog = log('api');
  let ready = false;
  const failed = new Promise((_, fail) => {
    const give = (message) =>
      ready ? end(1, `${message}\nGiving up.`) : fail(new Problem(`${message}\nAssay did not start.`));
    const keep = (name, door, logFile, attempts, flags = []) =>
      supervise({
        name,
        command: [...flags, join(dist, door)],
        cwd: root,
        env: settings,
        logFile,
        attempts,
        onGivenUp: give,
      });
    // What fails at the very start is a setting; what fails later may pass.
    const api = keep('api', 'main.js', apiLog, () => (ready ? 5 : 2), LEAN);
    // Without it no badge is signed, but people can go on working: it is never given up.
    const worker = keep('worker', 'worker.js', log('worker'), () => Infinity);
    begun.push(() => Promise.all([api.stop(), worker.stop()]));
  });
  await Promise.race([becomesReady(settings, apiLog), failed]);
  ready = true;
  failed.catch(() => {});
}

function freshLog(file) {
  if (existsSync(file)) renameSync(file, `${file}.1`);
  return file;
}

async function becomesReady(settings, log) {
  const address = `${localAddress(settings)}/readyz`;
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until && !ending; await pause(25)) {
    if (await answers(address)) return;
  }
  throw new Problem(
    `The api was not ready within ${READY_WITHIN_MS / 1000} s (${address}).${log ? `\n${lastLines(log)}` : ''}`,
  );
}

async function answers(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

// --- the end -----------------------------------------------------------------------------------------------------

function endOnSignals() {
  let firstAt = 0;
  const onSignal = () => {
    firstAt ||= Date.now();
    // npm passes on the Ctrl-C that the terminal already sent us; one a moment later is a person who does not want to wait.
    if (Date.now() - firstAt > 1_000) process.exit(1);
    end(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  if (process.env.npm_lifecycle_event) watchParent(process.ppid);
}

/** Killing npm outright (`kill -9`) must not leave the script that it ran behind. npm runs us through a shell, or directly. */
function watchParent(shellOrNpm) {
  const { command, parent: npm } = describe(shellOrNpm);
  const throughShell = /^(sh|bash|dash|zsh)$/.test(command);
  const orphaned = () => process.ppid !== shellOrNpm || (throughShell && describe(shellOrNpm).parent !== npm);
  setInterval(() => orphaned() && end(0), 1_000).unref();
}

function describe(pid) {
  if (process.platform === 'linux') {
    const [, command, parent] = /\((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { command, parent };
  }
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  const [parent, command = ''] = stdout.trim().split(/\s+/);
  return { command: basename(command).replace(/^-/, ''), parent };
}

function end(code, message) {
  ending ??= (async () => {
    if (message) process.stderr.write(`\n${message}\n`);
    else if (begun.length > 0) console.log('\nStopping ...');
    await takeDown();
    process.exit(code);
  })();
}

async function takeDown() {
  for (const stop of begun.splice(0).reverse()) await stop();
}

// --- words -------------------------------------------------------------------------------------------------------

function banner({ settings, told, notes, embedded, seconds }) {
  const here = relative(process.cwd(), settings.DATA_DIR);
  const data = here.startsWith('..') ? settings.DATA_DIR : here || '.';
  const width = Math.max(0, ...told.people.map(({ name, role }) => `${name}, ${role}`.length));
  const people = told.people.map(({ name, role, note }) =>
    `${`${name}, ${role}`.padEnd(width)}  ${note ?? ''}`.trimEnd(),
  );
  const lines = [
    '',
    `Assay is ready (${seconds.toFixed(1)} s).`,
    '',
    `  Address     ${settings.PUBLIC_URL}`,
    ...(told.organisation
      ? [`  For         ${told.organisation}${told.demo ? ' (a demonstration: its people are invented)' : ''}`]
      : []),
    ...people.map((person, index) => `  ${index === 0 ? 'Sign in as' : '          '}  ${person}`),
    ...(told.setupLink
      ? [
          `  Set up      ${told.setupLink}`,
          '              (once, within 24 hours: whoever opens it is the administrator)',
        ]
      : []),
    `  Data        ${data} (${embedded ? 'database, ' : ''}files, keys; logs in ${join(data, 'logs')})`,
    ...notes.map((note, index) => `  ${index === 0 ? 'Note      ' : '          '}  ${note}`),
    '  Stop        Ctrl-C',
    '',
  ];
  return lines.join('\n');
}
