import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FormatFile, FrameworkFormat } from './framework-format.js';
import { type Finding, problem } from './import-findings.rules.js';

/** Unpacked: a small file can be made to unpack without end. */
const MOST_BYTES = 512 * 1024 * 1024;
/** Of a file that is read whole. */
const MOST_WHOLE = 64 * 1024 * 1024;

/** A file that cannot be read as one, whatever is in it. */
export class FileFault extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

/** A file as the readers get it: those that end in .gz unpacked on the way, and none of them without end. */
export function formatFile(key: string, name: string, open: () => Promise<Readable>): FormatFile {
  const unpacked = async () => {
    const raw = await open();
    const packed = /\.gz$/i.test(name);
    const stream = packed ? raw.pipe(createGunzip()) : raw;
    if (packed) raw.on('error', (error) => stream.destroy(error));
    return Readable.from(bounded(stream, name));
  };
  return {
    key,
    name,
    open: unpacked,
    bytes: async () => {
      const pieces: Buffer[] = [];
      let size = 0;
      for await (const piece of await unpacked()) {
        size += (piece as Buffer).length;
        if (size > MOST_WHOLE) throw tooLarge(name, MOST_WHOLE);
        pieces.push(piece as Buffer);
      }
      return Buffer.concat(pieces);
    },
  };
}

/** Which slot a file fills by its name: the first that knows it, and is still free. */
export function slotFor(format: FrameworkFormat, name: string, taken: readonly string[] = []): string | null {
  const fits = format.slots.find(({ key, name: known, many }) => known.test(name) && (many || !taken.includes(key)));
  return fits?.key ?? null;
}

async function* bounded(stream: Readable, name: string): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    for await (const piece of stream) {
      size += (piece as Buffer).length;
      if (size > MOST_BYTES) throw tooLarge(name, MOST_BYTES);
      yield piece as Buffer;
    }
  } catch (error) {
    throw error instanceof FileFault ? error : packedFault(error, name);
  }
}

/** The word by which Node tells its errors apart; null for what is none of them. */
export function errorCode(error: unknown): string | null {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

function tooLarge(name: string, most: number): FileFault {
  const message = `${name} holds more than ${most / 1024 / 1024} MB. A framework file does not.`;
  return new FileFault(problem('TOO_LARGE', name, null, null, message));
}

function packedFault(error: unknown, name: string): unknown {
  const code = errorCode(error);
  if (code === 'Z_BUF_ERROR')
    return new FileFault(
      problem(
        'CUT_OFF',
        name,
        null,
        null,
        `${name} ends in the middle of what it packs: it was cut off. Fetch it again.`,
      ),
    );
  if (code?.startsWith('Z_'))
    return new FileFault(problem('NOT_PACKED', name, null, null, `${name} ends in .gz and is no such file.`));
  return error;
}
