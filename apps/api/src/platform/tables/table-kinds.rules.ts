/** How well the headers of a table fit what an import reads. */
export interface Fit {
  /** So many of them are known there. */
  known: number;
  /** Whether what cannot be missing there is among them. */
  isWhole: boolean;
}

export interface TableKind {
  /** Tells kinds apart. */
  word: string;
  /** For people, in a sentence: a list of people. */
  what: string;
  /** Where it is imported. */
  path: string;
  fit(headers: readonly string[]): Fit;
}

export interface LikelyTable extends TableKind {
  known: number;
  of: number;
}

/** So many columns at least, so that one common word is no reason. */
const FEWEST_KNOWN = 2;
const LEAST_SHARE = 0.5;
/** By so much another kind must fit better before anybody is sent elsewhere. */
const CLEARLY = 0.2;

/** Which other table this probably is; null where it fits its own well enough, or nothing better. */
export function likelyTable(kinds: readonly TableKind[], own: string, columns: readonly string[]): LikelyTable | null {
  const headers = columns.filter((header) => header.trim() !== '');
  const fits = kinds.map((kind) => ({ ...kind, ...kind.fit(headers), of: headers.length }));
  const here = fits.find(({ word }) => word === own);
  const [best] = fits
    .filter(({ word, known, of, isWhole }) => {
      if (word === own || !isWhole || known < FEWEST_KNOWN || known < LEAST_SHARE * of) return false;
      return known - (here?.known ?? 0) >= CLEARLY * of || (here?.isWhole === false && known > here.known);
    })
    .sort((a, b) => b.known - a.known);
  return best ?? null;
}
