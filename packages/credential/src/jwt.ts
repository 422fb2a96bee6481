import { fromBase64Url, toBase64Url, utf8 } from './bytes.js';
import { instantOf } from './instant.js';
import { asText, idOf, isObject, type JsonObject, type JsonValue } from './json.js';

/** The signatures that badges in token form may have (Open Badges 3.0, section on the JWT proof format). */
export type JwsAlgorithm = 'ES256' | 'RS256';

/** The members of a public key that tell it from another one (RFC 7638). */
const KEY_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  EC: ['crv', 'kty', 'x', 'y'],
  RSA: ['e', 'kty', 'n'],
};

/** A token taken apart. Nothing in it is believed yet. */
export interface ReadableJwt {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** The credential inside, without the claims that only a token has. */
  readonly document: JsonObject;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly signed: Uint8Array<ArrayBuffer>;
}

/** Claims that repeat what the credential says; `iat` and `aud` are the token's own. */
const TOKEN_CLAIMS = ['iss', 'jti', 'sub', 'nbf', 'exp', 'iat', 'aud'];

/** Reads a compact JWS that holds a credential; undefined where it is none. */
export function readJwt(text: string): ReadableJwt | undefined {
  const [head = '', body = '', tail = '', ...others] = text.split('.');
  const [header, claims, signature] = [readPart(head), readPart(body), fromBase64Url(tail)];
  if (others.length > 0 || !isObject(header) || !isObject(claims) || !signature) return undefined;
  const bare = Object.fromEntries(Object.entries(claims).filter(([claim]) => !TOKEN_CLAIMS.includes(claim)));
  // Data model 1.1 puts the credential into a claim of its own.
  const document = isObject(claims.vc) ? claims.vc : bare;
  return { header, claims, document, signature, signed: utf8(`${head}.${body}`) };
}

/** The unsigned form of a credential as a token: what is signed, and what only the signature is missing from. */
export function buildJwt(document: JsonObject, publicKey: JsonObject): string {
  const { proof: _proof, ...unsecured } = document;
  // The claims come last, in the same object: what is signed is the credential, letter for letter.
  const texts = [jwtHeader(publicKey), JSON.stringify(unsecured).slice(0, -1) + jwtClaims(document)];
  return texts.map((text) => toBase64Url(utf8(text))).join('.');
}

/** The header of a token by this key. */
export function jwtHeader(publicKey: JsonObject): string {
  return JSON.stringify({ alg: 'ES256', typ: 'JWT', jwk: publicMembers(publicKey) });
}

/** The claims of a token of what a credential says, and the end of its object: they follow the credential’s own members. */
export function jwtClaims(said: JsonObject): string {
  const until = instantOf(asText(said.validUntil) ?? '');
  const claims: JsonObject = {
    iss: idOf(said.issuer),
    jti: asText(said.id),
    sub: idOf(said.credentialSubject),
    nbf: seconds(instantOf(asText(said.validFrom) ?? '') ?? 0),
    ...(until !== undefined && { exp: seconds(until) }),
  };
  return `,${JSON.stringify(claims).slice(1)}`;
}

/** The claim that says something else than the credential; undefined where all agree. */
export function contradictingClaim({ claims, document }: ReadableJwt): string | undefined {
  const from = instantOf(asText(document.validFrom) ?? asText(document.issuanceDate) ?? '');
  const until = instantOf(asText(document.validUntil) ?? asText(document.expirationDate) ?? '');
  const agree: Record<string, boolean> = {
    iss: claims.iss === idOf(document.issuer),
    jti: claims.jti === undefined || claims.jti === asText(document.id),
    sub: claims.sub === undefined || claims.sub === idOf(document.credentialSubject),
    nbf: claims.nbf === undefined || (from !== undefined && claims.nbf === seconds(from)),
    exp: claims.exp === undefined || (until !== undefined && claims.exp === seconds(until)),
  };
  return Object.keys(agree).find((claim) => !agree[claim]);
}

/** The thumbprint of a public key (RFC 7638): the same for the same key, however it is written. */
export async function thumbprintOf(
  key: JsonObject,
  sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<string | undefined> {
  const members = publicMembers(key);
  return members && toBase64Url(await sha256(utf8(JSON.stringify(members))));
}

/** Only what makes a public key, in the order of the thumbprint. Undefined for other kinds of key. */
export function publicMembers(key: JsonObject): JsonObject | undefined {
  const names = KEY_MEMBERS[asText(key.kty) ?? ''];
  if (!names?.every((name) => typeof key[name] === 'string')) return undefined;
  return Object.fromEntries(names.map((name) => [name, key[name]]));
}

/** Tries a signature with the cryptography that browsers and Node share. */
export async function verifyJws(
  algorithm: JwsAlgorithm,
  key: JsonObject,
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const parameters =
    algorithm === 'ES256'
      ? { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  try {
    const { subtle } = globalThis.crypto;
    const imported = await subtle.importKey('jwk', publicMembers(key) ?? {}, parameters, false, ['verify']);
    return await subtle.verify(parameters, imported, signature, signed);
  } catch {
    // A key that is none signs nothing.
    return false;
  }
}

function readPart(part: string): JsonValue | undefined {
  const bytes = fromBase64Url(part);
  try {
    return bytes && (JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as JsonValue);
  } catch {
    return undefined;
  }
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000);
}
