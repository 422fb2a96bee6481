import {
  type CriterionMark,
  decide,
  isMet,
  isNearCut,
  levelAt,
  type Rubric,
  type RulesOfEvidence,
  type Verdict,
} from '@assay/rubric';
import type { DecidedCriterion } from './decision.entity.js';
import type { SlotReason } from './marking-slot.entity.js';
import type { CriterionMark as GivenMark, RulesOfEvidence as Answers } from './mark.entity.js';

/** By what marks become an outcome. */
export interface MarkingScheme {
  rubric: Rubric;
  cutScore: number;
  markingPolicy: 'SINGLE' | 'SECOND_MARK_SAMPLE' | 'DOUBLE_BLIND';
  secondMarkShare: number;
  borderlineBand: number;
  highStakes: boolean;
}

/** What one assessor judged, wherever it came from. */
export interface Judgement {
  criteria: GivenMark[];
  rules: Answers;
}

/** By what two marks are compared. */
export interface Comparison extends Pick<MarkingScheme, 'rubric' | 'cutScore'> {
  /** Two marks of the same criterion may lie so many levels apart and still say the same. */
  toleratedLevels: number;
}

/** What follows from a judgement. Whatever is unanswered is a fault of the program: it was asked for before. */
export function verdictOf(scheme: Pick<MarkingScheme, 'rubric' | 'cutScore'>, { criteria, rules }: Judgement): Verdict {
  return decide({
    rubric: scheme.rubric,
    marks: criteria,
    cutScore: scheme.cutScore,
    rules: answered(rules),
    authenticityQuery: rules.authentic !== 'YES',
  });
}

/** Criterion by criterion as the candidate will read it. */
export function decidedCriteria(rubric: Rubric, marks: readonly GivenMark[]): DecidedCriterion[] {
  return rubric.criteria.map((criterion) => {
    const given = marks.find((each) => each.criterionId === criterion.id);
    const level = given?.level ?? null;
    return { criterionId: criterion.id, level, met: isMet(criterion, level), comment: given?.comment ?? '' };
  });
}

/** Why a second assessor marks from the beginning; `draw` is the submission's own number from 0 to 1. */
export function secondFromTheStart(scheme: MarkingScheme, draw: number): SlotReason | null {
  if (scheme.markingPolicy === 'DOUBLE_BLIND') return 'POLICY';
  if (scheme.highStakes) return 'HIGH_STAKES';
  return scheme.markingPolicy === 'SECOND_MARK_SAMPLE' && draw < scheme.secondMarkShare ? 'SAMPLE' : null;
}

/** Whether a judgement lies so near to the cut score that a second assessor is asked. */
export function isBorderline(scheme: MarkingScheme, judgement: Judgement): boolean {
  const { score } = verdictOf(scheme, judgement);
  return isNearCut(score, scheme.cutScore, scheme.borderlineBand);
}

/** The criteria on which two assessors gave different levels, in the order of the rubric. */
export function differingCriteria(
  rubric: Rubric,
  one: readonly CriterionMark[],
  two: readonly CriterionMark[],
): string[] {
  return rubric.criteria.map(({ id }) => id).filter((id) => levelOf(one, id) !== levelOf(two, id));
}

/** Two judgements say the same: one outcome, and no criterion further apart than is tolerated. */
export function agree(scheme: Comparison, one: Judgement, two: Judgement): boolean {
  return (
    verdictOf(scheme, one).outcome === verdictOf(scheme, two).outcome &&
    scheme.rubric.criteria.every(({ id }) => {
      const [a, b] = [levelOf(one.criteria, id), levelOf(two.criteria, id)];
      return a === null || b === null ? a === b : Math.abs(a - b) <= scheme.toleratedLevels;
    })
  );
}

/** How far two judgements lie apart: weighted points of those possible, and a whole point more for another outcome. */
function distance(scheme: Pick<MarkingScheme, 'rubric' | 'cutScore'>, one: Judgement, two: Judgement): number {
  let apart = verdictOf(scheme, one).outcome === verdictOf(scheme, two).outcome ? 0 : 1;
  const weights = scheme.rubric.criteria.reduce((sum, { weight }) => sum + weight, 0) || 1;
  for (const criterion of scheme.rubric.criteria) {
    const most = Math.max(...criterion.levels.map(({ points }) => points)) || 1;
    const points = [one, two].map(({ criteria }) => levelAt(criterion, levelOf(criteria, criterion.id))?.points ?? 0);
    apart += (criterion.weight / weights) * (Math.abs((points[0] ?? 0) - (points[1] ?? 0)) / most);
  }
  return apart;
}

/**
 * Of three judgements the two that lie nearest to each other, with the one that stands for them: the later of the two, because
 * a third mark is there to settle it. Null when even those two do not agree.
 */
export function nearestPair<Each extends Judgement>(
  scheme: Comparison,
  [first, second, third]: readonly [Each, Each, Each],
): { pair: [Each, Each]; stands: Each } | null {
  const pairs: [Each, Each][] = [
    [first, third],
    [second, third],
    [first, second],
  ];
  const [nearest] = pairs.map((pair) => ({ pair, apart: distance(scheme, ...pair) })).sort((a, b) => a.apart - b.apart);
  if (!nearest || !agree(scheme, ...nearest.pair)) return null;
  return { pair: nearest.pair, stands: nearest.pair[1] };
}

function levelOf(marks: readonly CriterionMark[], criterionId: string): number | null {
  return marks.find((each) => each.criterionId === criterionId)?.level ?? null;
}

function answered({ valid, authentic, sufficient, current }: Answers): RulesOfEvidence {
  if (!valid || !authentic || !sufficient || !current) throw new Error('A rule of evidence is not answered.');
  return { valid, authentic, sufficient, current };
}
