/** Something that cannot be, with the path of its field. */
export interface TextProblem {
  field: string;
  message: string;
}

const MOST = { name: 200, text: 10_000, line: 2_000, lines: 50, note: 500 };

export function nameProblems(field: string, name: string | null | undefined, what: string): TextProblem[] {
  if (typeof name !== 'string') return [];
  if (name.trim() === '') return [{ field, message: `${what} needs a name.` }];
  return name.length > MOST.name ? [{ field, message: tooLong(MOST.name) }] : [];
}

export function textProblems(field: string, text: string | null | undefined, kind: 'text' | 'note'): TextProblem[] {
  return text && text.length > MOST[kind] ? [{ field, message: tooLong(MOST[kind]) }] : [];
}

export function lineProblems(field: string, lines: readonly string[] | null | undefined): TextProblem[] {
  if (!lines) return [];
  if (lines.length > MOST.lines) return [{ field, message: `At most ${MOST.lines} lines fit here.` }];
  return lines.flatMap((line, at) =>
    line.length > MOST.line ? [{ field: `${field}.${at}`, message: tooLong(MOST.line) }] : [],
  );
}

/** An editor leaves empty lines behind. */
export const writtenLines = (lines: readonly string[]) =>
  lines.map((line) => line.trim()).filter((line) => line !== '');

const tooLong = (most: number) => `At most ${most.toLocaleString('en')} characters fit here.`;
