// Bundles each door of the API into one file of its own.
//
// esbuild joins, SWC compiles our TypeScript: NestJS injects by the types that decorators record, and only SWC records
// them. One whole file per door starts in half the time of a tree of modules, and a door cannot pull in another's code.
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';

const DOORS = ['main', 'worker', 'preview', 'typeset', 'workbook', 'setup', 'schema', 'assay'];
const quiet = process.argv.includes('--quiet');

// Optional parts of our libraries that we do not use. Each is named: a pattern would hide what is really missing.
const NOT_USED = [
  '@apollo/subgraph',
  '@apollo/subgraph/*',
  '@fastify/multipart',
  '@fastify/view',
  '@mercuriusjs/federation',
  '@mercuriusjs/gateway',
  '@nestjs/microservices',
  '@nestjs/microservices/*',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  '@nestjs/websockets/*',
  'class-transformer',
  'class-transformer/*',
  'class-validator',
  'pg-native',
  'ts-morph',
];

// Native or WebAssembly: they are found beside the product when it runs, by the one door that needs them.
const OF_THIS_MACHINE = ['sharp', '@hyzyla/pdfium', '@myriaddreamin/typst-ts-node-compiler'];

const swc = {
  name: 'swc',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        swcrc: false,
        configFile: false,
        sourceMaps: quiet ? false : 'inline',
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

// Each import of a module written as CommonJS gets its own copy of all its names, as getters: sixty copies of GraphQL's two
// hundred. Its own ES modules are joined by name instead. All must take the same ones, since GraphQL compares classes.
const graphqlOnce = {
  name: 'graphql once',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^graphql(\/|$)/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === 'found') return undefined;
      const found = await resolve(path, { importer, resolveDir, kind, pluginData: 'found' });
      return { ...found, path: found.path.replace(/\.js$/, '.mjs') };
    });
  },
};

// It looks for names of an older TypeORM by loading the whole library a second time, from the disk.
const typeormOnce = {
  name: 'typeorm once',
  setup({ onLoad }) {
    onLoad({ filter: /@nestjs\/typeorm\/dist\/common\/typeorm-compat\.js$/ }, () => ({
      contents: 'export const Connection = undefined, AbstractRepository = undefined;',
    }));
  },
};

// `--only DOOR FOLDER` builds that one somewhere else, for tests.
const only = process.argv.includes('--only') ? process.argv.slice(process.argv.indexOf('--only') + 1) : null;
const doors = only ? [only[0]] : DOORS.filter((door) => existsSync(`src/${door}.ts`));
if (!only) await rm('dist', { recursive: true, force: true });
const result = await build({
  entryPoints: doors.map((door) => `src/${door}.ts`),
  outdir: only?.[1] ?? 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  conditions: ['@assay/source'],
  external: [...NOT_USED, ...OF_THIS_MACHINE],
  // Libraries look for mistakes of their developers otherwise; GraphQL's look at every value takes longest.
  define: { 'process.env.NODE_ENV': '"production"' },
  keepNames: true,
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  logLevel: 'warning',
  loader: { '.sql': 'text', '.css': 'text', '.svg': 'text', '.html': 'text' },
  // Libraries written as CommonJS expect these three.
  banner: {
    js: "import{createRequire as __assayRequire}from'node:module';import{fileURLToPath as __assayPath}from'node:url';import{dirname as __assayDirectory}from'node:path';const require=__assayRequire(import.meta.url),__filename=__assayPath(import.meta.url),__dirname=__assayDirectory(__filename);",
  },
  plugins: [swc, graphqlOnce, typeormOnce],
});

// Names are kept for classes, which entities and types of GraphQL are called by. Functions would each be given theirs whenever
// they are made, in every request anew, and be held in a form that takes a few hundred bytes: theirs are for stack traces, where V8
// finds them by itself.
const NAMES = '__name=(target,value)=>__defProp(target,"name",{value,configurable:!0})';
const LEAN_NAMES =
  '__nameClass=(target,value)=>__defProp(target,"name",{value,configurable:!0}),__name=(target,value)=>typeof target!="function"||target.name===""||target.name===value?target:__nameClass(target,value)';

// esbuild leaves letters beyond Latin-1 in regular expressions as they are. With one of them Node holds the whole file in
// two bytes a letter: 15 MB more in each process.
for (const file of Object.keys(result.metafile.outputs).filter((name) => name.endsWith('.js'))) {
  const text = await readFile(file, 'utf8');
  if (text.includes('__name(') && !text.includes(NAMES)) throw new Error(`${file} names its functions otherwise.`);
  const lean = text.replace(NAMES, () => LEAN_NAMES).replaceAll('static{__name(this,', 'static{__nameClass(this,');
  const plain = lean.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (plain !== text) await writeFile(file, plain);
}

if (!quiet) {
  for (const [file, { bytes }] of Object.entries(result.metafile.outputs)) {
    console.log(`${relative('.', file).padEnd(16)} ${(bytes / 1e6).toFixed(1)} MB`);
  }
}
