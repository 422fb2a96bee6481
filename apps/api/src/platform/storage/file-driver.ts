import type { Readable } from 'node:stream';

/** Where the bytes of evidence live. Five methods; a folder and S3 speak them. Keys are made by us, never by people. */
export abstract class FileDriver {
  /** Takes a finished local file over; it is gone from `path` afterwards. */
  abstract take(key: string, path: string): Promise<void>;
  /** Bytes from `start` to `end` (both included), or all of them. */
  abstract read(key: string, range?: { start: number; end: number }): Promise<Readable>;
  abstract size(key: string): Promise<number>;
  abstract remove(key: string): Promise<void>;
  /** Throws when the place cannot be written to. */
  abstract check(): Promise<void>;
}
