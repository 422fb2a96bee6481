import type { Rubric } from '@assay/rubric';
import type { CriterionMark, RulesOfEvidence } from './mark.entity.js';
import { differingCriteria, type Judgement } from './marking-policy.rules.js';
import type { AgreedCriterion } from './reconciliation.entity.js';

/** What stands in the way of one judgement. */
export interface AgreementGap {
  field: string;
  criterionId: string | null;
  message: string;
}

const RULES = ['valid', 'authentic', 'sufficient', 'current'] as const;

/** The rules of evidence that two assessors answered differently. */
export const differingRules = (one: RulesOfEvidence, two: RulesOfEvidence): (keyof RulesOfEvidence)[] =>
  RULES.filter((rule) => one[rule] !== two[rule]);

/** What is still to be settled: every criterion that differs has a level and a reason, every rule that differs an answer. */
export function agreementGaps(
  rubric: Rubric,
  [one, two]: readonly [Judgement, Judgement],
  agreed: { criteria: readonly AgreedCriterion[]; rules: RulesOfEvidence | null },
): AgreementGap[] {
  const gaps: AgreementGap[] = [];
  for (const criterionId of differingCriteria(rubric, one.criteria, two.criteria)) {
    const place = rubric.criteria.findIndex(({ id }) => id === criterionId);
    const given = agreed.criteria.find((each) => each.criterionId === criterionId);
    if (!rubric.criteria[place]?.levels.some(({ ordinal }) => ordinal === given?.level))
      gaps.push({ field: 'level', criterionId, message: `Criterion ${place + 1} has no agreed level` });
    else if (!given?.reason.trim())
      gaps.push({ field: 'reason', criterionId, message: `Criterion ${place + 1} has no reason` });
  }
  for (const rule of differingRules(one.rules, two.rules))
    if (!agreed.rules?.[rule])
      gaps.push({
        field: `rules.${rule}`,
        criterionId: null,
        message: `You answered "${rule}" differently: settle on one answer`,
      });
  return gaps;
}

/** One judgement out of two and what was settled between them. The candidate reads the words that go with the level. */
export function settled(
  rubric: Rubric,
  [one, two]: readonly [Judgement, Judgement],
  agreed: { criteria: readonly AgreedCriterion[]; rules: RulesOfEvidence | null },
): Judgement {
  const differing = new Set(differingCriteria(rubric, one.criteria, two.criteria));
  const criteria = rubric.criteria.map(({ id }): CriterionMark => {
    const given = [one, two].map((each) => each.criteria.find((mark) => mark.criterionId === id));
    const settledOn = differing.has(id) ? agreed.criteria.find((each) => each.criterionId === id) : undefined;
    const level = settledOn ? settledOn.level : (given[0]?.level ?? null);
    const fitting = given.filter((mark) => mark?.level === level).map((mark) => mark?.comment.trim() ?? '');
    return { criterionId: id, level, comment: fitting.find(Boolean) ?? settledOn?.reason ?? '' };
  });
  return { criteria, rules: { ...one.rules, ...pick(agreed.rules, differingRules(one.rules, two.rules)) } };
}

function pick(rules: RulesOfEvidence | null, names: (keyof RulesOfEvidence)[]): Partial<RulesOfEvidence> {
  return Object.fromEntries(names.map((name) => [name, rules?.[name] ?? null]));
}
