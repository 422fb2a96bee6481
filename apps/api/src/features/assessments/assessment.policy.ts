import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Submission } from '../submissions/submission.entity.js';
import { AssessorQualification } from './assessor-qualification.entity.js';
import { Decision } from './decision.entity.js';
import { conflicts, type EligibilityFacts, eligibility } from './eligibility.rules.js';
import { Mark } from './mark.entity.js';
import { MarkingSlot } from './marking-slot.entity.js';

/** The slot from which the viewer has handed in a mark on a submission; `DecisionsService` looks it up. */
export const HANDED_IN_FROM = 'handed-in-from';

const isFree = (viewer: Viewer, it: MarkingSlot) =>
  it.state === 'OPEN' || (it.state === 'LEASED' && it.leaseUntil !== null && it.leaseUntil <= viewer.now);
const marks = (viewer: Viewer, { candidateId, achievementId }: MarkingSlot) =>
  viewer.may('submission.mark', { personId: candidateId, achievementId });
const releases = (viewer: Viewer, { candidateId, achievementId }: MarkingSlot) =>
  viewer.may('decision.release', { personId: candidateId, achievementId });
const isMine = (viewer: Viewer, it: MarkingSlot) => it.assessorId !== null && viewer.isSelf(it.assessorId);

/** The role of assessor covers what the slot is about. */
export const assesses = (viewer: Viewer, it: Pick<MarkingSlot, 'candidateId' | 'achievementId'>) =>
  viewer.may('submission.mark', { personId: it.candidateId, achievementId: it.achievementId });
/** No hard rule stands against the viewer; what was not looked up counts as one. */
const isNotAgainst = (viewer: Viewer, it: MarkingSlot) => {
  const facts = viewer.loaded<EligibilityFacts>('eligibility', it.id);
  return facts !== null && conflicts(eligibility(facts)).length === 0;
};
const isJudged = (viewer: Viewer, it: MarkingSlot) =>
  isMine(viewer, it) && (it.state === 'LEASED' || it.state === 'HANDED_IN');
const waits = (viewer: Viewer, it: MarkingSlot) =>
  (it.state === 'OPEN' || it.state === 'LEASED') && isNotAgainst(viewer, it);

allow('see', MarkingSlot, (viewer, it) => assesses(viewer, it) && (isJudged(viewer, it) || waits(viewer, it)));
// Nobody sees another's judgement before both are handed in.
allow('read', Mark, (viewer, it) => viewer.isSelf(it.assessorId));
allow('see', Decision, (viewer, it) => {
  const submission = viewer.loaded<Submission>('submission', it.submissionId);
  if (it.releasedAt !== null && submission !== null && viewer.isSelf(submission.personId)) return true;
  const from = viewer.loaded<MarkingSlot>(HANDED_IN_FROM, it.submissionId);
  return from !== null && assesses(viewer, from);
});
allow(
  'see',
  AssessorQualification,
  (viewer, it) => viewer.isSelf(it.personId) || viewer.may('assessor.appoint', { achievementId: it.achievementId }),
);

// The hard rules that need the database (qualification, reporting lines) decide at the claim itself; `eligibility` shows them.
allow('claim', MarkingSlot, (viewer, it) => marks(viewer, it) && isFree(viewer, it) && !viewer.isSelf(it.candidateId));
allow('mark', MarkingSlot, (viewer, it) => marks(viewer, it) && it.state === 'LEASED' && isMine(viewer, it));
allow('putBack', MarkingSlot, (viewer, it) => it.state === 'LEASED' && isMine(viewer, it));
allow('release', MarkingSlot, (viewer, it) => releases(viewer, it) && it.state === 'HANDED_IN' && isMine(viewer, it));
