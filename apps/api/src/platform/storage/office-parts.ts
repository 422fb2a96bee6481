import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** What an office file may give while it is really unpacked, whatever its directory says. */
const MOST = { entries: 1_000, bytes: 200 * 1024 * 1024, kept: 64 * 1024 * 1024 };

const DAMAGED = 'It cannot be opened: it is damaged, or its parts are larger than it says.';

/**
 * Unpacks an office file against a budget and gives the parts that are wanted. A directory may lie: each part is held to the
 * size it declared, and all together to the budget, while they come.
 */
export async function officeParts(
  bytes: Buffer,
  wanted: (name: string) => boolean,
): Promise<Map<string, Buffer> | { fault: string }> {
  const parts = new Map<string, Buffer>();
  const names = new Set<string>();
  let [given, kept] = [0, 0];
  let zip: ZipFile | null = null;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
    for await (const entry of zip.eachEntry()) {
      if (names.has(entry.fileName)) return { fault: 'It holds two files of the same name.' };
      names.add(entry.fileName);
      if (names.size > MOST.entries) return { fault: `It holds more than ${MOST.entries.toLocaleString('en')} files.` };
      const keep = wanted(entry.fileName);
      const room = keep ? Math.min(MOST.bytes - given, MOST.kept - kept) : MOST.bytes - given;
      const part = await unpacked(zip, entry, room, keep);
      if (!part) return { fault: 'It unpacks to more than can be read.' };
      given += part.size;
      if (!keep) continue;
      kept += part.size;
      parts.set(entry.fileName, Buffer.concat(part.chunks));
    }
    return parts;
  } catch {
    return { fault: DAMAGED };
  } finally {
    zip?.close();
  }
}

/** Null when there is no room for it. Stops at once: what is not asked for is not unpacked. */
async function unpacked(
  zip: ZipFile,
  entry: Entry,
  room: number,
  keep: boolean,
): Promise<{ size: number; chunks: Buffer[] } | null> {
  if (entry.uncompressedSize > room) return null;
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    if (size > room) return null;
    if (keep) chunks.push(chunk as Buffer);
  }
  return { size, chunks };
}
