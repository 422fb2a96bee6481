import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** What an archive may be, read from its directory: nothing of it is unpacked here. */
const MOST = { entries: 1_000, bytes: 200 * 1024 * 1024, ratio: 100 };
/** Below this a high ratio is what styles and empty sheets look like. */
const SMALL = 1024 * 1024;

const ARCHIVES = /\.(zip|7z|rar|gz|tgz|bz2|xz|zst|tar|jar|war|apk|cab|iso|dmg|docm|xlsm|pptm)$/i;
/** A chart brings its sheet along; that is as deep as it goes, and nobody unpacks it. */
const EMBEDDED = /^(word|xl|ppt)\/embeddings\/[^/]+\.(xlsx|docx|pptx)$/i;
const OFFICE = /\.(xlsx|docx|pptx)$/i;
const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|(^|\/)macrosheets\/|(^|\/)activeX\//i;
const SYMLINK = 0o120000;
const FILE_TYPE = 0o170000;

const OUTSIDE = 'It holds a file that would leave its folder.';

/** Where the content of each kind stands. */
const HEART: Record<string, string> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word/document.xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xl/workbook.xml',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'ppt/presentation.xml',
};

const PLAIN = 'application/zip';
export const isOffice = (mediaType: string) => mediaType in HEART;
export const isArchive = (mediaType: string) => mediaType === PLAIN || isOffice(mediaType);

/** Null when an office file or a plain archive is one and harmless to open; else the reason why it may not come in. */
export async function archiveFault(path: string, mediaType: string, size: number): Promise<string | null> {
  const names = new Set<string>();
  let [unpacked, packed] = [0, 0];
  try {
    for await (const entry of entriesOf(path)) {
      const fault = entryFault(entry);
      if (fault) return fault;
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      if (names.has(entry.fileName)) return 'It holds two files of the same name.';
      names.add(entry.fileName);
      if (names.size > MOST.entries) return `It holds more than ${MOST.entries.toLocaleString('en')} files.`;
      if (unpacked > MOST.bytes) return 'It would unpack to more than 200 MB.';
    }
  } catch (error) {
    const kind = isOffice(mediaType) ? 'an office file' : 'an archive';
    return /path|fileName/.test(String(error)) ? OUTSIDE : `It cannot be read as ${kind}; it may be damaged.`;
  }
  if (packed > size) return 'Its parts lie over each other.';
  if (unpacked > SMALL && unpacked > packed * MOST.ratio) return 'It is packed more tightly than documents are.';
  if (!isOffice(mediaType)) return null;
  const heart = HEART[mediaType];
  if (!heart || !names.has('[Content_Types].xml') || !names.has(heart))
    return 'It is an archive, but no such document.';
  return null;
}

/** Whether a document carries programs. */
export async function hasMacros(path: string): Promise<boolean> {
  try {
    for await (const { fileName } of entriesOf(path)) if (MACROS.test(fileName)) return true;
    return false;
  } catch {
    return true;
  }
}

function entryFault(entry: Entry): string | null {
  const { fileName } = entry;
  if (/^[\\/]|^[a-z]:|\\|(^|\/)\.\.(\/|$)|[\u0000-\u001f]/i.test(fileName)) return OUTSIDE;
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK) return 'It holds a link to another file.';
  if (ARCHIVES.test(fileName) || (OFFICE.test(fileName) && !EMBEDDED.test(fileName)))
    return 'It holds another archive.';
  if (entry.generalPurposeBitFlag & 1) return 'It is encrypted.';
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > SMALL && uncompressedSize > compressedSize * MOST.ratio)
    return 'It is packed more tightly than documents are.';
  return null;
}

async function* entriesOf(path: string): AsyncGenerator<Entry> {
  const zip: ZipFile = await openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    strictFileNames: false,
    validateEntrySizes: true,
  });
  try {
    for await (const entry of zip.eachEntry()) yield entry;
  } finally {
    zip.close();
  }
}
