import { type Band, cumulativeMembership } from './agreement/benchmark.js';
import { chanceCorrected, chanceCorrectedOfCounts } from './agreement/chance-corrected.js';
import { intraclass } from './agreement/intraclass.js';
import { krippendorffAlpha, krippendorffOfCounts, type Metric } from './agreement/krippendorff.js';
import { raschSeverity } from './agreement/rasch.js';
import type { Ratings } from './agreement/ratings.js';
import { raterSeverity } from './agreement/severity.js';
import {
  krippendorffNominal,
  percentAdjacent,
  percentExact,
  type Table,
  twoByTwo,
  twoRaters,
} from './agreement/two-raters.js';
import type { Category, Weights } from './agreement/weights.js';

/** Worked numbers for agreement statistics, as one entry of a file of them. */
export interface Vector {
  id: string;
  statistic?: string;
  data: Record<string, unknown>;
  params?: Record<string, unknown>;
  expected?: Record<string, unknown>;
  /** Of edge cases: what there is instead of a number. */
  expect?: Record<string, unknown>;
  tolerance?: number;
  stretch?: boolean;
}

export interface Checked {
  id: string;
  /** How many figures were compared. */
  compared: number;
  /** The largest distance from what was expected. */
  furthest: number;
  /** Where a figure is off, is missing, or is not known here; empty when all is well. */
  off: string[];
}

/** Compares everything that a vector expects with what this package makes of its data. */
export function checkVector(vector: Vector): Checked {
  const checked: Checked = { id: vector.id, compared: 0, furthest: 0, off: [] };
  const made = vector.expect ? edgeFigures(vector) : figures(vector);
  const expected = vector.expected ?? vector.expect ?? {};
  for (const [name, value] of Object.entries(expected))
    compare(name, value, made[name], vector.tolerance ?? 1e-6, checked);
  if (checked.compared === 0) checked.off.push('nothing could be compared');
  return checked;
}

function compare(path: string, expected: unknown, made: unknown, tolerance: number, checked: Checked): void {
  if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected))
      compare(`${path}.${key}`, value, (made as Record<string, unknown> | null | undefined)?.[key], tolerance, checked);
    return;
  }
  checked.compared += 1;
  if (expected === null) {
    if (made !== null) checked.off.push(`${path}: ${shown(made)}, where there is no figure`);
    return;
  }
  if (typeof expected !== 'number' || typeof made !== 'number') {
    checked.off.push(`${path}: ${made === undefined ? 'not known here' : shown(made)}, expected ${shown(expected)}`);
    return;
  }
  const distance = Math.abs(made - expected);
  checked.furthest = Math.max(checked.furthest, distance);
  if (!(distance <= tolerance)) checked.off.push(`${path}: ${made}, expected ${expected}`);
}

/** JSON knows no NaN. */
const shown = (value: unknown): string => (typeof value === 'number' ? String(value) : JSON.stringify(value));

type Figures = Record<string, unknown>;

/** Every figure that this package knows of such data, by the names that such files use. */
function figures({ data, params = {}, statistic = '' }: Vector): Figures {
  if (/Rasch/i.test(statistic)) return { ...raschSeverity(data.ratings as number[][]) };
  if (/additive/i.test(statistic)) return { ...raterSeverity(data.ratings as number[][]) };
  if (/ICC/.test(statistic)) return icc(data.ratings as number[][], params.confidence as number | undefined);
  if (typeof data.coef === 'number') return benchmarks(data);
  if (data.table) return ofTable(data, params);
  if (data.counts) return ofCounts(data, params);
  return ofRatings(data, params);
}

function ofTable(data: Record<string, unknown>, params: Record<string, unknown>): Figures {
  const table = data.table as Table;
  const numbers = (data.categories as Category[] | undefined)?.every((each) => typeof each === 'number');
  const categories = numbers ? (data.categories as Category[]) : undefined;
  const of = (weights: Weights) => {
    const { cohen, ...rest } = twoRaters(table, weights, categories);
    return { ...rest, cohen, ...(weights === 'identity' ? { krippNominal: krippendorffNominal(table).value } : {}) };
  };
  const own = explicitWeights(data);
  if (own) {
    const [plain, weighted] = [twoRaters(table).cohen, twoRaters(table, own).cohen];
    return {
      ...(plain.coef === null ? { kappa: null } : { kappa: plain.coef, se: plain.se, se0: plain.se0 }),
      ...(weighted.coef === null
        ? { kappaWeighted: null }
        : { kappaWeighted: weighted.coef, seWeighted: weighted.se, se0Weighted: weighted.se0 }),
    };
  }
  const named = Array.isArray(params.weights) ? (params.weights as Weights[]) : (['identity'] as Weights[]);
  return {
    ...Object.fromEntries(named.map((weights) => [String(weights), of(weights)])),
    percentExact: percentExact(table).value,
    percentAdjacent1: percentAdjacent(table).value,
    ...(table.length === 2 ? flat(twoByTwo(table)) : {}),
  };
}

