export const SUBMISSION_STATES = [
  'DRAFT',
  'SUBMITTED',
  'QUEUED',
  'IN_MARKING',
  'RECONCILING',
  'IN_MODERATION',
  'READY_FOR_RELEASE',
  'RELEASED',
  'CLOSED',
  'RETURNED',
  'ON_HOLD',
  'WITHDRAWN',
  'VOID',
] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** In which role somebody moves a submission. */
export const ACTORS = ['CANDIDATE', 'ASSESSOR', 'LEAD', 'SYSTEM'] as const;
export type Actor = (typeof ACTORS)[number];

type Moves = Partial<Record<SubmissionState, readonly Actor[]>>;

const PAUSE: Moves = { ON_HOLD: ['LEAD', 'SYSTEM'], VOID: ['LEAD'] };

/** The whole life: from which state to which, and who may. What does not stand here cannot happen. */
const LIFE: Record<SubmissionState, Moves> = {
  DRAFT: { SUBMITTED: ['CANDIDATE'], WITHDRAWN: ['CANDIDATE'] },
  // Screening looks at whether files open and the mapping is complete; it judges nobody.
  SUBMITTED: { QUEUED: ['SYSTEM'], RETURNED: ['SYSTEM'], WITHDRAWN: ['CANDIDATE'], ...PAUSE },
  RETURNED: { SUBMITTED: ['CANDIDATE'], WITHDRAWN: ['CANDIDATE'] },
  // Once somebody marks it, it can no longer be withdrawn.
  QUEUED: { IN_MARKING: ['ASSESSOR', 'LEAD', 'SYSTEM'], RETURNED: ['LEAD'], WITHDRAWN: ['CANDIDATE'], ...PAUSE },
  IN_MARKING: {
    QUEUED: ['ASSESSOR', 'LEAD', 'SYSTEM'],
    RETURNED: ['LEAD'],
    RECONCILING: ['ASSESSOR', 'SYSTEM'],
    IN_MODERATION: ['ASSESSOR', 'SYSTEM'],
    READY_FOR_RELEASE: ['ASSESSOR', 'SYSTEM'],
    ...PAUSE,
  },
  // A third mark may be asked for. Back to the queue when one of the two was suspended.
  RECONCILING: {
    QUEUED: ['SYSTEM'],
    IN_MARKING: ['LEAD', 'SYSTEM'],
    IN_MODERATION: ['ASSESSOR', 'LEAD', 'SYSTEM'],
    READY_FOR_RELEASE: ['ASSESSOR', 'LEAD', 'SYSTEM'],
    ...PAUSE,
  },
  // Confirmed, adjusted, or sent back to be marked again; or whoever judged it was suspended.
  IN_MODERATION: {
    QUEUED: ['SYSTEM'],
    IN_MARKING: ['ASSESSOR', 'LEAD'],
    READY_FOR_RELEASE: ['ASSESSOR', 'LEAD'],
    ...PAUSE,
  },
  // Back to the queue when whoever judged it was suspended before anybody read the outcome.
  READY_FOR_RELEASE: {
    RELEASED: ['ASSESSOR', 'LEAD', 'SYSTEM'],
    IN_MODERATION: ['LEAD', 'SYSTEM'],
    QUEUED: ['SYSTEM'],
    ...PAUSE,
  },
  RELEASED: { CLOSED: ['SYSTEM'], VOID: ['LEAD'] },
  CLOSED: { VOID: ['LEAD'] },
  // Besides, a hold ends where it began.
  ON_HOLD: { VOID: ['LEAD'] },
  WITHDRAWN: {},
  VOID: {},
};

/** Whether a submission may go from one state to the other when somebody in this role moves it. */
export function mayMove(
  from: SubmissionState,
  to: SubmissionState,
  actor: Actor,
  heldFrom: SubmissionState | null = null,
): boolean {
  if (from === 'ON_HOLD' && to === heldFrom) return actor === 'LEAD' || actor === 'SYSTEM';
  return LIFE[from][to]?.includes(actor) ?? false;
}

/** While the candidate works on it. */
export const isEditable = (state: SubmissionState): boolean => state === 'DRAFT' || state === 'RETURNED';

/** Over: another attempt may begin. */
export const isOver = (state: SubmissionState): boolean =>
  state === 'RELEASED' || state === 'CLOSED' || state === 'WITHDRAWN' || state === 'VOID';
