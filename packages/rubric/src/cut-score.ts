/** One judge's estimate: what share of a criterion's points a person gets who is just good enough. */
export interface AngoffEstimate {
  judgeId: string;
  criterionId: string;
  /** 0 to 1. */
  share: number;
}

export interface AngoffResult {
  /** 0 to 1: the mean of the judges. Null until one judge has answered for every criterion. */
  cut: number | null;
  judges: { judgeId: string; cut: number }[];
  /** Judges who have not answered for every criterion: they do not count yet. */
  incomplete: string[];
  /** How far the judges lie apart; null for fewer than two. */
  standardDeviation: number | null;
  /** Of the mean: SD/√J. */
  standardError: number | null;
  criteria: { criterionId: string; mean: number; lowest: number; highest: number }[];
}

/**
 * Modified Angoff: a judge's cut is Σ weight · estimate / Σ weight, and the cut score is the mean of the judges
 * (the mean rule as described in BMC Medical Education 2018, 18:126). Estimates are shares of a criterion's points,
 * because that is what a score is made of.
 */
export function modifiedAngoff(
  criteria: readonly { id: string; weight: number }[],
  judgeIds: readonly string[],
  estimates: readonly AngoffEstimate[],
): AngoffResult {
  const shares = new Map(estimates.map(({ judgeId, criterionId, share }) => [`${judgeId} ${criterionId}`, share]));
  const of = (judgeId: string, criterionId: string) => shares.get(`${judgeId} ${criterionId}`) ?? null;
  const isComplete = (judgeId: string) => criteria.length > 0 && criteria.every(({ id }) => of(judgeId, id) !== null);
  const counted = judgeIds.filter(isComplete);
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const judges = counted.map((judgeId) => ({
    judgeId,
    cut: criteria.reduce((sum, { id, weight }) => sum + weight * (of(judgeId, id) ?? 0), 0) / weights,
  }));
  const cuts = judges.map(({ cut }) => cut);
  const spread = deviation(cuts);
  return {
    cut: cuts.length && weights > 0 ? mean(cuts) : null,
    judges,
    incomplete: judgeIds.filter((judgeId) => !counted.includes(judgeId)),
    standardDeviation: spread,
    standardError: spread === null ? null : spread / Math.sqrt(cuts.length),
    criteria: criteria.flatMap(({ id }) => {
      const given = judgeIds.flatMap((judgeId) => of(judgeId, id) ?? []);
      return given.length
        ? [{ criterionId: id, mean: mean(given), lowest: Math.min(...given), highest: Math.max(...given) }]
        : [];
    }),
  };
}

/** One mark: the score that the criteria gave, and the assessor's view of the whole, asked beside them. */
export interface GlobalJudgement {
  /** 0 clear fail, 1 borderline, 2 pass, 3 strong. */
  view: number;
  /** 0 to 1. */
  score: number;
}

export interface BorderlineRegression {
  n: number;
  slope: number;
  intercept: number;
  /** 0 to 1: the score that the line gives to work seen as borderline. */
  cut: number;
  /** Of the line at borderline. */
  standardError: number | null;
  /** How well the criteria agree with the views of the whole: a low one questions the rubric, not the people. */
  r2: number;
  /** Mean score of work seen as borderline, to compare; null where there is none. */
  borderlineMean: number | null;
}

/** Why there is no answer yet. */
export interface NotEnoughJudgements {
  n: number;
  lacks: 'MARKS' | 'VIEWS' | 'DIRECTION';
}

/** Below this no statistic of marks is shown. */
export const LEAST_JUDGEMENTS = 10;
const BORDERLINE = 1;

/**
 * Borderline regression: least squares score = a + b · view over all marks, and the cut score is a + b · borderline.
 * Every mark counts and not only those in the middle, so it needs fewer of them than the mean of the borderline group.
 */
export function borderlineRegression(
  judgements: readonly GlobalJudgement[],
): BorderlineRegression | NotEnoughJudgements {
  const n = judgements.length;
  if (n < LEAST_JUDGEMENTS) return { n, lacks: 'MARKS' };
  const [x, y] = [mean(judgements.map(({ view }) => view)), mean(judgements.map(({ score }) => score))];
  let [sxx, sxy, syy] = [0, 0, 0];
  for (const { view, score } of judgements) {
    sxx += (view - x) ** 2;
    sxy += (view - x) * (score - y);
    syy += (score - y) ** 2;
  }
  if (sxx === 0) return { n, lacks: 'VIEWS' };
  const slope = sxy / sxx;
  if (!(slope > 0)) return { n, lacks: 'DIRECTION' };
  const intercept = y - slope * x;
  const left = Math.max(0, syy - slope * sxy);
  const borderline = judgements.flatMap(({ view, score }) => (view === BORDERLINE ? score : []));
  return {
    n,
    slope,
    intercept,
    cut: Math.min(1, Math.max(0, intercept + slope * BORDERLINE)),
    standardError: n > 2 ? Math.sqrt((left / (n - 2)) * (1 / n + (BORDERLINE - x) ** 2 / sxx)) : null,
    r2: syy === 0 ? 0 : sxy ** 2 / (sxx * syy),
    borderlineMean: borderline.length ? mean(borderline) : null,
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of a sample; null for fewer than two. */
function deviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}
