/** What can be found. */
export type SearchKind = 'ACHIEVEMENT' | 'SKILL' | 'JOB_ROLE' | 'COURSE' | 'FRAMEWORK';
