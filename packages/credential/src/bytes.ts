// The encodings that multibase and the status list need, and nothing more. Written here because a verifier that
// people are asked to trust should be readable in one sitting.

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const TWO_DIGITS = 58 ** 2;
/** Each byte as two hexadecimal digits. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

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
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** Bytes in base58 with Bitcoin's alphabet. */
export function toBase58(bytes: Uint8Array): string {
  // As a number of 16 bits a place, divided by two digits at a time: every step is one of small whole numbers.
  const odd = bytes.length % 2;
  const words = new Int32Array((bytes.length + odd) / 2);
  for (let nth = 0; nth < words.length; nth += 1)
    words[nth] = ((bytes[2 * nth - odd] ?? 0) << 8) | (bytes[2 * nth - odd + 1] ?? 0);
  let text = '';
  for (let from = 0; from < words.length; ) {
    let left = 0;
    for (let at = from; at < words.length; at += 1) {
      const held = (left << 16) | (words[at] ?? 0);
      const whole = (held / TWO_DIGITS) | 0;
      words[at] = whole;
      left = held - whole * TWO_DIGITS;
    }
    text = BASE58.charAt((left / 58) | 0) + BASE58.charAt(left % 58) + text;
    while (words[from] === 0) from += 1;
  }
  return '1'.repeat(leading(bytes, 0)) + text.replace(/^1+/, '');
}

/** Reads base58 with Bitcoin's alphabet; undefined where a character does not belong to it. */
export function fromBase58(text: string): Uint8Array<ArrayBuffer> | undefined {
  // The lowest byte first, of a number that grows by a digit at a time.
  const body = new Uint8Array(text.length);
  let length = 0;
  for (const character of text) {
    let carried = BASE58.indexOf(character);
    if (carried < 0) return undefined;
    for (let at = 0; at < length || carried > 0; at += 1) {
      carried += (body[at] ?? 0) * 58;
      body[at] = carried & 0xff;
      carried >>= 8;
      if (at === length) length += 1;
    }
  }
  const bytes = new Uint8Array(text.length - text.replace(/^1+/, '').length + length);
  bytes.set(body.subarray(0, length).reverse(), bytes.length - length);
  return bytes;
}

/** Bytes in base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let at = 0;
  for (let from = 0; from < bytes.length; from += 3) {
    const three = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    for (let shift = 18; shift >= 0 && at < codes.length; shift -= 6)
      codes[at++] = BASE64URL.charCodeAt((three >> shift) & 63);
  }
  let text = '';
  // In portions, because a call takes only so many arguments.
  for (let from = 0; from < at; from += 8_192) text += String.fromCharCode(...codes.subarray(from, from + 8_192));
  return text;
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
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = hexDigit(text.charCodeAt(2 * at)) * 16 + hexDigit(text.charCodeAt(2 * at + 1));
  return bytes;
}

function leading(bytes: Uint8Array, value: number): number {
  const first = bytes.findIndex((byte) => byte !== value);
  return first < 0 ? bytes.length : first;
}

/** The value of a hexadecimal digit by its code: figures, then letters, which have the same last four bits in both cases. */
function hexDigit(code: number): number {
  return code < 58 ? code - 48 : (code & 15) + 9;
}
