import { fCdf } from './distributions.js';
import { solve } from './linear.js';
import { type Missing, missing } from './not-computable.js';
import { total } from './sums.js';

export interface Severity {
  /** Per rater: how many points more than the others they give for the same work. Positive is lenient; adds up to 0. */
  readonly raterEffect: readonly number[];
  /** The same turned round: positive is severe. */
  readonly severity: readonly number[];
  /** How far single ratings lie from what unit and rater explain. */
  readonly residualSD: number;
  readonly df: number;
  /** Whether raters differ at all: F, its degrees of freedom and its p. */
  readonly F: number;
  readonly dfF: readonly [number, number];
  readonly p: number;
  /** What one must not rank by: raters saw different units. */
  readonly rawRaterMeanMinusGrandMean: readonly number[];
}

/**
 * Rater severity by a two-way additive fit, y = μ + unit + rater + error, by least squares. Ratings may be missing, as
 * long as units and raters hang together: two groups that share nothing cannot be compared.
 */
export function raterSeverity(
  ratings: readonly (readonly (number | null)[])[],
): Severity | { readonly value: null; readonly why: Missing } {
  const raters = Math.max(0, ...ratings.map((row) => row.length));
  if (raters < 2) return missing('fewer than two raters');
  const units = ratings.map(given).filter((unit) => unit.length > 0);
  if (!units.some((unit) => unit.length > 1)) return missing('no unit was rated twice');
  const who = Array.from({ length: raters }, (_, rater) => rater);
  if (!hangsTogether(units, who)) return missing('the design falls apart');

  const meanOf = (unit: Given) => total(unit, ({ value }) => value) / unit.length;
  // The units are swept out; what is left are as many equations as raters, one of them for the sum of zero.
  const left = who.map((one) =>
    who.map((other) =>
      total(units, (unit) => {
        const [hasOne, hasOther] = [rated(unit, one), rated(unit, other)];
        return (one === other && hasOne ? 1 : 0) - (hasOne && hasOther ? 1 / unit.length : 0) + 1 / units.length;
      }),
    ),
  );
  const right = who.map((one) =>
    total(units, (unit) => total(unit, ({ rater, value }) => (rater === one ? value - meanOf(unit) : 0))),
  );
  const raterEffect = solve(left, right);
  if (!raterEffect) return missing('the design falls apart');

  const withinUnits = total(units, (unit) => total(unit, ({ value }) => (value - meanOf(unit)) ** 2));
  const explained = total(raterEffect, (effect, rater) => effect * (right[rater] ?? 0));
  const n = total(units, (unit) => unit.length);
  const df = n - units.length - raters + 1;
  const residual = Math.max(0, withinUnits - explained);
  if (df < 1) return missing('no variation');
  const F = explained / (raters - 1) / (residual / df);
  const grand = total(units, (unit) => total(unit, ({ value }) => value)) / n;
  const own = who.map((rater) => units.flatMap((unit) => unit.filter((each) => each.rater === rater)));
  return {
    raterEffect,
    severity: raterEffect.map((effect) => -effect),
    residualSD: Math.sqrt(residual / df),
    df,
    F,
    dfF: [raters - 1, df],
    p: 1 - fCdf(F, raters - 1, df),
    rawRaterMeanMinusGrandMean: own.map((given_) => meanOf(given_) - grand),
  };
}

type Given = { rater: number; value: number }[];

const given = (row: readonly (number | null)[]): Given =>
  row.flatMap((value, rater) => (value === null ? [] : [{ rater, value }]));

const rated = (unit: Given, rater: number) => unit.some((each) => each.rater === rater);

/** Whether one can go from every rater to every other by units that both rated. */
function hangsTogether(units: readonly Given[], raters: readonly number[]): boolean {
  const reached = new Set([units[0]?.[0]?.rater]);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const unit of units)
      if (unit.some(({ rater }) => reached.has(rater))) for (const { rater } of unit) reached.add(rater);
  }
  return raters.every((rater) => reached.has(rater));
}
