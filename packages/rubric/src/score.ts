import { type CriterionMark, levelAt, type Rubric } from './rubric.js';

/**
 * Σ weight · points / most points, over the criteria that were marked, divided by their weights: 0 to 1.
 * What does not apply drops out and the other weights count for more. Null when nothing was marked.
 */
export function score(rubric: Rubric, marks: readonly CriterionMark[]): number | null {
  let reached = 0;
  let weights = 0;
  for (const criterion of rubric.criteria) {
    const given = marks.find((mark) => mark.criterionId === criterion.id);
    const level = given ? levelAt(criterion, given.level) : null;
    const most = Math.max(...criterion.levels.map((each) => each.points));
    if (!level || !(most > 0)) continue;
    reached += (criterion.weight * level.points) / most;
    weights += criterion.weight;
  }
  return weights > 0 ? reached / weights : null;
}

// Weights are decimal fractions: a score exactly at the edge still counts.
const ROUNDING = 1e-9;

/** Whether a score lies so near to the cut, above or below it, that another judgement might fall on the other side. All from 0 to 1. */
export const isNearCut = (reached: number, cutScore: number, band: number): boolean =>
  band > 0 && Math.abs(reached - cutScore) <= band + ROUNDING;
