/** A run of words that both texts have, or only one. */
export interface WordRun {
  kind: 'same' | 'before' | 'after';
  text: string;
}

// Beyond this the table of the comparison would be larger than the texts are worth; then whole texts stand beside each other.
const MOST_CELLS = 4_000_000;

/** Which words came and which went: the longest common run of words stays, so what is marked is as little as possible. */
export function wordDiff(before: string, after: string): WordRun[] {
  const a = words(before);
  const b = words(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = compare(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([
    ...a.slice(0, start).map((text): WordRun => ({ kind: 'same', text })),
    ...middle,
    ...a.slice(a.length - end).map((text): WordRun => ({ kind: 'same', text })),
  ]);
}

/** Words with the spaces behind them, so that the runs put together give the texts back. */
const words = (text: string) => text.match(/\s+|[\p{L}\p{N}_'’-]+|[^\s\p{L}\p{N}]/gu) ?? [];

function compare(a: readonly string[], b: readonly string[]): WordRun[] {
  if (a.length * b.length > MOST_CELLS)
    return [
      ...a.map((text): WordRun => ({ kind: 'before', text })),
      ...b.map((text): WordRun => ({ kind: 'after', text })),
    ];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const runs: WordRun[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const was = a[i];
    const now = b[j];
    if (was !== undefined && was === now) {
      runs.push({ kind: 'same', text: was });
      i++;
      j++;
    } else if (was !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ kind: 'before', text: was });
      i++;
    } else if (now !== undefined) {
      runs.push({ kind: 'after', text: now });
      j++;
    }
  }
  return runs;
}

/** Neighbours of one kind become one run; a lone space between two changes belongs to both, so that phrases stay phrases. */
function joined(runs: readonly WordRun[]): WordRun[] {
  const out: WordRun[] = [];
  let before = '';
  let after = '';
  const flush = () => {
    if (before) out.push({ kind: 'before', text: before });
    if (after) out.push({ kind: 'after', text: after });
    before = '';
    after = '';
  };
  for (const [at, { kind, text }] of runs.entries()) {
    const between = kind === 'same' && /^\s+$/.test(text) && (before || after) && runs[at + 1]?.kind !== 'same';
    if (kind === 'before' || (between && at + 1 < runs.length)) before += text;
    if (kind === 'after' || (between && at + 1 < runs.length)) after += text;
    if (kind !== 'same' || (between && at + 1 < runs.length)) continue;
    flush();
    const last = out.at(-1);
    if (last?.kind === 'same') last.text += text;
    else out.push({ kind, text });
  }
  flush();
  return out;
}
