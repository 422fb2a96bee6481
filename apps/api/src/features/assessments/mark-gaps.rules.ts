import type { Rubric } from '@assay/rubric';
import type { CriterionMark, EvidenceRuleAnswer, OverallView, RulesOfEvidence } from './mark.entity.js';

/** Something that is left to do before a mark can be handed in. */
export interface MarkGap {
  field: string;
  criterionId: string | null;
  message: string;
}

const RULES: (keyof RulesOfEvidence)[] = ['valid', 'authentic', 'sufficient', 'current'];

/** What an assessor has not answered yet: every criterion, a comment below competent, four rules of evidence, the overall view. */
export function markGaps(
  rubric: Rubric,
  mark: {
    criteria: CriterionMark[];
    rules: Record<keyof RulesOfEvidence, EvidenceRuleAnswer | null>;
    overall: OverallView | null;
  },
): MarkGap[] {
  const gaps: MarkGap[] = [];
  rubric.criteria.forEach((criterion, index) => {
    const given = mark.criteria.find((each) => each.criterionId === criterion.id);
    const level = criterion.levels.find((each) => each.ordinal === given?.level);
    if (!level)
      gaps.push({ field: 'level', criterionId: criterion.id, message: `Criterion ${index + 1} has no level` });
    else if (!level.isCompetent && !given?.comment.trim())
      gaps.push({
        field: 'comment',
        criterionId: criterion.id,
        message: `Criterion ${index + 1} is below competent: say what would meet it`,
      });
  });
  for (const rule of RULES)
    if (!mark.rules[rule])
      gaps.push({
        field: `rules.${rule}`,
        criterionId: null,
        message: `The rule of evidence "${rule}" is not answered`,
      });
  if (!mark.overall) gaps.push({ field: 'overall', criterionId: null, message: 'Your overall view is not given' });
  return gaps;
}
