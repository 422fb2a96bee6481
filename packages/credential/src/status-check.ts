import { type Check, finding, type VerificationDependencies } from './findings.js';
import { checkIssuer, checkSignature } from './issuer-check.js';
import { idOf, isObject, type JsonObject } from './json.js';
import { readStatusBit, readStatusEntry } from './status-list.js';

/** Whether the issuer has withdrawn or suspended it, by a list that the same issuer signed. */
export async function checkStatus(document: JsonObject, dependencies: VerificationDependencies): Promise<Check> {
  if (document.credentialStatus === undefined) return finding('status', 'ok', 'statusNone');
  const entry = isObject(document.credentialStatus) ? readStatusEntry(document.credentialStatus) : undefined;
  // An unknown kind of status is not a good status.
  if (!entry) return unknown('its kind of status is not known here');
  const list = await dependencies.loadStatusList(entry.list).catch(() => undefined);
  const details = [{ label: 'list' as const, value: entry.list }];
  if (!list) return finding('status', 'not-checked', 'statusUnreachable', {}, details);
  const distrust = await distrustOf(list, document, dependencies);
  if (distrust) return unknown(distrust);
  const reading = await readStatusBit(list, entry, dependencies.now, dependencies.gunzip);
  if (!reading.known) return unknown(reading.because);
  if (!reading.set) return finding('status', 'ok', 'statusOk', {}, details);
  if (entry.purpose === 'revocation') return finding('status', 'failed', 'statusRevoked', {}, details);
  if (entry.purpose === 'suspension') return finding('status', 'failed', 'statusSuspended', {}, details);
  return unknown(`the list says “${entry.purpose}”`);
}

/** Why a list is not to be believed. A list that anyone could have written proves nothing in either direction. */
async function distrustOf(
  list: JsonObject,
  document: JsonObject,
  dependencies: VerificationDependencies,
): Promise<string | undefined> {
  if (idOf(list.issuer) !== idOf(document.issuer)) return 'the list comes from another issuer';
  const { check, proofs } = await checkSignature(list, dependencies);
  if (check.state !== 'ok') return 'the signature of the list does not hold';
  const issuer = await checkIssuer(list, proofs, dependencies);
  return issuer.state === 'ok' || issuer.state === 'warning'
    ? undefined
    : 'the list is signed with a key that is not the issuer’s';
}

function unknown(because: string): Check {
  return finding('status', 'not-checked', 'statusUnknown', { because });
}
