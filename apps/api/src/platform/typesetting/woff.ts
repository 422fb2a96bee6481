import { inflateSync } from 'node:zlib';

const WOFF = 0x774f4646;
const [HEADER, ENTRY] = [44, 20];

/** A font as it was before it was packed for the web (W3C WOFF 1.0); any other font as it is. */
export function unpackedFont(font: Buffer): Buffer {
  if (font.readUInt32BE(0) !== WOFF) return font;
  const count = font.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, nth) => {
    const at = HEADER + nth * ENTRY;
    const [offset, packed, length] = [4, 8, 12].map((by) => font.readUInt32BE(at + by)) as [number, number, number];
    const data = font.subarray(offset, offset + packed);
    return {
      tag: font.subarray(at, at + 4),
      sum: font.readUInt32BE(at + 16),
      data: packed < length ? inflateSync(data) : data,
    };
  });
  const directory = Buffer.alloc(12 + 16 * count);
  const power = Math.floor(Math.log2(count));
  directory.writeUInt32BE(font.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * count - 16 * 2 ** power, 10);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  tables.forEach(({ tag, sum, data }, nth) => {
    const at = 12 + 16 * nth;
    tag.copy(directory, at);
    directory.writeUInt32BE(sum, at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(data.length, at + 12);
    // Every table begins at a multiple of four.
    const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
    parts.push(data, padding);
    offset += data.length + padding.length;
  });
  return Buffer.concat(parts);
}
