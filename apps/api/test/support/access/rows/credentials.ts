import { act, byId, list, nested, NOBODY, node, refusing, type Row } from '../row.js';
import type { Actor } from '../world.js';

/** Who keeps what was issued to Cleo: everywhere, or for Cleo's unit. */
const KEEPS: Actor[] = ['designer', 'hrIn', 'owner'];

/** Whose role is not limited. */
const KEEPS_ALL: Actor[] = ['designer', 'owner'];

/** What becomes of a credential after it was signed. */
export const CREDENTIALS: Row[] = [
  list(
    'issuedCredentials(first: 10) { edges { node { id edition statusCause statusSince supersededBy } } }',
    KEEPS,
    'credential',
  ),
  nested(
    `credential(id: "{{credential}}") { keeping { acts losses { area count touched happens stops examples { name path } } } }`,
    KEEPS,
    'acts',
  ),
  nested(
    `credential(id: "{{credential}}") { statusChanges { id kind cause reason state askedAt decidedAt doneAt viewerCan
       corrections { field was becomes } credential { id } askedBy { id } decidedBy { id } } }`,
    ['self', ...KEEPS],
    'doneChange',
  ),
  nested('credential(id: "{{credential}}") { statusChanges { askedBy { id } } }', KEEPS, 'second'),
  nested('credential(id: "{{doubtedCredential}}") { statusChanges { id } }', KEEPS, 'proposedChange'),
  nested('credential(id: "{{credential}}") { evidenceBehind { nth kind title madeOn pages } }', ['self'], 'workBehind'),
  nested(
    'credential(id: "{{credential}}") { shareGrants { purpose furtherIds evidenceCount sent { address at letterId state problem } days { day kind byName times } } }',
    ['self'],
    'checkedBy',
  ),
  list(
    'stacksAtRisk(first: 10) { edges { node { id state openedAt reason decidedAt viewerCan lost { achievementId name why } credential { id } decidedBy { id } } } }',
    KEEPS,
    'stackRisk',
  ),
  nested(
    'credential(id: "{{credential}}") { countsTowards { id } stackRisk { id state lost { achievementId name why } } }',
    ['self', ...KEEPS],
    'stackRisk',
  ),
  node('myStacks { id name myStackProgress { toGo } }', NOBODY),
  act('keepStack(id: "{{stackRisk}}", reason: "It stands")', KEEPS, 'StackRisk'),
  nested(
    'credential(id: "{{credential}}") { uses { kind times } useDays { day kind times } usesToldToOthers { id name depth people figures { kind times people band } } }',
    ['self'],
    'times',
  ),
  act(
    'changeCredential(input: { credentialId: "{{credential}}", kind: SUSPEND, cause: UNDER_REVIEW, reason: "Look" })',
    KEEPS,
    'CredentialChange',
  ),
  act(
    'shareCredential(credentialId: "{{credential}}", scope: { furtherIds: ["{{credential}}"], evidence: [{ credentialId: "{{credential}}", nth: 1 }] })',
    ['self'],
    'ShareGrant',
  ),
  act(
    'correctCredential(input: { credentialId: "{{credential}}", endless: true, reason: " " })',
    KEEPS,
    refusing('CredentialChange'),
  ),
  ...byId('bulkIssue', 'bulkIssue', KEEPS_ALL),
  list('bulkIssues(first: 10)', KEEPS_ALL, 'bulkIssue'),
  // Nothing of this world is given on completion, and no badge says anything otherwise: nobody is told of any.
  list('bulkAchievements', NOBODY),
  nested(
    `bulkIssue(id: "{{bulkIssue}}") { id fileId fileName state problem createdAt appliedAt undoneAt undoneReason progress fields viewerCan
       counts { rows create held errors } rows { row outcome label problems { field message } } columns { header field samples }
       looksLike { path } standing { waiting issued quarantined withdrawn } createdBy { id } achievement { id }
       awards(first: 5) { edges { node { id } } } losses { area } }`,
    KEEPS_ALL,
    'bulkIssue',
  ),
  ...byId('bulkCorrection', 'bulkCorrection', KEEPS_ALL),
  nested(
    'bulkCorrection(id: "{{bulkCorrection}}") { id state reason done total corrected passedOver createdAt finishedAt failures { reason said credential { id } } createdBy { id } }',
    KEEPS_ALL,
    'bulkCorrection',
  ),
  list('reissuable(personId: "{{cleo}}") { credential { id } corrections { field was becomes } }', NOBODY),
  act(
    'beginBulkCorrection(input: { credentialIds: ["{{credential}}"], reason: " " })',
    KEEPS_ALL,
    refusing('BulkCorrection'),
  ),
  act('previewBulkIssue(input: { fileId: "{{nobody}}" })', KEEPS_ALL, refusing('BulkIssue')),
  act('applyBulkIssue(id: "{{bulkIssue}}")', KEEPS_ALL, refusing('BulkIssue')),
  act('undoBulkIssue(id: "{{bulkIssue}}", reason: " ")', KEEPS_ALL, refusing('BulkIssue')),
  node('reminderSettings { days tellsManager changedAt revision }', [...KEEPS, 'hrOut']),
  act(
    'changeReminderSettings(input: { days: [60, 14], tellsManager: true }, expectedRevision: 0)',
    KEEPS_ALL,
    refusing('ReminderSettings'),
  ),
  // Cleo earned the same once more since: only of what was earned last something is said.
  nested(
    'credential(id: "{{doubtedCredential}}") { renews { id } renewedBy { id } renewal { reason opensOn achievementVersionId submissionId carries asks { criterionId title because } } }',
    NOBODY,
    'carries',
  ),
  act('decideCredentialChange(id: "{{proposedChange}}", confirmed: true)', KEEPS, 'CredentialChange'),
];
