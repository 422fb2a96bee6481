/** What can be decided about a provider, but for its secret. */
export interface ProviderSettings {
  name: string;
  issuer: string;
  clientId: string;
  enabled: boolean;
  trustUnverifiedEmail: boolean;
  personNumberClaim: string | null;
  createPeople: boolean;
  allowedDomains: string[];
}

interface Problem {
  field: string;
  message: string;
}

const MOST_DOMAINS = 50;
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** As it is kept: without spaces around, domains small, alike and without their @, an empty claim as none. */
export function cleaned(given: ProviderSettings): ProviderSettings {
  const domains = given.allowedDomains.map((domain) => domain.trim().replace(/^@/, '').toLowerCase());
  return {
    name: given.name.trim(),
    issuer: given.issuer.trim(),
    clientId: given.clientId.trim(),
    enabled: given.enabled,
    trustUnverifiedEmail: given.trustUnverifiedEmail,
    personNumberClaim: given.personNumberClaim?.trim() || null,
    createPeople: given.createPeople,
    allowedDomains: [...new Set(domains.filter((domain) => domain !== ''))],
  };
}

/** Whether the change lets in whom the provider could not let in before; a name and switching off do not. */
export function trustsOtherwise(before: ProviderSettings, after: ProviderSettings): boolean {
  const told = ({
    issuer,
    clientId,
    trustUnverifiedEmail,
    personNumberClaim,
    createPeople,
    allowedDomains,
  }: ProviderSettings) =>
    JSON.stringify([issuer, clientId, trustUnverifiedEmail, personNumberClaim, createPeople, allowedDomains]);
  return told(before) !== told(after) || (after.enabled && !before.enabled);
}

/** Everything that is wrong with the settings themselves; `before` is what stands there now. */
export function problemsOfProvider(
  given: ProviderSettings,
  clientSecret: string | null | undefined,
  before: { issuer: string; clientId: string; hasSecret: boolean } | null,
): Problem[] {
  const problems: Problem[] = [];
  const say = (field: keyof ProviderSettings | 'clientSecret', message: string) => problems.push({ field, message });
  for (const [field, what, most] of [
    ['name', 'A name', 80],
    ['clientId', 'A client id', 300],
  ] as const) {
    if (given[field].length === 0) say(field, `${what} is needed.`);
    if (given[field].length > most) say(field, `${what} has at most ${most} characters.`);
  }
  if (given.issuer.length > 500) say('issuer', 'An issuer has at most 500 characters.');
  if (/[?#@]/.test(given.issuer)) say('issuer', 'An issuer is an address without user, question mark or fragment.');
  if ((clientSecret?.length ?? 0) > 1_000) say('clientSecret', 'A client secret has at most 1,000 characters.');
  // Else whoever may change the issuer could have the secret sent to an address of their own.
  const moved = before !== null && (before.issuer !== given.issuer || before.clientId !== given.clientId);
  if (moved && before.hasSecret && (clientSecret === undefined || clientSecret === null))
    say('clientSecret', 'A new issuer or client id needs the client secret again.');
  if ((given.personNumberClaim?.length ?? 0) > 100) say('personNumberClaim', 'A claim has at most 100 characters.');
  if (given.allowedDomains.length > MOST_DOMAINS) say('allowedDomains', `At most ${MOST_DOMAINS} domains.`);
  const odd = given.allowedDomains.find((domain) => !DOMAIN.test(domain));
  if (odd !== undefined) say('allowedDomains', `“${odd.slice(0, 80)}” is not a mail domain.`);
  if (given.createPeople && given.allowedDomains.length === 0)
    say('allowedDomains', 'Name at least one mail domain whose people may come in.');
  return problems;
}
