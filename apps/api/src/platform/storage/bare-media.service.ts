import { type Readable, Transform } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { mediaPatches } from './bare-media.js';
import { covered, type Patch, type ReadAt } from './covered-bytes.js';
import { FileDriver } from './file-driver.js';
import type { StoredFile } from './stored-file.entity.js';

/** Read in one go: what is asked for next is mostly near. */
const WINDOW = 256 * 1024;
/** What a file says of its maker never changes; so many are remembered. */
const MOST_REMEMBERED = 500;

type Played = Pick<StoredFile, 'id' | 'mediaType' | 'bytes' | 'storageKey'>;

/** Videos and sounds without what their containers say of who made them. */
@Injectable()
export class BareMediaService {
  private readonly remembered = new Map<string, Promise<Patch[] | null>>();

  constructor(private readonly driver: FileDriver) {}

  /** Null where nobody can tell what it says. */
  patchesOf(file: Played): Promise<Patch[] | null> {
    const known = this.remembered.get(file.id);
    if (known) return known;
    const found = mediaPatches(file.mediaType, this.reader(file), file.bytes);
    this.remembered.set(file.id, found);
    found.catch(() => this.remembered.delete(file.id));
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > MOST_REMEMBERED && oldest) this.remembered.delete(oldest);
    return found;
  }

  /** The file or a range of it, as long as it was. */
  async open(file: Played, patches: readonly Patch[], range?: { start: number; end: number }): Promise<Readable> {
    let at = range?.start ?? 0;
    const cover = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        const shown = covered(chunk, at, patches);
        at += chunk.length;
        done(null, shown);
      },
    });
    const source = await this.driver.read(file.storageKey, range);
    source.on('error', (error) => cover.destroy(error));
    cover.on('close', () => source.destroy());
    return source.pipe(cover);
  }

  private reader({ storageKey, bytes }: Played): ReadAt {
    let window = { from: 0, content: Buffer.alloc(0) };
    return async (start, length) => {
      const end = Math.min(start + length, bytes);
      if (start >= end) return Buffer.alloc(0);
      if (start < window.from || end > window.from + window.content.length) {
        const last = Math.min(bytes, start + Math.max(length, WINDOW)) - 1;
        const chunks: Buffer[] = [];
        for await (const chunk of await this.driver.read(storageKey, { start, end: last }))
          chunks.push(chunk as Buffer);
        window = { from: start, content: Buffer.concat(chunks) };
      }
      return window.content.subarray(start - window.from, end - window.from);
    };
  }
}
