import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { CompletionClaim } from './completion-claim.entity.js';
import { EvidenceAudit } from './evidence-audit.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { EvidenceOpening } from './evidence-opening.entity.js';
import { CriterionClaim, EvidenceLink, SubmissionItem } from './submission-part.entity.js';
import { MentorNote, MentorRequest, PriorLearningMentor } from './mentoring.entity.js';
import { CarriedCriterion } from './carried-criterion.entity.js';
import { PriorLearningScreen } from './prior-learning-screen.entity.js';
import { SubmissionSnapshot } from './submission-snapshot.entity.js';
import { SubmissionTransition } from './submission-transition.entity.js';
import { Submission } from './submission.entity.js';
import { WitnessStatement } from './witness-statement.entity.js';
import { isEditable, mayMove } from './submission.lifecycle.js';

/** Whether the viewer judges a submission, or a frozen copy; the feature of assessments finds out. */
export const JUDGES = 'judges-submission';
export const JUDGES_COPY = 'judges-copy';
/** The door to a submission that is open to the viewer as an auditor; `EvidenceAuditsService` looks it up. */
export const OPEN_AUDIT = 'open-evidence-audit';

/** Whether the viewer helps with a submission that is being written; `MentoringService` looks it up. */
export const MENTORED = 'mentored-submission';
/** Whether an item is part of such a submission; `EvidenceService` looks it up. */
export const MENTORED_ITEM = 'mentored-item';

/** Whose the submission is that this belongs to, once it was looked up. */
const candidateOf = (viewer: Viewer, it: { submissionId: string }) =>
  viewer.loaded<Submission>('submission', it.submissionId)?.personId ?? '';
const isOwnPart = (viewer: Viewer, it: { submissionId: string }) => viewer.isSelf(candidateOf(viewer, it));
const mentors = (viewer: Viewer, submissionId: string) => viewer.loaded<boolean>(MENTORED, submissionId) === true;
const isOwnOrMentored = (viewer: Viewer, it: { submissionId: string }) =>
  isOwnPart(viewer, it) || mentors(viewer, it.submissionId);
/** A door that the viewer opened as an auditor, and that is open now. */
const isAudited = (viewer: Viewer, submissionId: string) =>
  viewer.loaded<EvidenceAudit>(OPEN_AUDIT, submissionId) !== null;

// A library is private: no role opens it. Assessors see the frozen copy of what was handed in.
// Whoever is asked to help with prior learning reads what the draft uses, as long as it is a draft.
allow(
  'read',
  EvidenceItem,
  (viewer, it) => viewer.isSelf(it.personId) || viewer.loaded<boolean>(MENTORED_ITEM, it.id) === true,
);
allow('edit', EvidenceItem, (viewer, it) => viewer.isSelf(it.personId));
allow('remove', EvidenceItem, (viewer, it) => viewer.isSelf(it.personId));

const keepsCourses = (viewer: Viewer) => viewer.mayEverywhere('course.manage');
// What somebody says of a course is between them and those who keep the courses. Nobody decides about their own.
allow('read', CompletionClaim, (viewer, it) => viewer.isSelf(it.personId) || keepsCourses(viewer));
allow('withdraw', CompletionClaim, (viewer, it) => viewer.isSelf(it.personId) && it.state === 'OPEN');
allow(
  'decide',
  CompletionClaim,
  (viewer, it) => keepsCourses(viewer) && !viewer.isSelf(it.personId) && it.state === 'OPEN',
);

// The owner, and the colleague who is asked. Whoever assesses reads it in the frozen copy.
allow('read', WitnessStatement, (viewer, it) => viewer.isSelf(it.ownerId) || viewer.isSelf(it.witnessPersonId ?? ''));
allow('answer', WitnessStatement, (viewer, it) => viewer.isSelf(it.witnessPersonId ?? ''));

allow('read', Submission, (viewer, it) => viewer.isSelf(it.personId));
allow('read', SubmissionItem, isOwnOrMentored);
allow('read', EvidenceLink, isOwnOrMentored);
allow('read', CriterionClaim, isOwnOrMentored);
allow('read', CarriedCriterion, isOwnOrMentored);
allow('mentor', Submission, (viewer, it) => mentors(viewer, it.id));
allow('read', MentorNote, isOwnOrMentored);
allow('read', MentorRequest, (viewer, it) => viewer.isSelf(it.personId) || isOwnPart(viewer, it));
allow('read', PriorLearningMentor, (viewer, it) => viewer.isSelf(it.personId) || isOwnPart(viewer, it));
allow('read', PriorLearningScreen, (viewer, it) => viewer.isSelf(it.personId));
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
    mentors(viewer, it.id) ||
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
