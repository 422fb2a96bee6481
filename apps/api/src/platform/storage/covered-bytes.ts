/** Reads a part of a file, less at its end. */
export type ReadAt = (start: number, length: number) => Promise<Buffer>;

/** Bytes that stand in place of others of the same number: nothing moves, and every range of the file stays where it is. */
export interface Patch {
  at: number;
  length: number;
  /** What it begins with; the rest is zeros. */
  head: Buffer;
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
