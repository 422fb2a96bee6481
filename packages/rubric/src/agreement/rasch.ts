import { solve } from './linear.js';
import { type Missing, missing } from './not-computable.js';
import { sum, total } from './sums.js';

export interface Rasch {
  /** Per rater, in logits; positive is severe; adds up to 0. */
  readonly severity: readonly number[];
  /** The steps between neighbouring categories, in logits; adds up to 0. */
  readonly tau: readonly number[];
  readonly conditionalLogLikelihood: number;
}

const MOST_STEPS = 100;
const SETTLED = 1e-9;

/**
 * The rating-scale Rasch model with raters as second facet, log(P_k / P_k−1) = θ − severity − τ_k, by conditional maximum
 * likelihood (Andersen 1973; Andrich 1978): given a person's total, their ability drops out. Every rater must have
 * rated every person. Newton's method from zero; the likelihood is concave.
 */
export function raschSeverity(
  ratings: readonly (readonly (number | null)[])[],
): Rasch | { readonly value: null; readonly why: Missing } {
  const raters = Math.max(0, ...ratings.map((row) => row.length));
  if (raters < 2) return missing('fewer than two raters');
  if (ratings.some((row) => row.length < raters || row.some((each) => each === null)))
    return missing('ratings are missing');
  const rows = ratings as readonly (readonly number[])[];
  const top = Math.max(...rows.flat());
  if (top < 1) return missing('no variation');
  let free = Array.from({ length: raters - 1 + top - 1 }, () => 0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, curvature } = slopes(free, (at) => logLikelihood(rows, shaped(at, raters, top)));
    const move = solve(curvature, gradient);
    if (!move) return missing('no variation');
    // Never further than one logit at once: far from the top the curvature promises too much.
    const scale = Math.min(1, 1 / Math.max(...move.map(Math.abs), 1e-12));
    free = free.map((value, at) => value - scale * (move[at] ?? 0));
    if (Math.max(...move.map(Math.abs)) < SETTLED ** 0.6) {
      const { severity, tau } = shaped(free, raters, top);
      return { severity, tau, conditionalLogLikelihood: logLikelihood(rows, { severity, tau }) };
    }
  }
  return missing('the estimates do not settle');
}

interface Shape {
  severity: number[];
  tau: number[];
}

/** Free parameters to severities and steps that each add up to 0. */
function shaped(free: readonly number[], raters: number, top: number): Shape {
  const first = free.slice(0, raters - 1);
  const steps = free.slice(raters - 1);
  return { severity: [...first, -sum(first)], tau: [...steps, -sum(steps)].slice(0, top) };
}

function logLikelihood(rows: readonly (readonly number[])[], { severity, tau }: Shape): number {
  const reached = tau.reduce<number[]>((so, step) => [...so, (so.at(-1) ?? 0) + step], [0]);
  const easinessOf = (rater: number, category: number) => -category * (severity[rater] ?? 0) - (reached[category] ?? 0);
  // Symmetric functions: the sum over all patterns with the same total, built up rater by rater.
  const gamma = severity.reduce<number[]>(
    (so, _, rater) => {
      const next = Array.from({ length: so.length + tau.length }, () => 0);
      for (const [score, value] of so.entries())
        for (let category = 0; category <= tau.length; category += 1)
          next[score + category] = (next[score + category] ?? 0) + value * Math.exp(easinessOf(rater, category));
      return next;
    },
    [1],
  );
  return total(
    rows,
    (row) => total(row, (category, rater) => easinessOf(rater, category)) - Math.log(gamma[sum(row)] ?? 1),
  );
}

/** Gradient and Hessian by central differences; with half a dozen parameters that is quick and exact enough. */
function slopes(at: readonly number[], f: (point: number[]) => number): { gradient: number[]; curvature: number[][] } {
  const h = 1e-4;
  const moved = (steps: readonly [number, number][]) => {
    const point = [...at];
    for (const [index, by] of steps) point[index] = (point[index] ?? 0) + by;
    return f(point);
  };
  const gradient = at.map((_, i) => (moved([[i, h]]) - moved([[i, -h]])) / (2 * h));
  const curvature = at.map((_, i) =>
    at.map((__, j) => {
      const both = (a: number, b: number) =>
        moved([
          [i, a * h],
          [j, b * h],
        ]);
      return (both(1, 1) - both(1, -1) - both(-1, 1) + both(-1, -1)) / (4 * h * h);
    }),
  );
  return { gradient, curvature };
}
