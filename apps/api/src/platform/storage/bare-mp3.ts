import { type Patch, type ReadAt, zeros } from './covered-bytes.js';

const ID3 = 10;
const MOST_TAGS = 20;

/** Tags before and after the sound; the sound itself says nothing of its maker. */
export async function bareMp3(read: ReadAt, bytes: number): Promise<Patch[] | null> {
  const before = await tagsBefore(read, bytes);
  const after = before && (await tagsAfter(read, before.soundAt, bytes));
  return before && after && [...before.patches, ...after];
}

async function tagsBefore(read: ReadAt, bytes: number): Promise<{ patches: Patch[]; soundAt: number } | null> {
  const patches: Patch[] = [];
  let at = 0;
  for (let tag = 0; tag < MOST_TAGS; tag += 1) {
    const head = await read(at, ID3);
    if (head.toString('latin1', 0, 3) !== 'ID3') return { patches, soundAt: at };
    const size = ID3 + syncSafe(head, 6) + ((head[5] ?? 0) & 0x10 ? ID3 : 0);
    if (at + size > bytes) return null;
    // An empty tag of the same size: all of it is padding.
    const empty = Buffer.from(head);
    empty[5] = 0;
    patches.push({ at, length: size, head: empty });
    at += size;
  }
  return null;
}

/** From the end backwards, for as long as there is one of the kinds that stand there. */
async function tagsAfter(read: ReadAt, soundAt: number, bytes: number): Promise<Patch[] | null> {
  const patches: Patch[] = [];
  let end = bytes;
  for (let tag = 0; tag < MOST_TAGS; tag += 1) {
    const from = Math.max(soundAt, end - TAIL);
    const length = tagAtEnd(await read(from, end - from));
    if (length === 0) return (await hidesATag(read, soundAt, end)) ? null : patches;
    if (end - length < soundAt) return null;
    end -= length;
    patches.push(zeros(end, length));
    // Players look for this one by its name, and would take it for broken sound without.
    if (isId3v1(length)) patches.push({ at: end + length - ID3V1, length: 3, head: Buffer.from('TAG') });
  }
  return null;
}

const TAIL = 8_192;
const ID3V1 = 128;
const ID3V1_LONG = 355;
const isId3v1 = (length: number) => length === ID3V1 || length === ID3V1_LONG;

function tagAtEnd(tail: Buffer): number {
  const size = tail.length;
  const word = (fromEnd: number, length: number) =>
    size >= fromEnd ? tail.toString('latin1', size - fromEnd, size - fromEnd + length) : '';
  if (word(ID3V1, 3) === 'TAG') return word(ID3V1_LONG, 4) === 'TAG+' ? ID3V1_LONG : ID3V1;
  if (word(32, 8) === 'APETAGEX') return ape(tail);
  if (word(9, 9) === 'LYRICS200') return Number(word(15, 6)) + 15;
  if (word(9, 9) === 'LYRICSEND') {
    const begin = tail.lastIndexOf('LYRICSBEGIN');
    return begin < 0 ? size : size - begin;
  }
  if (word(10, 3) === '3DI') return syncSafe(tail, size - 4) + 2 * ID3;
  return 0;
}

/** Its size counts its end and not its beginning, which need not be there. */
function ape(tail: Buffer): number {
  const flags = tail.readUInt32LE(tail.length - 12);
  return tail.readUInt32LE(tail.length - 20) + ((flags & 0x80000000) === 0 ? 0 : 32);
}

/** One that something unknown follows would be passed over. */
async function hidesATag(read: ReadAt, soundAt: number, end: number): Promise<boolean> {
  const from = Math.max(soundAt, end - TAIL);
  const tail = await read(from, end - from);
  return ['APETAGEX', 'LYRICSBEGIN'].some((mark) => tail.includes(mark));
}

const syncSafe = (bytes: Buffer, at: number) =>
  [0, 1, 2, 3].reduce((sum, index) => sum * 128 + ((bytes[at + index] ?? 0) & 0x7f), 0);
