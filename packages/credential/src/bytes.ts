// The encodings that multibase and the status list need, and nothing more. Written here because a verifier that
// people are asked to trust should be readable in one sitting.

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const NINE_DIGITS = 58n ** 9n;

/** The multicodec prefix of an Ed25519 public key (0xed, as a varint). */
const ED25519_PUBLIC = [0xed, 0x01];
/** The multicodec prefix of a P-256 public key (0x1200, as a varint). */
const P256_PUBLIC = [0x80, 0x24];
/** The multihash prefix of SHA-256 with its 32 bytes. */
const SHA2_256 = [0x12, 0x20];

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Two byte strings, one after the other. */
export function concatBytes(first: ArrayLike<number>, second: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first, 0);
  joined.set(second, first.length);
  return joined;
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes in base58 with Bitcoin's alphabet. */
export function toBase58(bytes: Uint8Array): string {
  let number = BigInt(`0x${toHex(bytes) || '0'}`);
  let text = '';
  // Nine digits at a time: as many as a number holds exactly.
  for (; number > 0n; number /= NINE_DIGITS) {
    let part = Number(number % NINE_DIGITS);
    for (let digit = 0; digit < 9; digit += 1, part = Math.floor(part / 58)) text = BASE58.charAt(part % 58) + text;
  }
  return '1'.repeat(leading(bytes, 0)) + text.replace(/^1+/, '');
}

/** Reads base58 with Bitcoin's alphabet; undefined where a character does not belong to it. */
export function fromBase58(text: string): Uint8Array<ArrayBuffer> | undefined {
  let number = 0n;
  for (const character of text) {
    const digit = BASE58.indexOf(character);
    if (digit < 0) return undefined;
    number = number * 58n + BigInt(digit);
  }
  const body: number[] = [];
  while (number > 0n) {
    body.unshift(Number(number & 0xffn));
    number >>= 8n;
  }
  const zeros = text.length - text.replace(/^1+/, '').length;
  return Uint8Array.from([...Array<number>(zeros).fill(0), ...body]);
}

/** Bytes in base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  // In portions, because a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads base64url without padding; undefined where it is not. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of text) {
    const digit = BASE64URL.indexOf(character);
    if (digit < 0) return undefined;
    bits = ((bits << 6) | digit) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >> held) & 0xff;
    }
  }
  return bytes;
}

/** Reads a multibase text in base58btc (`z…`) or base64url (`u…`), the two that Multikey and status lists use. */
export function fromMultibase(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.startsWith('z')) return fromBase58(text.slice(1));
  if (text.startsWith('u')) return fromBase64Url(text.slice(1));
  return undefined;
}

/** An Ed25519 public key as a Multikey text (`z6Mk…`). */
export function toMultikey(publicKey: Uint8Array): string {
  return `z${toBase58(concatBytes(ED25519_PUBLIC, publicKey))}`;
}

/** The 32 bytes of an Ed25519 public key written as Multikey; undefined for anything else. */
export function fromMultikey(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!text.startsWith('z')) return undefined;
  const bytes = fromBase58(text.slice(1));
  if (bytes?.length !== 34 || bytes[0] !== ED25519_PUBLIC[0] || bytes[1] !== ED25519_PUBLIC[1]) return undefined;
  return bytes.slice(2);
}

/** A P-256 public key as a Multikey text (`zDn…`): its point, compressed. Undefined where the coordinates are none. */
export function toP256Multikey(x: string, y: string): string | undefined {
  const [across, up] = [fromBase64Url(x), fromBase64Url(y)];
  if (across?.length !== 32 || up?.length !== 32) return undefined;
  const sign = 2 + ((up[31] ?? 0) & 1);
  return `z${toBase58(concatBytes([...P256_PUBLIC, sign], across))}`;
}

/** A SHA-256 digest as `digestMultibase` (VC Data Model 2.0, section 5.3): a multihash in base64url. */
export function toDigestMultibase(sha256: Uint8Array): string {
  return `u${toBase64Url(concatBytes(SHA2_256, sha256))}`;
}

/** The SHA-256 digest inside a `digestMultibase`; undefined for another hash. */
export function fromDigestMultibase(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = fromMultibase(text);
  if (bytes?.length !== 34 || bytes[0] !== SHA2_256[0] || bytes[1] !== SHA2_256[1]) return undefined;
  return bytes.slice(2);
}

/** Bytes from hexadecimal; undefined where it is not. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

function leading(bytes: Uint8Array, value: number): number {
  const first = bytes.findIndex((byte) => byte !== value);
  return first < 0 ? bytes.length : first;
}
