import type { CoefficientOrWhy } from './chance-corrected.js';
import { krippendorffOfTable } from './krippendorff.js';
import type { Figure } from './not-computable.js';
import { cell, sum, total } from './sums.js';
import { type Category, type Weights, weightTable } from './weights.js';

/** How often two raters chose each pair of categories: rows one rater, columns the other. */
export type Table = readonly (readonly number[])[];

export type Kappa = CoefficientOrWhy & {
  /** Standard error under the hypothesis of no agreement beyond chance (Fleiss, Cohen & Everitt 1969). */
  readonly se0?: number;
};

export interface TwoRaters {
  readonly pa: number;
  readonly cohen: Kappa;
  readonly gwetAC: CoefficientOrWhy;
  readonly scottPi: CoefficientOrWhy;
  readonly brennanPrediger: CoefficientOrWhy;
}

/** Two raters who both rated every unit. `categories` says what the rows and columns are; their numbers weigh. */
export function twoRaters(
  table: Table,
  weights: Weights = 'identity',
  categories: readonly Category[] = table.map((_, place) => place + 1),
): TwoRaters {
  const w = weightTable(weights, categories);
  const { n, p, row, column } = shares(table);
  const q = table.length;
  const over = (of: (k: number, l: number) => number) => total(p, (line, k) => total(line, (_, l) => of(k, l)));
  const pa = over((k, l) => cell(w, k, l) * cell(p, k, l));
  const mean = row.map((each, k) => (each + (column[k] ?? 0)) / 2);
  const allWeights = sum(w.map(sum));
  const plain = (pe: number): CoefficientOrWhy =>
    1 - pe < 1e-12 ? { coef: null, why: 'no variation' } : { pa, pe, coef: (pa - pe) / (1 - pe), se: null };
  return {
    pa,
    cohen: cohen(p, w, row, column, pa, n),
    gwetAC: plain(q > 1 ? (allWeights / (q * (q - 1))) * total(mean, (pi) => pi * (1 - pi)) : 1),
    scottPi: plain(over((k, l) => cell(w, k, l) * (mean[k] ?? 0) * (mean[l] ?? 0))),
    brennanPrediger: plain(allWeights / q ** 2),
  };
}

/** Weighted kappa with both large-sample errors of Fleiss, Cohen & Everitt (1969). */
function cohen(p: number[][], w: number[][], row: number[], column: number[], pa: number, n: number): Kappa {
  const over = (of: (k: number, l: number) => number) => total(p, (line, k) => total(line, (_, l) => of(k, l)));
  const pe = over((k, l) => cell(w, k, l) * (row[k] ?? 0) * (column[l] ?? 0));
  if (1 - pe < 1e-12) return { coef: null, why: 'no variation' };
  const coef = (pa - pe) / (1 - pe);
  const ofRow = row.map((_, k) => total(column, (share, l) => cell(w, k, l) * share));
  const ofColumn = column.map((_, l) => total(row, (share, k) => cell(w, k, l) * share));
  const chance = (k: number, l: number) => (ofRow[k] ?? 0) + (ofColumn[l] ?? 0);
  const spread = over((k, l) => cell(p, k, l) * (cell(w, k, l) - chance(k, l) * (1 - coef)) ** 2);
  const spread0 = over((k, l) => (row[k] ?? 0) * (column[l] ?? 0) * (cell(w, k, l) - chance(k, l)) ** 2);
  const error = (variance: number) => Math.sqrt(Math.max(0, variance) / n) / (1 - pe);
  return { pa, pe, coef, se: error(spread - (coef - pe * (1 - coef)) ** 2), se0: error(spread0 - pe ** 2) };
}

/** Share of units that both raters put into the same category. */
export function percentExact(table: Table): Figure {
  return percentWithin(table, 0);
}

/** Share of units on which the raters are at most one category apart. */
export function percentAdjacent(table: Table): Figure {
  return percentWithin(table, 1);
}

function percentWithin(table: Table, most: number): Figure {
  const n = sum(table.map(sum));
  if (n === 0) return { value: null, why: 'no unit was rated twice' };
  const near = total(table, (line, k) => total(line, (count, l) => (Math.abs(k - l) <= most ? count : 0)));
  return { value: near / n };
}

/** What bends kappa in a table of two by two (Feinstein & Cicchetti 1990; Byrt, Bishop & Carlin 1993). */
export interface TwoByTwo {
  readonly prevalenceIndex: number;
  readonly biasIndex: number;
  /** Prevalence- and bias-adjusted kappa: 2·pa − 1. */
  readonly PABAK: number;
  readonly specificAgreementPositive: Figure;
  readonly specificAgreementNegative: Figure;
}

export function twoByTwo(table: Table): TwoByTwo {
  const [a, b, c, d] = [cell(table, 0, 0), cell(table, 0, 1), cell(table, 1, 0), cell(table, 1, 1)];
  const n = a + b + c + d;
  const specific = (both: number): Figure =>
    both === 0 && b + c === 0 ? { value: null, why: 'no variation' } : { value: (2 * both) / (2 * both + b + c) };
  return {
    prevalenceIndex: (a - d) / n,
    biasIndex: (b - c) / n,
    PABAK: (2 * (a + d)) / n - 1,
    specificAgreementPositive: specific(a),
    specificAgreementNegative: specific(d),
  };
}

/**
 * Kappa says little where nearly all units lie in one category: it may be near 0 at 94 % agreement. True where the
 * paradox is at work, so that a page shows AC1 and plain agreement beside it (Feinstein & Cicchetti 1990).
 */
export function isKappaParadox(table: Table): boolean {
  const { pa, cohen: kappa, gwetAC } = twoRaters(table);
  if (kappa.coef === null) return pa > 0.8;
  return pa >= 0.8 && gwetAC.coef !== null && gwetAC.coef - kappa.coef > 0.2;
}

export const krippendorffNominal = (table: Table): Figure => krippendorffOfTable(table);

function shares(table: Table) {
  const n = sum(table.map(sum));
  const p = table.map((line) => line.map((count) => count / n));
  return {
    n,
    p,
    row: p.map((line) => sum(line)),
    column: (p[0] ?? []).map((_, l) => total(p, (line) => line[l] ?? 0)),
  };
}
