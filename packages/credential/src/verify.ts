import { CREDENTIALS_V2, OPEN_BADGES_CONTEXT, OPEN_BADGES_V3 } from './contexts.js';
import {
  CHECK_NAMES,
  type Check,
  type CheckName,
  finding,
  type Verdict,
  type Verification,
  type VerificationDependencies,
} from './findings.js';
import { instantOf } from './instant.js';
import { checkIssuer, checkSignature } from './issuer-check.js';
import { asList, asText, isObject, type JsonObject, type JsonValue } from './json.js';
import { checkStatus } from './status-check.js';
import { proseProblems, structureProblems } from './structure.js';

/**
 * Verifies an Open Badges 3.0 credential and says what it found, question by question (Open Badges 3.0, chapter on
 * verification). Nothing is asked of the network before the signature holds: a forged badge must not be able to
 * make a visitor call addresses of the forger's choice.
 */
export async function verifyCredential(document: JsonValue, world: VerificationDependencies): Promise<Verification> {
  const dependencies = askingOnce(world);
  const format = checkFormat(document);
  if (format.state === 'failed' || !isObject(document)) return conclude([format], dependencies);
  const structure = checkStructure(document);
  const { check: signature, proofs } = await checkSignature(document, dependencies);
  if (signature.state === 'failed' || structure.state === 'failed')
    return conclude([format, structure, signature], dependencies);
  if (signature.state === 'not-checked') {
    const unreached = (['issuer', 'status'] as const).map((name) => finding(name, 'not-checked', 'unreached'));
    return conclude([format, structure, signature, ...unreached, checkDates(document, dependencies.now)], dependencies);
  }
  const issuer = await checkIssuer(document, proofs, dependencies);
  if (issuer.state === 'failed') return conclude([format, structure, signature, issuer], dependencies);
  const status = await checkStatus(document, dependencies);
  return conclude([format, structure, signature, issuer, status, checkDates(document, dependencies.now)], dependencies);
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
  if (first !== CREDENTIALS_V2 || typeof second !== 'string' || !OPEN_BADGES_CONTEXT.test(second)) {
    return finding('format', 'failed', 'formatContexts');
  }
  const types = asList(document.type);
  const isBadge = types.includes('OpenBadgeCredential') || types.includes('AchievementCredential');
  if (!types.includes('VerifiableCredential') || !isBadge) return finding('format', 'failed', 'formatTypes');
  return second === OPEN_BADGES_V3 ? finding('format', 'ok', 'formatOk') : finding('format', 'warning', 'formatOlder');
}

function checkStructure(document: JsonObject): Check {
  const problems = [...structureProblems(document), ...proseProblems(document)];
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
  const checks = CHECK_NAMES.map(
    (name) => made.find((check) => check.name === name) ?? finding(name, 'not-checked', 'hidden'),
  );
  return { verdict: verdictOf(checks), checks, checkedAt: now.toISOString() };
}

function verdictOf(checks: readonly Check[]): Verdict {
  const of = (name: CheckName): Check | undefined => checks.find((check) => check.name === name);
  const status = of('status')?.key;
  if (['format', 'structure', 'signature', 'issuer', 'dates'].some((name) => of(name as CheckName)?.state === 'failed'))
    return 'broken';
  if (of('signature')?.state !== 'ok') return 'could-not-check';
  if (status === 'statusRevoked') return 'revoked';
  if (status === 'statusSuspended') return 'suspended';
  if (of('issuer')?.state === 'not-checked') return 'could-not-check';
  if (of('issuer')?.state === 'warning') return 'unknown-issuer';
  if (of('dates')?.key === 'datesEnded') return 'expired';
  if (of('dates')?.key === 'datesNotYet') return 'not-yet-valid';
  return of('status')?.state === 'ok' ? 'genuine-and-current' : 'could-not-check';
}
