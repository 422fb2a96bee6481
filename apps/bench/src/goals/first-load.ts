import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../product/places.js';
import type { Measured } from './goal.js';

const KB = 1_024;
const assets = join(root, 'apps/portal/dist/assets');
const gzipped = (bytes: string | Buffer) => gzipSync(bytes, { level: 9 }).length;
const rounded = (bytes: number) => Math.round((bytes / KB) * 10) / 10;

/** Chunks that a signed-in employee's first page needs besides what the page names: see `app/routes.tsx`. */
const FIRST_ROUTE = ['home-page'];

/** P15: what a browser fetches before the employee's first page stands: script and style, gzip; fonts apart. */
export async function portalFirstLoad(): Promise<Measured> {
  const ours = rounded([...firstLoadFiles()].reduce((sum, file) => sum + gzipped(readFileSync(join(assets, file))), 0));
  return {
    goal: 'P15 portal',
    what: 'first page of the portal, script and style',
    ours,
    peer: null,
    floor: rounded(await bareReact()),
    unit: 'KB gzip',
    gate: '≤ 300 KB',
    ok: ours <= 300,
  };
}

function firstLoadFiles(): Set<string> {
  const page = readFileSync(join(root, 'apps/portal/dist/index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/assets\/([^"?]+\.(?:js|css))/g)].map((match) => match[1] ?? '');
  const files = new Set(named);
  for (const file of readdirSync(assets).filter((name) => files.has(name) && name.endsWith('.js'))) {
    const code = readFileSync(join(assets, file), 'utf8');
    for (const chunk of FIRST_ROUTE) for (const each of lazily(code, chunk)) files.add(each);
  }
  for (const chunk of FIRST_ROUTE)
    if (![...files].some((file) => file.startsWith(`${chunk}-`))) throw new Error(`The portal has no chunk ${chunk}.`);
  return files;
}

/** What the bundler fetches along with a lazy chunk, from its own table in the code. */
function lazily(code: string, chunk: string): string[] {
  const table = JSON.parse(/m\.f=(\[[^\]]*\])/.exec(code)?.[1] ?? '[]') as string[];
  const call = new RegExp(`import\\(.\\./(${chunk}-[\\w-]+\\.js).\\).{0,80}?__vite__mapDeps\\(\\[([\\d,]*)\\]\\)`).exec(
    code,
  );
  if (!call) return [];
  const along = (call[2] ?? '').split(',').map((index) => table[Number(index)] ?? '');
  return [call[1] ?? '', ...along.map((path) => path.replace(/^assets\//, ''))].filter((name) => name !== '');
}

/** The floor: React, Apollo Client and the router, which together do nothing yet. */
async function bareReact(): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createElement } from 'react'; import { createRoot } from 'react-dom/client';
        import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'; import { ApolloProvider, useQuery } from '@apollo/client/react';
        import { createBrowserRouter, RouterProvider } from 'react-router';
        const client = new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: '/graphql' }) });
        const router = createBrowserRouter([{ path: '/', element: createElement(() => { useQuery; return null; }) }]);
        createRoot(document.body).render(createElement(ApolloProvider, { client }, createElement(RouterProvider, { router })));`,
      resolveDir: join(root, 'apps/portal'),
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return outputFiles.reduce((sum, file) => sum + gzipped(Buffer.from(file.contents)), 0);
}

/** P15: the proof page as a stranger's browser gets it: the page and what it names, fonts apart; nothing that a click fetches. */
export async function proofFirstLoad(baseUrl: string, path: string): Promise<Measured> {
  const html = await (await fetch(`${baseUrl}${path}`, { headers: { accept: 'text/html' } })).text();
  const named = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+\.(?:js|css)[^"]*)"/g)].map(
    (match) => match[1] ?? '',
  );
  let bytes = gzipped(html);
  for (const each of new Set(named)) {
    const response = await fetch(new URL(each, `${baseUrl}${path}`));
    if (!response.ok) throw new Error(`${each} answered ${response.status}.`);
    bytes += gzipped(Buffer.from(await response.arrayBuffer()));
  }
  const ours = rounded(bytes);
  return {
    goal: 'P15 proof page',
    what: `first load of the proof page (page and ${new Set(named).size} files)`,
    ours,
    peer: null,
    floor: null,
    unit: 'KB gzip',
    gate: '≤ 25 KB',
    ok: ours <= 25,
  };
}
