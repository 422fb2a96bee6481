import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { AssessorQualification } from '../assessments/assessor-qualification.entity.js';
import { LiveCheck } from '../assessments/live-check.entity.js';
import { AssessorApplication } from './assessor-application.entity.js';
import { AssessorLeave, AssessorProfile } from './assessor-profile.entity.js';
import { CalibrationMark, CalibrationRound } from './calibration.entity.js';
import { DefinitiveMark, Exemplar } from './exemplar.entity.js';
import { ExemplarConsent } from './exemplar-consent.entity.js';
import { QualificationEvent } from './qualification-event.entity.js';
import { SampleItem, SamplingPlan } from './sampling.entity.js';

/** Achievements for which the viewer is a qualified assessor; `QualifiedService` looks it up. */
export const QUALIFIED = 'qualified for';
/** Whether the viewer has handed in a judgement of an exemplar. */
export const JUDGED = 'judged exemplar';

interface OfAchievement {
  achievementId: string | null;
}

/** Runs assessment of this achievement; without one, of all. */
export const leads = (viewer: Viewer, { achievementId }: OfAchievement) =>
  achievementId === null ? viewer.mayEverywhere('assessment.lead') : viewer.may('assessment.lead', { achievementId });
const watches = (viewer: Viewer, { achievementId }: OfAchievement) =>
  achievementId === null
    ? viewer.mayEverywhere('assessment.quality')
    : viewer.may('assessment.quality', { achievementId });
const isQualified = (viewer: Viewer, { achievementId }: OfAchievement) =>
  achievementId !== null && viewer.loaded<boolean>(QUALIFIED, achievementId) === true;

// How much somebody takes on is theirs and the business of whoever gives out work to all.
const keepsAvailability = (viewer: Viewer, it: { personId: string }) =>
  viewer.isSelf(it.personId) || viewer.mayEverywhere('assessment.lead');
allow('see', AssessorProfile, keepsAvailability);
allow('see', AssessorLeave, keepsAvailability);

allow('see', AssessorApplication, (viewer, it) => viewer.isSelf(it.personId) || leads(viewer, it));
// An application is accepted by a lead, an invitation by whoever was invited.
allow(
  'accept',
  AssessorApplication,
  (viewer, it) =>
    it.answer === null &&
    (it.kind === 'INVITED' ? viewer.isSelf(it.personId) : !viewer.isSelf(it.personId) && leads(viewer, it)),
);
allow(
  'decline',
  AssessorApplication,
  (viewer, it) => it.answer === null && (viewer.isSelf(it.personId) || leads(viewer, it)),
);

// Nobody decides how far they themselves are trusted.
allow(
  'keep',
  AssessorQualification,
  (viewer, it) => it.endedAt === null && leads(viewer, it) && !viewer.isSelf(it.personId),
);
allow(
  'see',
  QualificationEvent,
  (viewer, it) => viewer.loaded<boolean>('own qualification', it.qualificationId) === true || watches(viewer, it),
);

allow('see', Exemplar, (viewer, it) => leads(viewer, it) || (it.agreedAt !== null && isQualified(viewer, it)));
allow('edit', Exemplar, (viewer, it) => it.agreedAt === null && it.retiredAt === null && leads(viewer, it));
allow('retire', Exemplar, (viewer, it) => it.retiredAt === null && leads(viewer, it));
allow(
  'see',
  DefinitiveMark,
  (viewer, it) => leads(viewer, it) || (it.agreedAt !== null && viewer.loaded<boolean>(JUDGED, it.exemplarId) === true),
);
// A second person: nobody agrees with themselves.
allow(
  'agree',
  DefinitiveMark,
  (viewer, it) => it.agreedAt === null && leads(viewer, it) && !viewer.isSelf(it.proposedBy),
);
allow('see', CalibrationRound, (viewer, it) => leads(viewer, it) || isQualified(viewer, it));
allow('close', CalibrationRound, (viewer, it) => it.closedAt === null && leads(viewer, it));
allow(
  'see',
  CalibrationMark,
  (viewer, it) => viewer.isSelf(it.personId) || (it.handedInAt !== null && leads(viewer, it)),
);

// The author alone answers; leads know of the answer, since it says what they can work with.
allow('see', ExemplarConsent, (viewer, it) => viewer.isSelf(it.personId) || leads(viewer, it));
allow('answer', ExemplarConsent, (viewer, it) => viewer.isSelf(it.personId));
const watchesCheck = (viewer: Viewer, it: LiveCheck) => it.handedInAt !== null && watches(viewer, it);
allow('see', LiveCheck, (viewer, it) => viewer.isSelf(it.personId) || watchesCheck(viewer, it));
allow('watch', LiveCheck, watchesCheck);

allow('see', SamplingPlan, watches);
allow('end', SamplingPlan, (viewer, it) => it.endedAt === null && leads(viewer, it));
allow('see', SampleItem, watches);
// Whoever made a judgement does not say that it was sound.
allow(
  'find',
  SampleItem,
  (viewer, it) => it.chosenAt !== null && it.finding === null && leads(viewer, it) && !viewer.isSelf(it.assessorId),
);
