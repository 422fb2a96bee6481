import { asList, asText, idOf, isObject, type JsonObject, type JsonValue } from './json.js';

/** The context of Open Badges 2.0 and 2.1. */
const OPEN_BADGES_V2 = /^https:\/\/w3id\.org\/openbadges\/v2$/;
const OLDER = /^https?:\/\/(w3id\.org\/openbadges\/v1|standard\.openbadges\.org\/)/;

/** A badge of Open Badges 2.0: the statement, what can be earned, and whose it is. */
export interface AssertionParts {
  readonly assertion: JsonObject;
  readonly badge: JsonObject;
  readonly issuer: JsonObject;
}

/** True for what says that it follows Open Badges 2, or an edition before it; everything else is read as 3.0. */
export function isAssertion(document: JsonObject): boolean {
  const contexts = asList(document['@context']);
  return (
    contexts.some((each) => typeof each === 'string' && (OPEN_BADGES_V2.test(each) || OLDER.test(each))) ||
    asList(document.type).includes('Assertion') ||
    (document.uid !== undefined && document.recipient !== undefined)
  );
}

/** Why it cannot be read as an assertion of Open Badges 2.0; undefined where it can. */
export function formatProblem(document: JsonObject): 'assertionOlder' | 'assertionTypes' | undefined {
  const [first] = asList(document['@context']);
  if (typeof first !== 'string' || !OPEN_BADGES_V2.test(first)) return 'assertionOlder';
  return asList(document.type).includes('Assertion') ? undefined : 'assertionTypes';
}

/** What the standard asks of an assertion and is not there (Open Badges 2.0, section 3, Assertion). */
export function assertionProblems(assertion: JsonObject): string[] {
  const { id, recipient, badge, verification, issuedOn, expires } = assertion;
  const problems: string[] = [];
  if (!isAddress(id) && !/^urn:uuid:/i.test(asText(id) ?? '')) problems.push('id is no web address and no UUID');
  if (!isObject(recipient) || !asText(recipient.type) || !asText(recipient.identity))
    problems.push('recipient does not say whose it is');
  if (!isObject(badge) && !isAddress(badge)) problems.push('badge names nothing that can be earned');
  if (!verificationKind(verification)) problems.push('verification is neither hosted nor signed');
  if (!isMoment(issuedOn)) problems.push('issuedOn is no date');
  if (expires !== undefined && !isMoment(expires)) problems.push('expires is no date');
  return problems;
}

/** What a badge class and an issuer must say. */
export function classProblems({ badge, issuer }: Pick<AssertionParts, 'badge' | 'issuer'>): string[] {
  const problems: string[] = [];
  if (!asList(badge.type).includes('BadgeClass')) problems.push('badge is no BadgeClass');
  if (!asText(badge.name)) problems.push('badge has no name');
  if (badge.criteria === undefined) problems.push('badge has no criteria');
  if (!asText(issuer.name)) problems.push('issuer has no name');
  if (!isAddress(issuer.id)) problems.push('issuer has no web address');
  return problems;
}

/** How an assertion says that it can be checked. */
export function verificationKind(verification: JsonValue | undefined): 'hosted' | 'signed' | undefined {
  const types = isObject(verification) ? asList(verification.type) : [];
  if (types.some((type) => type === 'hosted' || type === 'HostedBadge')) return 'hosted';
  return types.some((type) => type === 'signed' || type === 'SignedBadge') ? 'signed' : undefined;
}

