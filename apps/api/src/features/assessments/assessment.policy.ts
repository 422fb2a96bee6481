import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Submission } from '../submissions/submission.entity.js';
import { mayMove, type SubmissionState } from '../submissions/submission.lifecycle.js';
import { AssessorQualification } from './assessor-qualification.entity.js';
import { Decision } from './decision.entity.js';
import { conflicts, type EligibilityFacts, eligibility } from './eligibility.rules.js';
import { LEADS } from './leads.service.js';
import { MalpracticeCase } from './malpractice-case.entity.js';
import { Mark } from './mark.entity.js';
import { MarkingSlot } from './marking-slot.entity.js';
import { Moderation } from './moderation.entity.js';
import { Reconciliation } from './reconciliation.entity.js';
import { SubmissionHold } from './submission-hold.entity.js';

/** The slot from which the viewer has handed in a mark on a submission; `DecisionsService` looks it up. */
export const HANDED_IN_FROM = 'handed-in-from';

const isGiven = (viewer: Viewer, it: MarkingSlot) => isMine(viewer, it) && it.state === 'ALLOCATED';
const isFree = (viewer: Viewer, it: MarkingSlot) =>
  it.state === 'OPEN' ||
  isGiven(viewer, it) ||
  (it.state === 'LEASED' && it.leaseUntil !== null && it.leaseUntil <= viewer.now);
const marks = (viewer: Viewer, { candidateId, achievementId }: MarkingSlot) =>
  viewer.may('submission.mark', { personId: candidateId, achievementId });
const releases = (viewer: Viewer, { candidateId, achievementId }: MarkingSlot) =>
  viewer.may('decision.release', { personId: candidateId, achievementId });
const isMine = (viewer: Viewer, it: MarkingSlot) => it.assessorId !== null && viewer.isSelf(it.assessorId);

const leads = (viewer: Viewer, submissionId: string) => viewer.loaded<boolean>(LEADS, submissionId) === true;
/** The proposal to void a submission that nobody has decided yet; `CasesService` looks it up. */
export const OPEN_MALPRACTICE = 'open-malpractice';
const openCase = (viewer: Viewer, submissionId: string) =>
  viewer.loaded<MalpracticeCase>(OPEN_MALPRACTICE, submissionId);
/** Judged it, moderates it or leads. */
export const hasPart = (viewer: Viewer, submissionId: string) => {
  const from = viewer.loaded<MarkingSlot>(HANDED_IN_FROM, submissionId);
  return (from !== null && assesses(viewer, from)) || leads(viewer, submissionId);
};

/** The role of assessor covers what the slot is about. */
export const assesses = (viewer: Viewer, it: Pick<MarkingSlot, 'candidateId' | 'achievementId'>) =>
  viewer.may('submission.mark', { personId: it.candidateId, achievementId: it.achievementId });
/** No hard rule stands against the viewer; what was not looked up counts as one. */
const isNotAgainst = (viewer: Viewer, it: MarkingSlot) => {
  const facts = viewer.loaded<EligibilityFacts>('eligibility', it.id);
  return facts !== null && conflicts(eligibility(facts)).length === 0;
};
const isJudged = (viewer: Viewer, it: MarkingSlot) =>
  isMine(viewer, it) && (it.state === 'ALLOCATED' || it.state === 'LEASED' || it.state === 'HANDED_IN');
/** Who judges blind is nobody's to see. */
const isHidden = (viewer: Viewer, it: MarkingSlot) =>
  it.isBlind && it.state === 'LEASED' && it.leaseUntil !== null && it.leaseUntil > viewer.now;
const waits = (viewer: Viewer, it: MarkingSlot) =>
  (it.state === 'OPEN' || it.state === 'LEASED') &&
  it.heldAt === null &&
  !isHidden(viewer, it) &&
  isNotAgainst(viewer, it);

