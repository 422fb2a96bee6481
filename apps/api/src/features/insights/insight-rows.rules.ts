export const ROW_KINDS = ['PERSON', 'SKILL', 'LEVEL', 'ATTEMPT', 'CREDENTIAL'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** Rows of attempts, by the code that assessors know. */
export const ATTEMPT_KEYS = [
  ...(['BEGUN', 'HANDED_IN', 'ANSWERED', 'PASSED', 'ISSUED', 'FIRST_PASS', 'TURNAROUND', 'ON_TIME'] as const),
  'PRIOR_LEARNING',
] as const;
export type AttemptKey = (typeof ATTEMPT_KEYS)[number];

export const ROW_KEYS = [
  ...(['COMPETENCY', 'UNCOVERED', 'THIN_COVER', 'EXPIRING_90', 'EXPIRING_180', 'MOBILITY', 'INTERNAL_FILL'] as const),
  ...(['SKILL_ASKED', 'SKILL_MET', 'SKILL_GAP', 'SKILL_HELD', 'SKILL_LEVELS', 'HOLDERS', 'BADGE_HOLDERS'] as const),
  ...(['UNIT_ASKED', 'UNIT_NEEDS', 'LEVEL_PEOPLE', 'THERE', 'READY', 'BENCH'] as const),
  ...ATTEMPT_KEYS,
  ...(['BADGES_ISSUED', 'COURSES_COMPLETED', 'RENEWALS', 'APPEALED', 'UPHELD', 'GAP_CLOSED'] as const),
] as const;
export type RowKey = (typeof ROW_KEYS)[number];

export const isOfAttempts = (key: string): key is AttemptKey => ATTEMPT_KEYS.some((each) => each === key);

export interface InsightRow {
  id: string;
  kind: RowKind;
  subjectId: string;
  title: string;
  detail: string;
  day: string | null;
}
