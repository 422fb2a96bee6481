// One file that runs wherever Node does: `node assay-verify.js badge.json`.
import { chmod } from 'node:fs/promises';
import { build } from 'esbuild';

// Contexts are part of the program and none is ever fetched, so the JSON-LD library's HTTP client stays behind.
const withoutHttpClient = {
  name: 'without-http-client',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@digitalbazaar\/http-client$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export const kyPromise = undefined;' }));
  },
};

const outfile = 'dist/assay-verify.js';
await build({
  entryPoints: ['src/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifySyntax: true,
  minifyWhitespace: true,
  conditions: ['@assay/source'],
  plugins: [withoutHttpClient],
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as assayRequire } from 'node:module'; const require = assayRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
