export type CourseState = 'ACTIVE' | 'RETIRED';

export const COURSE_MODES = ['ONLINE_SELF_PACED', 'ONLINE_LIVE', 'CLASSROOM', 'BLENDED', 'ON_THE_JOB'] as const;
export type CourseMode = (typeof COURSE_MODES)[number];

export const PROVIDER_KINDS = [
  'OWN',
  'UNIVERSITY',
  'TRAINING_COMPANY',
  'PROFESSIONAL_BODY',
  'PLATFORM',
  'OTHER',
] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

export const TRUST_STATES = ['TRUSTED', 'UNCHECKED', 'NOT_TRUSTED'] as const;
export type TrustState = (typeof TRUST_STATES)[number];

/**
 * What follows from having finished a course. Nothing here ever verifies a level: only assessment does.
 * ATTACH_EVIDENCE: the completion goes into the person's evidence library.
 * SEND_FOR_REVIEW: it does, and into a draft submission of an achievement that proves the skill.
 * COMPLETE: the outcome counts as met by taking part. NONE: nothing.
 */
export const COMPLETION_RESULTS = ['ATTACH_EVIDENCE', 'SEND_FOR_REVIEW', 'COMPLETE', 'NONE'] as const;
export type CompletionResult = (typeof COMPLETION_RESULTS)[number];
