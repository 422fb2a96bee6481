import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { EvidenceAudit } from './evidence-audit.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { EvidenceOpening } from './evidence-opening.entity.js';
import { CriterionClaim, EvidenceLink, SubmissionItem } from './submission-part.entity.js';
import { SubmissionSnapshot } from './submission-snapshot.entity.js';
import { SubmissionTransition } from './submission-transition.entity.js';
import { Submission } from './submission.entity.js';
import { isEditable, mayMove } from './submission.lifecycle.js';

/** Whether the viewer judges a submission, or a frozen copy; the feature of assessments finds out. */
export const JUDGES = 'judges-submission';
export const JUDGES_COPY = 'judges-copy';
/** The door to a submission that is open to the viewer as an auditor; `EvidenceAuditsService` looks it up. */
export const OPEN_AUDIT = 'open-evidence-audit';

/** Whose the submission is that this belongs to, once it was looked up. */
const candidateOf = (viewer: Viewer, it: { submissionId: string }) =>
  viewer.loaded<Submission>('submission', it.submissionId)?.personId ?? '';
const isOwnPart = (viewer: Viewer, it: { submissionId: string }) => viewer.isSelf(candidateOf(viewer, it));
/** A door that the viewer opened as an auditor, and that is open now. */
const isAudited = (viewer: Viewer, submissionId: string) =>
  viewer.loaded<EvidenceAudit>(OPEN_AUDIT, submissionId) !== null;

// A library is private: no role opens it. Assessors see the frozen copy of what was handed in.
allow('read', EvidenceItem, (viewer, it) => viewer.isSelf(it.personId));
allow('edit', EvidenceItem, (viewer, it) => viewer.isSelf(it.personId));
allow('remove', EvidenceItem, (viewer, it) => viewer.isSelf(it.personId));

allow('read', Submission, (viewer, it) => viewer.isSelf(it.personId));
allow('read', SubmissionItem, isOwnPart);
allow('read', EvidenceLink, isOwnPart);
allow('read', CriterionClaim, isOwnPart);
allow(
  'read',
  SubmissionSnapshot,
  (viewer, it) =>
    isOwnPart(viewer, it) || viewer.loaded<boolean>(JUDGES_COPY, it.id) === true || isAudited(viewer, it.submissionId),
);
// The bare row, without what is in it: whoever judges it must know where it stands.
allow(
  'see',
  Submission,
  (viewer, it) =>
    viewer.isSelf(it.personId) ||
    viewer.manages(it.personId) ||
    viewer.loaded<boolean>(JUDGES, it.id) === true ||
    isAudited(viewer, it.id),
);
allow('see', SubmissionTransition, (viewer, it) => isOwnPart(viewer, it) || viewer.manages(candidateOf(viewer, it)));
// The line manager knows that something is under way and where it stands, never what is in it.
allow('seeState', Submission, (viewer, it) => viewer.isSelf(it.personId) || viewer.manages(it.personId));
allow('edit', Submission, (viewer, it) => viewer.isSelf(it.personId) && isEditable(it.state));
allow('submit', Submission, (viewer, it) => viewer.isSelf(it.personId) && isEditable(it.state));
allow(
  'withdraw',
  Submission,
  (viewer, it) => viewer.isSelf(it.personId) && mayMove(it.state, 'WITHDRAWN', 'CANDIDATE'),
);

// An auditor looks through a door that its owner hears of; who looked, auditors and the owner read.
allow(
  'look',
  EvidenceAudit,
  (viewer, it) => viewer.isSelf(it.auditorId) && viewer.may('evidence.audit') && it.until > viewer.now,
);
allow(
  'see',
  EvidenceAudit,
  (viewer, it) => viewer.isSelf(it.ownerId) || (viewer.isSelf(it.auditorId) && viewer.may('evidence.audit')),
);
allow('read', EvidenceOpening, (viewer, it) => viewer.isSelf(it.ownerId) || viewer.may('evidence.audit'));
