import { bareMp3 } from './bare-mp3.js';
import { bareMp4 } from './bare-mp4.js';
import { bareWebm } from './bare-webm.js';

/** Reads a part of a file, less at its end. */
export type ReadAt = (start: number, length: number) => Promise<Buffer>;

/** Bytes that stand in place of others of the same number: nothing moves, and every range of the file stays where it is. */
export interface Patch {
  at: number;
  length: number;
  /** What it begins with; the rest is zeros. */
  head: Buffer;
}

const KINDS: Record<string, (read: ReadAt, bytes: number) => Promise<Patch[] | null>> = {
  'video/mp4': bareMp4,
  'video/webm': bareWebm,
  'audio/mpeg': bareMp3,
};

export const isPlayed = (mediaType: string): boolean => mediaType in KINDS;

/** What has to be covered in a video or a sound so that it does not say who made it, where and with what; null where that cannot be told. */
export async function mediaPatches(mediaType: string, read: ReadAt, bytes: number): Promise<Patch[] | null> {
  try {
    return (await KINDS[mediaType]?.(read, bytes)) ?? null;
  } catch (error) {
    // It ends in the middle of something: whatever comes after was not looked at.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export const zeros = (at: number, length: number): Patch => ({ at, length, head: Buffer.alloc(0) });

/** A chunk that begins at `from`, with what was to be covered of it covered. */
export function covered(chunk: Buffer, from: number, patches: readonly Patch[]): Buffer {
  const touching = patches.filter(({ at, length }) => at < from + chunk.length && at + length > from);
  if (touching.length === 0) return chunk;
  const copy = Buffer.from(chunk);
  for (const { at, length, head } of touching) {
    copy.fill(0, Math.max(0, at - from), Math.min(copy.length, at + length - from));
    for (const [index, byte] of head.entries()) {
      const to = at + index - from;
      if (to >= 0 && to < copy.length) copy[to] = byte;
    }
  }
  return copy;
}
