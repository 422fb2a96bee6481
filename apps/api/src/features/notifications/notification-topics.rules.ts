/** Which thing happened; the portal may say it in its own words by this. */
export type NotificationKind =
  | 'ACCOUNT_FORGOTTEN'
  | 'ADJUDICATION_ASKED'
  | 'APPEAL_LODGED'
  | 'APPEAL_MOVED'
  | 'ASSESSOR_ANSWERED'
  | 'ASSESSOR_APPLIED'
  | 'ASSESSOR_INVITED'
  | 'ASSESSOR_ROLE_MISSING'
  | 'ASSESSOR_STATE'
  | 'ASSESSORS_MISSING'
  | 'BADGE_ASKS_MORE'
  | 'BADGE_CHANGED'
  | 'BADGE_CHANGE_PROPOSED'
  | 'BADGE_ENDING'
  | 'BADGE_READY'
  | 'CALIBRATION_OPENED'
  | 'CHECKS_OFF'
  | 'CHECK_TAKEN_AWAY'
  | 'COHORT_JOINED'
  | 'COHORT_REMINDER'
  | 'COMPLETION_CLAIMED'
  | 'COMPLETION_CLAIM_ANSWERED'
  | 'COMPLETION_WITHDRAWN'
  | 'COURSE_COMPLETED'
  | 'ENDORSEMENT_ANSWERED'
  | 'ENDORSEMENT_ASKED'
  | 'EVIDENCE_AUDITED'
  | 'EXEMPLAR_CONSENT'
  | 'EXTERNAL_BADGE_DECIDED'
  | 'EXTERNAL_BADGE_SENT'
  | 'GOAL_ASKS_CHANGED'
  | 'GOAL_ASSIGNED'
  | 'GOAL_FOLLOWED'
  | 'JUDGEMENT_ASKED'
  | 'JUDGEMENT_LACKING'
  | 'MALPRACTICE_PROPOSED'
  | 'MARKS_DIFFER'
  | 'MENTORING_ENDED'
  | 'MENTOR_ANSWERED'
  | 'MENTOR_ASKED'
  | 'MENTOR_NOTED'
  | 'OUTCOME_RELEASED'
  | 'PLAN_AGREED'
  | 'PLAN_COMMENTED'
  | 'PLAN_PROPOSED'
  | 'PROPOSAL_DECIDED'
  | 'RECALL_OPENED'
  | 'REPORT_DUE'
  | 'REVIEW_GIVEN'
  | 'REVIEW_TAKEN_BACK'
  | 'ROLE_PROPOSED'
  | 'SAMPLE_UNSOUND'
  | 'SKILLS_MERGED'
  | 'SKILL_OBSERVED'
  | 'SKILL_PROPOSED'
  | 'STACK_AT_RISK'
  | 'STACK_KEPT'
  | 'STACK_RISK_OPENED'
  | 'SUBMISSION_MOVED'
  | 'TEAM_BADGE_ENDING'
  | 'WITNESS_ANSWERED'
  | 'WITNESS_ASKED';

/** How soon somebody gets a mail about a thing; in the portal everything stands at once. */
export const MAIL_RHYTHMS = ['NOW', 'DAILY', 'WEEKLY', 'OFF'] as const;
export type MailRhythm = (typeof MAIL_RHYTHMS)[number];

/** What notifications are about. Each person chooses a rhythm for each. */
export const TOPICS = [
  ...(['SUBMISSIONS', 'BADGES', 'GOALS', 'EVIDENCE', 'COURSES'] as const),
  ...(['TEAM', 'REVIEWS', 'LEADING', 'PROGRAMME', 'REPORTS', 'ACCESS'] as const),
] as const;
export type Topic = (typeof TOPICS)[number];

/** The rhythm of whoever has not chosen: at once where somebody waits for it, together where it is work of every day. */
export const USUAL_RHYTHM: Record<Topic, MailRhythm> = {
  SUBMISSIONS: 'NOW',
  BADGES: 'NOW',
  GOALS: 'NOW',
  EVIDENCE: 'NOW',
  COURSES: 'DAILY',
  TEAM: 'WEEKLY',
  REVIEWS: 'DAILY',
  LEADING: 'DAILY',
  PROGRAMME: 'WEEKLY',
  // Its owner said when it comes: it is not put off again.
  REPORTS: 'NOW',
  ACCESS: 'NOW',
};