/** Whether an issuer lets its assertions stand at this address (Open Badges 2.0, VerificationObject). */
export function isHostedBy(id: string, issuer: JsonObject): boolean {
  if (!URL.canParse(id)) return false;
  const said = isObject(issuer.verification) ? issuer.verification : {};
  const starts = texts(said.startsWith);
  if (starts.length > 0) return starts.some((start) => id.startsWith(start));
  const origins = texts(said.allowedOrigins);
  const own = asText(issuer.id);
  const hosts = origins.length > 0 ? origins : own && URL.canParse(own) ? [new URL(own).host] : [];
  return hosts.some((host) => host.replace(/^https?:\/\//, '') === new URL(id).host);
}

/** Members that a hosted copy must not say otherwise. */
const COMPARED = ['id', 'recipient', 'badge', 'issuedOn', 'expires'] as const;

/** The first thing that two copies of an assertion say differently. */
export function differingMember(one: JsonObject, other: JsonObject): string | undefined {
  return COMPARED.find((name) => {
    const [left, right] = [one[name], other[name]];
    return name === 'badge' ? idOf(left) !== idOf(right) : sorted(left) !== sorted(right);
  });
}

/** The entry of a revocation list about this assertion. */
export function revocationOf(list: JsonObject, assertion: JsonObject): { readonly reason?: string } | undefined {
  const own = [asText(assertion.id), asText(assertion.uid)].filter((each) => each !== undefined);
  const entry = asList(list.revokedAssertions).find((each) =>
    own.includes(idOf(each) ?? (isObject(each) ? asText(each.uid) : undefined) ?? ''),
  );
  if (entry === undefined) return undefined;
  const reason = isObject(entry) ? asText(entry.revocationReason) : undefined;
  return reason ? { reason } : {};
}

/**
 * The same statement with the words of 3.0, for whoever shows or judges it. It is never signed again: what was issued
 * in 2.0 stays a 2.0 badge.
 */
export function inWordsOfThree({ assertion, badge, issuer }: AssertionParts): JsonObject {
  const { criteria } = badge;
  return {
    id: assertion.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: badge.name,
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name, url: issuer.url, email: issuer.email },
    validFrom: zoned(assertion.issuedOn),
    ...(assertion.expires !== undefined && { validUntil: zoned(assertion.expires) }),
    credentialSubject: {
      type: ['AchievementSubject'],
      ...(asText(assertion.narrative) && { narrative: assertion.narrative }),
      identifier: [identityOf(assertion.recipient)].filter((each) => each !== undefined),
      achievement: {
        id: badge.id,
        type: ['Achievement'],
        name: badge.name,
        description: asText(badge.description) ?? '',
        criteria: isObject(criteria) ? { id: criteria.id, narrative: criteria.narrative } : { id: criteria },
        tag: texts(badge.tags),
        alignment: asList(badge.alignment).filter((each) => isObject(each)),
        ...(badge.endorsement !== undefined && { endorsement: badge.endorsement }),
      },
    },
    evidence: asList(assertion.evidence).map((each) => (isObject(each) ? each : { id: each, type: ['Evidence'] })),
  };
}

/** The same identity as an IdentityObject of 3.0. */
function identityOf(recipient: JsonValue | undefined): JsonObject | undefined {
  if (!isObject(recipient)) return undefined;
  return {
    type: 'IdentityObject',
    hashed: recipient.hashed === true,
    identityHash: recipient.identity,
    identityType: recipient.type === 'email' ? 'emailAddress' : (asText(recipient.type) ?? 'identifier'),
    ...(asText(recipient.salt) && { salt: recipient.salt }),
  };
}

/** 2.0 let issuers leave out the zone, and write seconds since 1970; both are read as universal time. */
function zoned(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number') return new Date(value * 1_000).toISOString();
  const text = asText(value);
  if (text === undefined || !Number.isFinite(Date.parse(text))) return text;
  return /[zZ]$|[+-]\d\d:?\d\d$/.test(text)
    ? text
    : new Date(`${text.length === 10 ? `${text}T00:00:00` : text}Z`).toISOString();
}

function isMoment(value: JsonValue | undefined): boolean {
  return typeof value === 'number' || Number.isFinite(Date.parse(asText(value) ?? ''));
}

function isAddress(value: JsonValue | undefined): boolean {
  const text = asText(value) ?? '';
  return URL.canParse(text) && /^https?:/i.test(text);
}

function texts(value: JsonValue | undefined): string[] {
  return asList(value).filter((each) => typeof each === 'string');
}

/** Members in one order, so that the same thing reads the same. */
function sorted(value: JsonValue | undefined): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    isObject(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
}
