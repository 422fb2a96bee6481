import type { Row } from './row.js';
import { AFTER_THE_MARK } from './rows/after-the-mark.js';
import { ALLOCATING } from './rows/allocating.js';
import { ASSESSING } from './rows/assessing.js';
import { COHORTS } from './rows/cohorts.js';
import { COURSES } from './rows/courses.js';
import { CREDENTIALS } from './rows/credentials.js';
import { DESIGNING } from './rows/designing.js';
import { ENDORSING } from './rows/endorsing.js';
import { EVIDENCE } from './rows/evidence.js';
import { INSIGHTS } from './rows/insights.js';
import { PEOPLE } from './rows/people.js';
import { QUALITY } from './rows/quality.js';
import { RECOGNITION } from './rows/recognition.js';
import { SKILLS } from './rows/skills.js';
import { STANDING } from './rows/standing.js';

/** Everything that can be asked, by area; a new operation gets its line in one of these. */
export const ROWS: readonly Row[] = [
  ...PEOPLE,
  ...SKILLS,
  ...DESIGNING,
  ...COURSES,
  ...ASSESSING,
  ...AFTER_THE_MARK,
  ...ALLOCATING,
  ...EVIDENCE,
  ...QUALITY,
  ...CREDENTIALS,
  ...RECOGNITION,
  ...STANDING,
  ...COHORTS,
  ...ENDORSING,
  ...INSIGHTS,
];
