import { utf8 } from './bytes.js';
import { asList, asText, isObject, type JsonObject } from './json.js';

/** Whose a badge says that it is, one way of saying it. */
export interface RecipientIdentity {
  readonly kind: string;
  readonly hashed: boolean;
  readonly value: string;
  readonly salt: string;
}

/** The identities that a badge in the words of 3.0 gives its holder. */
export function recipientIdentities(document: JsonObject): RecipientIdentity[] {
  const subject = isObject(document.credentialSubject) ? document.credentialSubject : {};
  return asList(subject.identifier).flatMap((each) => {
    if (!isObject(each)) return [];
    const value = asText(each.identityHash);
    if (value === undefined) return [];
    const kind = asText(each.identityType) ?? '';
    return [{ kind, hashed: each.hashed === true, value, salt: asText(each.salt) ?? '' }];
  });
}

/**
 * Whether an identity is this address (Open Badges 2.0, IdentityHash; 3.0, IdentityObject). Addresses are written in
 * several ways, so the lower-case form counts as well. Undefined where its digest is of a kind that is not computed here.
 */
export async function isRecipient(
  { hashed, value, salt }: RecipientIdentity,
  address: string,
  sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<boolean | undefined> {
  const spellings = [...new Set([address.trim(), address.trim().toLowerCase()])];
  if (!hashed) return spellings.includes(value.trim()) || value.trim().toLowerCase() === spellings.at(-1);
  const [, digest] = /^sha256\$([0-9a-f]{64})$/i.exec(value) ?? [];
  if (!digest) return undefined;
  for (const spelling of spellings) {
    const bytes = await sha256(utf8(spelling + salt));
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (hex === digest.toLowerCase()) return true;
  }
  return false;
}
