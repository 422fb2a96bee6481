import type { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import type { CriterionMark } from './mark.entity.js';

/** What was met in an attempt before counts at its level and is not judged again, whatever is given for it now. */
export function withCarried(
  content: SubmissionSnapshot['content'] | undefined,
  given: readonly CriterionMark[],
): CriterionMark[] {
  const carried = (content?.criteria ?? []).flatMap(({ criterionId, carried: met }) =>
    met
      ? [
          {
            criterionId,
            level: met.level,
            comment: given.find((each) => each.criterionId === criterionId)?.comment ?? '',
          },
        ]
      : [],
  );
  const settled = new Set(carried.map(({ criterionId }) => criterionId));
  return [...given.filter(({ criterionId }) => !settled.has(criterionId)), ...carried];
}
