// Keeps processes of ours running: starts them again after a crash, ends them in order, leaves none behind.
import { spawn } from 'node:child_process';
import { openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const QUICK_DEATH_MS = 10_000;
const PATIENCE_MS = 8_000;

/**
 * Keeps one process running until `stop()`.
 *
 * Crashes are answered with a growing pause. After `attempts()` deaths in a row that each came within ten seconds,
 * `onGivenUp` is called with a sentence for people and the process is left alone.
 *
 * The child has a session of its own, so that Ctrl-C reaches only us and we decide the order; it has an IPC channel,
 * whose end tells it that we died without a word.
 */
export function supervise({
  name,
  command,
  cwd,
  env,
  logFile,
  attempts,
  firstPauseMs = 500,
  longestPauseMs = 30_000,
  say = console.log,
  onGivenUp,
}) {
  let child;
  let quickDeaths = 0;
  let stopping = false;
  let over = Promise.resolve();

  function start() {
    const startedAt = Date.now();
    const output = logFile ? openSync(logFile, 'a', 0o600) : 'inherit';
    const logStart = logFile ? statSync(logFile).size : 0;
    child = spawn(process.execPath, command, { cwd, env, detached: true, stdio: ['ignore', output, output, 'ipc'] });
    over = new Promise((done) => {
      child.on('error', (error) => died(error.message));
      child.on('exit', (code, signal) => died(signal ?? `exit code ${code}`));
      async function died(how) {
        done();
        if (stopping) return;
        quickDeaths = Date.now() - startedAt < QUICK_DEATH_MS ? quickDeaths + 1 : 1;
        const lines = logFile ? lastLines(logFile, logStart) : '';
        if (quickDeaths >= attempts())
          return onGivenUp(`The ${name} process ended ${quickDeaths} times in a row (${how}).${lines && `\n${lines}`}`);
        const wait = Math.min(firstPauseMs * 2 ** (quickDeaths - 1), longestPauseMs);
        say(
          `The ${name} process ended (${how}); starting it again in ${wait / 1000} s.${logFile ? ` Its log: ${logFile}` : ''}`,
        );
        await pause(wait);
        if (!stopping) start();
      }
    });
  }

  start();
  return {
    get pid() {
      return child.pid;
    },
    /** Resolves when the process is gone: asked first, made to after eight seconds. */
    async stop() {
      stopping = true;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await over;
      clearTimeout(timer);
    },
  };
}

/** The end of what a process wrote since `from`, for the message that it died. */
export function lastLines(logFile, from = 0, count = 20) {
  const text = readFileSync(logFile).subarray(from).toString().trimEnd();
  return text.split('\n').slice(-count).join('\n');
}
