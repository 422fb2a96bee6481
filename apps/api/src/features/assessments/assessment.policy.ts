import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { MarkingSlot } from './marking-slot.entity.js';

const isFree = (viewer: Viewer, it: MarkingSlot) =>
  it.state === 'OPEN' || (it.state === 'LEASED' && it.leaseUntil !== null && it.leaseUntil <= viewer.now);
const marks = (viewer: Viewer, { candidateId, achievementId }: MarkingSlot) =>
  viewer.may('submission.mark', { personId: candidateId, achievementId });
const releases = (viewer: Viewer, { candidateId, achievementId }: MarkingSlot) =>
  viewer.may('decision.release', { personId: candidateId, achievementId });
const isMine = (viewer: Viewer, it: MarkingSlot) => it.assessorId !== null && viewer.isSelf(it.assessorId);

// The hard rules that need the database (qualification, reporting lines) decide at the claim itself; `eligibility` shows them.
allow('claim', MarkingSlot, (viewer, it) => marks(viewer, it) && isFree(viewer, it) && !viewer.isSelf(it.candidateId));
allow('mark', MarkingSlot, (viewer, it) => marks(viewer, it) && it.state === 'LEASED' && isMine(viewer, it));
allow('putBack', MarkingSlot, (viewer, it) => it.state === 'LEASED' && isMine(viewer, it));
allow('release', MarkingSlot, (viewer, it) => releases(viewer, it) && it.state === 'HANDED_IN' && isMine(viewer, it));
