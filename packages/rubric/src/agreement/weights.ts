/**
 * How much two categories agree, 0 to 1. `linear` 1 − |k − l| / range; `quadratic` 1 − (k − l)² / range²;
 * `ordinal` 1 − C(|k − l| + 1, 2) / C(q, 2) by rank (Gwet 2014, ch. 3); or a table of one's own.
 */
export type Weights = 'identity' | 'linear' | 'quadratic' | 'ordinal' | readonly (readonly number[])[];

/** A category of the scale: a number where distances mean something, else only its place counts. */
export type Category = number | string;

/** The weight of each pair of defined categories. Those nobody used count: q is what the rubric defines. */
export function weightTable(weights: Weights, categories: readonly Category[]): number[][] {
  if (typeof weights !== 'string') return weights.map((row) => [...row]);
  const at = placesOf(categories);
  const range = Math.max(...at) - Math.min(...at);
  const pairs = (n: number) => (n * (n - 1)) / 2;
  const agree = (k: number, l: number): number => {
    if (k === l) return 1;
    const apart = Math.abs((at[k] ?? 0) - (at[l] ?? 0));
    if (weights === 'linear') return 1 - apart / range;
    if (weights === 'quadratic') return 1 - (apart / range) ** 2;
    if (weights === 'ordinal') return 1 - pairs(Math.abs(k - l) + 1) / pairs(categories.length);
    return 0;
  };
  return categories.map((_, k) => categories.map((__, l) => agree(k, l)));
}

/** Numeric values of the categories, or their ranks where they are words. */
export function placesOf(categories: readonly Category[]): number[] {
  return categories.every((each) => typeof each === 'number')
    ? categories.map(Number)
    : categories.map((_, place) => place + 1);
}
