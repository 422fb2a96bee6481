import {
  assertionProblems,
  classProblems,
  differingMember,
  formatProblem,
  inWordsOfThree,
  isHostedBy,
  revocationOf,
  verificationKind,
} from './assertion.js';
import { fromBase64Url } from './bytes.js';
import { type Check, type Detail, finding, type VerificationDependencies } from './findings.js';
import { asList, asText, idOf, isObject, type JsonObject, type JsonValue } from './json.js';
import { type ReadableJwt, verifyJws } from './jwt.js';

/** What was found about a badge of Open Badges 2.0, and the badge in the words of 3.0 where that much could be read. */
export interface AssertionFindings {
  readonly checks: readonly Check[];
  readonly document?: JsonObject;
}

interface Gathered {
  readonly assertion: JsonObject;
  readonly badge: JsonObject;
  readonly issuer: JsonObject;
}

/** A badge of 2.0 that stands on its issuer's site: what the file says is believed only as far as the site says it too. */
export async function checkHosted(said: JsonObject, world: VerificationDependencies): Promise<AssertionFindings> {
  const made = formOf(said);
  if (made.some(({ state }) => state === 'failed')) return { checks: made };
  if (verificationKind(said.verification) === 'signed') {
    // The signature is of a token; without the token there is nothing to try.
    return {
      checks: [
        ...made,
        finding('signature', 'failed', 'signatureMissing', {
          because: 'it says it is signed, and comes without its token',
        }),
      ],
    };
  }
  const id = asText(said.id) ?? '';
  const shown = await linked(world, id);
  if (!shown)
    return {
      checks: [...made, finding('signature', 'not-checked', 'hostedUnreachable', { host: hostOf(id) }), ...unreached()],
    };
  const revoked = shown.revoked === true;
  const differs = revoked ? undefined : differingMember(said, shown);
  if (asText(shown.id) !== id || differs)
    return {
      checks: [...made, finding('signature', 'failed', 'hostedDiffers', { host: hostOf(id), member: differs ?? 'id' })],
    };
  const signature = finding('signature', 'ok', 'hostedOk', { host: hostOf(id) }, [
    { label: 'method', value: 'Open Badges 2.0, hosted' },
  ]);
  // An issuer may leave everything but the withdrawal out of what it shows of a withdrawn badge.
  const gathered = await gather(revoked ? said : shown, world);
  if (!gathered) return { checks: [...made, signature, unreachable(id)] };
  const structure = structureOf(gathered);
  if (structure) return { checks: [...made.slice(0, 1), structure] };
  const hosted = isHostedBy(id, gathered.issuer);
  const issuer = hosted
    ? recognised(gathered.issuer, world)
    : finding('issuer', 'failed', 'hostedElsewhere', { host: hostOf(id) });
  const status = revoked ? withdrawn(asText(shown.revocationReason)) : finding('status', 'ok', 'statusOk');
  return { checks: [...made, signature, issuer, ...(hosted ? [status] : [])], document: inWordsOfThree(gathered) };
}

/** A badge of 2.0 as a token, signed by a key that its issuer names. */
export async function checkSigned(jwt: ReadableJwt, world: VerificationDependencies): Promise<AssertionFindings> {
  const { document: said, header } = jwt;
  const made = formOf(said);
  if (made.some(({ state }) => state === 'failed')) return { checks: made };
  if (header.alg !== 'RS256')
    return { checks: [...made, unsupported(`it is signed by ${asText(header.alg) ?? 'an unnamed method'}`)] };
  const gathered = await gather(said, world);
  const creator = isObject(said.verification) ? asText(said.verification.creator) : undefined;
  const keyId = creator ?? asText(gathered?.issuer.publicKey) ?? idOf(gathered?.issuer.publicKey);
  const key = keyId && (await linked(world, keyId));
  if (!gathered || !key) return { checks: [...made, unsupported('the key could not be looked up')] };
  const structure = structureOf(gathered);
  if (structure) return { checks: [...made.slice(0, 1), structure] };
  const jwk = await jwkOfPem(asText(key.publicKeyPem) ?? '');
  if (!jwk) return { checks: [...made, unsupported('the key is not an RSA key that can be read')] };
  if (!(await verifyJws('RS256', jwk, jwt.signature, jwt.signed)))
    return { checks: [...made, finding('signature', 'failed', 'signatureWrong')] };
  const details: Detail[] = [
    { label: 'method', value: 'Open Badges 2.0, RS256' },
    { label: 'key', value: keyId },
  ];
  const signature = finding('signature', 'ok', 'signatureOk', {}, details);
  const { issuer } = gathered;
  const owned = key.owner === issuer.id && asList(issuer.publicKey).some((each) => idOf(each) === keyId);
  if (!owned)
    return {
      checks: [
        ...made,
        signature,
        finding('issuer', 'failed', 'issuerKeyRefused', { because: 'its profile does not name this key' }),
      ],
    };
  return {
    checks: [...made, signature, recognised(issuer, world), await statusOf(gathered, world)],
    document: inWordsOfThree(gathered),
  };
}

