import type { Rubric } from '@assay/rubric';
import type { EuDescriptors } from './achievement-version.entity.js';

const FIRST_CRITERIA = ['Doing it', 'Explaining why', 'Improving it'];

/**
 * Three criteria with the levels of the skill's scale: a shape to fill, the descriptors are left to people.
 * Who aims at the lowest level needs one below it, or nobody could fall short.
 */
export function startingRubric(
  scale: { ordinal: number; label: string }[],
  aimed: number,
  newId: () => string,
): Rubric {
  const steps = scale.map(({ ordinal, label }) => ({ label, isCompetent: ordinal >= aimed }));
  if (steps.every((step) => step.isCompetent)) steps.unshift({ label: 'Not yet shown', isCompetent: false });
  return {
    criteria: FIRST_CRITERIA.map((title) => ({
      id: newId(),
      title,
      description: '',
      weight: 1,
      mustReach: null,
      levels: steps.map((step, index) => ({ id: newId(), ordinal: index + 1, points: index, descriptor: '', ...step })),
    })),
  };
}

/** The share of points that a person reaches who is at the aimed level throughout. */
export function startingCutScore(rubric: Rubric): number {
  const levels = rubric.criteria[0]?.levels ?? [];
  const competent = levels.find((level) => level.isCompetent)?.points ?? 0;
  const most = Math.max(1, ...levels.map((level) => level.points));
  return Math.floor((competent / most) * 100) / 100;
}

export const STARTING_DESCRIPTORS: EuDescriptors = {
  workloadHours: null,
  ects: null,
  eqfLevel: null,
  language: 'en',
  participation: 'In the course of work',
  assessmentType: 'Portfolio of work evidence, marked against a rubric',
  supervision: 'Unsupervised; identity known from employment',
  qualityAssurance: 'Internal quality assurance',
  prerequisites: '',
  stackability: 'Stand-alone',
};
