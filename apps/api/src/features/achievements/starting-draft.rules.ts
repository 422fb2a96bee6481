import type { Rubric } from '@assay/rubric';
import type { AchievementVersion } from './achievement-version.entity.js';
import { type EuDescriptors, toDescriptors } from './eu-descriptors.rules.js';

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

export const STARTING_DESCRIPTORS: EuDescriptors = toDescriptors({
  language: 'en',
  participationForm: 'WORK_BASED',
  participation: 'In the course of work',
  assessmentKinds: ['PORTFOLIO'],
  assessmentType: 'Evidence of work, marked against a rubric',
  supervisionForm: 'UNSUPERVISED',
  supervision: 'Handed in with the sign-in of the company',
  qualityAssuranceForm: 'INTERNAL',
  qualityAssurance: 'Qualified assessors, a published rubric, reasons for every outcome',
  gradingForm: 'LEVEL_PER_CRITERION',
  stackabilityForm: 'STAND_ALONE',
});

/** How an achievement is marked and renewed as long as nobody says otherwise. */
export const STARTING_MARKING: Partial<AchievementVersion> = {
  markingPolicy: 'SINGLE',
  secondMarkShare: 0.1,
  borderlineBand: 0.05,
  highStakes: false,
  releaseMode: 'SINGLE',
  renewal: 'CHANGED_CRITERIA',
  reminderMonths: 3,
  changes: [],
};

/** The content of a version for another achievement: criteria and levels are new things there. */
export function duplicateOf(version: AchievementVersion, newId: () => string): Partial<AchievementVersion> {
  const { ...content } = version;
  return {
    ...content,
    name: `Copy of ${version.name}`.slice(0, 200),
    changes: [],
    rubric: {
      criteria: version.rubric.criteria.map((criterion) => ({
        ...criterion,
        id: newId(),
        levels: criterion.levels.map((level) => ({ ...level, id: newId() })),
      })),
    },
  };
}
