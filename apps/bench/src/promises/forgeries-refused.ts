import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Steps } from '../chain/steps.js';
import { walkTheChain } from '../chain/walk.js';
import { root } from '../product/places.js';
import { several } from './candidates.js';
import type { ProductPromise } from './promise.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A genuine credential, changed in every place it has: each leaf altered, each member left out, each object added to. */
export const forgeriesRefused: ProductPromise = {
  name: 'a changed credential is refused, whatever was changed',
  target: '≥ 500, all',
  async keep({ product, size }) {
    if (!product.isRunning('worker')) product.startWorker();
    const { document } = await walkTheChain(product.baseUrl, new Steps());
    const folder = mkdtempSync(join(tmpdir(), 'assay-forged-'));
    try {
      const every = mutationsOf(JSON.parse(document) as Json);
      const step = size === 'quick' ? Math.ceil(every.length / 60) : 1;
      const tried = every.filter((_each, index) => index % step === 0);
      const genuine = await accepted(folder, 'genuine', document);
      const passed = (
        await several(tried.length, 2, async (index) => {
          const { what, forged } = tried[index] ?? { what: '', forged: null };
          return (await accepted(folder, String(index), JSON.stringify(forged))) ? what : null;
        })
      ).filter((what) => what !== null);
      return {
        figure: tried.length - passed.length,
        n: tried.length,
        ok: passed.length === 0 && (size === 'quick' || tried.length >= 500),
        control: genuine ? 'the genuine one was accepted' : 'the genuine one was refused too',
        controlHeld: genuine,
        ...(passed.length > 0 && { why: `accepted: ${passed.slice(0, 20).join(', ')}` }),
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Asks the command-line verifier, which knows nothing of us but the issuer's own address. */
function accepted(folder: string, name: string, document: string): Promise<boolean> {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, document);
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'apps/verify/dist/assay-verify.js'), file], (error) =>
      resolve(error === null),
    );
  });
}

/** Every change of a document in one place. */
export function mutationsOf(genuine: Json): { what: string; forged: Json }[] {
  const mutations: { what: string; forged: Json }[] = [];
  const change = (what: string, path: (string | number)[], edit: (parent: never, key: never) => void) => {
    const forged = structuredClone(genuine);
    let parent: Json = forged;
    for (const key of path.slice(0, -1)) parent = (parent as never)[key];
    edit(parent as never, path.at(-1) as never);
    mutations.push({ what: `${what} ${path.join('.')}`, forged });
  };
  const visit = (value: Json, path: (string | number)[]) => {
    if (path.length > 0) {
      if (value === null || typeof value !== 'object') {
        for (const other of otherThan(value))
          change('changed', path, (parent, key) => void (parent[key] = other as never));
      }
      change('left out', path, (parent, key) => {
        if (Array.isArray(parent)) (parent as Json[]).splice(key, 1);
        else delete parent[key];
      });
    }
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) return value.forEach((each, index) => visit(each, [...path, index]));
    for (const [key, word] of [
      ['name', 'Somebody else'],
      ['forged', true],
    ] as const)
      if (!(key in value)) change(`added ${key} to`, [...path, key], (parent, at) => void (parent[at] = word as never));
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  visit(genuine, []);
  return mutations;
}

/** Values that a forger would like better, and the smallest change there is. */
function otherThan(value: Json): Json[] {
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'boolean') return [!value];
  if (typeof value !== 'string' || value === '') return ['x'];
  const at = Math.floor(value.length / 2);
  const letter = value[at] === 'a' ? 'b' : 'a';
  const flipped = value.slice(0, at) + letter + value.slice(at + 1);
  return [flipped, /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.replace(/^\d{4}/, '2099') : `${value}s`];
}
