// `npm run vectors -- FILE`: compares worked numbers for agreement statistics with what packages/rubric makes of their data.
// One line per vector; exit 1 where one is off.
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
const vectors = [...(document.vectors ?? []), ...(document.edgeCases ?? [])];
if (!Array.isArray(document.vectors) || vectors.length === 0) fail(`${file} has no list of vectors.`);

const folder = mkdtempSync(join(tmpdir(), 'assay-vectors-'));
let off = 0;
try {
  const outfile = join(folder, 'vectors.mjs');
  await build({
    entryPoints: [join(root, 'packages/rubric/src/vectors.ts')],
    ...{ outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'error' },
  });
  const { checkVector } = await import(pathToFileURL(outfile).href);
  for (const [place, vector] of vectors.entries()) {
    const { id, compared, furthest, off: wrong } = tried(checkVector, vector, place);
    if (wrong.length > 0) off += 1;
    const figures = `${compared} figures, furthest ${furthest.toExponential(1)}`;
    console.log(`${wrong.length === 0 ? 'ok ' : 'OFF'}  ${id}  ${figures}${vector.stretch ? ', stretch' : ''}`);
    for (const each of wrong) console.log(`       ${each}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${vectors.length - off} of ${vectors.length} agree.`);
process.exitCode = off > 0 ? 1 : 0;

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
