// `npm run vectors -- FILE`: compares worked numbers with what we make of their data; a list of vectors is for the agreement
// statistics of packages/rubric, a set of named groups for packages/pathway and the other rules of packages/rubric.
// One line per vector; exit 1 where one is off.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = process.argv[2];
if (!file) fail('Say which file: npm run vectors -- FILE');

let document;
try {
  document = JSON.parse(readFileSync(resolve(file), 'utf8'));
} catch (error) {
  fail(`${file} cannot be read: ${error.message}`);
}
const listed = [...(Array.isArray(document.vectors) ? document.vectors : []), ...(document.edgeCases ?? [])];
const grouped = document.vectors && !Array.isArray(document.vectors) ? document.vectors : {};
if (listed.length + Object.keys(grouped).length === 0) fail(`${file} has no vectors.`);

const folder = mkdtempSync(join(tmpdir(), 'assay-vectors-'));
const checked = [];
let apart = [];
try {
  if (listed.length > 0) {
    const { checkVector } = await load('packages/rubric/src/vectors.ts');
    checked.push(...listed.map((vector, place) => ({ ...tried(checkVector, vector, place), stretch: vector.stretch })));
  } else {
    const { checkVectors } = await load('packages/pathway/src/vectors.ts');
    const { RUBRIC_GROUPS } = await load('packages/rubric/src/vector-groups.ts');
    checked.push(...checkVectors(grouped, frameworkBeside(grouped.gapReadiness?.data), RUBRIC_GROUPS));
    apart = Object.keys(grouped).filter((name) => !checked.some(({ id }) => id === name));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const { id, compared, furthest, off, stretch } of checked) {
  const figures = `${compared} figures, furthest ${furthest.toExponential(1)}`;
  console.log(`${off.length === 0 ? 'ok ' : 'OFF'}  ${id}  ${figures}${stretch ? ', stretch' : ''}`);
  for (const each of off) console.log(`       ${each}`);
}
console.log(`${checked.filter(({ off }) => off.length === 0).length} of ${checked.length} agree.`);
if (apart.length > 0) console.log(`Not compared here: ${apart.join(', ')}.`);
process.exitCode = checked.length === 0 || checked.some(({ off }) => off.length > 0) ? 1 : 0;

async function load(source) {
  const outfile = join(folder, `${source.replaceAll('/', '-')}.mjs`);
  await build({
    entryPoints: [join(root, source)],
    ...{ outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'error' },
  });
  return import(pathToFileURL(outfile).href);
}

/** People of the cases "hold exactly" what a rung of a published framework asks; it lies beside the file's folder. */
function frameworkBeside(name) {
  const path = name && join(dirname(resolve(file)), '../frameworks', name);
  return path && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function tried(check, vector, place) {
  try {
    return check(vector);
  } catch (error) {
    return {
      id: vector?.id ?? `number ${place + 1}`,
      compared: 0,
      furthest: 0,
      off: [`cannot be computed: ${error.message}`],
    };
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
