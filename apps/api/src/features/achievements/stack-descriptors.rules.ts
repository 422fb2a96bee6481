import type { EuDescriptors } from './eu-descriptors.rules.js';
import { STARTING_DESCRIPTORS } from './starting-draft.rules.js';

interface UntrueDescriptor {
  section: 'descriptors';
  field: string;
  message: string;
}

const INSTEAD = {
  assessmentType: 'Say that its parts were assessed, and how.',
  supervision: 'Say how identity was checked in its parts.',
  qualityAssurance: 'Say what assures the whole.',
} as const;

/**
 * What is untrue of a badge that is earned through others, because nobody touched it: a draft begins with what is so of
 * evidence marked against a rubric, and for a stack nothing is handed in.
 */
export function untrueOfStacks(descriptors: EuDescriptors): UntrueDescriptor[] {
  const points = (Object.keys(INSTEAD) as (keyof typeof INSTEAD)[])
    .filter((field) => descriptors[field].trim() === STARTING_DESCRIPTORS[field])
    .map((field) => ({
      field: `descriptors.${field}`,
      message: `It still says “${STARTING_DESCRIPTORS[field]}”, as every draft begins. ${INSTEAD[field]}`,
    }));
  if (descriptors.gradingForm === 'LEVEL_PER_CRITERION')
    points.push({
      field: 'descriptors.gradingForm',
      message: 'It has no criteria of its own that could be graded: choose how the whole is graded, or no grade.',
    });
  return points.map((point) => ({ section: 'descriptors', ...point }));
}
