/** Where a JSON text stops being one. */
export class JsonFault extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

/** A stretch of a JSON text: from its first byte to behind its last one. */
export interface JsonSpan {
  start: number;
  end: number;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
/** Nothing in the files met here is a hundredth of it. */
const MOST_BYTES_OF_ONE = 4 * 1024 * 1024;

/**
 * The properties of the object that starts here, by name, without reading what is inside: a package of hundreds of
 * megabytes is then read element by element.
 */
export function propertiesOf(bytes: Uint8Array, from = 0): Map<string, JsonSpan> {
  const found = new Map<string, JsonSpan>();
  let at = blankEnd(bytes, from);
  if (bytes[at] !== OPEN_OBJECT) throw new JsonFault(at, 'Here a JSON object should begin.');
  at = blankEnd(bytes, at + 1);
  if (bytes[at] === CLOSE_OBJECT) return found;
  for (;;) {
    const name = { start: at, end: textEnd(bytes, at) };
    at = blankEnd(bytes, name.end);
    if (bytes[at] !== COLON) throw new JsonFault(at, 'Here a colon should stand.');
    const start = blankEnd(bytes, at + 1);
    const value = { start, end: valueEnd(bytes, start) };
    found.set(String(valueAt(bytes, name)), value);
    at = blankEnd(bytes, value.end);
    if (bytes[at] === CLOSE_OBJECT) return found;
    if (bytes[at] !== COMMA) throw new JsonFault(at, 'Here a comma or the end of the object should stand.');
    at = blankEnd(bytes, at + 1);
  }
}

/** The elements of the list in this stretch, one after another. */
export function* elementsOf(bytes: Uint8Array, { start }: JsonSpan): Generator<JsonSpan> {
  if (bytes[start] !== OPEN_LIST) throw new JsonFault(start, 'Here a list should begin.');
  let at = blankEnd(bytes, start + 1);
  if (bytes[at] === CLOSE_LIST) return;
  for (;;) {
    const element = { start: at, end: valueEnd(bytes, at) };
    yield element;
    at = blankEnd(bytes, element.end);
    if (bytes[at] === CLOSE_LIST) return;
    if (bytes[at] !== COMMA) throw new JsonFault(at, 'Here a comma or the end of the list should stand.');
    at = blankEnd(bytes, at + 1);
  }
}

/** What stands in a stretch, as a value. */
export function valueAt(bytes: Uint8Array, { start, end }: JsonSpan): unknown {
  if (end - start > MOST_BYTES_OF_ONE) throw new JsonFault(start, 'One element of the file has more than 4 MB.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
  } catch {
    throw new JsonFault(start, 'There are characters here that are not UTF-8.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonFault(start, 'From here on this is not JSON.');
  }
}

/** The line of a place, counted as a text editor does. */
export function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let next = bytes.indexOf(0x0a); next !== -1 && next < at; next = bytes.indexOf(0x0a, next + 1)) line += 1;
  return line;
}

function blankEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  // The mark at the beginning that some programs write.
  if (at === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
  for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[at])
    at += 1;
  if (at >= bytes.length) throw new JsonFault(bytes.length, 'The file ends here, in the middle of its content.');
  return at;
}

function textEnd(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== QUOTE) throw new JsonFault(from, 'Here a text in quotation marks should begin.');
  for (let at = bytes.indexOf(QUOTE, from + 1); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) {
    let before = at - 1;
    while (bytes[before] === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 1) return at + 1;
  }
  throw new JsonFault(bytes.length, 'The file ends here, in the middle of a text.');
}

function valueEnd(bytes: Uint8Array, from: number): number {
  const first = bytes[from];
  if (first === QUOTE) return textEnd(bytes, from);
  if (first !== OPEN_OBJECT && first !== OPEN_LIST) return wordEnd(bytes, from);
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) at = textEnd(bytes, at) - 1;
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
    else if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && (depth -= 1) === 0) return at + 1;
  }
  throw new JsonFault(bytes.length, 'The file ends here, in the middle of its content.');
}

/** Numbers, true, false and null. */
function wordEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let byte = bytes[at]; byte !== undefined && !ENDS_A_WORD.has(byte); byte = bytes[at]) at += 1;
  if (at === from) throw new JsonFault(from, 'Here a value should stand.');
  return at;
}

const ENDS_A_WORD = new Set([COMMA, CLOSE_OBJECT, CLOSE_LIST, 0x20, 0x0a, 0x0d, 0x09]);
