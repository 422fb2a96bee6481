import { act, list, nested, node, refusing, type Row } from '../row.js';
import type { Actor } from '../world.js';

const LEADS: Actor[] = ['lead'];
/** The two who differ, and whoever leads. */
const RECONCILING: Actor[] = ['marker', 'otherAssessor', 'lead'];
/** Took no part in what is to be checked, and is not Cleo's own report. */
const MODERATES: Actor[] = ['otherAssessor'];

const MARK = `{ markId purpose reason round handedInAt overall assessor { id } rules { valid authentic sufficient current }
  criteria { criterionId level comment } }`;
const CASE = `{ id attemptNo candidateCode dueAt notReleasable state submittedAt viewerCan achievementVersion { id } decision { outcome }
  holds { fromAt untilAt reason } malpractice { proposedAt reason }
  places { id purpose reason round state dueAt handedInAt assessor { id } } }`;

/** Marks that differ, checks before release, what a lead does to a submission, appeals and recalls. */
export const AFTER_THE_MARK: Row[] = [
  list('reconciliations { id submissionId state }', RECONCILING, 'differingSubmission'),
  node('reconciliation(submissionId: "{{differingSubmission}}")', RECONCILING),
  nested(
    `reconciliation(submissionId: "{{differingSubmission}}") { differing differingRules viewerIsFirst viewerCan criteria { criterionId level reason }
       left { criterionId field message } rules { valid authentic sufficient current } snapshot { id } achievementVersion { id } marks ${MARK} }`,
    RECONCILING,
    'otherAssessor',
  ),
  list('moderationQueue { id }', MODERATES, 'moderationSlot'),
  nested(
    `markingSlot(id: "{{moderationSlot}}") { marksBeside ${MARK} moderations { id at outcome reason moderator { id } } }`,
    MODERATES,
    'markId',
  ),
  list(`assessmentCases(first: 20) { edges { node ${CASE} } }`, LEADS, 'judgedSubmission'),
  node(`assessmentCase(id: "{{suspectSubmission}}") ${CASE}`, LEADS),
  list('releaseBatches { id releaseAt doneAt cancelledAt released submissionIds skipped { submissionId reason } }', [
    ...LEADS,
  ]),
  list(
    `appeals { id submissionId grounds statement state lodgedAt dueAt checkedAt decidedAt answer isMarkedAnew viewerCan case { id }
       decision { outcome } newDecision { outcome } marks { markId assessor { id } } }`,
    LEADS,
    'appeal',
  ),
  node('appeal(id: "{{appeal}}") { id }', ['self', 'lead']),
  nested('appeal(id: "{{appeal}}") { case { id } marks { markId } }', LEADS, 'markId'),
  nested(
    'submission(id: "{{appealedSubmission}}") { appealUntil appeals { id } replacedDecisions { id } }',
    ['self'],
    'appeal',
  ),
  list(
    `recalls { id reason since until openedAt closedAt achievementVersion { id } assessor { id }
       items { id submissionId state reason decidedAt viewerCan case { id } marks { markId } } }`,
    LEADS,
    'recallItem',
  ),
  node('recallItem(id: "{{recallItem}}") { id }', LEADS),
  nested('assessmentCase(id: "{{suspectSubmission}}") { snapshot { takenAt } }', LEADS, 'takenAt'),
  act(
    'saveReconciliation(submissionId: "{{differingSubmission}}", input: { criteria: [] }, expectedRevision: 1)',
    ['marker', 'otherAssessor'],
    'Reconciliation',
  ),
  act(
    'agreeReconciliation(submissionId: "{{differingSubmission}}", expectedRevision: 1)',
    ['marker', 'otherAssessor'],
    refusing('Reconciliation'),
  ),
  act('askThirdMark(submissionId: "{{differingSubmission}}")', RECONCILING, 'Reconciliation'),
  act(
    'adjudicate(submissionId: "{{differingSubmission}}", input: { criteria: [] })',
    LEADS,
    refusing('Reconciliation'),
  ),
  act(
    'moderate(slotId: "{{moderationSlot}}", input: { outcome: CONFIRMED, reason: "", criteria: [] })',
    MODERATES,
    'MarkingSlot',
  ),
  act('holdSubmission(submissionId: "{{judgedSubmission}}", reason: "So.")', LEADS, 'AssessmentCase'),
  act('resumeSubmission(submissionId: "{{pausedSubmission}}")', LEADS, 'AssessmentCase'),
  act('returnSubmission(submissionId: "{{openSubmission}}", reason: "So.")', LEADS, 'AssessmentCase'),
  act('askModeration(submissionId: "{{judgedSubmission}}")', LEADS, 'AssessmentCase'),
  act('proposeVoid(submissionId: "{{judgedSubmission}}", reason: "So.")', LEADS, 'AssessmentCase'),
  act('decideVoid(submissionId: "{{suspectSubmission}}", confirmed: false)', LEADS, 'AssessmentCase'),
  act('releaseTogether(submissionIds: ["{{judgedSubmission}}"])', LEADS, 'ReleaseBatch'),
  act('scheduleRelease(submissionIds: ["{{judgedSubmission}}"], at: "2099-01-05T10:00:00Z")', LEADS, 'ReleaseBatch'),
  act('cancelRelease(id: "{{batch}}")', LEADS, 'ReleaseBatch'),
  act('lodgeAppeal(submissionId: "{{toldSubmission}}", grounds: BIAS, statement: "So.")', ['self'], 'Appeal'),
  act('checkAppeal(id: "{{appeal}}", inScope: true, answer: "")', LEADS, 'Appeal'),
  act('askAppealMark(id: "{{reviewedAppeal}}")', LEADS, 'Appeal'),
  act('decideAppeal(id: "{{reviewedAppeal}}", outcome: DISMISSED, answer: "So.", criteria: [])', LEADS, 'Appeal'),
  act('askRecallMark(itemId: "{{recallItem}}")', LEADS, 'RecallItem'),
  act('decideRecallItem(itemId: "{{recallItem}}", reason: "So.", criteria: [])', LEADS, 'RecallItem'),
];
