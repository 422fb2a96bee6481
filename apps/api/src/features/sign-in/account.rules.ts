/** What a provider says about whoever signed in there; nothing in it is believed for its name alone. */
export type Claims = Readonly<Record<string, unknown>>;

/** What an organisation decided to believe of one provider. */
export interface Belief {
  trustUnverifiedEmail: boolean;
  personNumberClaim: string | null;
  createPeople: boolean;
  allowedDomains: readonly string[];
}

export interface Account {
  /** A mail address that may be used to find the person; null when there is none or it is not to be believed. */
  email: string | null;
  /** There was a mail address, but the provider does not vouch for it. */
  emailUnverified: boolean;
  personNumber: string | null;
  displayName: string | null;
}

const MOST_CHARACTERS = 200;
const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

export function accountOf(claims: Claims, belief: Belief): Account {
  const email = textOf(claims.email);
  const looksLikeMail = email !== null && email.length <= 254 && MAIL.test(email);
  // Some providers send the word instead of the value.
  const verified = claims.email_verified === true || claims.email_verified === 'true';
  const believed = looksLikeMail && (verified || belief.trustUnverifiedEmail);
  return {
    email: believed ? email : null,
    emailUnverified: looksLikeMail && !believed,
    personNumber: belief.personNumberClaim ? textOf(claims[belief.personNumberClaim]) : null,
    displayName: nameOf(claims),
  };
}

/** Whether a person whom nobody took on may come in by this account. */
export function mayJoin(account: Account, belief: Belief): account is Account & { email: string } {
  if (!belief.createPeople || account.email === null) return false;
  const domain = account.email.slice(account.email.lastIndexOf('@') + 1).toLowerCase();
  return belief.allowedDomains.some((allowed) => allowed.toLowerCase() === domain);
}

function nameOf(claims: Claims): string | null {
  const parts = [textOf(claims.given_name), textOf(claims.family_name)].filter((part) => part !== null);
  return textOf(claims.name) ?? (parts.length > 0 ? parts.join(' ').slice(0, MOST_CHARACTERS) : null);
}

function textOf(claim: unknown): string | null {
  if (typeof claim === 'number') return String(claim);
  if (typeof claim !== 'string') return null;
  // What no screen can show has no place in a name.
  const text = claim.replace(/\p{Cc}/gu, ' ').trim();
  return text.length > 0 && text.length <= MOST_CHARACTERS * 2 ? text.slice(0, 254) : null;
}
