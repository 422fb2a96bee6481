import type { Rubric } from '@assay/rubric';
import type { Decision } from './decision.entity.js';
import type { CriterionMark, RulesOfEvidence } from './mark.entity.js';

/** Another level for a criterion, with the words that the candidate will read. */
export interface AdjustedCriterion {
  criterionId: string;
  level: number;
  comment: string;
}

/** Which field, and what is wrong with it. */
export interface AdjustmentProblem {
  field: string;
  message: string;
}

const MOST_CHARACTERS = 10_000;

/** A decision with other levels for some criteria; the rest stays as it was decided. */
export function adjusted(
  decision: Pick<Decision, 'criteria'>,
  rules: RulesOfEvidence,
  changes: readonly AdjustedCriterion[],
): { criteria: CriterionMark[]; rules: RulesOfEvidence } {
  const criteria = decision.criteria.map(({ criterionId, level, comment }) => {
    const change = changes.find((each) => each.criterionId === criterionId);
    return change
      ? { criterionId, level: change.level, comment: change.comment.trim() || comment }
      : { criterionId, level, comment };
  });
  return { criteria, rules };
}

/** What is wrong with an adjustment: it changes something, to levels that there are, with words where it is below competent. */
export function adjustmentProblems(
  rubric: Rubric,
  decision: Pick<Decision, 'criteria'>,
  changes: readonly AdjustedCriterion[],
  /** What to do where nothing changes. */
  otherwise: string,
): AdjustmentProblem[] {
  const problems = changes.flatMap(({ criterionId, level, comment }, at) => {
    const criterion = rubric.criteria.find(({ id }) => id === criterionId);
    const found = criterion?.levels.find(({ ordinal }) => ordinal === level);
    if (!criterion) return [{ field: `criteria.${at}.criterionId`, message: 'This rubric has no such criterion.' }];
    if (!found) return [{ field: `criteria.${at}.level`, message: `"${criterion.title}" has no level ${level}.` }];
    if (!comment.trim())
      return [
        { field: `criteria.${at}.comment`, message: `Say about "${criterion.title}" why it gets another level.` },
      ];
    if (comment.length > MOST_CHARACTERS)
      return [{ field: `criteria.${at}.comment`, message: `A comment has at most ${MOST_CHARACTERS} characters.` }];
    return [];
  });
  if (problems.length > 0) return problems;
  const different = changes.filter(
    ({ criterionId, level }) => decision.criteria.find((each) => each.criterionId === criterionId)?.level !== level,
  );
  return different.length > 0 ? [] : [{ field: 'criteria', message: `Nothing gets another level. ${otherwise}` }];
}
