import { concatBytes, utf8 } from './bytes.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The keyword under which Open Badges 3.0 keeps a credential in a PNG (section on baking). */
const KEYWORD = 'openbadgecredential';
/** The keyword of 2.0; editions before it used an older kind of chunk. */
const KEYWORD_OF_TWO = 'openbadges';
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** What reading a picture gave: the texts of the credentials in it, or why it is no such picture. */
export type BakedReading =
  | { readonly is: 'read'; readonly texts: readonly string[] }
  | { readonly is: 'wrong'; readonly because: string };

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array<ArrayBuffer>;
  /** Where it begins and ends in the file. */
  readonly from: number;
  readonly to: number;
}

/** True for bytes that begin as every PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** Every credential that a PNG holds. What is packed or damaged is said to be so and not passed over. */
export function readBakedPng(bytes: Uint8Array<ArrayBuffer>): BakedReading {
  const chunks = chunksOf(bytes);
  if (typeof chunks === 'string') return { is: 'wrong', because: chunks };
  const texts: string[] = [];
  for (const { type, data } of chunks) {
    const end = data.indexOf(0);
    const keyword = latin(data.subarray(0, end));
    if (type === 'tEXt' && keyword === KEYWORD_OF_TWO) texts.push(readUtf8(data.subarray(end + 1)) ?? '');
    if (type !== 'iTXt' || (keyword !== KEYWORD && keyword !== KEYWORD_OF_TWO)) continue;
    if (data[end + 1] !== 0) return { is: 'wrong', because: 'the credential in the picture is packed' };
    const language = data.indexOf(0, end + 3);
    const translated = data.indexOf(0, language + 1);
    const text = language < 0 || translated < 0 ? undefined : readUtf8(data.subarray(translated + 1));
    if (text === undefined) return { is: 'wrong', because: 'the text in the picture cannot be read' };
    texts.push(text);
  }
  return { is: 'read', texts };
}

/** A PNG with the credential in it, once, after the header. One that was there before is taken out. */
export function bakePng(picture: Uint8Array<ArrayBuffer>, credential: string): Uint8Array<ArrayBuffer> {
  const chunks = chunksOf(picture);
  if (typeof chunks === 'string') throw new Error(`The picture cannot take a credential: ${chunks}`);
  const kept = chunks.filter(
    ({ type, data }) => type !== 'iTXt' || latin(data.subarray(0, data.indexOf(0))) !== KEYWORD,
  );
  // Keyword, not packed, no language and no translated keyword.
  const data = concatBytes(utf8(`${KEYWORD}\0\0\0\0\0`), utf8(credential));
  const [header, ...others] = kept.map(({ from, to }) => picture.subarray(from, to));
  return joined([Uint8Array.from(SIGNATURE), header ?? new Uint8Array(), chunkOf('iTXt', data), ...others]);
}

/** The chunks up to the last one, or why they cannot be read. What stands behind the end belongs to no PNG. */
function chunksOf(bytes: Uint8Array<ArrayBuffer>): Chunk[] | string {
  if (!isPng(bytes)) return 'it is not a PNG';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const to = at + 12 + length;
    if (to > bytes.length) return 'the file ends too early';
    if (view.getUint32(to - 4) !== crc32(bytes.subarray(at + 4, to - 4))) return 'a part of the file is damaged';
    const type = latin(bytes.subarray(at + 4, at + 8));
    if (chunks.length === 0 && type !== 'IHDR') return 'it does not begin with its header';
    chunks.push({ type, data: bytes.subarray(at + 8, to - 4), from: at, to });
    if (type === 'IEND') return to === bytes.length ? chunks : 'something stands behind its end';
    at = to;
  }
  return 'the file ends too early';
}

function chunkOf(type: string, data: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const body = concatBytes(utf8(type), data);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return chunk;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 80));
}

function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
