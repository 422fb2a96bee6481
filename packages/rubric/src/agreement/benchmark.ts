import { normalCdf } from './distributions.js';

/** A band of a scale of words: from, to. Highest first. */
export type Band = readonly [number, number];

/** Landis & Koch (1977): slight, fair, moderate, substantial, almost perfect, and worse than chance. */
export const LANDIS_KOCH: readonly Band[] = [
  [0.8, 1],
  [0.6, 0.8],
  [0.4, 0.6],
  [0.2, 0.4],
  [0, 0.2],
  [-1, 0],
];

/**
 * How likely the true coefficient lies in a band or above, for each band from the highest (Gwet 2014, ch. 6). A page names
 * the highest band that reaches 0.95, and not the one that the estimate happens to fall into.
 */
export function cumulativeMembership(coef: number, se: number, bands: readonly Band[] = LANDIS_KOCH): number[] {
  const below = (x: number) => normalCdf((coef - x) / se);
  const whole = below(-1) - below(1);
  let reached = 0;
  return bands.map(([from, to]) => {
    reached += (below(from) - below(to)) / whole;
    return reached;
  });
}
