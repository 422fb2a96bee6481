// The lines of a canonical document of which some places are filled later: which of them stand in a known order among
// themselves, whatever is filled in, is found once.

/** Part of a line: a text, the number of a slot, or a blank node. */
export type Part = string | number | { readonly node: number };
export type Parts = readonly Part[];

/** Everything said of one subject that has a place to fill. */
export interface Group {
  /** How its lines begin, up to the end of the subject. */
  readonly subject: Parts;
  /** In their order: texts to fill, or several lines that are put in order when they are filled. */
  readonly blocks: readonly Block[];
}
type Block =
  | { readonly is: 'text'; readonly parts: Parts }
  | { readonly is: 'lines'; readonly lines: readonly Parts[] };

/** Lines by subject. What is said of subjects that have no place to fill stays as it is. */
export function grouped(lines: readonly Parts[]): { fixed: string[]; groups: Group[] } {
  const bySubject = new Map<string, Parts[]>();
  for (const line of lines) {
    const subject = spelled(subjectOf(line));
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), line]);
  }
  const fixed: string[] = [];
  const groups: Group[] = [];
  for (const about of bySubject.values()) {
    if (about.every((line) => line.length === 1)) fixed.push(...about.map((line) => spelled(line)));
    else groups.push({ subject: subjectOf(about[0] ?? []), blocks: blocksOf(about) });
  }
  return { fixed: fixed.sort(), groups };
}

/** The text of parts. */
export function written(parts: Parts, values: readonly string[], nameOf: (node: number) => string): string {
  let line = '';
  for (const part of parts) {
    if (typeof part === 'string') line += part;
    else line += typeof part === 'number' ? values[part] : nameOf(part.node);
  }
  return line;
}

/** The blank nodes that a line speaks of. */
export function nodesIn(line: Parts): number[] {
  return line.flatMap((part) => (typeof part === 'object' ? [part.node] : []));
}

/** Up to the space after the subject, which no subject has in it. */
function subjectOf(line: Parts): Parts {
  const subject: Part[] = [];
  for (const part of line) {
    const end = typeof part === 'string' ? part.indexOf(' ') : -1;
    if (typeof part === 'string' && end >= 0) return [...subject, part.slice(0, end + 1)];
    subject.push(part);
  }
  return subject;
}

function blocksOf(lines: readonly Parts[]): Block[] {
  const sorted = lines
    .map((line) => ({ line, spelled: spelled(line) }))
    .sort((one, other) => (one.spelled < other.spelled ? -1 : 1))
    .map(({ line }) => line);
  const blocks: Block[] = [];
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    to = endOfUncertainty(sorted, from);
    const block = sorted.slice(from, to);
    const last = blocks.at(-1);
    if (block.length > 1) blocks.push({ is: 'lines', lines: block });
    else if (last?.is === 'text')
      blocks[blocks.length - 1] = { is: 'text', parts: joined([...last.parts, ...block.flat()]) };
    else blocks.push({ is: 'text', parts: block.flat() });
  }
  return blocks;
}

/** Behind the last line whose place relative to one of those since `from` depends on what is filled in. */
function endOfUncertainty(lines: readonly Parts[], from: number): number {
  let end = from + 1;
  for (let one = from; one < end; one += 1)
    for (let other = lines.length - 1; other >= end; other -= 1)
      if (!isOrderKnown(lines[one] ?? [], lines[other] ?? [])) end = other + 1;
  return end;
}

/** Whether two lines differ in their own letters before they differ in what is filled in. */
function isOrderKnown(one: Parts, other: Parts): boolean {
  const [first, second] = [spelled(one), spelled(other)];
  let at = 0;
  while (at < first.length && first[at] === second[at]) at += 1;
  return !isInMark(first, at) && !isInMark(second, at);
}

/** Marks are spelled with a control character at both ends, which canonical lines never hold. */
function isInMark(line: string, at: number): boolean {
  return (line.slice(0, at + 1).split(MARK).length - 1) % 2 === 1 || line[at] === MARK;
}

const MARK = '\u0001';

function spelled(parts: Parts): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return typeof part === 'number' ? `${MARK}${part}${MARK}` : `${MARK}n${part.node}${MARK}`;
    })
    .join('');
}

/** The same with neighbouring texts in one. */
function joined(parts: Parts): Parts {
  const together: Part[] = [];
  for (const part of parts) {
    const last = together.at(-1);
    if (typeof part === 'string' && typeof last === 'string') together[together.length - 1] = last + part;
    else together.push(part);
  }
  return together;
}