/** Agreement weights as given, or turned round from disagreements: w = 1 − v / max v (Cohen 1968). */
function explicitWeights(data: Record<string, unknown>): number[][] | null {
  if (data.agreementWeights) return data.agreementWeights as number[][];
  const apart = data.disagreementWeights as number[][] | undefined;
  if (!apart) return null;
  const most = Math.max(...apart.flat());
  return apart.map((row) => row.map((each) => 1 - each / most));
}

const METRICS: Metric[] = ['nominal', 'ordinal', 'interval', 'ratio'];

function ofRatings(data: Record<string, unknown>, params: Record<string, unknown>): Figures {
  const ratings = data.ratings as Ratings;
  const categories = data.categories as Category[] | undefined;
  const alpha = Object.fromEntries(
    METRICS.map((metric) => [metric, krippendorffAlpha(ratings, metric, categories).value]),
  );
  const weights = (params.weights as Weights[] | undefined) ?? [];
  return {
    ...alpha,
    krippendorff: alpha,
    ...Object.fromEntries(weights.map((each) => [String(each), chanceCorrected(ratings, each, categories)])),
  };
}

function ofCounts(data: Record<string, unknown>, params: Record<string, unknown>): Figures {
  const counts = data.counts as number[][];
  const categories = (data.categories as Category[] | undefined) ?? (counts[0] ?? []).map((_, place) => place + 1);
  const [weights = 'identity'] = (params.weights as Weights[] | undefined) ?? [];
  const alpha = Object.fromEntries(
    METRICS.map((metric) => [metric, krippendorffOfCounts(counts, metric, categories).value]),
  );
  return {
    ...chanceCorrectedOfCounts(counts, weights, categories),
    krippendorffNominal: alpha.nominal,
    krippendorff: alpha,
    ...Object.fromEntries(
      ((params.weights as Weights[] | undefined) ?? []).map((each) => [
        String(each),
        chanceCorrectedOfCounts(counts, each, categories),
      ]),
    ),
  };
}

function icc(ratings: number[][], confidence?: number): Figures {
  const found = intraclass(ratings, confidence);
  if (!('icc11' in found)) return { 'ICC(1,1)': null };
  const of = {
    '1,1': found.icc11,
    '2,1': found.icc21,
    '3,1': found.icc31,
    '1,k': found.icc1k,
    '2,k': found.icc2k,
    '3,k': found.icc3k,
  };
  return {
    ...{ BMS: found.bms, WMS: found.wms, JMS: found.jms, EMS: found.ems },
    ...Object.fromEntries(Object.entries(of).map(([name, { value }]) => [`ICC(${name})`, value])),
    ...Object.fromEntries(Object.entries(of).map(([name, { low, high }]) => [`CI(${name})`, [low, high]])),
  };
}

function benchmarks({ coef, se, ...bands }: Record<string, unknown>): Figures {
  return Object.fromEntries(
    Object.entries(bands)
      .filter(([, value]) => Array.isArray(value))
      .map(([name, value]) => [name, cumulativeMembership(coef as number, se as number, value as Band[])]),
  );
}

/** Where there is nothing to compute: each figure must be null, and have its reason. */
function edgeFigures({ data }: Vector): Figures {
  if (data.table) {
    const table = data.table as Table;
    const { cohen, gwetAC } = twoRaters(table);
    return {
      percentExact: percentExact(table).value,
      cohen: cohen.coef,
      gwetAC1: gwetAC.coef,
      krippendorffNominal: krippendorffNominal(table).value,
    };
  }
  const ratings = data.ratings as Ratings;
  const all = [...Object.values(chanceCorrected(ratings)).map(({ coef }) => coef), krippendorffAlpha(ratings).value];
  return { all: all.every((each) => each === null) ? null : all.find((each) => each !== null) };
}

function flat(values: object): Figures {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : (value as { value: unknown }).value,
    ]),
  );
}
