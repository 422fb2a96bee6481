import { achievementTitle } from '../../lib/format.js';
import type { OwnSubmission, Readiness } from './home.documents.js';

/** One sensible thing to do next, and why. */
export interface NextStep {
  achievementId: string;
  name: string;
  /** `first`: a later step asks for it. */
  reason: 'lapsed' | 'mustHave' | 'observed' | 'gap' | 'first';
  lapsedOn: string | null;
  seenOn: string | null;
  hours: number;
  /** Whether it reaches what is asked, or is only on the way there. */
  closes: boolean;
  /** Points of verified readiness that it would add, as shown; and the share itself, 0 to 1. */
  gain: number;
  share: number;
  submissionId: string | null;
}

type PlanStep = Readiness['plan']['steps'][number];
type Found = Pick<OwnSubmission, 'id' | 'state'> & { achievementVersion: { id: string } };

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

/** The plan's first steps that wait on the person: what assessors have is left out. */
export function nextSteps(readiness: Readiness, submissions: readonly Found[], most = 3): NextStep[] {
  let before = readiness.verified;
  return readiness.plan.steps
    .flatMap((step) => {
      const share = step.after - before;
      before = step.after;
      return stepOf(step, share, readiness, submissions);
    })
    .slice(0, most);
}

/** Hours and readiness after all of them. */
export function afterAll(steps: readonly NextStep[], verified: number): { hours: number; percent: number } {
  return {
    hours: steps.reduce((sum, step) => sum + step.hours, 0),
    percent: Math.min(100, Math.round((verified + steps.reduce((sum, step) => sum + step.share, 0)) * 100)),
  };
}

function stepOf(step: PlanStep, share: number, { rows }: Readiness, submissions: readonly Found[]): NextStep[] {
  const { achievement } = step;
  if (!achievement) return [];
  const own = submissions.filter((each) => each.achievementVersion.id === achievement.id);
  if (own.some(({ state }) => isWithAssessors(state))) return [];
  const concerned = step.closes.flatMap(({ skillId, to }) =>
    rows.filter(({ requirement }) => requirement.skill.id === skillId).map((row) => ({ row, to })),
  );
  // A badge of a higher level than what lapsed was never held: there is nothing of it to renew.
  const isRenewal = concerned.every(
    ({ row, to }) => row.lapsedOn !== null && to <= (row.layers?.lapsed?.level?.ordinal ?? to),
  );
  const lapsedOn = isRenewal ? (concerned[0]?.row.lapsedOn ?? null) : null;
  const seen = concerned.find(({ row, to }) => (row.layers?.observed?.level?.ordinal ?? 0) >= to)?.row.layers?.observed;
  return [
    {
      achievementId: achievement.id,
      name: achievementTitle(achievement),
      reason: reasonOf(step, lapsedOn, Boolean(seen)),
      lapsedOn,
      seenOn: seen?.seenOn ?? null,
      closes: concerned.every(({ row, to }) => to >= (row.requirement.level?.ordinal ?? 1)),
      hours: step.hours,
      gain: Math.round(share * 100),
      share,
      submissionId: own.find(({ state }) => state === 'DRAFT')?.id ?? null,
    },
  ];
}

function reasonOf(step: PlanStep, lapsedOn: string | null, isSeen: boolean): NextStep['reason'] {
  if (step.unblocks.length > 0) return 'mustHave';
  if (lapsedOn) return 'lapsed';
  if (step.closes.length === 0) return 'first';
  return isSeen ? 'observed' : 'gap';
}
