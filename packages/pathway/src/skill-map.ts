/** A skill of the map with one number for each person, in the order of its rows: what a what-if is worked out from. */
export interface MapColumn {
  readonly skillId: string;
  /** The level that the job asks; 0 where it asks none. */
  readonly need: readonly number[];
  /** The level that is verified on the day; 0 where none counts. */
  readonly verified: readonly number[];
}

/** The same as bytes or numbers, where it is only counted. */
interface MapNumbers {
  readonly skillId: string;
  readonly need: ArrayLike<number>;
  readonly verified: ArrayLike<number>;
}

/** Something that has not happened. Rows are places in the columns. */
export type WhatIf =
  /** Gone, and the work stays. */
  | { readonly kind: 'LEAVES'; readonly row: number }
  /** Gone elsewhere, and the work with them. */
  | { readonly kind: 'MOVES'; readonly row: number }
  /** Somebody new in the same job as this person, verified at all that it asks. */
  | { readonly kind: 'JOINS'; readonly row: number }
  | { readonly kind: 'CERTIFIED'; readonly row: number; readonly skillId: string; readonly level: number };

/** Of one skill: people whose job asks it, and those of them verified at what it asks; where nobody's does, all who hold it. */
export interface Cover {
  readonly skillId: string;
  readonly asked: number;
  readonly covered: number;
}

const DIGITS = 36;
const LETTERS = Array.from({ length: DIGITS }, (_, level) => level.toString(DIGITS));

/** One letter for each person: a map of two thousand people is a few short texts and no list of objects. */
export function writeLevels(levels: ArrayLike<number>): string {
  // Letter by letter, a map of this size would be a quarter of a million pieces of text to clear away.
  const codes = new Uint8Array(levels.length);
  for (let nth = 0; nth < codes.length; nth += 1) codes[nth] = codeOf(levels[nth]);
  return TEXT.decode(codes);
}

const TEXT = new TextDecoder();
const CODES = LETTERS.map((letter) => letter.charCodeAt(0));
const codeOf = (level = 0): number => CODES[Math.min(Math.max(level, 0), DIGITS - 1)] ?? 0;

const LEVEL_OF = new Map(LETTERS.map((letter, level) => [letter, level]));

export function readLevels(text: string): number[] {
  const levels: number[] = [];
  for (const letter of text) levels.push(LEVEL_OF.get(letter) ?? 0);
  return levels;
}

/** What is counted of one skill before any what-if. */
export interface Tally {
  /** Whose job asks it; of those, who is verified at what it asks; and all who hold it. */
  readonly asked: number;
  readonly met: number;
  readonly held: number;
}

/** Counted once for a map: a what-if then looks at one row of it. */
export function talliesOf(columns: readonly Pick<MapNumbers, 'need' | 'verified'>[]): Tally[] {
  return columns.map(({ need, verified }) => {
    let [asked, met, held] = [0, 0, 0];
    for (let row = 0; row < need.length; row += 1) {
      const needed = need[row] ?? 0;
      const level = verified[row] ?? 0;
      if (needed > 0) asked += 1;
      if (needed > 0 && level >= needed) met += 1;
      if (level > 0) held += 1;
    }
    return { asked, met, held };
  });
}

export function coverOf(columns: readonly MapNumbers[]): Cover[] {
  return talliesOf(columns).map((tally, at) => coverIn(columns[at]?.skillId ?? '', tally));
}

const coverIn = (skillId: string, { asked, met, held }: Tally): Cover => ({
  skillId,
  asked,
  covered: asked > 0 ? met : held,
});

function after(tally: Tally, { skillId, need, verified }: MapColumn, what: WhatIf): Tally {
  const [needed, level] = [need[what.row] ?? 0, verified[what.row] ?? 0];
  const plus = (sum: Tally, { asked, met, held }: Tally, times: 1 | -1): Tally => ({
    asked: sum.asked + times * asked,
    met: sum.met + times * met,
    held: sum.held + times * held,
  });
  const one = (has: number): Tally => ({
    asked: needed > 0 ? 1 : 0,
    met: needed > 0 && has >= needed ? 1 : 0,
    held: has > 0 ? 1 : 0,
  });
  if (what.kind === 'JOINS') return plus(tally, one(needed), 1);
  const without = plus(tally, one(level), -1);
  // Whoever leaves takes the level along and leaves the work; whoever moves takes both.
  if (what.kind === 'MOVES') return without;
  if (what.kind === 'LEAVES') return plus(without, one(0), 1);
  return plus(without, one(what.skillId === skillId ? Math.max(level, what.level) : level), 1);
}

/** One skill whose cover a what-if changes. */
export interface CoverChange {
  readonly skillId: string;
  readonly before: Cover;
  readonly after: Cover;
}

export function changesOf(
  columns: readonly MapColumn[],
  what: WhatIf,
  tallies: readonly Tally[] = talliesOf(columns),
): CoverChange[] {
  return columns.flatMap((column, at) => {
    const tally = tallies[at];
    if (!tally) return [];
    const [before, then] = [coverIn(column.skillId, tally), coverIn(column.skillId, after(tally, column, what))];
    return then.covered !== before.covered || then.asked !== before.asked
      ? [{ skillId: column.skillId, before, after: then }]
      : [];
  });
}

/** Where a team hangs on one person, or on nobody. */
export interface MapRisks {
  /** The only person verified at the highest level that a job here asks. */
  readonly sole: { readonly skillId: string; readonly row: number; readonly level: number }[];
  /** Asked by jobs here, and nobody is verified at what their own job asks. */
  readonly unmet: { readonly skillId: string; readonly asked: number }[];
}

export function mapRisks(columns: readonly MapColumn[]): MapRisks {
  return {
    sole: columns.flatMap(({ skillId, need, verified }) => {
      const level = Math.max(0, ...need);
      const holders = level > 0 ? verified.flatMap((held, row) => (held >= level ? [row] : [])) : [];
      const [row] = holders;
      return holders.length === 1 && row !== undefined ? [{ skillId, row, level }] : [];
    }),
    unmet: coverOf(columns)
      .filter(({ asked, covered }) => asked > 0 && covered === 0)
      .map(({ skillId, asked }) => ({ skillId, asked })),
  };
}
