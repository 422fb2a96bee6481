import { isAssertion } from './assertion.js';
import { type AssertionFindings, checkHosted, checkSigned } from './assertion-check.js';
import { type BadgeContainer, readBadgeFile } from './badge-file.js';
import { CREDENTIALS_V1, CREDENTIALS_V2, OPEN_BADGES_CONTEXT, OPEN_BADGES_V3 } from './contexts.js';
import {
  CHECK_NAMES,
  type Check,
  type CheckName,
  finding,
  type Verdict,
  type Verification,
  type VerificationDependencies,
} from './findings.js';
import { checkEndorsements } from './endorsement-check.js';
import { instantOf } from './instant.js';
import { checkIssuer, checkSignature } from './issuer-check.js';
import { asList, asText, isObject, type JsonObject, type JsonValue } from './json.js';
import { type ReadableJwt, readJwt } from './jwt.js';
import { checkJwtIssuer, checkJwtSignature } from './jwt-check.js';
import { checkStatus } from './status-check.js';
import { endorsementProblems, proseProblems, type StructureProblem, structureProblems } from './structure.js';

/** All answers about a file or text, and the credential in it. */
export interface BadgeVerification extends Verification {
  readonly container?: BadgeContainer;
  /** Absent where none could be read. What it says may be shown only where the verdict allows it. */
  readonly document?: JsonObject;
}

/** Verifies a badge as it comes: a PNG or SVG with a credential in it, a JSON document or a signed token. */
export async function verifyBadge(
  bytes: Uint8Array<ArrayBuffer>,
  world: VerificationDependencies,
): Promise<BadgeVerification> {
  const reading = readBadgeFile(bytes);
  if (reading.is === 'wrong')
    return conclude([finding('file', 'failed', 'fileWrong', { because: reading.because })], world);
  if (reading.is === 'address') return verifyAddress(reading.address, reading.container, world);
  const { container } = reading;
  const baked = container === 'png' || container === 'svg';
  const file = baked ? [finding('file', 'ok', 'fileOk')] : [];
  if (reading.is === 'credential' && isAssertion(reading.document))
    return ofTwo(await checkHosted(reading.document, world), file, container, world);
  if (reading.is === 'credential') {
    const checks = await checksOf(reading.document, askingOnce(world));
    return { ...conclude([...file, ...checks], world), container, document: reading.document };
  }
  const jwt = readJwt(reading.jwt);
  if (!jwt)
    return conclude([finding('file', 'failed', 'fileWrong', { because: 'the token cannot be taken apart' })], world);
  const token = finding('file', 'ok', baked ? 'fileOk' : 'fileToken');
  if (isAssertion(jwt.document)) return ofTwo(await checkSigned(jwt, world), [token], container, world);
  const checks = await checksOfJwt(jwt, askingOnce(world));
  return { ...conclude([token, ...checks], world), container, document: jwt.document };
}

/** Some old pictures hold the address of their badge instead of the badge. */
async function verifyAddress(
  address: string,
  container: BadgeContainer,
  world: VerificationDependencies,
): Promise<BadgeVerification> {
  const shown = await world.loadLinked?.(address).catch(() => undefined);
  if (!shown) return conclude([finding('file', 'failed', 'fileAddress', { address })], world);
  return ofTwo(await checkHosted(shown, world), [finding('file', 'ok', 'fileOk')], container, world);
}

function ofTwo(
  { checks, document }: AssertionFindings,
  file: readonly Check[],
  container: BadgeContainer,
  world: VerificationDependencies,
): BadgeVerification {
  const dates = document && checks.some(({ name }) => name === 'issuer') ? [checkDates(document, world.now)] : [];
  return { ...conclude([...file, ...checks, ...dates], world), container, ...(document && { document }) };
}

/**
 * Verifies an Open Badges 3.0 credential and says what it found, question by question (Open Badges 3.0, chapter on
 * verification). Nothing is asked of the network before the signature holds: a forged badge must not be able to
 * make a visitor call addresses of the forger's choice.
 */
export async function verifyCredential(document: JsonValue, world: VerificationDependencies): Promise<Verification> {
  return conclude(await checksOf(document, askingOnce(world)), world);
}

/**
 * Verifies an endorsement that stands by itself, by the same questions: it is well formed, signed by whom it says, and
 * neither ended nor withdrawn. About which credential it speaks is for the caller to compare.
 */
export async function verifyEndorsement(document: JsonValue, world: VerificationDependencies): Promise<Verification> {
  return conclude(await checksOfEndorsement(document, askingOnce(world)), world);
}

