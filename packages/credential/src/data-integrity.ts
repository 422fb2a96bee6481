import { concatBytes, fromMultibase } from './bytes.js';
import { instantOf } from './instant.js';
import { asList, asText, isObject, type JsonObject, type JsonValue } from './json.js';

/** The functions that the platform provides: browser, Node and tests each have their own. */
export interface Cryptography {
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  verifyEd25519(
    publicKey: Uint8Array<ArrayBuffer>,
    signature: Uint8Array<ArrayBuffer>,
    message: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

/**
 * Canonical N-Quads of a JSON-LD document by RDFC-1.0, expanded in safe mode: a member that no context explains is
 * an error, because it would not be covered by the signature.
 */
export type Canonicalise = (document: JsonObject) => Promise<string>;

/** Thrown by `Canonicalise` where a context is not on this machine. It says nothing about the document. */
export class ContextNotAvailable extends Error {
  constructor(readonly context: string) {
    super(`The context ${context} is not among those this verifier holds`);
    this.name = 'ContextNotAvailable';
  }
}

/** A proof whose form is in order and whose signature can be tried. */
export interface ReadableProof {
  readonly proof: JsonObject;
  readonly verificationMethod: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** What the proofs of a document look like before any key is known. */
export type ProofReading =
  | { readonly is: 'readable'; readonly proofs: readonly ReadableProof[] }
  | { readonly is: 'wrong'; readonly because: string }
  | { readonly is: 'unsupported'; readonly because: string };

/**
 * Reads the proofs of a secured document (VC Data Integrity 1.0, section 4.4). Every one of them must be readable:
 * a proof set with one unknown member is not "verified except for one".
 */
export function readProofs(document: JsonObject, now: Date): ProofReading {
  const proofs = asList(document.proof);
  if (proofs.length === 0) return { is: 'wrong', because: 'There is no signature' };
  const readable: ReadableProof[] = [];
  for (const proof of proofs) {
    const read = readProof(proof, now);
    if (read.is !== 'readable') return read;
    readable.push(...read.proofs);
  }
  return { is: 'readable', proofs: readable };
}

function readProof(proof: JsonValue, now: Date): ProofReading {
  if (!isObject(proof)) return { is: 'wrong', because: 'The signature is not an object' };
  if (proof.type !== 'DataIntegrityProof' || proof.cryptosuite !== 'eddsa-rdfc-2022') {
    return {
      is: 'unsupported',
      because: `It is signed by ${asText(proof.cryptosuite) ?? asText(proof.type) ?? 'an unnamed method'}`,
    };
  }
  // A chained proof signs another one as well. Leaving that out would check less than was signed.
  if (proof.previousProof !== undefined) return { is: 'unsupported', because: 'Its signatures build a chain' };
  if (proof.proofPurpose !== 'assertionMethod')
    return { is: 'wrong', because: 'The signature was made for another purpose' };
  const dates = [proof.created, proof.expires].filter((date) => date !== undefined);
  if (dates.some((date) => typeof date !== 'string' || instantOf(date) === undefined)) {
    return { is: 'wrong', because: 'The signature has a date that is none' };
  }
  if (typeof proof.expires === 'string' && (instantOf(proof.expires) ?? 0) < now.getTime()) {
    return { is: 'wrong', because: 'The signature itself has ended' };
  }
  const signature = readSignature(asText(proof.proofValue));
  const verificationMethod = asText(proof.verificationMethod);
  if (!signature) return { is: 'wrong', because: 'The signature is not 64 bytes in base58' };
  if (!verificationMethod) return { is: 'wrong', because: 'The signature names no key' };
  return { is: 'readable', proofs: [{ proof, verificationMethod, signature }] };
}

/** vc-di-eddsa, section 3.2.2, step 1: the proof value is multibase base58btc. */
function readSignature(value: string | undefined): Uint8Array<ArrayBuffer> | undefined {
  const bytes = value?.startsWith('z') ? fromMultibase(value) : undefined;
  return bytes?.length === 64 ? bytes : undefined;
}

/**
 * The bytes that an eddsa-rdfc-2022 proof signs: the hash of its canonical options, then the hash of the canonical
 * document without proofs (vc-di-eddsa, sections 3.2.3 to 3.2.5).
 */
export async function signedBytes(
  document: JsonObject,
  proof: JsonObject,
  canonicalise: Canonicalise,
  cryptography: Pick<Cryptography, 'sha256'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { proof: _proofs, ...unsecured } = document;
  const { proofValue: _value, ...options } = proof;
  const canonicalOptions = await canonicalise({ ...options, '@context': unsecured['@context'] });
  const canonicalDocument = await canonicalise(unsecured);
  const encode = new TextEncoder();
  return concatBytes(
    await cryptography.sha256(encode.encode(canonicalOptions)),
    await cryptography.sha256(encode.encode(canonicalDocument)),
  );
}
