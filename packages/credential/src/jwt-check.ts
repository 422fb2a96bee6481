import { findAssertionJwk } from './did-web.js';
import { type Check, type Detail, finding, type VerificationDependencies } from './findings.js';
import { recognise, refusedKey, unreachableIssuer } from './issuer-check.js';
import { asText, idOf, isObject, type JsonObject } from './json.js';
import {
  contradictingClaim,
  type JwsAlgorithm,
  publicMembers,
  type ReadableJwt,
  thumbprintOf,
  verifyJws,
} from './jwt.js';

/** The key that signed a token, once the signature holds. */
export interface JwtSignature {
  readonly check: Check;
  /** The key's thumbprint; absent unless the signature holds. */
  readonly thumbprint?: string;
}

/** Whether the signature of a token holds and its claims say what the credential says. */
export async function checkJwtSignature(
  jwt: ReadableJwt,
  dependencies: VerificationDependencies,
): Promise<JwtSignature> {
  const problem = headerProblem(jwt.header);
  if (problem) return { check: problem };
  const claim = contradictingClaim(jwt);
  if (claim) return { check: finding('signature', 'failed', 'signatureClaims', { claim }) };
  const key = await keyOf(jwt, dependencies);
  if (!key) return { check: unsupported('the key could not be looked up') };
  const algorithm = jwt.header.alg as JwsAlgorithm;
  if (!(await verifyJws(algorithm, key, jwt.signature, jwt.signed)))
    return { check: finding('signature', 'failed', 'signatureWrong') };
  const thumbprint = await thumbprintOf(key, dependencies.sha256);
  const details: Detail[] = [
    { label: 'method', value: `JWT, ${algorithm}` },
    { label: 'key', value: asText(jwt.header.kid) ?? thumbprint ?? '' },
  ];
  return { check: finding('signature', 'ok', 'signatureOk', {}, details), ...(thumbprint && { thumbprint }) };
}

/** Whether the issuer that the credential names stands behind the key of the token. */
export async function checkJwtIssuer(
  document: JsonObject,
  thumbprint: string,
  dependencies: VerificationDependencies,
): Promise<Check> {
  const issuer = idOf(document.issuer) ?? '';
  const registered = dependencies.register?.(issuer);
  const published = await dependencies.resolveIssuer(issuer).catch(() => undefined);
  if (!published) {
    return registered?.keys?.includes(thumbprint)
      ? recognise(issuer, document, registered, dependencies)
      : unreachableIssuer(issuer);
  }
  const lookup = await findAssertionJwk(
    published,
    issuer,
    async (key) => (await thumbprintOf(key, dependencies.sha256)) === thumbprint,
  );
  if (!lookup.found) return refusedKey(lookup.because);
  return lookup.revoked === undefined
    ? recognise(issuer, document, registered, dependencies)
    : refusedKey(`it was withdrawn on ${lookup.revoked.slice(0, 10)}`);
}

function headerProblem(header: JsonObject): Check | undefined {
  const { alg, typ, jwk, crit } = header;
  if (alg === undefined || (typeof alg === 'string' && alg.toLowerCase() === 'none'))
    return finding('signature', 'failed', 'signatureMissing', { because: 'The token is not signed' });
  if (alg !== 'ES256' && alg !== 'RS256') return unsupported(`It is signed by ${asText(alg) ?? 'an unnamed method'}`);
  // What the token says must be understood is not.
  if (crit !== undefined) return unsupported('its header asks for something that is not known here');
  if (typ !== undefined && !['jwt', 'vc+jwt', 'vc+ld+jwt'].includes((asText(typ) ?? '').toLowerCase()))
    return finding('signature', 'failed', 'signatureMissing', { because: 'It is a token for something else' });
  if (isObject(jwk) && (jwk.d !== undefined || !publicMembers(jwk)))
    return finding('signature', 'failed', 'signatureMissing', { because: 'Its key is not a public key' });
  return undefined;
}

/** The key in the token, or the one that it names in the document of the issuer it names. Nobody else is asked. */
async function keyOf(
  { header, claims }: ReadableJwt,
  dependencies: VerificationDependencies,
): Promise<JsonObject | undefined> {
  if (isObject(header.jwk)) return header.jwk;
  const issuer = asText(claims.iss) ?? '';
  const kid = asText(header.kid) ?? '';
  if (!issuer.startsWith('did:') || kid.split('#')[0] !== issuer) return undefined;
  const document = await dependencies.resolveIssuer(issuer).catch(() => undefined);
  if (!document) return undefined;
  const lookup = await findAssertionJwk(document, issuer, async (_key, id) => id === kid);
  return lookup.found ? lookup.key : undefined;
}

function unsupported(because: string): Check {
  return finding('signature', 'not-checked', 'signatureUnsupported', { because });
}
