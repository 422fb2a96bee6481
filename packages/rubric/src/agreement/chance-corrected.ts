import { type Missing, missing } from './not-computable.js';
import { countsOf, ratersOf, type Ratings, usedCategories } from './ratings.js';
import { cell, sum, total } from './sums.js';
import { type Category, type Weights, weightTable } from './weights.js';

/** Agreement beyond chance: what was seen, what chance would give, (pa − pe) / (1 − pe), and its standard error. */
export interface Coefficient {
  readonly pa: number;
  readonly pe: number;
  readonly coef: number;
  /** Gwet's linearised variance, units drawn from many, these raters; null where there is no formula here. */
  readonly se: number | null;
}

export type CoefficientOrWhy = Coefficient | { readonly coef: null; readonly why: Missing };

export interface ChanceCorrected {
  readonly fleiss: CoefficientOrWhy;
  readonly brennanPrediger: CoefficientOrWhy;
  /** AC1 with identity weights, AC2 with others. */
  readonly gwetAC: CoefficientOrWhy;
  /** Cohen's kappa for many raters (Conger 1980); needs to know who rated. */
  readonly conger: CoefficientOrWhy;
}

/**
 * Chance-corrected agreement of any number of raters, ratings may be missing (Gwet 2014, Handbook of Inter-Rater
 * Reliability, 4th ed., ch. 2–5). `categories` are those that the rubric defines.
 */
export function chanceCorrected(
  ratings: Ratings,
  weights: Weights = 'identity',
  categories: readonly Category[] = usedCategories(ratings),
): ChanceCorrected {
  const why = notRated(ratings);
  if (why) return { fleiss: why, brennanPrediger: why, gwetAC: why, conger: why };
  const table = weightTable(weights, categories);
  return { ...ofCounts(countsOf(ratings, categories), table), conger: conger(ratings, categories, table) };
}

/** The same from units × categories counts, where nobody wrote down who rated what. */
export function chanceCorrectedOfCounts(
  counts: readonly (readonly number[])[],
  weights: Weights = 'identity',
  categories: readonly Category[] = (counts[0] ?? []).map((_, place) => place + 1),
): Omit<ChanceCorrected, 'conger'> {
  return ofCounts(counts, weightTable(weights, categories));
}

function notRated(ratings: Ratings): { coef: null; why: Missing } | null {
  if (ratersOf(ratings) < 2) return { coef: null, why: missing('fewer than two raters').why };
  const twice = ratings.some((unit) => unit.filter((rating) => rating !== null).length > 1);
  return twice ? null : { coef: null, why: missing('no unit was rated twice').why };
}

function ofCounts(all: readonly (readonly number[])[], w: number[][]): Omit<ChanceCorrected, 'conger'> {
  const units = all.filter((unit) => sum(unit) > 0);
  const n = units.length;
  const q = w.length;
  const twice = units.filter((unit) => sum(unit) > 1).length;
  if (twice === 0) {
    const why = { coef: null, why: 'no unit was rated twice' } as const;
    return { fleiss: why, brennanPrediger: why, gwetAC: why };
  }
  const agreed = units.map((unit) => agreementWithin(unit, w));
  const pa = sum(agreed) / twice;
  const share = w.map((_, k) => total(units, (unit) => (unit[k] ?? 0) / sum(unit)) / n);
  const allWeights = sum(w.map(sum));
  const weighted = share.map((_, k) => total(share, (pi, l) => ((cell(w, k, l) + cell(w, l, k)) / 2) * pi));
  const acScale = allWeights / (q * (q - 1));
  /** Each unit's own part of the coefficient; how far they lie apart is the variance. */
  const coefficient = (pe: number, chanceOf: (unit: readonly number[]) => number): CoefficientOrWhy => {
    if (1 - pe < 1e-12) return { coef: null, why: 'no variation' };
    const coef = (pa - pe) / (1 - pe);
    const parts = units.map((unit, at) => {
      // A unit that was rated once says nothing of agreement, and something of chance.
      const own = sum(unit) > 1 ? ((n / twice) * ((agreed[at] ?? 0) - pe)) / (1 - pe) : 0;
      return own - (2 * (1 - coef) * (chanceOf(unit) - pe)) / (1 - pe);
    });
    const se = n > 1 ? Math.sqrt(total(parts, (part) => (part - coef) ** 2) / (n * (n - 1))) : null;
    return { pa, pe, coef, se };
  };
  const fleissPe = total(share, (pi, k) => pi * (weighted[k] ?? 0));
  const acPe = q > 1 ? acScale * total(share, (pi) => pi * (1 - pi)) : 1;
  const bpPe = allWeights / q ** 2;
  return {
    fleiss: coefficient(fleissPe, (unit) => total(unit, (count, k) => (count / sum(unit)) * (weighted[k] ?? 0))),
    brennanPrediger: coefficient(bpPe, () => bpPe),
    gwetAC: coefficient(
      acPe,
      (unit) => acScale * total(unit, (count, k) => (count / sum(unit)) * (1 - (share[k] ?? 0))),
    ),
  };
}

/** Weighted share of the pairs of raters of one unit that agree; nothing where it was rated once. */
function agreementWithin(unit: readonly number[], w: number[][]): number {
  const raters = sum(unit);
  if (raters < 2) return 0;
  const reached = total(unit, (count, k) => count * (total(unit, (other, l) => cell(w, k, l) * other) - 1));
  return reached / (raters * (raters - 1));
}

function conger(ratings: Ratings, categories: readonly Category[], w: number[][]): CoefficientOrWhy {
  const counts = countsOf(ratings, categories).filter((unit) => sum(unit) > 0);
  const twice = counts.filter((unit) => sum(unit) > 1).length;
  const pa = total(counts, (unit) => agreementWithin(unit, w)) / twice;
  const raters = ratersOf(ratings);
  const shares = Array.from({ length: raters }, (_, rater) => {
    const own = ratings.flatMap((unit) => unit[rater] ?? []);
    return own.length ? categories.map((each) => own.filter((rating) => rating === each).length / own.length) : null;
  }).filter((each) => each !== null);
  const r = shares.length;
  if (r < 2) return { coef: null, why: 'fewer than two raters' };
  const mean = categories.map((_, k) => total(shares, (share) => share[k] ?? 0) / r);
  const pe = total(categories, (_, k) =>
    total(categories, (__, l) => {
      const [atK, atL] = [mean[k] ?? 0, mean[l] ?? 0];
      const covariance = (total(shares, (share) => (share[k] ?? 0) * (share[l] ?? 0)) - r * atK * atL) / (r - 1);
      return cell(w, k, l) * (atK * atL - covariance / r);
    }),
  );
  return 1 - pe < 1e-12 ? { coef: null, why: 'no variation' } : { pa, pe, coef: (pa - pe) / (1 - pe), se: null };
}
