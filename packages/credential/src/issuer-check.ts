import { fromMultikey } from './bytes.js';
import { ContextNotAvailable, type ReadableProof, readProofs, signedBytes } from './data-integrity.js';
import { didWebDomain, findAssertionKey } from './did-web.js';
import { type Check, type Detail, finding, type RegisteredIssuer, type VerificationDependencies } from './findings.js';
import { asText, idOf, isObject, type JsonObject } from './json.js';

/** The keys that signed a document, once every signature on it holds. */
export type SignatureResult = { readonly check: Check; readonly proofs: readonly ReadableProof[] };

/** Tries every signature on a document. A key that is written out in its id needs no look-up for this. */
export async function checkSignature(
  document: JsonObject,
  dependencies: VerificationDependencies,
): Promise<SignatureResult> {
  const reading = readProofs(document, dependencies.now);
  if (reading.is === 'wrong') {
    return { check: finding('signature', 'failed', 'signatureMissing', { because: reading.because }), proofs: [] };
  }
  if (reading.is === 'unsupported') {
    return {
      check: finding('signature', 'not-checked', 'signatureUnsupported', { because: reading.because }),
      proofs: [],
    };
  }
  for (const readable of reading.proofs) {
    const check = await trySignature(document, readable, dependencies);
    if (check) return { check, proofs: reading.proofs };
  }
  const details: Detail[] = reading.proofs.flatMap(({ verificationMethod }): Detail[] => [
    { label: 'method', value: 'eddsa-rdfc-2022, Ed25519' },
    { label: 'key', value: verificationMethod },
  ]);
  return { check: finding('signature', 'ok', 'signatureOk', {}, details), proofs: reading.proofs };
}

/** Undefined when the signature holds, otherwise the answer to show. */
async function trySignature(
  document: JsonObject,
  readable: ReadableProof,
  dependencies: VerificationDependencies,
): Promise<Check | undefined> {
  const publicKey = await signingKey(readable.verificationMethod, dependencies);
  if (!publicKey) {
    return finding('signature', 'not-checked', 'signatureUnsupported', { because: 'the key could not be looked up' });
  }
  try {
    const bytes = await signedBytes(document, readable.proof, dependencies.canonicalise, dependencies);
    const holds = await dependencies.verifyEd25519(publicKey, readable.signature, bytes);
    return holds ? undefined : finding('signature', 'failed', 'signatureWrong');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (contextMissing(error)) return finding('signature', 'not-checked', 'signatureUnsupported', { because: reason });
    return finding('signature', 'failed', 'signatureUncovered', {}, [{ label: 'reason', value: reason }]);
  }
}

/** JSON-LD libraries wrap what a document loader throws, more than once. */
function contextMissing(error: unknown): boolean {
  if (error instanceof ContextNotAvailable) return true;
  if (!(error instanceof Error)) return false;
  const details = 'details' in error && isRecord(error.details) ? error.details.cause : undefined;
  return contextMissing(error.cause) || contextMissing(details);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

async function signingKey(
  method: string,
  dependencies: VerificationDependencies,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [controller = '', fragment = ''] = method.split('#');
  const written =
    fromMultikey(fragment) ?? (controller.startsWith('did:key:') ? fromMultikey(controller.slice(8)) : undefined);
  if (written) return written;
  const document = await dependencies.resolveIssuer(controller).catch(() => undefined);
  const key = document && findAssertionKey(document, controller, method);
  return key?.found ? key.publicKey : undefined;
}

/** Whether the issuer that a document names stands behind every key that signed it. */
export async function checkIssuer(
  document: JsonObject,
  proofs: readonly ReadableProof[],
  dependencies: VerificationDependencies,
): Promise<Check> {
  const issuer = idOf(document.issuer) ?? '';
  const registered = dependencies.register?.(issuer);
  for (const { verificationMethod } of proofs) {
    const [controller = ''] = verificationMethod.split('#');
    if (controller !== issuer) return finding('issuer', 'failed', 'issuerOther', { controller });
    const refusal = await checkKey(issuer, verificationMethod, registered, dependencies);
    if (refusal) return refusal;
  }
  return recognise(issuer, document, registered, dependencies);
}

/** Undefined when the issuer stands behind the key, otherwise the answer to show. */
async function checkKey(
  issuer: string,
  method: string,
  registered: RegisteredIssuer | undefined,
  dependencies: VerificationDependencies,
): Promise<Check | undefined> {
  // A did:key is its own document.
  if (issuer.startsWith('did:key:')) return undefined;
  const document = await dependencies.resolveIssuer(issuer).catch(() => undefined);
  if (!document) {
    const known = registered?.keys?.includes(method.split('#')[1] ?? '');
    return known ? undefined : unreachableIssuer(issuer);
  }
  const key = findAssertionKey(document, issuer, method);
  if (!key.found) return refusedKey(key.because);
  // The date in the proof is the signer's own word, and a stolen key can be told any date.
  return key.revoked === undefined ? undefined : refusedKey(`it was withdrawn on ${key.revoked.slice(0, 10)}`);
}

/** The answer where the issuer's own document does not stand behind the key. */
export function refusedKey(because: string): Check {
  return finding('issuer', 'failed', 'issuerKeyRefused', { because });
}

/** The answer where the issuer could not be asked. */
export function unreachableIssuer(issuer: string): Check {
  return finding('issuer', 'not-checked', 'issuerUnreachable', { issuer: didWebDomain(issuer) ?? issuer });
}

/** How an issuer is known whose key is in order. */
export function recognise(
  issuer: string,
  document: JsonObject,
  registered: RegisteredIssuer | undefined,
  dependencies: VerificationDependencies,
): Check {
  const domain = didWebDomain(issuer);
  const ownName = isObject(document.issuer) ? asText(document.issuer.name) : undefined;
  const said: Detail[] = ownName ? [{ label: 'name', value: `“${ownName}”` }] : [];
  if (registered) {
    const details: Detail[] = [
      { label: 'foundIn', value: registered.register },
      { label: 'name', value: registered.name },
    ];
    return finding('issuer', 'ok', 'issuerRegistered', { issuer: registered.name }, details);
  }
  if (dependencies.register)
    return finding('issuer', 'warning', 'issuerUnregistered', { issuer: domain ?? issuer }, said);
  if (!domain) return finding('issuer', 'warning', 'issuerSelfMade', { issuer }, said);
  return finding('issuer', 'ok', 'issuerDomain', { domain }, said);
}
