/** How evenly work lies on people: 0 is even. */
export interface Fairness {
  people: number;
  mean: number;
  /** Standard deviation over mean; null where nobody has anything. */
  variation: number | null;
  /** Half the mean difference of two people over the mean. */
  gini: number | null;
  /** The most loaded over the mean. */
  most: number | null;
}

export function fairnessOf(loads: readonly number[]): Fairness {
  const people = loads.length;
  const mean = people === 0 ? 0 : loads.reduce((sum, each) => sum + each, 0) / people;
  if (mean === 0) return { people, mean, variation: null, gini: null, most: null };
  const spread = loads.reduce((sum, each) => sum + (each - mean) ** 2, 0) / people;
  const apart = loads.reduce((sum, one) => sum + loads.reduce((all, other) => all + Math.abs(one - other), 0), 0);
  return {
    people,
    mean,
    variation: Math.sqrt(spread) / mean,
    gini: apart / (2 * people ** 2 * mean),
    most: Math.max(...loads) / mean,
  };
}
