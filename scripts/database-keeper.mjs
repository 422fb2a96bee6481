// Holds the embedded PostgreSQL on behalf of the process that started it.
//
// It runs in its own session, so that Ctrl-C in the terminal reaches the starter first and the database last,
// and it watches its standard input: the pipe ends however the starter dies, `kill -9` included.
import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';

const { command, args, cwd, uid, gid, logFile, remove } = JSON.parse(process.argv[2]);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.stdout.on('error', () => {}); // nobody may be left to read

const log = openSync(logFile, 'a', 0o600);
const server = spawn(command, args, {
  cwd,
  uid,
  gid,
  env: { PATH: process.env.PATH, LC_ALL: 'C' },
  stdio: ['ignore', log, log],
});

server.on('error', (error) => {
  console.log(`failed ${error.message}`);
  process.exit(1);
});
server.on('spawn', () => console.log(`started ${server.pid}`));
server.on('exit', (code, signal) => {
  if (remove) rmSync(remove, { recursive: true, force: true });
  console.log(`ended ${signal ?? code}`);
  process.exit(0);
});

process.stdin.resume();
process.stdin.on('error', stop);
process.stdin.on('close', stop);

/** SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one (recovered at the next start). */
function stop() {
  server.kill('SIGINT');
  setTimeout(() => server.kill('SIGQUIT'), 5_000).unref();
  setTimeout(() => server.kill('SIGKILL'), 8_000).unref();
}
