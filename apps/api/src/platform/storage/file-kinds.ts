import { fileTypeFromFile } from 'file-type';
import { open } from 'node:fs/promises';
import { archiveFault, isArchive } from './office-archive.js';

/** Program texts are shown as text, whatever they are written in; they are never run. */
const CODE = [
  'bash',
  'c',
  'cpp',
  'cs',
  'css',
  'go',
  'h',
  'java',
  'js',
  'json',
  'kt',
  'log',
  'php',
  'py',
  'rb',
  'rs',
  'sh',
  'sql',
  'ts',
  'tsx',
  'yaml',
  'yml',
];

/** What may come in, by purpose: extension → media type. Everything else is refused with the reason. */
const EVIDENCE: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  ...Object.fromEntries(CODE.map((ending) => [ending, 'text/plain'])),
};
const KINDS: Record<FilePurpose, Record<string, string>> = {
  evidence: EVIDENCE,
  import: {
    ...{ csv: 'text/csv', tsv: 'text/tab-separated-values', txt: 'text/plain', json: 'application/json' },
    ...{ gz: 'application/gzip', zip: 'application/zip', xlsx: EVIDENCE['xlsx'] ?? '' },
  },
};

export type FilePurpose = 'evidence' | 'import';
export const FILE_PURPOSES: readonly FilePurpose[] = ['evidence', 'import'];
export const MOST_BYTES = 100 * 1024 * 1024;

/** Types that the portal shows as they are: as text, or played. Everything else is drawn by us first. */
export const SHOWN_AS_IT_IS = new Set(['text/plain', 'text/markdown', 'video/mp4', 'video/webm', 'audio/mpeg']);

/** The media type a file of this name must have, or the reason why it may not come in. */
export function expectedType(purpose: FilePurpose, name: string): { mediaType: string } | { refused: string } {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const mediaType = KINDS[purpose][extension];
  if (mediaType) return { mediaType };
  const allowed = Object.keys(KINDS[purpose])
    .filter((each) => each !== 'jpeg')
    .join(', ');
  return {
    refused: `${extension ? `A .${extension} file` : 'A file without an ending'} cannot be taken. These can: ${allowed}.`,
  };
}

/** What spreadsheets save as “Unicode text” begins with one of these, is full of zeros, and looks like sound to others. */
const UTF_16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/** Compares what a file says it is with its first bytes. Null when they agree, else the reason. */
export async function contradiction(path: string, mediaType: string, bytes: number): Promise<string | null> {
  // First by its directory: what looks into archives for their kind would unpack a hostile one.
  const fault = isArchive(mediaType) ? await archiveFault(path, mediaType, bytes) : null;
  if (fault) return fault;
  const start = await startOf(path);
  if (mediaType === 'text/csv' && UTF_16.some((mark) => mark.equals(start.subarray(0, 2)))) return null;
  const found = await fileTypeFromFile(path);
  if (mediaType.startsWith('text/') || mediaType === 'application/json')
    return found ? `It says it is text, but it is ${found.mime}.` : await binaryByte(path);
  if (found?.mime === mediaType) return null;
  // Some writers of office files pack them so that only the ZIP container shows.
  if (found?.mime === 'application/zip' && mediaType.includes('openxmlformats')) return null;
  return found ? `Its name says ${mediaType}, its content is ${found.mime}.` : `Its content is not ${mediaType}.`;
}

async function binaryByte(path: string): Promise<string | null> {
  return (await startOf(path)).includes(0) ? 'It says it is text, but it holds binary data.' : null;
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
