/** What of a provider says which issuers it is. */
export interface Issuing {
  issuerIds: readonly string[];
}

const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const MOST = 20;

/** The domain behind an issuer's identifier: of a web address or a did:web; undefined for keys and other names. */
export function issuerDomain(issuerId: string): string | undefined {
  const web = /^did:web:([^:]+)/i.exec(issuerId)?.[1];
  if (web) return decodeURIComponent(web).replace(/:\d+$/, '').toLowerCase();
  return URL.canParse(issuerId) && /^https?:/i.test(issuerId) ? new URL(issuerId).hostname.toLowerCase() : undefined;
}

/** Whether an issuer is one of a provider's: named as it is, or standing behind one of its domains. */
export function isIssuerOf({ issuerIds }: Issuing, issuerId: string): boolean {
  const domain = issuerDomain(issuerId);
  return issuerIds.some(
    (own) => own === issuerId || (DOMAIN.test(own) && (domain === own || domain?.endsWith(`.${own}`) === true)),
  );
}

/** Identifiers as they are kept: domains in lower case, each once. */
export function tidyIssuerIds(said: readonly string[]): string[] {
  const tidy = said.map((each) => each.trim()).filter((each) => each !== '');
  return [...new Set(tidy.map((each) => (DOMAIN.test(each.toLowerCase()) ? each.toLowerCase() : each)))];
}

/** Why these cannot be a provider's identifiers. */
export function issuerIdProblems(issuerIds: readonly string[]): { field: string; message: string }[] {
  const field = 'issuerIds';
  if (issuerIds.length > MOST) return [{ field, message: `A provider has at most ${MOST} identifiers.` }];
  const wrong = issuerIds.find(
    (each) =>
      each.length > 300 || !(DOMAIN.test(each) || /^did:[a-z0-9]+:\S+$/.test(each) || /^https:\/\/\S+$/.test(each)),
  );
  return wrong === undefined
    ? []
    : [
        {
          field,
          message: `“${wrong.slice(0, 80)}” is no domain, no https address and no DID. Write for example guild.example.`,
        },
      ];
}
