import type { LevelPair } from './governance.entity.js';

export interface Problem {
  field: string;
  message: string;
}

const MOST = { line: 300, text: 10_000 };

/** What people write in these forms: a line or a text, and whether it may be empty. */
export function textProblems(
  texts: Record<string, string>,
  kinds: Record<string, { most: keyof typeof MOST; needed?: string }>,
): Problem[] {
  return Object.entries(kinds).flatMap(([field, { most, needed }]) => {
    const text = texts[field]?.trim() ?? '';
    if (needed && !text) return [{ field, message: needed }];
    return text.length > MOST[most]
      ? [{ field, message: `At most ${MOST[most].toLocaleString('en')} characters fit here.` }]
      : [];
  });
}

/** What is wrong with a cross-walk between a scale of these levels and another of those. */
export function crosswalkProblems(
  pairs: readonly LevelPair[],
  from: readonly number[],
  to: readonly number[],
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<number>();
  for (const [at, pair] of pairs.entries()) {
    const field = `pairs.${at}`;
    if (!from.includes(pair.from)) problems.push({ field, message: `The first scale has no level ${pair.from}.` });
    if (seen.has(pair.from)) problems.push({ field, message: `Level ${pair.from} stands here twice.` });
    seen.add(pair.from);
    for (const level of pair.to)
      if (!to.includes(level)) problems.push({ field, message: `The second scale has no level ${level}.` });
  }
  if (pairs.every((pair) => pair.to.length === 0))
    problems.push({ field: 'pairs', message: 'Say of at least one level what it means.' });
  return [...problems, ...fallingBack(pairs)];
}

/** A higher level never means less than a lower one. */
function fallingBack(pairs: readonly LevelPair[]): Problem[] {
  const named = [...pairs].filter((pair) => pair.to.length > 0).sort((a, b) => a.from - b.from);
  return named.slice(1).flatMap((pair, at) => {
    const before = named[at];
    return before && Math.min(...pair.to) < Math.min(...before.to)
      ? [{ field: 'pairs', message: `Level ${pair.from} would mean less than level ${before.from}.` }]
      : [];
  });
}

/** Lowest first, each level once. */
export function settledPairs(pairs: readonly LevelPair[]): LevelPair[] {
  return [...pairs]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => ({ from, to: [...new Set(to)].sort((a, b) => a - b) }));
}

/** The same cross-walk, walked the other way. */
export function walkedBack(pairs: readonly LevelPair[]): LevelPair[] {
  const levels = [...new Set(pairs.flatMap(({ to }) => to))].sort((a, b) => a - b);
  return levels.map((level) => ({
    from: level,
    to: pairs
      .filter(({ to }) => to.includes(level))
      .map(({ from }) => from)
      .sort((a, b) => a - b),
  }));
}
