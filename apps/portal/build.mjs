// Builds the portal into dist/: types of the schema, then the pages, then a look at what a first visit loads.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildSchema, getNamedType, isAbstractType, isObjectType } from 'graphql';
import { build } from 'vite';
import { documentsOf, writeManifest } from './documents.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const MOST_KB = 300;

writeTypesForTheCache();
if (!process.argv.includes('--types')) {
  generateTypes();
  const documents = await documentsOf(here);
  const ids = Object.fromEntries(documents.map(({ name, id }) => [name, id]));
  await build({ root: here, logLevel: 'warn', define: { DOCUMENT_IDS: JSON.stringify(ids) } });
  writeManifest(join(here, 'dist'), documents);
  compress();
  weighFirstLoad();
}

/** Apollo must know which types are refusals, and which fields are lists that come page by page; the schema says so. */
function writeTypesForTheCache() {
  const schema = buildSchema(readFileSync(join(here, '../api/schema.graphql'), 'utf8'));
  const types = Object.values(schema.getTypeMap()).sort((a, b) => a.name.localeCompare(b.name));
  const possible = types
    .filter((type) => isAbstractType(type))
    .map((type) => [type.name, namesOf(schema.getPossibleTypes(type))]);
  writeWhenChanged('possible-types.json', Object.fromEntries(possible));
  const paged = types
    .filter((type) => isObjectType(type))
    .map((type) => [
      type.name,
      namesOf(Object.values(type.getFields()).filter((field) => comesInPages(schema, field))),
    ]);
  writeWhenChanged('paged-fields.json', Object.fromEntries(paged.filter(([, fields]) => fields.length > 0)));
}

function namesOf(all) {
  return all.map(({ name }) => name).sort();
}

function comesInPages(schema, { type, args }) {
  const named = getNamedType(type);
  const answers = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
  const isList = (each) => isObjectType(each) && 'edges' in each.getFields() && 'pageInfo' in each.getFields();
  return args.some(({ name }) => name === 'after') && answers.some(isList);
}

function writeWhenChanged(name, content) {
  const path = join(here, 'src/config', name);
  const text = `${JSON.stringify(content, null, 2)}\n`;
  if (!existsSync(path) || JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))) !== JSON.stringify(content))
    writeFileSync(path, text);
}

function generateTypes() {
  const tool = fileURLToPath(import.meta.resolve('gql.tada/package.json')).replace(/package\.json$/, 'bin/cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, 'generate-output'], {
    cwd: here,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`gql-tada failed:\n${stdout}${stderr}`);
}

/** The API serves these beside the files, so that it never compresses at work. */
function compress() {
  const assets = join(here, 'dist/assets');
  for (const name of readdirSync(assets)) {
    if (!/\.(js|css|svg|mjs)$/.test(name)) continue;
    const bytes = readFileSync(join(assets, name));
    writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    writeFileSync(
      join(assets, `${name}.br`),
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    );
  }
}

/** The entry and all it imports at once, scripts and styles. */
function weighFirstLoad() {
  const manifest = JSON.parse(readFileSync(join(here, 'dist/.vite/manifest.json'), 'utf8'));
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const next of chunk.imports ?? []) visit(next);
  };
  visit('index.html');
  const kb = (kind) =>
    [...files]
      .filter((file) => file.endsWith(kind))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(here, 'dist', file))).length, 0) / 1024;
  const [js, css] = [kb('.js'), kb('.css')];
  console.log(
    `portal first load, gzip: ${js.toFixed(0)} kB js + ${css.toFixed(0)} kB css = ${(js + css).toFixed(0)} of ${MOST_KB} kB`,
  );
  if (js + css > MOST_KB) throw new Error('The first load is too heavy: split a route or a library off.');
}
