import { type Patch, type ReadAt, zeros } from './covered-bytes.js';

/** Boxes that hold boxes in which something may be said. */
const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'moof', 'traf', 'mfra', 'edts', 'minf', 'dinf']);
/** What is said of the whole or of a track: title, artist, place, device, and whatever an editor adds. */
const TELLING = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide', 'pnot', 'PICT', 'cprt', 'kywd', 'ID32']);
/** When it was made and changed stands at their beginning. */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);
/** Tracks of these kinds are no picture and no sound: places and devices, second by second, or words. */
const HEARD_OR_SEEN = new Set(['vide', 'soun', 'auxv', 'pict']);
const MOST_BOXES = 50_000;
const HEADER = 16;

interface Box {
  kind: string;
  at: number;
  /** Where its content begins. */
  inside: number;
  end: number;
}

/** Boxes that tell become free room of the same size, so that nothing in the file moves. */
export async function bareMp4(read: ReadAt, bytes: number): Promise<Patch[] | null> {
  const patches: Patch[] = [];
  let left = MOST_BOXES;
  const look = async (from: number, to: number): Promise<boolean> => {
    for (let at = from; at + 8 <= to; ) {
      left -= 1;
      const box = left < 0 ? null : await boxAt(read, at, to);
      if (!box) return false;
      const { kind, inside, end } = box;
      if (TELLING.has(kind)) patches.push(freed(box));
      else if (DATED.has(kind)) patches.push(undated(box, (await read(inside, 1))[0] ?? 0));
      else if (kind === 'hdlr') {
        const handler = (await read(inside + 8, 4)).toString('latin1');
        if (!HEARD_OR_SEEN.has(handler)) return false;
        if (end > inside + 24) patches.push(zeros(inside + 24, end - inside - 24));
      } else if (CONTAINERS.has(kind) && !(await look(inside, end))) return false;
      at = end;
    }
    return true;
  };
  return (await look(0, bytes)) ? patches : null;
}

async function boxAt(read: ReadAt, at: number, to: number): Promise<Box | null> {
  const head = await read(at, HEADER);
  const size = head.readUInt32BE(0);
  const kind = head.toString('latin1', 4, 8);
  if (size === 1) return whole(kind, at, at + 16, at + Number(head.readBigUInt64BE(8)), to);
  // Nothing said of its size: it goes on to the end.
  return whole(kind, at, at + 8, size === 0 ? to : at + size, to);
}

const whole = (kind: string, at: number, inside: number, end: number, to: number): Box | null =>
  end < inside || end > to ? null : { kind, at, inside, end };

function freed({ at, inside, end }: Box): Patch {
  // The size stays as it was written, short or long.
  return inside - at === 16
    ? { at: at + 4, length: end - at - 4, head: Buffer.concat([Buffer.from('free'), longSize(end - at)]) }
    : { at: at + 4, length: end - at - 4, head: Buffer.from('free') };
}

function longSize(size: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(BigInt(size));
  return buffer;
}

/** After version and flags: two moments of four bytes, or of eight. */
const undated = ({ inside, end }: Box, version: number): Patch =>
  zeros(inside + 4, Math.min(version === 1 ? 16 : 8, end - inside - 4));
