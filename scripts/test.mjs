// `npm test`: everything the build server runs, in the order in which failures are cheapest. What does not build ends it;
// a test that fails does not, so that one run tells of all that is broken.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { giveUp, install, Problem, root, turbo } from './workspace.mjs';

const STEP_LIMIT_MS = 20 * 60_000;
const results = mkdtempSync(join(tmpdir(), 'assay-test-'));
const counts = { passed: 0, failed: 0 };
/** What broke, said once more at the end: a long log is often read from there. */
const broken = [];
const LINES_OF_A_FAILURE = 12;
const done = [];

const steps = [
  step('Install', async () => console.log(install() ? 'Installed.' : 'Nothing to install.')),
  step('Lint', () => program('scripts/lint.mjs')),
  step('Types', () => task('typecheck')),
  step('Build', () => task('build')),
  step('GraphQL schema', schemaIsCurrent),
  step('The two commands', () => nodeTests(['scripts/start.test.mjs'])),
  ...workspacesWithTests().map((workspace) => tests(`Tests of ${workspace}`, () => jest(workspace))),
  ...(existsSync(join(root, 'e2e/jest.config.cjs')) ? [tests('Browser journeys', browserJourneys)] : []),
];

let database;
await run().catch(giveUp);

async function run() {
  const startedAt = Date.now();
  let failure;
  for (const { name, work, othersGoOn } of steps) {
    console.log(`\n=== ${name}`);
    const stepStartedAt = Date.now();
    const failed = await work().then(() => undefined, asProblem);
    done.push({ name, seconds: (Date.now() - stepStartedAt) / 1000, failed: Boolean(failed) });
    failure ??= failed;
    if (failed && !othersGoOn) break;
  }
  await database?.stop();
  rmSync(results, { recursive: true, force: true });
  summary(failure, (Date.now() - startedAt) / 1000);
  process.exit(failure ? 1 : 0);
}

/** What is no expected "no" of ours keeps its stack, so that it can be mended. */
function asProblem(error) {
  if (!(error instanceof Problem)) console.error(error);
  return error;
}

function summary(failure, seconds) {
  console.log('\n=== Summary');
  for (const { name, seconds: took, failed } of done) {
    console.log(`${failed ? 'FAILED' : 'ok    '}  ${name.padEnd(28)} ${took.toFixed(1).padStart(6)} s`);
  }
  for (const { name } of steps.slice(done.length)) console.log(`not run ${name}`);
  console.log(`        ${'Together'.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s`);
  for (const each of broken) console.log(`\n${each}`);
  if (failure) console.log(`\n${failure.message}`);
  // A failed step without a test of its own counts as one: the last line must not look green.
  const failed = failure ? Math.max(counts.failed, 1) : counts.failed;
  console.log(`\n${counts.passed} passed, ${failed} failed`);
}

/** @param {string} name @param {() => Promise<void>} work */
function step(name, work) {
  return { name, work, othersGoOn: false };
}

/** @param {string} name @param {() => Promise<void>} work */
function tests(name, work) {
  return { name, work, othersGoOn: true };
}

// --- steps -------------------------------------------------------------------------------------------------------

async function task(name) {
  const { code, output } = await turbo([name]);
  process.stdout.write(output);
  if (code !== 0) throw new Problem(`The task "${name}" failed.`);
}

async function schemaIsCurrent() {
  const committed = join(root, 'apps/api/schema.graphql');
  const printed = spawnSync(process.execPath, ['apps/api/dist/schema.js'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (printed.status !== 0) throw new Problem(`The schema could not be printed:\n${printed.stderr}`);
  if (printed.stdout === readFileSync(committed, 'utf8')) return console.log('schema.graphql is what the code says.');
  const current = join(results, 'schema.graphql');
  writeFileSync(current, printed.stdout);
  console.log(spawnSync('diff', ['-u', committed, current], { encoding: 'utf8' }).stdout ?? '');
  throw new Problem('apps/api/schema.graphql is not what the code says. `npm run schema` writes it anew.');
}

async function nodeTests(files) {
  const { code, output } = await captured(['--test', '--test-reporter=spec', ...files]);
  console.log(output.trim());
  count(Number(/^ℹ pass (\d+)/m.exec(output)?.[1] ?? 0), Number(/^ℹ fail (\d+)/m.exec(output)?.[1] ?? 0));
  if (code !== 0) throw new Problem('A test of the scripts failed.');
}

function workspacesWithTests() {
  return ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group))
      .map((name) => `${group}/${name}`)
      .filter((workspace) => existsSync(join(root, workspace, 'jest.config.cjs'))),
  );
}

async function jest(workspace, env = {}) {
  if (workspace === 'apps/api') env.TEST_DATABASE_URL = await testDatabase();
  const report = join(results, `${workspace.replaceAll('/', '-')}.json`);
  const together = existsSync(join(root, workspace, 'jest.together.config.cjs'));
  const config = together ? ['--config', 'jest.together.config.cjs'] : [];
  const code = await inFolder(
    workspace,
    ['--ci', '--passWithNoTests', '--json', `--outputFile=${report}`, ...config],
    env,
  );
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    count(numPassedTests, numFailedTests + numRuntimeErrorTestSuites);
    broken.push(...testResults.flatMap(failures));
  }
  if (code !== 0) throw new Problem(`Tests of ${workspace} failed.`);
}

/** A failed file by the tests that broke in it, or by what kept it from running. */
function failures({ name, status, message, assertionResults }) {
  if (status !== 'failed') return [];
  const file = relative(root, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return [`${file}\n${firstLines(message)}`];
  return failed.map(({ fullName, failureMessages }) => `${file}: ${fullName}\n${firstLines(failureMessages[0])}`);
}

function firstLines(text = '') {
  return stripVTControlCharacters(text).split('\n').slice(0, LINES_OF_A_FAILURE).join('\n');
}

async function browserJourneys() {
  const { chromium } = await import('./chromium.mjs');
  await jest('e2e', { CHROMIUM_PATH: chromium(), TEST_DATABASE_URL: await testDatabase() });
}

/** One PostgreSQL for all of them, unless one was handed to us. Loaded late: its binaries come with the packages. */
async function testDatabase() {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  const { startDatabase } = await import('./database.mjs');
  database ??= await startDatabase({ ephemeral: true });
  return database.url;
}

function count(passed, failed) {
  counts.passed += passed;
  counts.failed += failed;
}

// --- running programs --------------------------------------------------------------------------------------------

async function program(file) {
  const code = await ended(
    spawn(process.execPath, [file], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], timeout: STEP_LIMIT_MS }),
  );
  if (code !== 0) throw new Problem(`${file} failed.`);
}

/** With --json jest would print the whole report on standard output; what people read comes on the other one. */
function inFolder(folder, args, env) {
  const command = [join(root, 'node_modules/jest/bin/jest.js'), ...args];
  const options = {
    cwd: join(root, folder),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: STEP_LIMIT_MS,
  };
  return ended(spawn(process.execPath, command, options));
}

async function captured(args) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: STEP_LIMIT_MS,
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  return { code: await ended(child), output };
}

function ended(child) {
  return new Promise((finish, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => finish(code ?? signal));
  });
}
