import { isMet, type RubricCriterion } from '@assay/rubric';
import { monthsBefore } from './gaps.rules.js';

/** For how long a met criterion counts where the achievement says nothing of the age of evidence. */
export const CURRENT_MONTHS = 24;

export interface MetBefore {
  criterionId: string;
  level: number | null;
  met: boolean;
  fromDecisionId: string;
  decidedAt: Date;
}

/**
 * What of an earlier outcome counts in the next attempt: met, still current, and asked in the same words at the same levels.
 * `before` and `now` are the criteria of the version then and of the version that is begun.
 */
export function carriedOver<Met extends MetBefore>(
  met: readonly Met[],
  before: readonly RubricCriterion[],
  now: readonly RubricCriterion[],
  maxAgeMonths: number | null,
  today: string,
): (Met & { level: number })[] {
  const oldest = monthsBefore(today, maxAgeMonths ?? CURRENT_MONTHS);
  return met.flatMap((each) => {
    const criterion = now.find(({ id }) => id === each.criterionId);
    const was = before.find(({ id }) => id === each.criterionId);
    const counts =
      each.met &&
      each.level !== null &&
      criterion !== undefined &&
      was !== undefined &&
      asks(criterion) === asks(was) &&
      isMet(criterion, each.level) &&
      each.decidedAt.toISOString().slice(0, 10) >= oldest;
    return counts ? [{ ...each, level: each.level as number }] : [];
  });
}

/** What a criterion asks, without how much it weighs. */
function asks({ title, description, mustReach, levels }: RubricCriterion): string {
  const steps = levels.map(({ ordinal, descriptor, isCompetent }) => ({ ordinal, descriptor, isCompetent }));
  return JSON.stringify({ title, description, mustReach, levels: steps });
}