/** What somebody brought to be checked: a badge, or an endorsement alone. */
export interface BroughtVerification extends BadgeVerification {
  readonly kind: 'badge' | 'endorsement';
}

/**
 * Verifies a badge as it comes, or an endorsement that came without its badge. The one never passes for the other: where a badge
 * is taken in, `verifyBadge` alone is asked.
 */
export async function verifyBrought(
  bytes: Uint8Array<ArrayBuffer>,
  world: VerificationDependencies,
): Promise<BroughtVerification> {
  const reading = readBadgeFile(bytes);
  if (reading.is !== 'credential' || !isEndorsement(reading.document))
    return { kind: 'badge', ...(await verifyBadge(bytes, world)) };
  const { container, document } = reading;
  return { kind: 'endorsement', ...(await verifyEndorsement(document, world)), container, document };
}

function isEndorsement({ type }: JsonObject): boolean {
  const types = asList(type);
  return (
    types.includes('EndorsementCredential') &&
    !types.includes('OpenBadgeCredential') &&
    !types.includes('AchievementCredential')
  );
}

async function checksOfEndorsement(document: JsonValue, world: VerificationDependencies): Promise<Check[]> {
  if (!isObject(document)) return [finding('format', 'failed', 'formatNotJson')];
  const [first, second] = asList(document['@context']);
  if (first !== CREDENTIALS_V2 || second !== OPEN_BADGES_V3) return [finding('format', 'failed', 'formatContexts')];
  const format = finding('format', 'ok', 'formatEndorsement');
  const structure = structureOf(endorsementProblems(document));
  if (structure.state === 'failed') return [format, structure];
  const { check: signature, proofs } = await checkSignature(document, world);
  const made = [format, structure, signature];
  if (signature.state !== 'ok') return made;
  const issuer = await checkIssuer(document, proofs, world);
  if (issuer.state === 'failed') return [...made, issuer];
  return [...made, issuer, await checkStatus(document, world), checkDates(document, world.now)];
}

async function checksOf(document: JsonValue, dependencies: VerificationDependencies): Promise<Check[]> {
  const format = checkFormat(document);
  if (format.state === 'failed' || !isObject(document)) return [format];
  const current = currentForm(document);
  const structure = checkStructure(current);
  const { check: signature, proofs } = await checkSignature(document, dependencies);
  const made = [format, structure, signature];
  if (signature.state === 'failed' || structure.state === 'failed') return made;
  if (signature.state === 'not-checked') return [...made, ...unreached(), checkDates(current, dependencies.now)];
  const issuer = await checkIssuer(document, proofs, dependencies);
  return issuer.state === 'failed'
    ? [...made, issuer]
    : [...made, issuer, ...(await lastChecks(current, dependencies))];
}

/** The same questions about a token. Its signature covers every letter, so nothing need be expanded. */
async function checksOfJwt(jwt: ReadableJwt, dependencies: VerificationDependencies): Promise<Check[]> {
  const format = checkFormat(jwt.document);
  if (format.state === 'failed') return [format];
  const current = currentForm(jwt.document);
  const structure = checkStructure(current);
  if (structure.state === 'failed') return [format, structure];
  const { check: signature, thumbprint } = await checkJwtSignature(jwt, dependencies);
  const made = [format, structure, signature];
  if (signature.state === 'failed') return made;
  if (!thumbprint) return [...made, ...unreached(), checkDates(current, dependencies.now)];
  const issuer = await checkJwtIssuer(jwt.document, thumbprint, dependencies);
  return issuer.state === 'failed'
    ? [...made, issuer]
    : [...made, issuer, ...(await lastChecks(current, dependencies))];
}

function unreached(): Check[] {
  return (['issuer', 'status'] as const).map((name) => finding(name, 'not-checked', 'unreached'));
}

async function lastChecks(document: JsonObject, dependencies: VerificationDependencies): Promise<Check[]> {
  const status = await checkStatus(document, dependencies);
  return [status, checkDates(document, dependencies.now), ...(await checkEndorsements(document, dependencies))];
}

/** Data model 1.1 gives two members other names. What is checked here is the same. */
function currentForm(document: JsonObject): JsonObject {
  const [first, ...others] = asList(document['@context']);
  if (first !== CREDENTIALS_V1) return document;
  const { issuanceDate, expirationDate, ...rest } = document;
  return {
    ...rest,
    '@context': [CREDENTIALS_V2, ...others],
    validFrom: issuanceDate,
    ...(expirationDate !== undefined && { validUntil: expirationDate }),
  };
}

