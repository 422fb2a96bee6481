// One file that runs wherever Node does: `node assay-verify.js badge.json`.
import { chmod } from 'node:fs/promises';
import { build } from 'esbuild';

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
  // Safe mode never fetches a context, so the library's own loaders and their HTTP client can stay behind.
  alias: { '@digitalbazaar/http-client': './src/no-http-client.ts' },
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as assayRequire } from 'node:module'; const require = assayRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
