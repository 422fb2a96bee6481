import {
  chanceCorrected,
  type CoefficientOrWhy,
  fQuantile,
  intraclass,
  isKappaParadox,
  krippendorffAlpha,
  percentAdjacent,
  percentExact,
  twoByTwo,
  twoRaters,
} from '@assay/rubric';

/** Below this many units marked twice no figure is shown. */
export const LEAST_UNITS = 10;
/** How often units are drawn anew for the interval of alpha. */
const RESAMPLES = 200;

/** A figure with the interval in which it lies at 95 %; null with the reason where there is none. */
export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
  why: string | null;
}

/** How far two who judged the same units agree on one scale. Without figures while there are too few units. */
export interface Agreement {
  units: number;
  raters: number;
  /** How many categories the scale has. */
  scale: number;
  /** How many more units are needed before anything is shown. */
  needed: number;
  exact: Estimate | null;
  adjacent: Estimate | null;
  kappa: Estimate | null;
  ac: Estimate | null;
  alpha: Estimate | null;
  /** Kappa misleads here: nearly everything lies in one category. */
  paradox: boolean;
  prevalence: number | null;
  bias: number | null;
  pabak: number | null;
}

/** Two judgements of one unit, on a scale of numbers. */
export type Pair = readonly [number, number];

const NO_AGREEMENT = {
  exact: null,
  adjacent: null,
  kappa: null,
  ac: null,
  alpha: null,
  paradox: false,
  prevalence: null,
  bias: null,
  pabak: null,
};

/** Agreement on a scale with these categories; `raters` is how many people the judgements came from. */
export function agreementOf(pairs: readonly Pair[], categories: readonly number[], raters: number): Agreement {
  const base = { units: pairs.length, raters, scale: categories.length };
  if (pairs.length < LEAST_UNITS) return { ...base, needed: LEAST_UNITS - pairs.length, ...NO_AGREEMENT };
  const table = tableOf(pairs, categories);
  const twofold = categories.length === 2;
  const corrected = chanceCorrected(pairs, twofold ? 'identity' : 'quadratic', categories);
  const { cohen } = twoRaters(table, twofold ? 'identity' : 'quadratic', categories);
  const bent = twofold ? twoByTwo(table) : null;
  return {
    ...base,
    needed: 0,
    exact: shareOf(percentExact(table), pairs.length),
    adjacent: twofold ? null : shareOf(percentAdjacent(table), pairs.length),
    kappa: within(cohen, 1.959964),
    ac: within(corrected.gwetAC, tOf(pairs.length - 1)),
    alpha: alphaOf(pairs, categories),
    paradox: isKappaParadox(table),
    prevalence: bent?.prevalenceIndex ?? null,
    bias: bent?.biasIndex ?? null,
    pabak: bent?.PABAK ?? null,
  };
}

/** ICC(1,1) of scores: assessors differ from unit to unit. */
export function scoreAgreement(pairs: readonly Pair[]): Estimate | null {
  if (pairs.length < LEAST_UNITS) return null;
  const found = intraclass(pairs);
  if ('why' in found) return { value: null, low: null, high: null, why: found.why };
  return { ...found.icc11, why: null };
}

/** A share with Wilson's interval. */
export function proportion(reached: number, of: number): Estimate {
  if (of === 0) return { value: null, low: null, high: null, why: 'no unit was rated twice' };
  const z = 1.959964;
  const share = reached / of;
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const reach = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { value: share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach), why: null };
}

function shareOf(figure: { value: number | null }, n: number): Estimate {
  return proportion(Math.round((figure.value ?? 0) * n), n);
}

function within(figure: CoefficientOrWhy, times: number): Estimate {
  if (figure.coef === null) return { value: null, low: null, high: null, why: figure.why };
  const reach = figure.se === null ? null : times * figure.se;
  return {
    value: figure.coef,
    low: reach === null ? null : Math.max(-1, figure.coef - reach),
    high: reach === null ? null : Math.min(1, figure.coef + reach),
    why: null,
  };
}

/** The quantile of Student's t at 97.5 %. */
export const tOf = (df: number): number => Math.sqrt(fQuantile(0.95, 1, df));

/** Alpha for ordered categories; its interval from units drawn anew, by a fixed seed so that a report can be repeated. */
function alphaOf(pairs: readonly Pair[], categories: readonly number[]): Estimate {
  const metric = categories.length === 2 ? 'nominal' : 'ordinal';
  const figure = krippendorffAlpha(pairs, metric, categories);
  if (figure.value === null) return { value: null, low: null, high: null, why: figure.why };
  const next = seeded(pairs.length);
  const drawn: number[] = [];
  for (let turn = 0; turn < RESAMPLES; turn += 1) {
    const units = pairs.map(() => pairs[Math.floor(next() * pairs.length)] ?? ([0, 0] as const));
    const { value } = krippendorffAlpha(units, metric, categories);
    if (value !== null) drawn.push(value);
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? null;
  return { value: figure.value, low: at(0.025), high: at(0.975), why: null };
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function tableOf(pairs: readonly Pair[], categories: readonly number[]): number[][] {
  return categories.map((row) =>
    categories.map((column) => pairs.filter(([one, other]) => one === row && other === column).length),
  );
}
