import { isMet, levelToMeet, type Rubric, type RubricCriterion } from './rubric.js';
import { score } from './score.js';

/** What marks a rubric lets through at its cut score. Shares are 0 to 1; null where the rubric gives no score at all. */
export interface PassingPath {
  /** The highest marks pass. */
  possible: boolean;
  /** A criterion whose best level does not meet it, so that nobody passes. */
  blockedBy: RubricCriterion | null;
  /** The score of the lowest marks throughout. */
  lowest: number | null;
  /** Somebody passes with the lowest marks throughout. */
  everybodyPasses: boolean;
  /** The score of marks that just meet every criterion. */
  justMet: number | null;
  /** Just meeting every criterion is not enough. */
  metIsNotEnough: boolean;
}

const ROUNDING = 1e-9;

/** Whether anybody can pass, and whether anybody can fail. */
export function passingPath(rubric: Rubric, cutScore: number): PassingPath {
  const highest = scoreOf(rubric, ({ levels }) => levels.at(-1)?.ordinal);
  const lowest = scoreOf(rubric, ({ levels }) => levels[0]?.ordinal);
  const justMet = scoreOf(rubric, (criterion) => levelToMeet(criterion)?.ordinal);
  const blockedBy =
    rubric.criteria.find(
      (criterion) => criterion.mustReach !== null && !isMet(criterion, criterion.levels.at(-1)?.ordinal ?? null),
    ) ?? null;
  const reaches = (share: number | null) => share !== null && share >= cutScore - ROUNDING;
  const possible = reaches(highest) && blockedBy === null;
  const lowestMeets = rubric.criteria.every(
    (criterion) => criterion.mustReach === null || isMet(criterion, criterion.levels[0]?.ordinal ?? null),
  );
  return {
    possible,
    blockedBy,
    lowest,
    everybodyPasses: possible && reaches(lowest) && lowestMeets,
    justMet,
    metIsNotEnough: possible && justMet !== null && !reaches(justMet),
  };
}

function scoreOf(rubric: Rubric, ordinalOf: (criterion: RubricCriterion) => number | undefined): number | null {
  const marks = rubric.criteria.map((criterion) => ({
    criterionId: criterion.id,
    level: ordinalOf(criterion) ?? null,
  }));
  return score(rubric, marks);
}