const TOPIC_OF: Record<NotificationKind, Topic> = {
  ACCOUNT_FORGOTTEN: 'ACCESS',
  ADJUDICATION_ASKED: 'LEADING',
  APPEAL_LODGED: 'LEADING',
  APPEAL_MOVED: 'SUBMISSIONS',
  ASSESSOR_ANSWERED: 'REVIEWS',
  ASSESSOR_APPLIED: 'LEADING',
  ASSESSOR_INVITED: 'REVIEWS',
  ASSESSOR_ROLE_MISSING: 'LEADING',
  ASSESSOR_STATE: 'REVIEWS',
  ASSESSORS_MISSING: 'LEADING',
  BADGE_ASKS_MORE: 'BADGES',
  BADGE_CHANGED: 'BADGES',
  BADGE_CHANGE_PROPOSED: 'PROGRAMME',
  BADGE_ENDING: 'BADGES',
  BADGE_READY: 'BADGES',
  CALIBRATION_OPENED: 'REVIEWS',
  CHECKS_OFF: 'LEADING',
  CHECK_TAKEN_AWAY: 'REVIEWS',
  COHORT_JOINED: 'SUBMISSIONS',
  COHORT_REMINDER: 'SUBMISSIONS',
  COMPLETION_CLAIMED: 'COURSES',
  COMPLETION_CLAIM_ANSWERED: 'COURSES',
  COMPLETION_WITHDRAWN: 'COURSES',
  COURSE_COMPLETED: 'COURSES',
  ENDORSEMENT_ANSWERED: 'BADGES',
  ENDORSEMENT_ASKED: 'BADGES',
  EVIDENCE_AUDITED: 'EVIDENCE',
  EXEMPLAR_CONSENT: 'EVIDENCE',
  EXTERNAL_BADGE_DECIDED: 'BADGES',
  EXTERNAL_BADGE_SENT: 'PROGRAMME',
  GOAL_ASKS_CHANGED: 'GOALS',
  GOAL_ASSIGNED: 'GOALS',
  GOAL_FOLLOWED: 'GOALS',
  JUDGEMENT_ASKED: 'REVIEWS',
  JUDGEMENT_LACKING: 'LEADING',
  MALPRACTICE_PROPOSED: 'LEADING',
  MARKS_DIFFER: 'REVIEWS',
  MENTORING_ENDED: 'SUBMISSIONS',
  MENTOR_ANSWERED: 'SUBMISSIONS',
  MENTOR_ASKED: 'EVIDENCE',
  MENTOR_NOTED: 'SUBMISSIONS',
  OUTCOME_RELEASED: 'SUBMISSIONS',
  PLAN_AGREED: 'GOALS',
  PLAN_COMMENTED: 'GOALS',
  PLAN_PROPOSED: 'TEAM',
  PROPOSAL_DECIDED: 'PROGRAMME',
  RECALL_OPENED: 'LEADING',
  REPORT_DUE: 'REPORTS',
  REVIEW_GIVEN: 'REVIEWS',
  REVIEW_TAKEN_BACK: 'REVIEWS',
  ROLE_PROPOSED: 'ACCESS',
  SAMPLE_UNSOUND: 'LEADING',
  SKILLS_MERGED: 'BADGES',
  SKILL_OBSERVED: 'GOALS',
  SKILL_PROPOSED: 'PROGRAMME',
  STACK_AT_RISK: 'BADGES',
  STACK_KEPT: 'BADGES',
  STACK_RISK_OPENED: 'PROGRAMME',
  SUBMISSION_MOVED: 'SUBMISSIONS',
  TEAM_BADGE_ENDING: 'TEAM',
  WITNESS_ANSWERED: 'EVIDENCE',
  WITNESS_ASKED: 'EVIDENCE',
};

/** What a notification is about. */
export const topicOf = (kind: NotificationKind): Topic => TOPIC_OF[kind];

/** When mails that gather what happened go out. */
export interface DigestTime {
  readonly hour: number;
  readonly timeZone: string;
}

const MONDAY = 1;

/** When a mail about something that happened at `now` is due: at once, at that hour of a day, of a Monday; null for never. */
export function mailDueAt(rhythm: MailRhythm, now: Date, { hour, timeZone }: DigestTime): Date | null {
  if (rhythm === 'OFF') return null;
  if (rhythm === 'NOW') return now;
  const today = new Date(clockOf(now, timeZone));
  for (let later = 0; ; later += 1) {
    const day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + later));
    const due = momentOf(day.getTime() + hour * 3_600_000, timeZone);
    if (due > now && (rhythm === 'DAILY' || day.getUTCDay() === MONDAY)) return due;
  }
}

/** What clocks show there, as if it were universal time. */
function clockOf(moment: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** The moment at which clocks show this there; where they leave it out, an hour later. */
function momentOf(shown: number, timeZone: string): Date {
  const near = shown - (clockOf(new Date(shown), timeZone) - shown);
  return new Date(shown - (clockOf(new Date(near), timeZone) - near));
}

/** Also by a name of before, which lists of zones leave out. */
export function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
