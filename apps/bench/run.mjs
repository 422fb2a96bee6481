// `node run.mjs chain|bench|prove [options]`: builds that command from source, in a blink, and runs it.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const command = process.argv[2] ?? '';
const source = join(here, 'src', `${command}.ts`);
if (!/^[a-z]+$/.test(command) || !existsSync(source)) {
  console.error('Say which: chain, bench or prove.');
  process.exit(2);
}
const outfile = join(here, 'dist', `${command}.js`);
await build({
  // Afterwards is a process of its own, which `prove` starts to be killed.
  entryPoints: [source, join(here, 'src/afterwards.ts')],
  outdir: join(here, 'dist'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  alias: { '@assay/pathway': join(here, '../../packages/pathway/src/index.ts') },
  logLevel: 'warning',
});
process.argv.splice(2, 1);
await import(pathToFileURL(outfile).href);
