// `npm run lint`: format, code, architecture, left-overs and the rules of this house. Runs all, then says which failed.
import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { giveUp, install, root } from './workspace.mjs';

const AT_ONCE = 2;

const tool = (path, ...args) => [join(root, 'node_modules', path), ...args];

const CHECKS = [
  {
    name: 'Format (biome)',
    command: tool('@biomejs/biome/bin/biome', 'format', '--max-diagnostics=20', '.'),
    hint: 'npm run format mends it.\n',
  },
  { name: 'Code (oxlint)', command: tool('oxlint/bin/oxlint') },
  {
    name: 'Architecture (dependency-cruiser)',
    command: tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err-long',
    ),
    onSources: true,
    hint: 'docs/ARCHITECTURE.md says what may import what.\n',
  },
  { name: 'Left-overs (knip)', command: tool('knip/bin/knip.js', '--no-progress', '--no-config-hints') },
  {
    name: 'Words (i18next-parser)',
    command: tool('i18next-parser/bin/cli.js', '--fail-on-update', '--silent'),
    folder: 'apps/portal',
    hint: 'A text is missing in a catalogue, or one is left over. The catalogues were rewritten: look for MISSING in git diff.\n',
  },
  {
    name: 'Licences of packages',
    command: ['scripts/licences.mjs'],
    hint: 'scripts/licences.mjs says under which terms a package may come in.\n',
  },
];

const NAMES_THAT_SAY_NOTHING = new Set(['utils', 'util', 'helpers', 'common', 'shared', 'misc']);

/** Where settings may be read from the environment: one place in the product, and programs run by hand. */
const MAY_READ_ENVIRONMENT = /^apps\/(api\/src\/platform\/config|api\/test|bench|verify)\//;

const FORBIDDEN_TEXT = [
  {
    pattern: /process\.env\b/,
    mayContain: MAY_READ_ENVIRONMENT,
    why: 'process.env is read in apps/api/src/platform/config only',
  },
  { pattern: /(eslint|oxlint|biome)-(disable|ignore)/, why: 'mend it, or change the rule for everybody' },
  { pattern: /\bas any\b/, why: 'name the type, or narrow unknown' },
];

process.exitCode = await lint().then((clean) => (clean ? 0 : 1), giveUp);

async function lint() {
  install();
  // The types of the portal's documents are not committed; without them its imports would not resolve.
  const portal = { cwd: join(root, 'apps/portal'), stdio: 'ignore' };
  spawnSync(process.execPath, tool('gql.tada/bin/cli.js', 'generate-output'), portal);
  const sources = sourceFolders();
  const failed = [];
  // Most of them think with one core only.
  const waiting = [...CHECKS];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      report(check.name, await problemsOf(check, sources), failed);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  report('House rules', sources.flatMap((folder) => houseRules(join(root, folder))).join('\n'), failed);
  return failed.length === 0;
}

/** What a check complains of, with how to mend it; empty where it is content. */
function problemsOf({ command, hint = '', onSources, folder = '' }, sources) {
  const args = onSources ? [...command, ...sources] : command;
  const options = { cwd: join(root, folder), maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, options, (error, stdout, stderr) =>
      // A complaint without words must not look like contentment.
      resolve(error ? `${stdout}${stderr}${hint}` || error.message : ''),
    );
    child.stdin?.end();
  });
}

function report(name, problems, failed) {
  console.log(`${problems ? 'FAILED' : 'ok    '}  ${name}`);
  if (!problems) return;
  failed.push(name);
  console.log(problems.replace(/^/gm, '        '));
}

function sourceFolders() {
  return ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(root, group)).flatMap((workspace) =>
      readdirSync(join(root, group, workspace)).includes('src') ? [`${group}/${workspace}/src`] : [],
    ),
  );
}

function houseRules(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const shown = relative(root, path).replaceAll('\\', '/');
    if (entry.isDirectory()) {
      const nameless = NAMES_THAT_SAY_NOTHING.has(entry.name) ? [`${shown}: name the folder after what is in it`] : [];
      return [...nameless, ...houseRules(path)];
    }
    if (!/\.[mc]?[jt]sx?$/.test(entry.name) || entry.name.endsWith('.d.ts')) return [];
    return [...nothingSaid(shown), ...forbiddenText(path, shown)];
  });
}

function nothingSaid(shown) {
  const inApp = shown.startsWith('apps/');
  if (NAMES_THAT_SAY_NOTHING.has(basename(shown).split('.')[0])) return [`${shown}: name the file after what is in it`];
  // Only an app's own door may be called index: anything deeper is a barrel.
  if (inApp && /^index\.tsx?$/.test(basename(shown)) && basename(dirname(shown)) !== 'src')
    return [`${shown}: no barrels in apps`];
  return [];
}

function forbiddenText(path, shown) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      FORBIDDEN_TEXT.filter(({ pattern, mayContain }) => pattern.test(line) && !mayContain?.test(shown)).map(
        ({ why }) => `${shown}:${index + 1}: ${why}`,
      ),
    );
}
