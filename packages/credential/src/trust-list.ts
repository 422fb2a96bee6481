import { asText, idOf, type JsonObject } from './json.js';

/** What of somebody says which issuers they are. */
export interface Issuing {
  readonly issuerIds: readonly string[];
}

/** Whom an organisation trusts to issue badges. It says who they are, and nothing about any of their badges. */
export interface TrustList {
  /** Whose list it is. */
  readonly organisation: string;
  readonly issuers: readonly (Issuing & { readonly name: string })[];
}

const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

export function isDomain(text: string): boolean {
  return DOMAIN.test(text);
}

/** The domain behind an issuer's identifier: of a web address or a did:web; undefined for keys and other names. */
export function issuerDomain(issuerId: string): string | undefined {
  const web = /^did:web:([^:]+)/i.exec(issuerId)?.[1];
  if (web) return decodeURIComponent(web).replace(/:\d+$/, '').toLowerCase();
  return URL.canParse(issuerId) && /^https?:/i.test(issuerId) ? new URL(issuerId).hostname.toLowerCase() : undefined;
}

/** Whether an issuer is one of somebody's: named as it is, or standing behind one of their domains. */
export function isIssuerOf({ issuerIds }: Issuing, issuerId: string): boolean {
  const domain = issuerDomain(issuerId);
  return issuerIds.some(
    (own) => own === issuerId || (isDomain(own) && (domain === own || domain?.endsWith(`.${own}`) === true)),
  );
}

/** As whom the issuer that a document names stands on a list; undefined where it does not. */
export function listedAs(list: TrustList, document: JsonObject): string | undefined {
  const issuer = asText(document.issuer) ?? idOf(document.issuer) ?? '';
  return list.issuers.find((each) => isIssuerOf(each, issuer))?.name;
}
