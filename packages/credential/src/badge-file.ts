import { isPng, readBakedPng } from './baked-png.js';
import { isSvg, readBakedSvg } from './baked-svg.js';
import { isObject, type JsonObject, type JsonValue } from './json.js';

/** What a badge came in. */
export type BadgeContainer = 'png' | 'svg' | 'json' | 'jwt';

/** The credential in a file, or why there is none. */
export type BadgeFileReading =
  | { readonly is: 'credential'; readonly container: BadgeContainer; readonly document: JsonObject }
  | { readonly is: 'jwt'; readonly container: BadgeContainer; readonly jwt: string }
  | { readonly is: 'address'; readonly container: BadgeContainer; readonly address: string }
  | { readonly is: 'wrong'; readonly because: string };

/** A badge with rubric and picture is far below this; a file beyond it was not made to be verified. */
const MOST_BYTES = 10_000_000;
const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const ADDRESS = /^https?:\/\/\S{1,2000}$/;
const STARTS: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b], 'it is a ZIP archive, whatever its name says'],
  [[0x25, 0x50, 0x44, 0x46], 'it is a PDF; the credential is attached inside it'],
  [[0xff, 0xd8, 0xff], 'it is a JPEG, which holds no credential'],
  [[0x47, 0x49, 0x46, 0x38], 'it is a GIF, which holds no credential'],
  [[0x1f, 0x8b], 'it is packed'],
];

/** Finds the credential in a file by what the file is, not by what it is called. */
export function readBadgeFile(bytes: Uint8Array<ArrayBuffer>): BadgeFileReading {
  if (bytes.length === 0) return wrong('the file is empty');
  if (bytes.length > MOST_BYTES) return wrong('the file is too large to be a badge');
  if (isPng(bytes)) return theOne(readBakedPng(bytes), 'png');
  const other = STARTS.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  if (other) return wrong(other[1]);
  const text = readText(bytes);
  if (text === undefined) return wrong('it is neither a picture nor a text');
  if (text.startsWith('<')) return isSvg(text) ? theOne(readBakedSvg(text), 'svg') : wrong('it is not an SVG');
  return readCredentialText(text, COMPACT_JWS.test(text) ? 'jwt' : 'json');
}

/** Reads a credential that came as text: JSON, or a compact JWT. */
export function readCredentialText(text: string, container: BadgeContainer): BadgeFileReading {
  if (COMPACT_JWS.test(text)) return { is: 'jwt', container, jwt: text };
  try {
    const document = JSON.parse(text) as JsonValue;
    return isObject(document) ? { is: 'credential', container, document } : wrong('it holds no credential');
  } catch {
    return wrong('what it holds is neither JSON nor a signed token');
  }
}

/** With two, one could be shown and the other one verified. */
function theOne(reading: ReturnType<typeof readBakedPng>, container: 'png' | 'svg'): BadgeFileReading {
  if (reading.is === 'wrong') return reading;
  const [text, ...others] = reading.texts;
  if (text === undefined) return wrong('the picture holds no credential');
  return others.length > 0
    ? wrong(`the picture holds ${reading.texts.length} credentials, and only one may be meant`)
    : readBaked(text.trim(), container);
}

/** Before 2.0 a picture held where its badge stands. */
function readBaked(text: string, container: BadgeContainer): BadgeFileReading {
  return ADDRESS.test(text) ? { is: 'address', container, address: text } : readCredentialText(text, container);
}

function readText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return undefined;
  }
}

function wrong(because: string): BadgeFileReading {
  return { is: 'wrong', because };
}