function formOf(said: JsonObject): Check[] {
  const wrong = formatProblem(said);
  if (wrong) return [finding('format', 'failed', wrong)];
  const [problem] = assertionProblems(said);
  return [
    finding('format', 'ok', 'formatTwo'),
    problem ? finding('structure', 'failed', 'structureWrong', { problem }) : finding('structure', 'ok', 'structureOk'),
  ];
}

function structureOf(gathered: Gathered): Check | undefined {
  const [problem] = classProblems(gathered);
  return problem === undefined ? undefined : finding('structure', 'failed', 'structureWrong', { problem });
}

/** The class and the issuer: written out in what was shown, or asked for where they stand. */
async function gather(assertion: JsonObject, world: VerificationDependencies): Promise<Gathered | undefined> {
  const badge = await nodeOf(assertion.badge, world);
  const issuer = badge && (await nodeOf(badge.issuer, world));
  return badge && issuer && { assertion, badge, issuer };
}

async function nodeOf(value: JsonValue | undefined, world: VerificationDependencies): Promise<JsonObject | undefined> {
  if (isObject(value)) return value;
  const address = asText(value);
  const found = address && (await linked(world, address));
  // Whoever answers for another address says nothing about this one.
  return found && found.id === address ? found : undefined;
}

async function linked(world: VerificationDependencies, address: string): Promise<JsonObject | undefined> {
  return world.loadLinked?.(address).catch(() => undefined);
}

async function statusOf({ assertion, issuer }: Gathered, world: VerificationDependencies): Promise<Check> {
  const address = idOf(issuer.revocationList);
  if (!address) return finding('status', 'ok', 'statusNone');
  const details: Detail[] = [{ label: 'list', value: address }];
  const list = await linked(world, address);
  if (!list) return finding('status', 'not-checked', 'statusUnreachable', {}, details);
  const entry = revocationOf(list, assertion);
  return entry ? withdrawn(entry.reason) : finding('status', 'ok', 'statusOk', {}, details);
}

function recognised(issuer: JsonObject, { register }: VerificationDependencies): Check {
  const id = asText(issuer.id) ?? '';
  const name = asText(issuer.name);
  const said: Detail[] = name ? [{ label: 'name', value: `“${name}”` }] : [];
  const registered = register?.(id);
  if (registered)
    return finding('issuer', 'ok', 'issuerRegistered', { issuer: registered.name }, [
      { label: 'foundIn', value: registered.register },
      { label: 'name', value: registered.name },
    ]);
  if (register) return finding('issuer', 'warning', 'issuerUnregistered', { issuer: hostOf(id) }, said);
  return finding('issuer', 'ok', 'issuerSite', { domain: hostOf(id) }, said);
}

function withdrawn(reason: string | undefined): Check {
  return finding(
    'status',
    'failed',
    'statusRevoked',
    {},
    reason ? [{ label: 'reason', value: reason.slice(0, 500) }] : [],
  );
}

function unreachable(id: string): Check {
  return finding('issuer', 'not-checked', 'hostedParts', { host: hostOf(id) });
}

function unreached(): Check[] {
  return (['issuer', 'status', 'dates'] as const).map((name) => finding(name, 'not-checked', 'unreached'));
}

function unsupported(because: string): Check {
  return finding('signature', 'not-checked', 'signatureUnsupported', { because });
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** The public key in a PEM file, where it is an RSA key as SubjectPublicKeyInfo. */
async function jwkOfPem(pem: string): Promise<JsonObject | undefined> {
  const body = /-----BEGIN PUBLIC KEY-----([\s\S]+?)-----END PUBLIC KEY-----/.exec(pem)?.[1];
  const der = body && fromBase64Url(body.replace(/[\s=]/g, '').replaceAll('+', '-').replaceAll('/', '_'));
  if (!der) return undefined;
  try {
    const { subtle } = globalThis.crypto;
    const key = await subtle.importKey('spki', der, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, true, ['verify']);
    const { kty, n, e } = await subtle.exportKey('jwk', key);
    return { kty, n, e };
  } catch {
    return undefined;
  }
}
