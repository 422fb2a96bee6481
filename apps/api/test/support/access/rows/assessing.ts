import { MAY_TAKE, NOBODY, SIGNED_IN, act, byId, list, nested, node, person, refusing, type Row } from '../row.js';

export const ASSESSING: Row[] = [
  ...byId('evidenceItem', 'evidence', ['self']),
  ...byId('submission', 'submission', ['self']),
  ...byId('submission', 'draft', ['self']),
  ...byId('markingSlot', 'slot', ['marker', 'otherAssessor']),
  ...byId('markingSlot', 'openSlot', MAY_TAKE),
  ...byId('markingSlot', 'judgedSlot', ['marker']),
  ...byId('credential', 'credential', ['self', 'boss', 'designer', 'hrIn', 'owner']),
  node('node(id: "{{award}}") { id }', ['self', 'boss', 'designer', 'hrIn', 'owner', 'admin']),
  // Reached only through what they belong to, by nobody as things of their own.
  ...['snapshot', 'share', 'note', 'session', 'employment', 'scimToken', 'provider'].map((thing) =>
    node(`node(id: "{{${thing}}}") { id }`, NOBODY),
  ),
  // Who, and never the thing itself.
  node('whoCanSee(id: "{{evidence}}")', ['admin']),
  // Counts what lies within the limits of the role.
  node('issuanceCounts', ['owner', 'admin', 'adminOut']),
  node('reviewCounts', ['marker', 'otherAssessor', 'conflicted', 'unqualified']),
  node(
    `myReadiness { verified jobRoleLevel { id } blockedBy { id } rows { lapsedOn validUntil requirement { skill { id } } verified { ordinal } achievement { id }
      submission { id } } }`,
    ['self'],
  ),
  list('issuances(first: 10)', ['owner', 'admin'], 'waitingAward'),
  list('myCredentials', ['self'], 'credential'),
  list('myEvidence', ['self'], 'evidence'),
  nested('myEvidenceLabels { tags { tag items } skills { items skill { id } } }', ['self'], 'items'),
  list(
    'evidenceAtHand(achievementVersionId: "{{heldVersion}}") { shownFor criterionIds aboutSkills { id } item { id } }',
    ['self'],
    'evidence',
  ),
  list('mySubmissions(first: 20)', ['self'], 'submission'),
  list('notifications', ['self'], 'note'),
  list('reviewQueue(scope: ALL, first: 10)', MAY_TAKE, 'openSlot'),
  list('reviewQueue(scope: ALL, first: 10)', MAY_TAKE, 'slot'),
  list(
    `team { asOf size pageInfo { hasNextPage } skills { needed asked covered skill { id } } people { jobTitle person { id } waiting { id state submittedAt achievementVersion { id } }
      cells { skillId level needed mustHave state verifiedOn validUntil achievementName assessors credentialId recognisedFrom } } }`,
    ['boss'],
    'cleo',
  ),
  list('auditableSubmission(submissionId: "{{submission}}")', ['auditor'], 'submission'),
  person('standings { state }', ['self', 'boss']),
  nested('credential(id: "{{credential}}") { shareGrants { id } }', ['self'], 'share'),
  node('shareLetter(shareId: "{{share}}", words: "") { subject text }', ['self']),
  nested('credential(id: "{{credential}}") { shown: document }', ['self', 'boss', 'designer', 'hrIn', 'owner']),
  nested('credential(id: "{{credential}}") { award { issuance { attempts } } }', ['owner'], 'attempts'),
  nested(
    'issuances(first: 10) { edges { node { id issuance { attempts } person { id } } } }',
    ['owner', 'admin'],
    'cleo',
  ),
  nested('markingSlot(id: "{{slot}}") { snapshot { items { letter } } }', ['marker'], 'letter'),
  nested('markingSlot(id: "{{slot}}") { mark { criteria { comment } } }', ['marker'], 'comment'),
  nested('markingSlot(id: "{{judgedSlot}}") { shown: decision { outcome } }', ['marker'], 'outcome'),
  nested('submission(id: "{{judgedSubmission}}") { shown: decision { outcome } }', NOBODY, 'outcome'),
  nested(
    `submission(id: "{{submission}}") { snapshot { items { title file { id } } criteria { criterion { id } links { letter reflection } } }
      decision { criteria { criterion { id } } } }`,
    ['self'],
    'title',
  ),
  nested(
    `submission(id: "{{draft}}") { criteria { links { letter reflection item { id } } carried { level } askedAgain { bringsNew sameBecause }
      criterion { title description weight mustReach skillId } } }`,
    ['self'],
    'evidence',
  ),
  nested('mySubmissions { edges { node { items { item { id } } } } }', ['self'], 'evidence'),
  nested('team { people { person { id shown: email } } }', ['boss'], 'mail'),
  nested('auditEntries(targetId: "{{credential}}") { edges { node { target } } }', NOBODY, 'credential'),
  act('openEvidenceForAudit(submissionId: "{{submission}}", reason: "A complaint.")', ['auditor'], 'EvidenceAudit'),
  act('addTextEvidence(input: { title: "T", text: "Words" })', SIGNED_IN, 'EvidenceItem'),
  act('addLinkEvidence(input: { title: "T", url: "https://example.org" })', SIGNED_IN, 'EvidenceItem'),
  act('addFileEvidence(input: { title: "T", uploadId: "{{nobody}}" })', NOBODY, 'EvidenceItem'),
  act(
    'editEvidence(id: "{{evidence}}", input: { title: "T", expectedRevision: 1 })',
    ['self'],
    refusing('EvidenceItem'),
  ),
  act('removeEvidence(id: "{{freeEvidence}}")', ['self'], 'RemovedEvidence'),
  act('startSubmission(achievementVersionId: "{{begunVersion}}")', SIGNED_IN, 'Submission'),
  act(
    'linkEvidence(submissionId: "{{draft}}", itemId: "{{evidence}}", criterionId: "{{draftedCriterion}}", reflection: "R")',
    ['self'],
    'Submission',
  ),
  act(
    'unlinkEvidence(submissionId: "{{draft}}", itemId: "{{evidence}}", criterionId: "{{draftedCriterion}}")',
    ['self'],
    'Submission',
  ),
  act(
    'claimLevel(submissionId: "{{draft}}", criterionId: "{{draftedCriterion}}", levelOrdinal: 2, notEvidenced: false)',
    ['self'],
    'Submission',
  ),
  act(
    'keepSameEvidence(submissionId: "{{draft}}", criterionId: "{{draftedCriterion}}", because: "It is all there.")',
    ['self'],
    'InvalidInput',
  ),
  act('submit(submissionId: "{{draft}}", declarationAccepted: true)', ['self'], 'Submission'),
  act('withdrawSubmission(submissionId: "{{draft}}")', ['self'], 'Submission'),
  act('shareCredential(credentialId: "{{credential}}")', ['self'], 'ShareGrant'),
  act('sendShareAgain(shareId: "{{share}}", letterId: "{{lostLetter}}")', ['self'], 'ShareGrant'),
  act('sendShare(input: { shareId: "{{share}}", address: "jobs@example.org", words: "" })', ['self'], 'ShareGrant'),
  act('endShare(id: "{{share}}")', ['self'], 'ShareGrant'),
  act('claimSlot(id: "{{openSlot}}")', MAY_TAKE, 'MarkingSlot'),
  act('claimNextSlot', MAY_TAKE, 'MarkingSlot'),
  act('renewLease(slotId: "{{slot}}")', ['marker'], 'MarkingSlot'),
  act('putBackSlot(slotId: "{{slot}}", reason: "No time.")', ['marker'], 'MarkingSlot'),
  act(
    'saveMark(slotId: "{{slot}}", input: { criteria: [], rules: {}, seenLetters: [], expectedRevision: 1 })',
    ['marker'],
    refusing('MarkingSlot'),
  ),
  act('handInMark(slotId: "{{slot}}")', ['marker'], 'MarkingSlot|MarkIncomplete'),
  act('releaseDecision(slotId: "{{judgedSlot}}")', ['marker'], 'MarkingSlot'),
  act('retryIssuance(awardId: "{{waitingAward}}")', ['owner', 'admin'], 'Award'),
  // Of nothing it is told to everybody who may try again; whose awards are tried, the service's own spec shows.
  act('retryIssuances(awardIds: [])', ['owner', 'admin', 'adminOut'], refusing('IssuancesRetried')),
  // Of one's own only: naming another's changes nothing, which a spec of its own shows.
  act('markNotificationsRead(ids: ["{{note}}"])', SIGNED_IN, 'number'),
];
