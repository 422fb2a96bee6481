import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import { root } from '../product/places.js';

/**
 * The peer of the bundle: the same code, file by file as SWC or tsc would leave it, with its libraries from node_modules.
 * Returns the file to start.
 */
export function buildUnbundled(folder: string): string {
  const workspaces = readdirSync(join(root, 'packages')).map(
    (name) => [name, join(root, 'packages', name, 'src')] as const,
  );
  compileFolder(join(root, 'apps/api/src'), join(folder, 'api'));
  for (const [name, source] of [...workspaces, ['proof', join(root, 'apps/proof/src')] as const]) {
    const target = join(folder, 'node_modules/@assay', name);
    compileFolder(source, join(target, 'src'));
    writeFileSync(join(target, 'package.json'), '{"type":"module","exports":"./src/index.js"}');
  }
  return join(folder, 'api/main.js');
}

function compileFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) compileFolder(source, target);
    else if (/\.d\.ts$|\.spec\.tsx?$/.test(entry.name)) continue;
    else if (entry.name.endsWith('.ts')) compileFile(source, target.replace(/\.ts$/, '.js'));
    else cpSync(source, target);
  }
}

function compileFile(source: string, target: string): void {
  const { code } = transformSync(readFileSync(source, 'utf8'), {
    filename: source,
    swcrc: false,
    configFile: false,
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
}
