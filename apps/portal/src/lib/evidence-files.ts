/** Program texts; they are shown as text and never run. */
export const CODE_ENDINGS = [
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
] as const;

/** What the API takes as evidence; asked here first, so that a wrong file is refused before a byte is sent. */
export const EVIDENCE_ENDINGS = [
  'png',
  'jpg',
  'jpeg',
  'webp',
  'pdf',
  'txt',
  'md',
  'docx',
  'xlsx',
  'pptx',
  'mp4',
  'webm',
  'mp3',
  ...CODE_ENDINGS,
] as const;
export const MOST_BYTES = 100 * 1024 * 1024;
export const EVIDENCE_ACCEPT = EVIDENCE_ENDINGS.map((ending) => `.${ending}`).join(',');

export type FileProblem = { kind: 'ending'; ending: string } | { kind: 'empty' } | { kind: 'size'; bytes: number };

export function fileProblem(file: { name: string; size: number }): FileProblem | null {
  const ending = endingOf(file.name);
  if (!EVIDENCE_ENDINGS.some((each) => each === ending)) return { kind: 'ending', ending };
  if (file.size === 0) return { kind: 'empty' };
  return file.size > MOST_BYTES ? { kind: 'size', bytes: file.size } : null;
}

export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** "failover_drill-notes.pdf" → "failover drill notes": a title to start from. */
export function titleOf(name: string): string {
  const bare = name
    .replace(/\.[^.]+$/, '')
    .replace(/[_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const title = bare || name;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Web addresses only: a link is opened by somebody else's browser. */
export function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}
