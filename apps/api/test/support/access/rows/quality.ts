import { act, byId, list, nested, NOBODY, node, refusing, type Row, SIGNED_IN } from '../row.js';
import type { Actor } from '../world.js';

const LEADS: Actor[] = ['lead'];
const WATCHERS: Actor[] = ['lead', 'auditor'];
/** Who assesses what the round is about, and who runs it. */
const IN_ROUND: Actor[] = ['lead', 'marker', 'otherAssessor', 'conflicted'];

const QUALIFICATION = `id validUntil trainingCompletedOn trainingNote state viewerCan achievement { id }
  history { id at kind fromState toState reason actor { id } } work { slotId candidateCode state releasedAt outcome }`;
const APPLICATION = 'id kind message askedAt answer answerReason answeredAt viewerCan person { id } achievement { id }';
const ESTIMATE = '{ value low high why }';
const AGREEMENT = `{ units raters scale needed paradox prevalence bias pabak exact ${ESTIMATE} adjacent ${ESTIMATE}
  kappa ${ESTIMATE} ac ${ESTIMATE} alpha ${ESTIMATE} }`;
const INPUT = 'capacity: 3, paused: false, expectedRevision: 0';

/** Who assesses, how far they agree, and what is looked at again. */
export const QUALITY: readonly Row[] = [
  list(
    `assessing { personId profile { personId capacity weeklyHours paused revision } leave { id startsOn endsOn reason }
       qualifications { ${QUALIFICATION} } ownApplications { ${APPLICATION} } couldAssess { id } }`,
    SIGNED_IN,
  ),
  nested('assessing { leave { id } }', ['marker'], 'leave'),
  nested('assessing { ownApplications { id } }', ['colleague'], 'application'),
  list(
    `assessors(first: 50) { edges { node { personId held handedIn capacity weeklyHours paused awayUntil hasRole person { id }
       leave { id } qualifications { ${QUALIFICATION} } } } }`,
    LEADS,
    'marker',
  ),
  list(`assessorApplications { ${APPLICATION} }`, LEADS, 'application'),
  list('assessorCandidates(achievementId: "{{heldAchievement}}") { id }', LEADS, 'cleo'),
  list(
    `exemplars(first: 10) { edges { node { id achievementId title revision agreedAt retiredAt liveObstacles viewerCan version { id }
       items { letter title text url } } } }`,
    LEADS,
    'exemplar',
  ),
  node('exemplar(id: "{{exemplar}}") { id }', LEADS),
  nested(
    `exemplar(id: "{{exemplar}}") { definitive { exemplarId proposedAt agreedAt viewerCan criteria { criterionId level reason }
       proposedBy { id } agreedBy { id } } }`,
    LEADS,
    'owner',
  ),
  list(
    'releasedWork(achievementId: "{{judgedAchievement}}") { submissionId candidateCode itemCount outcome releasedAt }',
    NOBODY,
    'judgedSubmission',
  ),
  list(
    'calibrationRounds { id achievementId name needed tolerance openedAt closedAt viewerCan version { id } }',
    IN_ROUND,
    'round',
  ),
  node('calibrationRound(id: "{{round}}") { id }', IN_ROUND),
  nested(
    `calibrationRound(id: "{{round}}") { exemplars { exemplar { id definitive { proposedBy { id } } } revision handedInAt isOwn within
       criteria { criterionId level comment } compared { criterionId given definitive difference within reason } } }`,
    ['lead', 'otherAssessor'],
    'owner',
  ),
  nested(
    'calibrationRound(id: "{{round}}") { progress { personId handedIn within bias apart exact person { id } } }',
    LEADS,
    'otherAssessor',
  ),
  nested('myExemplarConsents { exemplarId askedAt answer answeredAt achievement { id } }', ['self'], 'exemplar'),
  nested('myLiveChecks { id state endedAt }', ['otherAssessor'], 'liveCheck'),
  ...byId('liveCheck', 'liveCheck', ['otherAssessor', ...WATCHERS]).map((row) =>
    row.ask.startsWith('liveCheck') ? { ...row, ask: `${row.ask} { id }` } : row,
  ),
  nested(
    `liveCheck(id: "{{liveCheck}}") { id state handedInAt endedAt tolerance within person { id } version { id }
       criteria { criterionId level comment } compared { criterionId given definitive difference within reason } }`,
    ['otherAssessor', ...WATCHERS],
    'otherAssessor',
  ),
  act('answerExemplarConsent(exemplarId: "{{exemplar}}", given: false)', ['self'], 'ExemplarConsent'),
  list(
    `samplingPlans { id achievementId share seed newAssessor borderline highStakes startedAt endedAt viewerCan achievement { id }
       counts { lookedAt chosen borderline checked notSound least enough } }`,
    WATCHERS,
    'samplingPlan',
  ),
  list(
    `samples(scope: ALL, first: 10) { edges { node { id submissionId planId draw chosenAt strata finding findingNote foundAt viewerCan
       achievement { id } assessor { id } foundBy { id } plan { id } } } }`,
    WATCHERS,
    'sample',
  ),
  list(
    `qualityBoard { from until marks doubleMarked medianHoursToRelease p95HoursToRelease fairness { people variation gini most }
       queue { achievementId waiting beingMarked overdue oldestHours medianHours p95Hours achievement { id } }
       loads { personId held handedIn capacity awayUntil person { id } } weeks { week marks released }
       checks { personId checks within criteria exact bias apart person { id } }
       definitive { judgements units needed estimate ${ESTIMATE} }
       severity { assessorIds units needed why p assessors { assessorId severity low high units person { id } } }
       rubrics { versionId name number cutScore marks passed decision ${AGREEMENT} scores ${ESTIMATE}
         criteria { criterionId title number discrimination marks unusedLevels agreement { units } } simulation { cutScore passed of } } }`,
    WATCHERS,
    'marker',
  ),
  act(`saveAvailability(input: { ${INPUT} })`, SIGNED_IN, 'AssessorProfile'),
  act(`saveAvailability(input: { ${INPUT} }, personId: "{{marker}}")`, ['marker', 'lead'], 'AssessorProfile'),
  act(
    'addLeave(input: { startsOn: "2090-01-01", endsOn: "2090-01-02", reason: "" }, personId: "{{marker}}")',
    ['marker', 'lead'],
    'AssessorLeave',
  ),
  act('removeLeave(id: "{{leave}}")', ['marker', 'lead'], 'AssessorLeave'),
  act('applyToAssess(achievementId: "{{heldAchievement}}", message: "")', ['self'], 'AssessorApplication'),
  act('answerAssessorApplication(id: "{{application}}", accept: true, reason: "")', LEADS, 'AssessorApplication'),
  act(
    'inviteAssessor(achievementId: "{{heldAchievement}}", personId: "{{cleo}}", message: "")',
    LEADS,
    'AssessorApplication',
  ),
  act(
    'recordAssessorTraining(id: "{{heldQualification}}", completedOn: "2026-01-02", note: "")',
    LEADS,
    'AssessorQualification',
  ),
  act('setAssessorValidity(id: "{{heldQualification}}", reason: "R")', LEADS, 'AssessorQualification'),
  act('changeAssessorState(id: "{{heldQualification}}", state: WATCH, reason: "R")', LEADS, 'AssessorQualification'),
  act('endAssessorQualification(id: "{{heldQualification}}", reason: "R")', LEADS, 'AssessorQualification'),
  act('createExemplar(achievementId: "{{heldAchievement}}", title: "T")', LEADS, 'Exemplar'),
  act('saveExemplar(id: "{{newExemplar}}", input: { title: "T", items: [], expectedRevision: 1 })', LEADS, 'Exemplar'),
  act('proposeDefinitiveMark(exemplarId: "{{newExemplar}}", criteria: [])', LEADS, refusing('Exemplar')),
  act('agreeDefinitiveMark(exemplarId: "{{newExemplar}}")', LEADS, 'Exemplar'),
  act('retireExemplar(id: "{{exemplar}}", reason: "R")', LEADS, 'Exemplar'),
  act(
    'openCalibrationRound(input: { achievementId: "{{heldAchievement}}", name: "R", exemplarIds: ["{{exemplar}}"], needed: 1, tolerance: 1 })',
    LEADS,
    'CalibrationRound',
  ),
  act('closeCalibrationRound(id: "{{round}}")', LEADS, 'CalibrationRound'),
  act(
    'saveCalibrationMark(roundId: "{{round}}", exemplarId: "{{exemplar}}", input: { criteria: [], expectedRevision: 0 })',
    ['marker', 'conflicted'],
    'CalibrationRound',
  ),
  act(
    'handInCalibrationMark(roundId: "{{round}}", exemplarId: "{{exemplar}}")',
    ['marker', 'conflicted'],
    refusing('CalibrationRound'),
  ),
  act(
    'startSamplingPlan(input: { achievementId: "{{openAchievement}}", share: 0.1, newAssessor: true, borderline: true, highStakes: true })',
    LEADS,
    'SamplingPlan',
  ),
  act('endSamplingPlan(id: "{{samplingPlan}}")', LEADS, 'SamplingPlan'),
  act('drawMoreSamples(planId: "{{samplingPlan}}", count: 1)', LEADS, 'SamplingPlan'),
  act('recordSampleFinding(id: "{{sample}}", finding: SOUND, note: "")', LEADS, 'SampleItem'),
];
