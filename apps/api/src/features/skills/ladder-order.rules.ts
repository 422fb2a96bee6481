/** A rung of a job role before it has a place. */
export interface Rung {
  name: string;
  meanLevel: number;
}

export interface RankedRung {
  titleRank: number;
  /** A second ladder beside the main one, from a suffix such as “- management”; null on the main one. */
  track: string | null;
}

/** What a title says of seniority, lowest first. A title that says nothing is the role itself: rank 3. */
const TITLE_RANKS: readonly [RegExp, number][] = [
  [/\b(trainee|apprentice)\b/i, 0],
  [/\bjunior\b/i, 1],
  [/\bassociate\b/i, 2],
  [/\bsenior\b/i, 4],
  [/\blead\b/i, 5],
  [/\bprincipal\b/i, 6],
  [/\bhead\b/i, 7],
  [/\bchief\b/i, 8],
];
const PLAIN_TITLE = 3;

/** The first word of the table that the title holds decides: a trainee of the head is a trainee. */
export function rankTitle(name: string): RankedRung {
  const rank = TITLE_RANKS.find(([word]) => word.test(name))?.[1] ?? PLAIN_TITLE;
  return { titleRank: rank, track: / - (\S+)\s*$/.exec(name)?.[1]?.toLowerCase() ?? null };
}

/** Mean of the levels asked, to three places: enough to tell rungs apart, few enough to read. */
export function meanLevel(levels: readonly number[]): number {
  const sum = levels.reduce((total, level) => total + level, 0);
  return levels.length === 0 ? 0 : Math.round((sum / levels.length) * 1000) / 1000;
}

/** Lowest first: by title, then by mean level. Equals keep the order they came in. */
export function orderLadder<R extends Rung>(rungs: readonly R[]): (R & RankedRung & { order: number })[] {
  return rungs
    .map((rung) => ({ ...rung, ...rankTitle(rung.name) }))
    .sort((a, b) => a.titleRank - b.titleRank || a.meanLevel - b.meanLevel)
    .map((rung, at) => ({ ...rung, order: at + 1 }));
}

/** Neighbours that neither title nor mean level puts in order. */
export function tiedRungs<R extends Rung & RankedRung>(ladder: readonly R[]): [R, R][] {
  return ladder.flatMap((rung, at): [R, R][] => {
    const next = ladder[at + 1];
    return next && next.titleRank === rung.titleRank && next.meanLevel === rung.meanLevel ? [[rung, next]] : [];
  });
}
