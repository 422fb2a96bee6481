import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZippedFile {
  name: string;
  bytes: Uint8Array;
}

/** Packed already: packing again costs time and saves nothing. */
const PACKED = /\.(png|jpe?g|webp|pdf|zip|docx|xlsx|pptx|mp4|mp3|webm)$/i;

/** Files packed one after another and given on at once: no more than one of them is held. */
export async function* zipFiles(files: AsyncIterable<ZippedFile>): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failed = error;
    else packed.push(chunk);
  });
  for await (const { name, bytes } of files) {
    const entry = PACKED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    // fflate keeps what it is given until it is packed, and the pieces it gives are parts of it.
    entry.push(Uint8Array.from(bytes), true);
    if (failed) throw failed as Error;
    yield* packed.splice(0);
  }
  zip.end();
  yield* packed.splice(0);
}