allow(
  'see',
  MarkingSlot,
  (viewer, it) =>
    (assesses(viewer, it) && (isJudged(viewer, it) || waits(viewer, it))) || leads(viewer, it.submissionId),
);
// Nobody sees another's judgement before both are handed in.
allow('read', Mark, (viewer, it) => viewer.isSelf(it.assessorId));
allow('see', Decision, (viewer, it) => {
  const submission = viewer.loaded<Submission>('submission', it.submissionId);
  if (it.releasedAt !== null && submission !== null && viewer.isSelf(submission.personId)) return true;
  return hasPart(viewer, it.submissionId);
});
allow('read', Reconciliation, (viewer, it) => hasPart(viewer, it.submissionId));
const differs = (viewer: Viewer, it: Reconciliation) =>
  viewer.isSelf(it.firstAssessorId) || viewer.isSelf(it.secondAssessorId);
allow('settle', Reconciliation, (viewer, it) => it.state === 'OPEN' && differs(viewer, it));
allow(
  'askThird',
  Reconciliation,
  (viewer, it) => it.state === 'OPEN' && (differs(viewer, it) || leads(viewer, it.submissionId)),
);
// Whoever settles what others could not has judged none of it.
allow(
  'adjudicate',
  Reconciliation,
  (viewer, it) =>
    (it.state === 'OPEN' || it.state === 'ADJUDICATION') &&
    leads(viewer, it.submissionId) &&
    viewer.loaded<MarkingSlot>(HANDED_IN_FROM, it.submissionId) === null,
);
allow(
  'see',
  AssessorQualification,
  (viewer, it) => viewer.isSelf(it.personId) || viewer.may('assessor.appoint', { achievementId: it.achievementId }),
);

allow('read', Moderation, (viewer, it) => hasPart(viewer, it.submissionId));
allow('see', SubmissionHold, (viewer, it) => viewer.isSelf(it.candidateId) || leads(viewer, it.submissionId));
allow('see', MalpracticeCase, (viewer, it) => leads(viewer, it.submissionId));

// What a lead does to a submission, where its life has such a move.
const leadMoves = (viewer: Viewer, it: Submission, to: SubmissionState) =>
  leads(viewer, it.id) && mayMove(it.state, to, 'LEAD');
allow('hold', Submission, (viewer, it) => leadMoves(viewer, it, 'ON_HOLD'));
allow('resume', Submission, (viewer, it) => leads(viewer, it.id) && it.state === 'ON_HOLD');
allow('return', Submission, (viewer, it) => leadMoves(viewer, it, 'RETURNED'));
allow(
  'askModeration',
  Submission,
  (viewer, it) => leadMoves(viewer, it, 'IN_MODERATION') && it.state === 'READY_FOR_RELEASE',
);
allow('releaseOutcome', Submission, (viewer, it) => leadMoves(viewer, it, 'RELEASED'));
allow('proposeVoid', Submission, (viewer, it) => leadMoves(viewer, it, 'VOID') && openCase(viewer, it.id) === null);
allow('decideVoid', Submission, (viewer, it) => leadMoves(viewer, it, 'VOID') && openCase(viewer, it.id) !== null);

// The hard rules that need the database (qualification, reporting lines) decide at the claim itself; `eligibility` shows them.
allow(
  'claim',
  MarkingSlot,
  (viewer, it) => marks(viewer, it) && isFree(viewer, it) && it.heldAt === null && !viewer.isSelf(it.candidateId),
);
allow('mark', MarkingSlot, (viewer, it) => marks(viewer, it) && it.state === 'LEASED' && isMine(viewer, it));
allow(
  'putBack',
  MarkingSlot,
  (viewer, it) => (it.state === 'LEASED' || it.state === 'ALLOCATED') && isMine(viewer, it),
);
allow('release', MarkingSlot, (viewer, it) => releases(viewer, it) && it.state === 'HANDED_IN' && isMine(viewer, it));
