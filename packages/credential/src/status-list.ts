import { fromBase64Url, toBase64Url } from './bytes.js';
import { CREDENTIALS_V2 } from './contexts.js';
import { instantOf } from './instant.js';
import { asList, asText, isObject, type JsonObject } from './json.js';

/** Entries of one list: the smallest number that hides one holder among many (Bitstring Status List 1.0, section 6.1). */
export const STATUS_LIST_LENGTH = 131_072;

/** A place in a list as a credential names it. */
export interface StatusEntry {
  readonly list: string;
  readonly index: number;
  readonly purpose: string;
}

/** Reads a `credentialStatus`; undefined where it is of a kind or form this code does not know. */
export function readStatusEntry(status: JsonObject): StatusEntry | undefined {
  const list = asText(status.statusListCredential);
  const purpose = asText(status.statusPurpose);
  const index = asText(status.statusListIndex);
  if (status.type !== 'BitstringStatusListEntry' || !list || !purpose || !index || !/^\d{1,9}$/.test(index))
    return undefined;
  return { list, purpose, index: Number(index) };
}

/** The unsigned list credential for the given revoked places. `gzip` is injected; it must be deterministic enough for nobody to care. */
export async function buildStatusList(
  list: { readonly id: string; readonly issuer: string; readonly validFrom: string; readonly set: readonly number[] },
  gzip: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<JsonObject> {
  const bits = new Uint8Array(STATUS_LIST_LENGTH / 8);
  for (const index of list.set) {
    if (!Number.isInteger(index) || index < 0 || index >= STATUS_LIST_LENGTH)
      throw new RangeError(`${index} is outside the list`);
    // Section 2.2: the first index is the left-most bit.
    bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  }
  return {
    '@context': [CREDENTIALS_V2],
    id: list.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: list.issuer,
    validFrom: list.validFrom,
    credentialSubject: {
      id: `${list.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${toBase64Url(await gzip(bits))}`,
    },
  };
}

/** Whether the bit is set, or why that cannot be said (Bitstring Status List 1.0, section 3.2). */
export type StatusReading =
  | { readonly known: true; readonly set: boolean }
  | { readonly known: false; readonly because: string };

/** Reads one place of a list whose signature is already verified. */
export async function readStatusBit(
  list: JsonObject,
  entry: StatusEntry,
  now: Date,
  gunzip: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<StatusReading> {
  const subject = list.credentialSubject;
  if (!asList(list.type).includes('BitstringStatusListCredential') || !isObject(subject)) {
    return { known: false, because: 'What the address gave is not a status list' };
  }
  if (list.id !== undefined && list.id !== entry.list) return { known: false, because: 'The list is another one' };
  if (outsideDates(list, now)) return { known: false, because: 'The list is out of date' };
  if (!asList(subject.statusPurpose).includes(entry.purpose))
    return { known: false, because: 'The list is for another purpose' };
  const encoded = asText(subject.encodedList);
  const packed = encoded?.startsWith('u') ? fromBase64Url(encoded.slice(1)) : undefined;
  const bits = packed && (await gunzip(packed).catch(() => undefined));
  if (!bits) return { known: false, because: 'The list cannot be unpacked' };
  const byte = bits[entry.index >> 3];
  if (byte === undefined || bits.length * 8 < STATUS_LIST_LENGTH)
    return { known: false, because: 'The list is too short' };
  return { known: true, set: (byte & (0x80 >> (entry.index & 7))) !== 0 };
}

function outsideDates(list: JsonObject, now: Date): boolean {
  const from = instantOf(asText(list.validFrom) ?? '');
  const until = instantOf(asText(list.validUntil) ?? '');
  return (from !== undefined && from > now.getTime()) || (until !== undefined && until < now.getTime());
}
