import type { Role } from '@assay/access';

/** What each role is for, in a sentence. */
export const WHAT_A_ROLE_DOES: Record<Role, string> = {
  EMPLOYEE: 'Everybody: keeps evidence, hands it in and holds badges.',
  ASSESSOR: 'Claims submissions for achievements they are qualified for, marks them and releases the outcome.',
  ASSESSMENT_LEAD: 'Names the founding assessors of achievements.',
  MANAGER: 'Sees the verified skills of the people who report to them today.',
  HR_DESIGNER: 'Imports skill frameworks, designs and publishes achievements and names their assessors.',
  PROGRAMME_OWNER: 'Designs and publishes achievements, names assessors and watches that badges are issued.',
  ADMINISTRATOR: 'Adds people, gives roles, sets up sign-in and watches that badges are issued.',
  AUDITOR: 'Reads the audit log and, with a reason that its owner sees, evidence that was handed in.',
};

/** What somebody might expect of it, and does not get. */
export const WHAT_A_ROLE_DOES_NOT: Record<Role, string> = {
  EMPLOYEE: 'It opens nothing of anybody else but their name, job and unit.',
  ASSESSOR:
    'It opens no work of their own, of their reports or of their managers, and never shows whose work it is while it is marked.',
  ASSESSMENT_LEAD: 'It opens no evidence and no marks.',
  MANAGER:
    'It opens no evidence, no marks and no outcome short of a pass. It follows reporting lines and is never given.',
  HR_DESIGNER: 'It opens no evidence, no marks and no outcomes of anybody.',
  PROGRAMME_OWNER: 'It opens no evidence and no marks.',
  ADMINISTRATOR: 'It opens no evidence, no submissions and no marks.',
  AUDITOR: 'It changes nothing, and opens no private evidence library.',
};

/** Each role as a sentence names it. */
export const NAME_OF_ROLE: Record<Role, string> = {
  EMPLOYEE: 'Employee',
  ASSESSOR: 'Assessor',
  ASSESSMENT_LEAD: 'Assessment lead',
  MANAGER: 'Manager',
  HR_DESIGNER: 'HR designer',
  PROGRAMME_OWNER: 'Programme owner',
  ADMINISTRATOR: 'Administrator',
  AUDITOR: 'Auditor',
};
