import { fQuantile } from './distributions.js';
import { type Missing, missing } from './not-computable.js';
import { total } from './sums.js';

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Intraclass {
  /** Mean squares: between targets, within targets, between judges, residual. */
  readonly bms: number;
  readonly wms: number;
  readonly jms: number;
  readonly ems: number;
  /** One judgement: judges differ from target to target (1), are a sample (2), are the only ones (3). */
  readonly icc11: Interval;
  readonly icc21: Interval;
  readonly icc31: Interval;
  /** The same for the mean of all judges. */
  readonly icc1k: Interval;
  readonly icc2k: Interval;
  readonly icc3k: Interval;
}

/**
 * The six intraclass correlations of Shrout & Fleiss (1979), Psychological Bulletin 86:420–428, with their
 * confidence intervals. Every judge must have rated every target.
 */
export function intraclass(
  ratings: readonly (readonly (number | null)[])[],
  confidence = 0.95,
): Intraclass | { readonly value: null; readonly why: Missing } {
  const n = ratings.length;
  const k = Math.max(0, ...ratings.map((row) => row.length));
  if (k < 2) return missing('fewer than two raters');
  if (n < 2) return missing('no variation');
  if (ratings.some((row) => row.length < k || row.some((each) => each === null))) return missing('ratings are missing');
  const rows = ratings as readonly (readonly number[])[];
  const { bms, wms, jms, ems } = meanSquares(rows, n, k);
  if (bms === 0 && wms === 0) return missing('no variation');
  const f = (p: number, a: number, b: number) => fQuantile(p, a, b);
  const upper = 1 - (1 - confidence) / 2;
  const ofMean = ({ value, low, high }: Interval): Interval => ({
    value: stepUp(value, k),
    low: stepUp(low, k),
    high: stepUp(high, k),
  });
  /** From the F ratio of a design and its two degrees of freedom (Shrout & Fleiss, formulas 3 to 6). */
  const byRatio = (value: number, ratio: number, b: number): Interval => {
    const lower = ratio / f(upper, n - 1, b);
    const higher = ratio * f(upper, b, n - 1);
    return { value, low: (lower - 1) / (lower + k - 1), high: (higher - 1) / (higher + k - 1) };
  };
  const icc11 = byRatio((bms - wms) / (bms + (k - 1) * wms), bms / wms, n * (k - 1));
  const icc31 = byRatio((bms - ems) / (bms + (k - 1) * ems), bms / ems, (n - 1) * (k - 1));
  const icc21 = twoWay({ bms, jms, ems, n, k }, upper);
  return { bms, wms, jms, ems, icc11, icc21, icc31, icc1k: ofMean(icc11), icc2k: ofMean(icc21), icc3k: ofMean(icc31) };
}

/** Spearman and Brown: what one judgement's reliability makes of the mean of k. */
const stepUp = (one: number, k: number) => (k * one) / (1 + (k - 1) * one);

interface Squares {
  bms: number;
  jms: number;
  ems: number;
  n: number;
  k: number;
}

function twoWay({ bms, jms, ems, n, k }: Squares, upper: number): Interval {
  const value = (bms - ems) / (bms + (k - 1) * ems + (k * (jms - ems)) / n);
  const fj = jms / ems;
  const a = k * value * fj;
  const b = n * (1 + (k - 1) * value) - k * value;
  // Satterthwaite's degrees of freedom.
  const v = ((k - 1) * (n - 1) * (a + b) ** 2) / ((n - 1) * a ** 2 + b ** 2);
  const forLow = fQuantile(upper, n - 1, v);
  const forHigh = fQuantile(upper, v, n - 1);
  const rest = k * n - k - n;
  return {
    value,
    low: (n * (bms - forLow * ems)) / (forLow * (k * jms + rest * ems) + n * bms),
    high: (n * (forHigh * bms - ems)) / (k * jms + rest * ems + n * forHigh * bms),
  };
}

function meanSquares(rows: readonly (readonly number[])[], n: number, k: number) {
  const mean = total(rows, (row) => total(row, (each) => each)) / (n * k);
  const ofTarget = rows.map((row) => total(row, (each) => each) / k);
  const ofJudge = Array.from({ length: k }, (_, judge) => total(rows, (row) => row[judge] ?? 0) / n);
  const between = k * total(ofTarget, (each) => (each - mean) ** 2);
  const judges = n * total(ofJudge, (each) => (each - mean) ** 2);
  const within = total(rows, (row, target) => total(row, (each) => (each - (ofTarget[target] ?? 0)) ** 2));
  return {
    bms: between / (n - 1),
    wms: within / (n * (k - 1)),
    jms: judges / (k - 1),
    ems: (within - judges) / ((n - 1) * (k - 1)),
  };
}