/** Every question about an issuer gets the same document, also when it is asked again for the status list. */
function askingOnce(world: VerificationDependencies): VerificationDependencies {
  const asked = new Map<string, Promise<JsonObject>>();
  const resolveIssuer = (did: string): Promise<JsonObject> => {
    const answer = asked.get(did) ?? world.resolveIssuer(did);
    asked.set(did, answer);
    return answer;
  };
  return { ...world, resolveIssuer };
}

function checkFormat(document: JsonValue): Check {
  if (!isObject(document)) return finding('format', 'failed', 'formatNotJson');
  const [first, second] = asList(document['@context']);
  if (
    (first !== CREDENTIALS_V2 && first !== CREDENTIALS_V1) ||
    typeof second !== 'string' ||
    !OPEN_BADGES_CONTEXT.test(second)
  ) {
    return finding('format', 'failed', 'formatContexts');
  }
  const types = asList(document.type);
  const isBadge = types.includes('OpenBadgeCredential') || types.includes('AchievementCredential');
  if (!types.includes('VerifiableCredential') || !isBadge) return finding('format', 'failed', 'formatTypes');
  return first === CREDENTIALS_V2 && second === OPEN_BADGES_V3
    ? finding('format', 'ok', 'formatOk')
    : finding('format', 'warning', 'formatOlder');
}

function checkStructure(document: JsonObject): Check {
  return structureOf([...structureProblems(document), ...proseProblems(document)]);
}

function structureOf(problems: readonly StructureProblem[]): Check {
  const [first] = problems;
  if (!first) return finding('structure', 'ok', 'structureOk');
  const details = problems
    .slice(0, 5)
    .map(({ path, message }) => ({ label: 'problem' as const, value: `${path} ${message}`.trim() }));
  return finding(
    'structure',
    'failed',
    'structureWrong',
    { problem: `${first.path} ${first.message}`.trim() },
    details,
  );
}

function checkDates(document: JsonObject, now: Date): Check {
  const [from, until] = [asText(document.validFrom), asText(document.validUntil)];
  const [first, last] = [instantOf(from ?? ''), instantOf(until ?? '')];
  const details = [
    ...(from ? [{ label: 'from' as const, value: from }] : []),
    ...(until ? [{ label: 'until' as const, value: until }] : []),
  ];
  if (first !== undefined && last !== undefined && last < first)
    return finding('dates', 'failed', 'datesWrong', {}, details);
  if (last !== undefined && last < now.getTime()) return finding('dates', 'warning', 'datesEnded', {}, details);
  if (first !== undefined && first > now.getTime()) return finding('dates', 'warning', 'datesNotYet', {}, details);
  return finding('dates', 'ok', 'datesOk', {}, details);
}

/** One answer from all. What was not reached is shown as not looked at, never as fine. */
function conclude(made: readonly Check[], { now }: VerificationDependencies): Verification {
  const checks = CHECK_NAMES.flatMap((name) => {
    const check = made.find((each) => each.name === name);
    if (check) return [check];
    return name === 'file' || name === 'endorsements' ? [] : [finding(name, 'not-checked', 'hidden')];
  });
  return { verdict: verdictOf(checks), checks, checkedAt: now.toISOString() };
}

/** Whoever fails one of these is not to be relied on. A status has verdicts of its own. */
const BREAKING: readonly CheckName[] = ['file', 'format', 'structure', 'signature', 'issuer', 'dates', 'endorsements'];

function verdictOf(checks: readonly Check[]): Verdict {
  const of = (name: CheckName): Check | undefined => checks.find((check) => check.name === name);
  const status = of('status')?.key;
  if (BREAKING.some((name) => of(name)?.state === 'failed')) return 'broken';
  if (of('signature')?.state !== 'ok') return 'could-not-check';
  if (status === 'statusRevoked') return 'revoked';
  if (status === 'statusSuspended') return 'suspended';
  if (of('issuer')?.state === 'not-checked') return 'could-not-check';
  if (of('issuer')?.state === 'warning') return 'unknown-issuer';
  if (of('dates')?.key === 'datesEnded') return 'expired';
  if (of('dates')?.key === 'datesNotYet') return 'not-yet-valid';
  if (of('endorsements')?.state === 'not-checked') return 'could-not-check';
  return of('status')?.state === 'ok' ? 'genuine-and-current' : 'could-not-check';
}
