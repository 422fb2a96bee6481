import type { Attempt, Cells } from './expected/attempt.js';
import { ALLOCATING_ATTEMPTS } from './expected/allocating.js';
import { ASSESSING_ALLOWED, ASSESSING_ATTEMPTS } from './expected/assessing.js';
import { COHORTS_ALLOWED, COHORTS_ATTEMPTS } from './expected/cohorts.js';
import { COURSES_ALLOWED, COURSES_ATTEMPTS } from './expected/courses.js';
import { DESIGNING_ALLOWED, DESIGNING_ATTEMPTS } from './expected/designing.js';
import { ENDORSING_ALLOWED, ENDORSING_ATTEMPTS } from './expected/endorsing.js';
import { EVIDENCE_ALLOWED, EVIDENCE_ATTEMPTS } from './expected/evidence.js';
import { PEOPLE_ALLOWED, PEOPLE_ATTEMPTS } from './expected/people.js';
import { QUALITY_ALLOWED, QUALITY_ATTEMPTS } from './expected/quality.js';
import { RECOGNITION_ALLOWED, RECOGNITION_ATTEMPTS } from './expected/recognition.js';
import { STANDING_ALLOWED, STANDING_ATTEMPTS } from './expected/standing.js';
import { SKILLS_ALLOWED, SKILLS_ATTEMPTS } from './expected/skills.js';

/** What can be written by whom, whatever our code says: something done and something refused for every policy that guards a write. */
export const ATTEMPTS: Attempt[] = [
  ...PEOPLE_ATTEMPTS,
  ...SKILLS_ATTEMPTS,
  ...DESIGNING_ATTEMPTS,
  ...COURSES_ATTEMPTS,
  ...ASSESSING_ATTEMPTS,
  ...QUALITY_ATTEMPTS,
  ...EVIDENCE_ATTEMPTS,
  ...ALLOCATING_ATTEMPTS,
  ...RECOGNITION_ATTEMPTS,
  ...STANDING_ATTEMPTS,
  ...COHORTS_ATTEMPTS,
  ...ENDORSING_ATTEMPTS,
];

/** Whose things these are is Cleo, `self`. Of published things `everybody` means strangers, too: they stand on public pages. */
export const ALLOWED: Cells = {
  ...PEOPLE_ALLOWED,
  ...SKILLS_ALLOWED,
  ...DESIGNING_ALLOWED,
  ...COURSES_ALLOWED,
  ...ASSESSING_ALLOWED,
  ...QUALITY_ALLOWED,
  ...EVIDENCE_ALLOWED,
  ...RECOGNITION_ALLOWED,
  ...STANDING_ALLOWED,
  ...COHORTS_ALLOWED,
  ...ENDORSING_ALLOWED,
};
