import type { Cast } from './cast.js';
import type { Reading, Written } from './written.js';

/** Where those who assess, those who run assessment and those who are assessed read what was said of it. */
export function assessmentReadings(cast: Cast, written: Written): Reading[] {
  const { assessor, auditor, lead, manager, secondAssessor } = cast;
  const { held, returned, suspected, adjusted, confirmed, open, settled } = written.assessed;
  const { witnessed } = written;
  const cases = [held, returned, suspected, adjusted, confirmed, open, settled];
  return [
    { by: assessor.client, paths: judging(written) },
    {
      by: secondAssessor.client,
      paths: [
        ...judging(written),
        '/reviews/moderation',
        ...written.assessed.moderations.map((id) => `/reviews/moderation/${id}`),
        '/growth/assessing',
        '/inbox',
      ],
    },
    { by: lead.client, paths: [...leading(written, secondAssessor.id), '/inbox'] },
    { by: auditor.client, paths: ['/reviews/samples?scope=ALL', '/reviews/board'] },
    { by: manager.client, paths: ['/growth/asked', `/growth/mentoring/${witnessed.draftId}`] },
    {
      by: written.staff.client,
      paths: [
        ...witnessed.items.map((id) => `/growth/evidence?item=${id}`),
        '/growth/assessing',
        '/growth/prior-learning',
        `/growth/prior-learning/${witnessed.versionId}`,
        `/growth/submissions/${witnessed.draftId}`,
      ],
    },
    ...cases.map(({ candidate, submissionId }) => ({
      by: candidate.client,
      paths: [`/growth/submissions/${submissionId}`, '/inbox'],
    })),
  ];
}

function judging({ assessed, trusted }: Written): string[] {
  return [
    '/reviews',
    '/reviews?scope=handed-in',
    '/reviews/conflicts',
    ...assessed.slots.flatMap((id) => [`/reviews?slot=${id}`, `/reviews/${id}`]),
    '/reviews/reconcile',
    ...[assessed.open, assessed.settled].map(({ submissionId }) => `/reviews/reconcile/${submissionId}`),
    '/reviews/calibration',
    `/reviews/calibration/${trusted.roundId}`,
  ];
}

function leading({ assessed, appeals, trusted }: Written, assessorId: string): string[] {
  const { held, returned, suspected, adjusted, confirmed, open, settled } = assessed;
  const cases = [held, returned, suspected, adjusted, confirmed, open, settled];
  return [
    '/reviews/allocation',
    '/reviews/conflicts',
    '/reviews/release',
    ...cases.map(({ submissionId }) => `/reviews/release/${submissionId}`),
    '/reviews/reconcile',
    ...[open, settled].map(({ submissionId }) => `/reviews/reconcile/${submissionId}`),
    '/reviews/appeals',
    ...appeals.map((id) => `/reviews/appeals/${id}`),
    '/reviews/calibration',
    ...trusted.exemplars.map((id) => `/reviews/calibration/exemplars/${id}`),
    `/reviews/calibration/${trusted.roundId}`,
    '/reviews/assessors',
    `/reviews/assessors?assessor=${assessorId}`,
    '/reviews/samples?scope=ALL',
    '/reviews/board',
  ];
}
