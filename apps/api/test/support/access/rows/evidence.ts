import { NOBODY, SIGNED_IN, act, byId, list, nested, node, type Row } from '../row.js';

/** What others say of evidence, and prior learning with whoever helps. */
export const EVIDENCE: Row[] = [
  ...byId('submission', 'priorLearning', ['self']),
  list('askedOfMe', ['colleague'], 'statement'),
  list('mentoringAskedOfMe', ['colleague', 'otherBoss'], 'priorLearning'),
  list('myPriorLearningScreens { achievementVersionId answers { stance } }', ['self'], 'priorVersion'),
  node('priorLearningScreen(achievementVersionId: "{{priorVersion}}")', ['self']),
  node('mentoredSubmission(id: "{{priorLearning}}") { id mentor { id } mentorNotes { id words author { id } } }', [
    'colleague',
  ]),
  nested(
    `submission(id: "{{submission}}") { snapshot { items { keptAt statement { witnessName isColleague question capacity sawOn words answeredAt } }
      criteria { carried { level decidedAt } } } }`,
    ['self'],
    'keptAt',
  ),
  node('witnessRequest(token: "{{nobody}}")', NOBODY),
  act(
    'askWitness(input: { title: "T", question: "Q", witnessName: "W", witnessEmail: "w@example.org" })',
    SIGNED_IN,
    'EvidenceItem',
  ),
  act(
    'addAttestedEvidence(input: { title: "T", keptAt: "K", question: "Q", colleagueId: "{{second}}" })',
    SIGNED_IN,
    'EvidenceItem',
  ),
  act('takeBackWitnessRequest(itemId: "{{attested}}")', ['self'], 'EvidenceItem'),
  act('askWitnessAgain(itemId: "{{attested}}")', ['self'], 'NotAllowed'),
  act('answerAsWitness(id: "{{statement}}", input: { confirms: false })', ['colleague'], 'WitnessStatement'),
  act('answerWitnessRequest(token: "{{nobody}}", input: { confirms: false })', NOBODY, 'WitnessRequest'),
  act('askMentor(submissionId: "{{priorLearning}}", personId: "{{second}}", message: "M")', ['self'], 'Submission'),
  act('answerMentoring(submissionId: "{{priorLearning}}", accepts: false)', ['otherBoss'], 'MentorRequest'),
  act('endMentoring(submissionId: "{{priorLearning}}")', ['self', 'colleague'], 'MentorRequest'),
  act('writeMentorNote(submissionId: "{{priorLearning}}", words: "W")', ['self', 'colleague'], 'MentorNote'),
  act(
    'savePriorLearningScreen(achievementVersionId: "{{priorVersion}}", answers: [], expectedRevision: 1)',
    ['self'],
    'PriorLearningScreen',
  ),
];
