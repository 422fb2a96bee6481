import { type Check, finding, type VerificationDependencies } from './findings.js';
import { checkIssuer, checkSignature } from './issuer-check.js';
import { asList, asText, idOf, isObject, type JsonObject, type JsonValue } from './json.js';

/** More of them would make one badge cost a visitor as much as a page of badges. */
const MOST = 10;

/** The endorsements that a badge carries: signed, by whom they say, and about it. None is nothing to ask. */
export async function checkEndorsements(
  document: JsonObject,
  dependencies: VerificationDependencies,
): Promise<Check[]> {
  const endorsements = carriedBy(document);
  if (endorsements.length === 0) return [];
  if (endorsements.length > MOST) return [finding('endorsements', 'not-checked', 'endorsementsUnknown')];
  const about = subjectsOf(document);
  let unknown = false;
  for (const endorsement of endorsements) {
    const state = await stateOf(endorsement, about, dependencies);
    if (state === 'failed') return [finding('endorsements', 'failed', 'endorsementsWrong')];
    unknown ||= state === 'not-checked';
  }
  return [
    unknown
      ? finding('endorsements', 'not-checked', 'endorsementsUnknown')
      : finding('endorsements', 'ok', 'endorsementsOk'),
  ];
}

async function stateOf(
  endorsement: JsonValue,
  about: readonly string[],
  dependencies: VerificationDependencies,
): Promise<Check['state']> {
  // The token form of an endorsement is not read here, and what is not read is not fine.
  if (!isObject(endorsement)) return 'not-checked';
  if (!asList(endorsement.type).includes('EndorsementCredential')) return 'failed';
  if (!about.includes(idOf(endorsement.credentialSubject) ?? '')) return 'failed';
  const { check, proofs } = await checkSignature(endorsement, dependencies);
  if (check.state !== 'ok') return check.state;
  const { state } = await checkIssuer(endorsement, proofs, dependencies);
  // An endorser whom nobody here knows is still who signed.
  return state === 'warning' ? 'ok' : state;
}

function carriedBy(document: JsonObject): JsonValue[] {
  const achievement = achievementOf(document);
  return [document, achievement].flatMap((node) =>
    isObject(node) ? [...asList(node.endorsement), ...asList(node.endorsementJwt)] : [],
  );
}

function subjectsOf(document: JsonObject): string[] {
  const ids = [document.id, idOf(document.issuer), idOf(achievementOf(document))];
  return ids.flatMap((id) => asText(id) ?? []);
}

function achievementOf(document: JsonObject): JsonValue | undefined {
  return isObject(document.credentialSubject) ? document.credentialSubject.achievement : undefined;
}
