const JPEG_SCAN = 0xda;
/** EXIF, XMP and the like, what editors add, and remarks. The first of the application's own says only that it is a JPEG. */
const TELLS = (marker: number) =>
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee) || marker === 0xfe;
const PNG_START = 8;
const PNG_TELLS = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

/** A JPEG without what cameras and editors write into it; its picture stays byte for byte. */
export function bareJpeg(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8) return bytes;
  const kept: Buffer[] = [view.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= view.length && view[at] === 0xff && view[at + 1] !== JPEG_SCAN) {
    const end = at + 2 + view.readUInt16BE(at + 2);
    if (!TELLS(view[at + 1] ?? 0)) kept.push(view.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, view.subarray(at)]);
}

/** A PNG without its texts. */
export function barePng(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.subarray(1, 4).toString('latin1') !== 'PNG') return bytes;
  const kept: Buffer[] = [view.subarray(0, PNG_START)];
  let at = PNG_START;
  while (at + 12 <= view.length) {
    const end = at + 12 + view.readUInt32BE(at);
    if (!PNG_TELLS.has(view.subarray(at + 4, at + 8).toString('latin1'))) kept.push(view.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}
