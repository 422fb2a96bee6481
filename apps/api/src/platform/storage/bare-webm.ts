import { type Patch, type ReadAt, zeros } from './covered-bytes.js';

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
/** Beside the stream: tags, attached files, chapters, and room that was left. */
const TELLING = new Set([0x1254c367, 0x1941a469, 0x1043a770, 0xec]);
/** Of the recording: its title, file and relatives, when it was made and with what. */
const OF_THE_RECORDING = new Set([
  0x7ba9, 0x7384, 0x73a4, 0x3cb923, 0x3c83ab, 0x3eb923, 0x3e83bb, 0x4d80, 0x5741, 0x4461, 0x4444,
]);
/** Of a track: its name. */
const NAMES = new Set([0x536e]);
const KINDS_OF_TRACK = 0x83;
/** Words and places along the stream are no picture and no sound. */
const HEARD_OR_SEEN = new Set([1, 2]);
const OF_THE_SEGMENT = new Set([
  SEGMENT,
  CLUSTER,
  INFO,
  TRACKS,
  0x114d9b74,
  0x1c53bb6b,
  0x1254c367,
  0x1941a469,
  0x1043a770,
]);
const MOST_ELEMENTS = 2_000_000;
const HEADER = 12;

interface Element {
  id: number;
  at: number;
  inside: number;
  /** Null: nothing is said, as in a recording that was still going on. */
  end: number | null;
}

/** Elements that tell become empty ones of the same size, so that nothing in the file moves. */
export async function bareWebm(read: ReadAt, bytes: number): Promise<Patch[] | null> {
  const patches: Patch[] = [];
  let left = MOST_ELEMENTS;
  for (let at = 0; at < bytes; ) {
    const element = await elementAt(read, at);
    left -= 1;
    if (!element || left < 0 || (element.end ?? 0) > bytes) return null;
    const { id, inside, end } = element;
    // Of unknown length are the whole and its parts: their insides follow as if they stood outside.
    if (id === SEGMENT || end === null) {
      if (!OF_THE_SEGMENT.has(id)) return null;
      at = inside;
      continue;
    }
    if (TELLING.has(id)) patches.push(emptied(element, end));
    if (id === INFO) patches.push(...(await named(read, inside, end, OF_THE_RECORDING)));
    if (id === TRACKS) {
      const found = await ofTracks(read, inside, end);
      if (!found) return null;
      patches.push(...found);
    }
    at = end;
  }
  return patches;
}

async function ofTracks(read: ReadAt, from: number, to: number): Promise<Patch[] | null> {
  const patches: Patch[] = [];
  for await (const { id, inside, end } of inOrder(read, from, to)) {
    if (id !== TRACK) continue;
    for await (const field of inOrder(read, inside, end))
      if (field.id === KINDS_OF_TRACK && !HEARD_OR_SEEN.has((await read(field.inside, 1))[0] ?? 0)) return null;
    patches.push(...(await named(read, inside, end, NAMES)));
  }
  return patches;
}

/** The words stay as long as they were, and are empty. */
async function named(read: ReadAt, from: number, to: number, which: ReadonlySet<number>): Promise<Patch[]> {
  const patches: Patch[] = [];
  for await (const { id, inside, end } of inOrder(read, from, to))
    if (which.has(id) || id === 0xec) patches.push(zeros(inside, end - inside));
  return patches;
}

async function* inOrder(read: ReadAt, from: number, to: number): AsyncGenerator<Element & { end: number }> {
  for (let at = from; at < to; ) {
    const element = await elementAt(read, at);
    if (!element?.end || element.end > to) throw new RangeError('an element without end');
    yield { ...element, end: element.end };
    at = element.end;
  }
}

async function elementAt(read: ReadAt, at: number): Promise<Element | null> {
  const head = await read(at, HEADER);
  const idLength = lengthOf(head[0] ?? 0);
  const sizeLength = lengthOf(head[idLength] ?? 0);
  if (idLength > 4 || sizeLength > 8 || idLength + sizeLength > head.length) return null;
  let size = (head[idLength] ?? 0) & (0xff >> sizeLength);
  let isUnknown = size === 0xff >> sizeLength;
  for (const byte of head.subarray(idLength + 1, idLength + sizeLength)) {
    size = size * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  const inside = at + idLength + sizeLength;
  return { id: head.readUIntBE(0, idLength), at, inside, end: isUnknown ? null : inside + size };
}

/** By the zeros at its beginning. */
const lengthOf = (byte: number) => Math.clz32(byte) - 23;

function emptied({ at }: Element, end: number): Patch {
  const length = end - at;
  const head = Buffer.alloc(length > 9 ? 9 : 2);
  head[0] = 0xec;
  if (length > 9) {
    head.writeBigUInt64BE(BigInt(length - 9), 1);
    head[1] = (head[1] ?? 0) | 0x01;
  } else head[1] = 0x80 | (length - 2);
  return { at, length, head };
}
