import type { Category } from './weights.js';

/** Units × raters; null where a rater did not rate the unit. */
export type Ratings = readonly (readonly (Category | null)[])[];

/** The categories that were used, in order; for where nobody says which ones are defined. */
export function usedCategories(ratings: Ratings): Category[] {
  const used = [...new Set(ratings.flat())].filter((each) => each !== null);
  return used.sort((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1));
}

/** Units × categories: how many raters put the unit there. */
export function countsOf(ratings: Ratings, categories: readonly Category[]): number[][] {
  return ratings.map((unit) => categories.map((category) => unit.filter((rating) => rating === category).length));
}

/** How many raters there are at all. */
export function ratersOf(ratings: Ratings): number {
  return Math.max(0, ...ratings.map((unit) => unit.length));
}
