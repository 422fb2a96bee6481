import {
  ACTORS,
  isEditable,
  isOver,
  mayMove,
  SUBMISSION_STATES,
  type SubmissionState,
} from './submission.lifecycle.js';

// Written a second time, move by move, so that a slip in the table is a difference here.
const BY_CANDIDATE = [
  'DRAFT>SUBMITTED',
  'RETURNED>SUBMITTED',
  'DRAFT>WITHDRAWN',
  'RETURNED>WITHDRAWN',
  'SUBMITTED>WITHDRAWN',
  'QUEUED>WITHDRAWN',
];
const BY_ASSESSOR = [
  'QUEUED>IN_MARKING',
  'IN_MARKING>QUEUED',
  'IN_MARKING>RECONCILING',
  'IN_MARKING>IN_MODERATION',
  'IN_MARKING>READY_FOR_RELEASE',
  'RECONCILING>IN_MODERATION',
  'RECONCILING>READY_FOR_RELEASE',
  'IN_MODERATION>IN_MARKING',
  'IN_MODERATION>READY_FOR_RELEASE',
  'READY_FOR_RELEASE>RELEASED',
];
const UNDER_WAY = ['SUBMITTED', 'QUEUED', 'IN_MARKING', 'RECONCILING', 'IN_MODERATION', 'READY_FOR_RELEASE'];
const BY_LEAD = [
  'QUEUED>IN_MARKING',
  'IN_MARKING>QUEUED',
  'QUEUED>RETURNED',
  'IN_MARKING>RETURNED',
  'READY_FOR_RELEASE>IN_MODERATION',
  'RECONCILING>IN_MARKING',
  'RECONCILING>IN_MODERATION',
  'RECONCILING>READY_FOR_RELEASE',
  'IN_MODERATION>IN_MARKING',
  'IN_MODERATION>READY_FOR_RELEASE',
  'READY_FOR_RELEASE>RELEASED',
  ...UNDER_WAY.flatMap((state) => [`${state}>ON_HOLD`, `${state}>VOID`]),
  'ON_HOLD>VOID',
  'RELEASED>VOID',
  'CLOSED>VOID',
];
const BY_SYSTEM = [
  'RECONCILING>QUEUED',
  'IN_MODERATION>QUEUED',
  'SUBMITTED>QUEUED',
  'SUBMITTED>RETURNED',
  'QUEUED>IN_MARKING',
  'IN_MARKING>QUEUED',
  'IN_MARKING>RECONCILING',
  'IN_MARKING>IN_MODERATION',
  'IN_MARKING>READY_FOR_RELEASE',
  'RECONCILING>IN_MARKING',
  'RECONCILING>IN_MODERATION',
  'RECONCILING>READY_FOR_RELEASE',
  'READY_FOR_RELEASE>RELEASED',
  'READY_FOR_RELEASE>QUEUED',
  'READY_FOR_RELEASE>IN_MODERATION',
  'RELEASED>CLOSED',
  ...UNDER_WAY.map((state) => `${state}>ON_HOLD`),
];
const ALLOWED = { CANDIDATE: BY_CANDIDATE, ASSESSOR: BY_ASSESSOR, LEAD: BY_LEAD, SYSTEM: BY_SYSTEM };

describe('the life of a submission', () => {
  const pairs = SUBMISSION_STATES.flatMap((from) => SUBMISSION_STATES.map((to) => ({ from, to })));

  it.each(ACTORS)('lets the %s make exactly these moves', (actor) => {
    const made = pairs.filter(({ from, to }) => mayMove(from, to, actor)).map(({ from, to }) => `${from}>${to}`);
    expect(new Set(made)).toEqual(new Set(ALLOWED[actor]));
  });

  it('ends a hold only where it began, and not by those who wait', () => {
    for (const heldFrom of SUBMISSION_STATES.filter((state) => UNDER_WAY.includes(state)))
      for (const to of SUBMISSION_STATES)
        for (const actor of ACTORS) {
          const ends = to === heldFrom && (actor === 'LEAD' || actor === 'SYSTEM');
          const voided = to === 'VOID' && actor === 'LEAD';
          expect(mayMove('ON_HOLD', to, actor, heldFrom)).toBe(ends || voided);
        }
  });

  it('can be reached and finished: every state lies on a way from draft, and none but the ends is a dead end', () => {
    const next = (state: SubmissionState) =>
      SUBMISSION_STATES.filter((to) => ACTORS.some((actor) => mayMove(state, to, actor)));
    const reached = new Set<SubmissionState>(['DRAFT']);
    for (const state of reached) for (const to of next(state)) reached.add(to);
    expect(reached.size).toBe(SUBMISSION_STATES.length);
    expect(SUBMISSION_STATES.filter((state) => !next(state).length)).toEqual(['WITHDRAWN', 'VOID']);
  });

  it('is written on only before it is handed in, and over only at its ends', () => {
    expect(SUBMISSION_STATES.filter(isEditable)).toEqual(['DRAFT', 'RETURNED']);
    expect(SUBMISSION_STATES.filter(isOver)).toEqual(['RELEASED', 'CLOSED', 'WITHDRAWN', 'VOID']);
  });
});
