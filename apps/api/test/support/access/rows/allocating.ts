import { act, list, nested, node, NOBODY, refusing, type Row } from '../row.js';

const LEADS: Row['allow'] = ['lead'];

/** Giving out work: for whoever leads assessment, and of one's own nearness for every assessor. */
export const ALLOCATING: Row[] = [
  node('reviewedAchievements { id name }', ['marker', 'otherAssessor']),
  node('assessmentSettings { revision }', LEADS),
  list('allocationRuns', LEADS, 'run'),
  list('slotsToAllocate(scope: WAITING, first: 10)', LEADS, 'openSlot'),
  list('slotsToAllocate(scope: HELD, first: 10)', LEADS, 'slot'),
  list('slotsToAllocate(scope: BEGUN, first: 10)', LEADS, 'slot'),
  node('slotToAllocate(id: "{{openSlot}}") { id }', LEADS),
  list('conflictDeclarations(first: 5)', LEADS, 'declared'),
  list('myConflicts', ['marker'], 'declared'),
  nested(
    'slotsToAllocate(scope: WAITING, first: 10) { edges { node { assessor { id } takers { qualifiedAs person { id } } exclusions { rule } waivers { rule } } } }',
    LEADS,
    'qualifiedAs',
  ),
  nested('markingSlot(id: "{{slot}}") { takers { qualifiedAs } }', NOBODY, 'qualifiedAs'),
  list('mySnippets', ['marker'], 'snippet'),
  nested('markingSlot(id: "{{slot}}") { candidate { id } lettersElsewhere }', NOBODY, 'cleo'),
  act('keepSnippet(words: "Say which.")', ['marker', 'otherAssessor', 'conflicted', 'unqualified'], 'CommentSnippet'),
  act('removeSnippet(id: "{{snippet}}")', ['marker'], 'CommentSnippet'),
  act(
    'changeAssessmentSettings(input: { hidesNames: true, teamIsConflict: true, allocation: CLAIM, toleratedLevels: 1, appealWindowDays: 20, recallDays: 90, checkEvery: 20 }, expectedRevision: 0)',
    LEADS,
    refusing('AssessmentSettings'),
  ),
  act('allocateWaiting', LEADS, 'AllocationRun|NothingToGive'),
  act('giveSlot(slotId: "{{openSlot}}", personId: "{{nobody}}")', LEADS, 'InvalidInput'),
  act('takeBackSlot(slotId: "{{openSlot}}", reason: "Too much.")', NOBODY, 'MarkingSlot|InvalidInput'),
  act('waiveConflict(slotId: "{{openSlot}}", personId: "{{nobody}}", reason: "Nobody else.")', LEADS, 'InvalidInput'),
  act(
    'declareConflict(otherPersonId: "{{nobody}}", kind: FAMILY)',
    ['marker', 'otherAssessor', 'conflicted', 'unqualified'],
    'InvalidInput',
  ),
  act('endConflict(id: "{{declared}}")', ['marker'], 'ConflictDeclaration'),
];
