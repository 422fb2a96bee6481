// Every document that the portal can send, by the SHA-256 of its text: what a server in production takes, and nothing else.
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { Kind } from 'graphql';

/** The operations' texts as the client sends them, told by the client itself: { name, id, text } in order of name. */
export async function documentsOf(portal) {
  const sources = join(portal, 'src');
  const files = readdirSync(sources, { recursive: true })
    .filter((name) => name.endsWith('.documents.ts'))
    .sort((a, b) => a.localeCompare(b));
  const entry = [
    `import { createClient } from './lib/apollo.js';`,
    `import { Observable } from 'rxjs';`,
    `import { ApolloLink } from '@apollo/client';`,
    `import { print } from 'graphql';`,
    ...files.map((file, index) => `import * as from${index} from './${file.replace(/\.ts$/, '.js')}';`),
    `export const exported = [${files.map((_, index) => `from${index}`).join(', ')}];`,
    `export async function sent(document) {`,
    `  let text;`,
    `  const link = new ApolloLink((operation) => { text = print(operation.query); return new Observable((to) => to.error(new Error('not sent'))); });`,
    `  const client = createClient(link);`,
    `  const kind = document.definitions.find((each) => each.operation)?.operation;`,
    `  await (kind === 'mutation' ? client.mutate({ mutation: document }) : client.query({ query: document, fetchPolicy: 'network-only' })).catch(() => undefined);`,
    `  return text;`,
    `}`,
  ].join('\n');
  const outfile = join(portal, `node_modules/.cache/documents-${process.pid}.mjs`);
  await build({
    stdin: { contents: entry, resolveDir: sources, loader: 'js' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    conditions: ['@assay/source'],
    banner: { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" },
  });
  try {
    const { exported, sent } = await import(pathToFileURL(outfile).href);
    const found = new Map();
    for (const document of exported.flatMap((each) => Object.values(each))) {
      const name = operationIn(document);
      if (!name) continue;
      const text = await sent(document);
      if (!text) throw new Error(`The client sent nothing for ${name}.`);
      const known = found.get(name);
      if (known && known.text !== text) throw new Error(`Two documents of the portal are called ${name}.`);
      found.set(name, { name, id: createHash('sha256').update(text).digest('hex'), text });
    }
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** The name of the one operation in a document; null for fragments and for what is no document. */
function operationIn(value) {
  if (value?.kind !== Kind.DOCUMENT) return null;
  const operation = value.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return null;
  if (!operation.name) throw new Error('A document of the portal has no name.');
  return operation.name.value;
}

/** `documents.json`: id → text, beside the pages. */
export function writeManifest(folder, documents) {
  const manifest = Object.fromEntries(documents.map(({ id, text }) => [id, text]));
  writeFileSync(join(folder, 'documents.json'), `${JSON.stringify(manifest, null, 1)}\n`);
}
