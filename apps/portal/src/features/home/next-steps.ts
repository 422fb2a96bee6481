import { achievementTitle } from '../../lib/format.js';
import type { Row } from './home.documents.js';

/** One sensible thing to do next, and why. */
export interface NextStep {
  achievementId: string;
  name: string;
  reason: 'lapsed' | 'mustHave' | 'gap';
  lapsedOn: string | null;
  hours: number | null;
  /** Whether it reaches what the role asks, or is only on the way there. */
  closes: boolean;
  /** Points of verified readiness that it would add. */
  gain: number;
  submissionId: string | null;
}

const MET_BY_ASSESSORS = new Set([
  'SUBMITTED',
  'QUEUED',
  'IN_MARKING',
  'RECONCILING',
  'IN_MODERATION',
  'READY_FOR_RELEASE',
]);

export function isWithAssessors(state: string): boolean {
  return MET_BY_ASSESSORS.has(state);
}

/** Open requirements that a published achievement would close; must-haves first, then what adds most per hour. */
export function nextSteps(rows: readonly Row[], most = 3): NextStep[] {
  const whole = rows.reduce(
    (sum, { requirement }) => sum + requirement.importance * (requirement.level?.ordinal ?? 0),
    0,
  );
  return rows
    .flatMap((row) => stepOf(row, whole))
    .sort((a, b) => rank(a) - rank(b) || b.gain / (b.hours ?? 1) - a.gain / (a.hours ?? 1))
    .slice(0, most);
}

/** Hours and readiness after all of them. */
export function afterAll(steps: readonly NextStep[], verified: number): { hours: number; percent: number } {
  return {
    hours: steps.reduce((sum, step) => sum + (step.hours ?? 0), 0),
    percent: Math.min(100, Math.round(verified * 100 + steps.reduce((sum, step) => sum + step.gain, 0))),
  };
}

function stepOf(row: Row, whole: number): NextStep[] {
  const { requirement, achievement, submission } = row;
  const need = requirement.level?.ordinal ?? 0;
  const have = row.verified?.ordinal ?? 0;
  if (!achievement || have >= need || (submission && isWithAssessors(submission.state))) return [];
  const reached = Math.min(need, achievement.level?.ordinal ?? need);
  return [
    {
      achievementId: achievement.id,
      name: achievementTitle(achievement),
      reason: row.lapsedOn ? 'lapsed' : requirement.mustHave ? 'mustHave' : 'gap',
      lapsedOn: row.lapsedOn,
      closes: reached >= need,
      hours: achievement.descriptors.workloadHours,
      gain: whole > 0 ? Math.round((requirement.importance * Math.max(0, reached - have) * 100) / whole) : 0,
      submissionId: submission?.state === 'DRAFT' ? submission.id : null,
    },
  ];
}

function rank(step: NextStep): number {
  return { mustHave: 0, lapsed: 1, gap: 2 }[step.reason];
}
