// The proof pages' few files, with a hash in every name, and a list of those names for the API.
// Prints what a visitor loads, and fails where a limit is passed: a recruiter's phone is the slowest reader we have.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';

const MOST = { checker: 100_000, firstLoad: 25_000 };
const dist = 'dist';
await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [`src/${entry}.ts`],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@assay/source'],
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  return Buffer.from(outputFiles[0].contents);
}

async function put(name, extension, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const file = `${name}-${hash}.${extension}`;
  await writeFile(join(dist, file), content);
  return { path: `/proof/assets/${file}`, bytes: gzipSync(content).length };
}

const require = createRequire(import.meta.url);
const latin = require.resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2');
const font = await put('source-serif-4', 'woff2', await readFile(latin));
const css = (await readFile('assets/proof.css', 'utf8')).replace('source-serif-4.woff2', font.path);
const { code } = await transform(css, { loader: 'css', minify: true });
const style = await put('proof', 'css', code);
const starter = await put('start', 'js', await bundle('start'));
const checker = await put('checker', 'js', await bundle('checker'));
await writeFile(
  join(dist, 'assets.json'),
  JSON.stringify({ style: style.path, starter: starter.path, checker: checker.path }),
);

// The page itself, with an inline badge, is about 8 kB packed; the API's own tests measure the real one.
const firstLoad = style.bytes + starter.bytes + 8_000;
console.log(
  `proof page: style ${style.bytes} B, script ${starter.bytes} B gzip; on click: checker ${checker.bytes} B gzip`,
);
if (checker.bytes > MOST.checker || firstLoad > MOST.firstLoad) {
  console.error(`Too large: the checker may take ${MOST.checker} B, the first load ${MOST.firstLoad} B.`);
  process.exitCode = 1;
}
