import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from './client.js';
import { root } from './places.js';
import type { Answers, Known } from './schema-walk.js';

/** Tell of the machine, which is busy with other things between one look and the next; or answer by going elsewhere. */
const NOT_ABOUT_PEOPLE = ['/metrics', '/healthz', '/readyz', '/auth/openid/start/:providerId', '/auth/openid/callback'];

/** Every address that the API answers to GET beside GraphQL, read from its controllers: none can be forgotten. */
export function addressesToGet(): string[] {
  const source = join(root, 'apps/api/src');
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.controller.ts'))
    .flatMap((path) => {
      const text = readFileSync(join(source, path), 'utf8');
      const prefix = /@Controller\((?:'([^']*)')?\)/.exec(text)?.[1] ?? '';
      return [...text.matchAll(/@Get\((?:'([^']*)')?\)/g)].map(([, address = '']) =>
        `/${prefix}/${address}`.replaceAll('//', '/'),
      );
    })
    .filter((address) => !NOT_ABOUT_PEOPLE.includes(address));
}

/** What every address answers somebody, with every id at hand in its places. */
export async function readAddresses(client: Client, known: Known): Promise<Answers> {
  const answers: Answers = new Map();
  for (const address of addressesToGet()) {
    const ids = address.includes(':') ? Object.entries(known.ids) : [['', ''] as const];
    for (const [label, id] of ids) {
      const response = await client.fetch(address.replaceAll(/:[a-zA-Z]+/g, id), { redirect: 'manual' });
      const kind = response.headers.get('content-type') ?? '';
      // Pages, workbooks and archives are made anew each time and say when; the same is there as text beside them.
      const body = /pdf|zip|spreadsheet/.test(kind) ? '' : await response.text();
      // What goes wrong is told with the number of the request.
      answers.set(`GET ${address} ${label}`, `${response.status} ${body.replaceAll(/req-[\da-z]+/g, '')}`);
    }
  }
  return answers;
}
