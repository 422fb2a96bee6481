import { fromMultikey, toP256Multikey } from './bytes.js';
import { asList, asText, idOf, isObject, type JsonObject, type JsonValue } from './json.js';

const DID_CONTEXTS = [
  'https://www.w3.org/ns/did/v1',
  'https://w3id.org/security/multikey/v1',
  'https://w3id.org/security/jwk/v1',
];

/** A public key of an issuer, as it appears in the DID document. Keys are added and marked, never removed. */
export interface IssuerKey {
  /** `z6Mk…` */
  readonly multikey: string;
  /** Set for a key that signs tokens: its public members (P-256), and then `multikey` is its thumbprint. */
  readonly jwk?: JsonObject;
  /** When it was compromised. Nothing it signed is believed any more. RFC 3339. */
  readonly revoked?: string;
}

/** The did:web of a web address. The colon before a port is percent-encoded; a path becomes further parts. */
export function didWebOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`${url} is not a web address`);
  const path = pathname.split('/').filter((part) => part !== '');
  return ['did', 'web', host.replace(':', '%3A'), ...path].join(':');
}

/**
 * Where the document of a did:web is read: `/.well-known/did.json`, or `did.json` under its path. Undefined for any
 * other identifier. Only a machine talking to itself may be asked without TLS.
 */
export function didDocumentUrl(did: string): string | undefined {
  const [scheme, method, encodedHost, ...path] = did.split(':');
  if (scheme !== 'did' || method !== 'web' || !encodedHost || path.some((part) => part === '')) return undefined;
  const host = encodedHost.replace(/%3A/i, ':');
  if (!/^[a-zA-Z0-9.-]+(:\d{1,5})?$/.test(host)) return undefined;
  const origin = `${isLoopback(host) ? 'http' : 'https'}://${host}`;
  return path.length === 0 ? `${origin}/.well-known/did.json` : `${origin}/${path.map(encodePart).join('/')}/did.json`;
}

/** The name people know a did:web by: its domain. Undefined for any other identifier. */
export function didWebDomain(did: string): string | undefined {
  const url = didDocumentUrl(did);
  return url && new URL(url).host;
}

/** True for this machine itself, in the spellings that a development address has. */
export function isLoopback(host: string): boolean {
  return /^(localhost|[a-z0-9-]+\.localhost|127(\.\d{1,3}){3})(:\d+)?$/i.test(host);
}

/** The key id under which a credential names its key: the DID and the multikey itself. */
export function keyId(did: string, multikey: string): string {
  return `${did}#${multikey}`;
}

/**
 * The DID document of an issuer (Controlled Identifiers 1.0). A key that signs tokens stands in it twice, as `JsonWebKey` and
 * as `Multikey`: some verifiers read only the one, some only the other.
 */
export function buildDidDocument(did: string, keys: readonly IssuerKey[]): JsonObject {
  const methods = keys.flatMap((key) => methodsOf(did, key));
  return {
    '@context': [...DID_CONTEXTS],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}

function methodsOf(did: string, { multikey, jwk, revoked }: IssuerKey): { id: string; [member: string]: JsonValue }[] {
  const about = { controller: did, ...(revoked && { revoked }) };
  const asMultikey = (text: string) => ({
    ...{ id: keyId(did, text), type: 'Multikey' },
    ...about,
    publicKeyMultibase: text,
  });
  if (!jwk) return [asMultikey(multikey)];
  const point = toP256Multikey(asText(jwk.x) ?? '', asText(jwk.y) ?? '');
  const asJwk = { id: keyId(did, multikey), type: 'JsonWebKey', ...about, publicKeyJwk: jwk };
  return point ? [asJwk, asMultikey(point)] : [asJwk];
}

/** What a DID document says about a key. */
export type KeyLookup =
  | { readonly found: true; readonly publicKey: Uint8Array<ArrayBuffer>; readonly revoked?: string }
  | { readonly found: false; readonly because: string };

/** Finds a key that the document allows for assertions (Controlled Identifiers 1.0, section 3.3). */
export function findAssertionKey(document: JsonObject, did: string, id: string): KeyLookup {
  if (document.id !== did) return { found: false, because: `The document is about ${asText(document.id) ?? 'nobody'}` };
  const allowed = asList(document.assertionMethod).find((entry) => idOf(entry) === id);
  if (allowed === undefined)
    return { found: false, because: 'The document does not allow this key to sign credentials' };
  const method = isObject(allowed) ? allowed : asList(document.verificationMethod).find((entry) => idOf(entry) === id);
  return readMethod(method, did);
}

/** What a DID document says about a key that signs tokens. */
export type JwkLookup =
  | { readonly found: true; readonly key: JsonObject; readonly revoked?: string }
  | { readonly found: false; readonly because: string };

/** Finds a public key that the document allows for assertions, by whatever the caller knows it by. */
export async function findAssertionJwk(
  document: JsonObject,
  did: string,
  isMeant: (key: JsonObject, id: string) => Promise<boolean>,
): Promise<JwkLookup> {
  if (document.id !== did) return { found: false, because: `The document is about ${asText(document.id) ?? 'nobody'}` };
  for (const entry of asList(document.assertionMethod)) {
    const method = isObject(entry)
      ? entry
      : asList(document.verificationMethod).find((candidate) => idOf(candidate) === entry);
    if (!isObject(method) || method.controller !== did || !isObject(method.publicKeyJwk)) continue;
    const revoked = asText(method.revoked);
    if (await isMeant(method.publicKeyJwk, asText(method.id) ?? ''))
      return { found: true, key: method.publicKeyJwk, ...(revoked && { revoked }) };
  }
  return { found: false, because: 'The document does not allow this key to sign credentials' };
}

function readMethod(method: JsonValue | undefined, did: string): KeyLookup {
  if (!isObject(method) || method.controller !== did)
    return { found: false, because: 'The key belongs to somebody else' };
  const publicKey = fromMultikey(asText(method.publicKeyMultibase) ?? '');
  if (method.type !== 'Multikey' || !publicKey) return { found: false, because: 'The key is not an Ed25519 Multikey' };
  const revoked = asText(method.revoked);
  return { found: true, publicKey, ...(revoked && { revoked }) };
}

function encodePart(part: string): string {
  return encodeURIComponent(decodeURIComponent(part));
}
