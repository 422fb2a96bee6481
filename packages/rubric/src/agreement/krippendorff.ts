import { type Figure, missing } from './not-computable.js';
import { countsOf, ratersOf, type Ratings, usedCategories } from './ratings.js';
import { cell, sum, total } from './sums.js';
import { type Category, placesOf } from './weights.js';

/** How far apart two values are taken to be. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's alpha from the coincidence matrix (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability).
 * Units with one rating are left out. `ordinal` counts ratings between two ranks and is not Gwet's ordinal weight.
 */
export function krippendorffAlpha(
  ratings: Ratings,
  metric: Metric = 'nominal',
  categories: readonly Category[] = usedCategories(ratings),
): Figure {
  if (ratersOf(ratings) < 2) return missing('fewer than two raters');
  return krippendorffOfCounts(countsOf(ratings, categories), metric, categories);
}

/** The same from units × categories counts. */
export function krippendorffOfCounts(
  counts: readonly (readonly number[])[],
  metric: Metric,
  categories: readonly Category[],
): Figure {
  const units = counts.filter((unit) => sum(unit) > 1);
  if (units.length === 0) return missing('no unit was rated twice');
  const coincidences = categories.map((_, c) =>
    categories.map((__, k) =>
      total(units, (unit) => ((unit[c] ?? 0) * ((unit[k] ?? 0) - (c === k ? 1 : 0))) / (sum(unit) - 1)),
    ),
  );
  return alphaOf(coincidences, metric, categories);
}

/** Two raters' table as coincidences: each pair counts both ways. */
export function krippendorffOfTable(table: readonly (readonly number[])[]): Figure {
  if (sum(table.map(sum)) === 0) return missing('no unit was rated twice');
  const both = table.map((line, c) => line.map((count, k) => count + cell(table, k, c)));
  return alphaOf(
    both,
    'nominal',
    table.map((_, place) => place),
  );
}

function alphaOf(coincidences: number[][], metric: Metric, categories: readonly Category[]): Figure {
  const totals = coincidences.map(sum);
  const n = sum(totals);
  const places = placesOf(categories);
  const apart = (c: number, k: number): number => {
    if (c === k) return 0;
    const [one, other] = [places[c] ?? 0, places[k] ?? 0];
    if (metric === 'interval') return (one - other) ** 2;
    if (metric === 'ratio') return ((one - other) / (one + other)) ** 2;
    if (metric === 'nominal') return 1;
    const [from, to] = c < k ? [c, k] : [k, c];
    return (sum(totals.slice(from, to + 1)) - ((totals[from] ?? 0) + (totals[to] ?? 0)) / 2) ** 2;
  };
  const over = (of: (c: number, k: number) => number) =>
    total(totals, (_, c) => total(totals, (__, k) => of(c, k) * apart(c, k)));
  const expected = over((c, k) => (totals[c] ?? 0) * (totals[k] ?? 0));
  if (expected === 0) return missing('no variation');
  return { value: 1 - ((n - 1) * over((c, k) => cell(coincidences, c, k))) / expected };
}
