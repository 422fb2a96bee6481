import { inflateSync } from 'node:zlib';

/** Names of what a PDF may do besides being read: run, start, send, carry files along. */
const ACTS = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|AA)(?![A-Za-z0-9])/;
const MOST_INFLATED = 64 * 1024 * 1024;

/**
 * Whether a PDF holds more than pages. Names may be written with `#xx` for letters, and may hide in compressed objects;
 * what is encrypted cannot be looked through and counts as if it did.
 */
export function hasActiveContent(pdf: Buffer): boolean {
  const text = pdf.toString('latin1');
  if (/\/Encrypt(?![A-Za-z])/.test(text) || acts(text)) return true;
  let left = MOST_INFLATED;
  for (const stream of text.matchAll(/\bstream\r?\n/g)) {
    const start = stream.index + stream[0].length;
    const end = text.indexOf('endstream', start);
    if (end === -1) break;
    // Only streams of objects and of forms hold names; pictures and fonts are large and hold none.
    const words = text.slice(Math.max(0, start - 400), start);
    if (!/\/ObjStm/.test(words.slice(words.lastIndexOf(' obj')))) continue;
    const inflated = unpacked(pdf.subarray(start, end), left);
    if (inflated === null) return true;
    left -= inflated.length;
    if (acts(inflated)) return true;
  }
  return false;
}

const acts = (text: string) =>
  ACTS.test(text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));

/** Null when it cannot be read or is more than anybody would write. */
function unpacked(bytes: Buffer, most: number): string | null {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most), finishFlush: 2 }).toString('latin1');
  } catch {
    return null;
  }
}
