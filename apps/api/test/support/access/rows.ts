import { ACTORS, type Actor } from './world.js';

/**
 * One line of the matrix: what is asked, of which thing, and who gets it. Everybody else must not.
 * `{{word}}` stands for the id of a thing of the world.
 */
export interface Row {
  kind: 'node' | 'list' | 'nested' | 'act';
  ask: string;
  allow: readonly Actor[];
  /** The answer counts as getting it when it names this thing; else when there is an answer at all. */
  mentions?: string;
  /** Of an act: the types that say it was done, or would have been. */
  done?: string;
}

export const EVERYBODY: readonly Actor[] = ACTORS;
export const SIGNED_IN: readonly Actor[] = ACTORS.filter((actor) => actor !== 'stranger' && actor !== 'forged');
/** Who keeps the directory: everywhere, or for Cleo's unit. */
const KEEPERS: Actor[] = ['designer', 'hrIn', 'owner', 'admin', 'auditor'];
const KEEPERS_OF_SALES: Actor[] = ['designer', 'hrOut', 'owner', 'admin', 'adminOut', 'auditor'];
const APPOINTERS: Actor[] = ['lead', 'designer', 'owner'];
const DESIGNERS: Actor[] = ['designer', 'owner'];
const NOBODY: Actor[] = [];
const MAY_TAKE: Actor[] = ['marker', 'otherAssessor'];

const node = (ask: string, allow: readonly Actor[], mentions?: string): Row => ({ kind: 'node', ask, allow, mentions });
const list = (ask: string, allow: readonly Actor[], mentions?: string): Row => ({ kind: 'list', ask, allow, mentions });
const nested = (ask: string, allow: readonly Actor[], mentions?: string): Row => ({
  kind: 'nested',
  ask,
  allow,
  mentions,
});
const act = (ask: string, allow: readonly Actor[], done: string): Row => ({ kind: 'act', ask, allow, done });

const A_LOOK = 'shape: BY_LEVEL, ring: REEDED, band: PLAIN, centre: LEVEL, type: NAMES, marks: []';
const A_KIT =
  '{ inks: { ground: "#000000", gilt: "#FFFFFF", line: "#FFFFFF", text: "#FFFFFF" }, fonts: [], initials: "", ground: PLAIN }';
/** Refused before anything is set: a page takes its time. */
const A_CERTIFICATE =
  '{ paper: A4, landscape: false, language: "x", words: [], showOutcomes: true, showBadge: true, showLogo: true, showQr: true, signatures: [] }';

/** By id, through the general door and through the one of its own. */
const things: Row[] = (
  [
    ['person', 'cleo', SIGNED_IN],
    ['person', 'gone', ['designer', 'owner', 'admin', 'auditor']],
    ['evidenceItem', 'evidence', ['self']],
    ['submission', 'submission', ['self']],
    ['submission', 'draft', ['self']],
    ['markingSlot', 'slot', ['marker', 'otherAssessor']],
    ['markingSlot', 'openSlot', MAY_TAKE],
    ['markingSlot', 'judgedSlot', ['marker']],
    ['credential', 'credential', ['self', 'boss']],
    ['achievementVersion', 'otherVersion', SIGNED_IN],
    ['achievementVersion', 'draftVersion', DESIGNERS],
    ['framework', 'framework', SIGNED_IN],
    ['framework', 'draftFramework', ['designer']],
    ['frameworkImport', 'frameworkImport', ['designer']],
    ['skill', 'skill', SIGNED_IN],
    ['peopleImport', 'peopleImport', ['admin']],
    ['course', 'course', SIGNED_IN],
    ['courseImport', 'courseImport', DESIGNERS],
  ] as const
).flatMap(([field, thing, allow]) => [
  node(`${field}(id: "{{${thing}}}")`, allow),
  node(`node(id: "{{${thing}}}") { __typename id }`, allow),
]);

const otherNodes: Row[] = [
  node('node(id: "{{completion}}") { id }', ['self', 'boss', ...DESIGNERS]),
  node('node(id: "{{courseProvider}}") { id }', SIGNED_IN),
  node('node(id: "{{award}}") { id }', ['self', 'boss', 'owner', 'admin']),
  node('node(id: "{{markerGrant}}") { id }', ['marker', ...KEEPERS_OF_SALES]),
  // Reached only through what they belong to, by nobody as things of their own.
  ...['snapshot', 'share', 'note', 'session', 'employment', 'scimToken', 'provider'].map((thing) =>
    node(`node(id: "{{${thing}}}") { id }`, NOBODY),
  ),
];

const JOB_ROLE = `{ id name description responsibilities alternativeTitles uri revision framework { id } family { id name }
  levels { id } }`;
const JOB_ROLE_LEVEL = `{ id name order description responsibilities asks people role { id }
  stepsOut { id kind origin note from { id } to { id } } stepsIn { id } suggestedSteps { overlap shared more to { id } }
  requirements { id importance mustHave skill { id } level { id } adoptedFrom { id } provenBy { id } jobRoleLevel { id } } }`;
const questions: Row[] = [
  node('viewer', SIGNED_IN),
  node('organisation', EVERYBODY),
  node('signInOptions', EVERYBODY),
  node('accessOf(personId: "{{cleo}}")', ['self', ...KEEPERS]),
  node('accessOf', SIGNED_IN),
  // Who, and never the thing itself.
  node('whoCanSee(id: "{{evidence}}")', ['admin']),
  node('whoCanSee(id: "{{markerGrant}}")', ['admin', 'adminOut']),
  node('auditHead', ['admin', 'auditor']),
  node('identityProviderAddresses', ['admin']),
  // Counts what lies within the limits of the role.
  node('issuanceCounts', ['owner', 'admin', 'adminOut']),
  node('reviewCounts', ['marker', 'otherAssessor', 'conflicted', 'unqualified']),
  node(
    `myReadiness { verified jobRoleLevel { id } blockedBy { id } rows { lapsedOn validUntil requirement { skill { id } } verified { ordinal } achievement { id }
      submission { id } } }`,
    NOBODY,
  ),
  list('achievements(first: 20, search: "canary")', DESIGNERS, 'draftVersion'),
  list('achievements(first: 20)', SIGNED_IN, 'otherVersion'),
  ...(
    [
      ['jobRole(id: "{{role}}")', 'jobRole(id: "{{draftRole}}")', JOB_ROLE],
      ['jobRoleLevel(id: "{{level}}")', 'jobRoleLevel(id: "{{draftLevel}}")', JOB_ROLE_LEVEL],
      [
        'roleLattice(frameworkId: "{{roleFramework}}")',
        'roleLattice(frameworkId: "{{draftFramework}}")',
        '{ matching framework { id } families { id name roles levels } roles { id } }',
      ],
    ] as const
  ).flatMap(([published, draft, asked]) => [
    node(`${published} ${asked}`, SIGNED_IN),
    node(`${draft} ${asked}`, ['designer']),
  ]),
  node('framework(id: "{{draftFramework}}") { id levelMoves { people chosen movedAt from { id } to { id } } }', [
    'designer',
  ]),
  list('auditEntries', ['admin', 'auditor']),
  list('courses(first: 10)', SIGNED_IN, 'course'),
  list('courseCompletions(courseId: "{{course}}")', DESIGNERS, 'completion'),
  list('courseFacets(search: "Trenches")', SIGNED_IN),
  list('courseProviders', SIGNED_IN, 'courseProvider'),
  list('frameworks', SIGNED_IN, 'framework'),
  list('frameworks', ['designer'], 'draftFramework'),
  list('frameworksOpen', SIGNED_IN),
  list('identityProviders', ['admin'], 'provider'),
  list('issuances(first: 10)', ['owner', 'admin'], 'waitingAward'),
  list('jobRoleLevels { id role { family { id } } requirements { skill { id } } }', SIGNED_IN, 'level'),
  list('myCompletions', ['self'], 'completion'),
  list('myCredentials', ['self'], 'credential'),
  list('myEvidence', ['self'], 'evidence'),
  list('mySessions', ['self'], 'session'),
  list('mySubmissions(first: 5)', ['self'], 'submission'),
  list('notifications', ['self'], 'note'),
  list('searchSuggestions(words: "testing")', SIGNED_IN, 'skill'),
  list('searchHits(words: "testing", first: 5)', SIGNED_IN, 'skill'),
  list('searchFacets(words: "testing")', SIGNED_IN, 'framework'),
  list('orgUnits', SIGNED_IN, 'sales'),
  list('people(first: 10, search: "self")', SIGNED_IN, 'cleo'),
  list('people(first: 10, search: "canary-mail-7405")', ['self', ...KEEPERS], 'cleo'),
  list('people(first: 10, search: "canary-number-7406")', ['self', ...KEEPERS], 'cleo'),
  list('people(first: 10, state: ALL, search: "gone")', ['designer', 'owner', 'admin', 'auditor'], 'gone'),
  list('people(first: 10, role: ASSESSOR)', ['marker', ...KEEPERS_OF_SALES], 'marker'),
  list('peopleImports', ['admin'], 'peopleImport'),
  list('frameworkImports', ['designer'], 'frameworkImport'),
  list('frameworkFormats', ['designer']),
  list('reviewQueue(scope: ALL, first: 10)', MAY_TAKE, 'openSlot'),
  list('reviewQueue(scope: ALL, first: 10)', MAY_TAKE, 'slot'),
  list('roleGrants(personId: "{{marker}}")', ['marker', ...KEEPERS_OF_SALES], 'markerGrant'),
  list('roleGrants(state: PROPOSED)', ['lead', 'designer', 'owner', 'admin', 'auditor'], 'proposal'),
  list('rolesOffered', SIGNED_IN),
  list('scimClients', ['admin'], 'scimClient'),
  list('scimGroups(clientId: "{{scimClient}}")', ['admin'], 'scimGroup'),
  list(
    'scimGroups(clientId: "{{scimClient}}") { edges { node { id withheld { person { id } } } } }',
    ['admin'],
    'scimGroup',
  ),
  list('scimRequests(clientId: "{{scimClient}}")', ['admin'], 'scimRequest'),
  list('sessionsOf(personId: "{{cleo}}")', ['admin'], 'session'),
  list('setupChecklist', ['admin', 'adminOut']),
  list('skills', SIGNED_IN, 'skill'),
  list(
    `team { asOf size pageInfo { hasNextPage } skills { needed asked covered skill { id } } people { jobTitle person { id } waiting { id state submittedAt achievementVersion { id } }
      cells { skillId level needed mustHave state verifiedOn validUntil achievementName assessors credentialId } } }`,
    ['boss'],
    'cleo',
  ),
  list('auditableSubmission(submissionId: "{{submission}}")', ['auditor'], 'submission'),
];

/** What belongs to something that many may see, and is not for all of them. */
const person = (field: string, allow: readonly Actor[], mentions?: string) =>
  nested(`person(id: "{{cleo}}") { shown: ${field} }`, allow, mentions);
const inside: Row[] = [
  person('displayName', SIGNED_IN),
  person('email', ['self', 'boss', ...KEEPERS]),
  person('personNumber', ['self', ...KEEPERS]),
  person('roles', ['self', ...KEEPERS]),
  person('employments { id }', ['self', 'boss', ...KEEPERS], 'past'),
  person('employment { id manager { id } }', SIGNED_IN),
  person('line { id }', SIGNED_IN, 'boss'),
  person('standings { state }', ['self', 'boss']),
  person('completions(first: 5) { id }', ['self', 'boss', ...DESIGNERS], 'completion'),
  nested('skill(id: "{{skill}}") { courses(first: 5) { id } }', SIGNED_IN, 'course'),
  nested('achievementVersion(id: "{{otherVersion}}") { courses(first: 5) { id } }', SIGNED_IN, 'course'),
  nested('course(id: "{{course}}") { outcomes { achievement { id } } }', SIGNED_IN, 'achievement'),
  nested('course(id: "{{course}}") { comments }', DESIGNERS, 'courseComment'),
  nested('course(id: "{{course}}") { myFeedback { comment } }', ['self'], 'courseComment'),
  nested('course(id: "{{course}}") { myCompletion { id } }', ['self'], 'completion'),
  nested('people(first: 20, search: "self") { edges { node { shown: email } } }', ['self', 'boss', ...KEEPERS], 'mail'),
  nested('credential(id: "{{credential}}") { shareGrants { id } }', ['self'], 'share'),
  nested('credential(id: "{{credential}}") { shown: document }', ['self', 'boss']),
  nested('credential(id: "{{credential}}") { award { issuance { attempts } } }', NOBODY, 'attempts'),
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
    'rubricFile(uploadId: "{{nobody}}") { name cells problems { place message } rubrics { title notes { place message } rubric { criteria { id } } } }',
    NOBODY,
  ),
  nested('achievementVersion(id: "{{heldVersion}}") { stackRule { counts { id } } }', NOBODY, 'heldVersion'),
  nested(
    `achievementVersion(id: "{{heldVersion}}") { awardedSkills { category isPrincipal skillId skill { id } level { id } }
      stackRule { countedOnce maxAgeMonths partsMustBe parts { achievementIds amount depth kind minLevel unit } notBoth { one other } }
      myStackProgress { exact more toGo counted { id } completions { achievements { id } } } }`,
    SIGNED_IN,
    'awardedSkills',
  ),
  nested(
    `achievementVersion(id: "{{draftVersion}}") { angoffPanel { judges { id name } rounds { estimates { judgeId criterionId share } } }
      cutScoreSetting { method setBy { id } angoff { round standardDeviation standardError judges { name cut } }
        regression { n r2 slope intercept standardError borderlineMean } }
      marksGiven { regression { n } } }`,
    DESIGNERS,
    'angoffPanel',
  ),
  nested('framework(id: "{{framework}}") { scale { levels { id } } }', SIGNED_IN, 'levels'),
  nested(
    'achievementVersion(id: "{{heldVersion}}") { shown: badgeDesign { revision choices { inks { ground } } } }',
    DESIGNERS,
  ),
  list('brandKit { revision inks { ground } }', DESIGNERS),
  list('badgeTemplates { id name slots { inks { ground } } }', DESIGNERS, 'badgeTemplate'),
  list('fontFamilies { key name roles }', DESIGNERS),
  list('badgePreview(input: {}) { findings { message } pictures { cut scale svg } }', DESIGNERS),
  list('certificateTemplate { revision }', DESIGNERS),
  list(`certificatePreview(input: ${A_CERTIFICATE}) { problems svg }`, DESIGNERS),
  nested('achievementVersion(id: "{{heldVersion}}") { assessors { person { id } } }', APPOINTERS, 'marker'),
  nested('achievementVersion(id: "{{otherVersion}}") { holderList { edges { node { id } } } }', DESIGNERS, 'cleo'),
  nested(
    'achievementVersion(id: "{{heldVersion}}") { shown: record { running decisions firstAttempts passedFirst } }',
    DESIGNERS,
  ),
  nested(
    'achievementVersion(id: "{{draftVersion}}") { publicationChecks { points { section field message } } shown: changes { cells { field label before after } } }',
    DESIGNERS,
    'publicationChecks',
  ),
  nested(
    'achievementVersion(id: "{{heldVersion}}") { rubric { criteria { levels { id ordinal label points descriptor isCompetent } } } }',
    SIGNED_IN,
    'ordinal',
  ),
  nested('submission(id: "{{draft}}") { criteria { links { item { id } } } }', ['self'], 'evidence'),
  nested('mySubmissions { edges { node { items { item { id } } } } }', ['self'], 'evidence'),
  nested('team { people { person { id shown: email } } }', ['boss'], 'mail'),
  nested('orgUnits { id headcount }', SIGNED_IN, 'operations'),
  nested('auditEntries(targetId: "{{credential}}") { edges { node { target } } }', NOBODY, 'credential'),
];

const refusing = (done: string) => `${done}|InvalidInput|NotInThatState|ChangedMeanwhile`;
const keepersActs: Row[] = [
  act(
    'addPerson(input: { displayName: "New", email: "new@example.org", jobTitle: "Fitter", orgUnitName: "Sales", roles: [] })',
    ['admin', 'adminOut'],
    'Person',
  ),
  act(
    'addPerson(input: { displayName: "New", email: "new@example.org", jobTitle: "Fitter", orgUnitName: "Operations", roles: [] })',
    ['admin'],
    'Person',
  ),
  act('changePerson(id: "{{cleo}}", input: { displayName: "Cleo" })', ['admin'], 'Person'),
  act('changePerson(id: "{{colleague}}", input: { displayName: "Col" })', ['admin', 'adminOut'], 'Person'),
  act(
    'changeEmployment(input: { personId: "{{cleo}}", from: "2027-03-01", jobTitle: "Fitter" })',
    ['admin'],
    'Employment|Person',
  ),
  act('correctEmployment(id: "{{employment}}", input: { jobTitle: "Fitter" })', ['admin'], 'Employment|Person'),
  act(
    'addSecondaryEmployment(input: { personId: "{{cleo}}", startsOn: "2027-03-01", jobTitle: "First aider" })',
    ['admin'],
    'Employment|Person',
  ),
  act('endSecondaryEmployment(id: "{{secondary}}", lastDay: "2027-03-01")', ['admin', 'adminOut'], 'Employment|Person'),
  act('removePlannedEmployment(id: "{{planned}}")', ['admin'], 'Employment|Person'),
  act('recordLeaving(personId: "{{cleo}}", lastDay: "2027-03-01", reason: "Moves away.")', ['admin'], 'Person'),
  act('undoLeaving(personId: "{{second}}")', ['admin'], 'Person'),
  act(
    'rehire(input: { personId: "{{gone}}", startsOn: "2027-03-01", jobTitle: "Clerk", orgUnitId: "{{sales}}" })',
    ['admin'],
    'Person',
  ),
  act('setActive(personId: "{{cleo}}", active: false, reason: "Asked for.")', ['admin'], 'Person'),
  act('setActive(personId: "{{colleague}}", active: false, reason: "Asked for.")', ['admin', 'adminOut'], 'Person'),
  act('addOrgUnit(name: "New unit", parentId: "{{sales}}")', ['admin', 'adminOut'], 'OrgUnit'),
  act('addOrgUnit(name: "New unit", parentId: "{{operations}}")', ['admin'], 'OrgUnit'),
  act('renameOrgUnit(id: "{{operations}}", name: "Ops")', ['admin'], 'OrgUnit'),
  act('moveOrgUnit(id: "{{emptyUnit}}", parentId: "{{sales}}")', ['admin'], 'OrgUnit'),
  act('removeOrgUnit(id: "{{emptyUnit}}")', ['admin'], 'OrgUnit'),
  act('previewPeopleImport(input: { fileId: "{{nobody}}" })', ['admin', 'adminOut'], refusing('PeopleImport')),
  act('applyPeopleImport(id: "{{peopleImport}}")', ['admin'], refusing('PeopleImport')),
  act('cancelPeopleImport(id: "{{peopleImport}}")', ['admin'], 'PeopleImport'),
  act(
    'grantRole(input: { personId: "{{cleo}}", role: ASSESSOR, reason: "The job asks for it." })',
    ['admin'],
    'RoleGrant',
  ),
  act(
    'grantRole(input: { personId: "{{colleague}}", role: ASSESSOR, scopeUnitId: "{{sales}}", reason: "The job asks for it." })',
    ['admin', 'adminOut'],
    'RoleGrant',
  ),
  act(
    'grantRole(input: { personId: "{{colleague}}", role: ASSESSOR, reason: "The job asks for it." })',
    ['admin'],
    'RoleGrant',
  ),
  act('approveGrant(id: "{{proposal}}")', ['admin'], 'RoleGrant'),
  act('declineGrant(id: "{{proposal}}", reason: "Not now.")', ['admin'], 'RoleGrant'),
  act('endGrant(id: "{{markerGrant}}", reason: "The job changed.")', ['admin'], 'RoleGrant'),
  act(
    'addIdentityProvider(input: { name: "Other", issuer: "https://id.example.org", clientId: "a", clientSecret: "canary-secret-7408" })',
    ['admin'],
    refusing('IdentityProvider'),
  ),
  act(
    'changeIdentityProvider(id: "{{provider}}", input: { name: "Renamed" })',
    ['admin'],
    refusing('IdentityProvider'),
  ),
  act(
    'approveIdentityProvider(id: "{{waitingProvider}}", askedAt: "2026-01-02T03:04:05Z")',
    ['admin'],
    'IdentityProvider',
  ),
  act('removeIdentityProvider(id: "{{provider}}")', ['admin'], 'RemovedIdentityProvider'),
  act(
    'tryIdentityProvider(issuer: "http://127.0.0.1:9")',
    ['admin'],
    'ProviderUnreachable|InvalidInput|DiscoveredProvider',
  ),
  act('openFrameworks(open: false)', ['admin'], 'Organisation'),
  act('endSession(id: "{{session}}")', ['self', 'admin'], 'SignInSession'),
  act('signOutEverywhere(personId: "{{nobody}}")', NOBODY, 'SignedOutEverywhere'),
  act('signOutEverywhere(personId: "{{colleague}}")', ['colleague', 'admin'], 'SignedOutEverywhere'),
];

const directoryActs: Row[] = [
  act('addScimClient(name: "Other directory")', ['admin'], 'IssuedScimToken'),
  act('changeScimClient(id: "{{scimClient}}", name: "Renamed")', ['admin'], 'ScimClient'),
  act('issueScimToken(clientId: "{{scimClient}}", days: 30)', ['admin'], 'IssuedScimToken'),
  act('revokeScimToken(id: "{{scimToken}}")', ['admin'], 'ScimClient'),
  act('removeScimClient(id: "{{scimClient}}", reason: "Not used.")', ['admin'], 'ScimClient'),
  act('mapScimGroup(groupId: "{{scimGroup}}", role: ASSESSOR)', ['admin'], 'ScimGroup'),
  act('approveScimGroupRole(groupId: "{{waitingGroup}}", role: PROGRAMME_OWNER)', ['admin'], 'ScimGroup'),
  act('declineScimGroupRole(groupId: "{{waitingGroup}}")', ['admin'], 'ScimGroup'),
];

const rolesActs: Row[] = [
  act('createFramework(input: { title: "Own", levels: [{ label: "Able" }] })', ['designer'], 'SkillFramework'),
  act('addJobFamily(frameworkId: "{{draftFramework}}", name: "New")', ['designer'], 'JobFamily'),
  act('changeJobFamily(id: "{{draftFamily}}", input: { name: "Renamed" })', ['designer'], 'JobFamily'),
  act('removeJobFamily(id: "{{draftEmptyFamily}}")', ['designer'], 'SkillFramework'),
  act('addJobRole(familyId: "{{draftFamily}}", name: "New", levels: ["One"])', ['designer'], 'JobRole'),
  act(
    'changeJobRole(id: "{{draftRole}}", expectedRevision: 1, input: { name: "N" })',
    ['designer'],
    refusing('JobRole'),
  ),
  act('copyJobRole(id: "{{draftRole}}", name: "Copy")', ['designer'], 'JobRole'),
  act('removeJobRole(id: "{{draftOtherRole}}")', ['designer'], 'JobFamily'),
  act('addJobRoleLevel(roleId: "{{draftRole}}", expectedRevision: 1, name: "N")', ['designer'], refusing('JobRole')),
  act(
    'changeJobRoleLevel(id: "{{draftLevel}}", expectedRevision: 1, input: { description: "D" })',
    ['designer'],
    refusing('JobRole'),
  ),
  act(
    'orderJobRoleLevels(roleId: "{{draftRole}}", expectedRevision: 1, levelIds: ["{{draftHighLevel}}", "{{draftLevel}}"])',
    ['designer'],
    refusing('JobRole'),
  ),
  act('removeJobRoleLevel(id: "{{draftHighLevel}}", expectedRevision: 1)', ['designer'], refusing('JobRole')),
  act('saveRequirements(roleId: "{{draftRole}}", expectedRevision: 1, cells: [])', ['designer'], refusing('JobRole')),
  act(
    'copyRequirements(fromLevelId: "{{draftHighLevel}}", toLevelId: "{{draftLevel}}", expectedRevision: 1)',
    ['designer'],
    refusing('JobRole'),
  ),
  act(
    'addRoleStep(input: { fromLevelId: "{{draftOtherLevel}}", toLevelId: "{{draftLevel}}", kind: LATERAL })',
    ['designer'],
    'RoleStep',
  ),
  act('changeRoleStep(id: "{{draftStep}}", kind: BRANCH)', ['designer'], 'RoleStep'),
  act('removeRoleStep(id: "{{draftStep}}")', ['designer'], 'JobRoleLevel'),
  act(
    'chooseLevelMove(frameworkId: "{{draftFramework}}", fromLevelId: "{{level}}")',
    ['designer'],
    refusing('SkillFramework'),
  ),
];

const workActs: Row[] = [
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
  act('submit(submissionId: "{{draft}}", declarationAccepted: true)', ['self'], 'Submission'),
  act('withdrawSubmission(submissionId: "{{draft}}")', ['self'], 'Submission'),
  act('shareCredential(credentialId: "{{credential}}")', ['self'], 'ShareGrant'),
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
  act(
    'createAchievement(input: { name: "New", skillId: "{{skill}}", levelOrdinal: 2 })',
    DESIGNERS,
    'AchievementVersion',
  ),
  act(
    'saveAchievementDraft(id: "{{draftVersion}}", expectedRevision: 1, input: { description: "D" })',
    DESIGNERS,
    'AchievementVersion',
  ),
  act(
    'setCutScore(achievementVersionId: "{{draftVersion}}", expectedRevision: 1, method: BORDERLINE_REGRESSION)',
    DESIGNERS,
    'InvalidInput',
  ),
  act('publishAchievement(id: "{{draftVersion}}")', DESIGNERS, 'AchievementVersion|NotReadyToPublish'),
  act(`saveBrandKit(expectedRevision: 0, input: ${A_KIT})`, DESIGNERS, 'BrandKit'),
  act('putBrandKitInUse(expectedRevision: 0)', DESIGNERS, 'NotFound'),
  act('addBrandImage(name: "logo", content: "AAAA")', DESIGNERS, 'InvalidInput'),
  act(`saveBadgeTemplate(name: "Round", slots: { ${A_LOOK} }, expectedRevision: 0)`, DESIGNERS, 'BadgeTemplate'),
  act('archiveBadgeTemplate(id: "{{badgeTemplate}}")', DESIGNERS, 'BadgeTemplate'),
  act(
    'saveBadgeDesign(achievementVersionId: "{{draftVersion}}", expectedRevision: 0, choices: { title: "T" })',
    DESIGNERS,
    'BadgeDesign',
  ),
  act(`saveCertificateTemplate(expectedRevision: 0, input: ${A_CERTIFICATE})`, DESIGNERS, 'InvalidInput'),
  act('putCertificateTemplateInUse(expectedRevision: 0)', DESIGNERS, 'NotFound'),
  act('startNextVersion(achievementVersionId: "{{openVersion}}")', DESIGNERS, 'AchievementVersion'),
  act('duplicateAchievement(achievementVersionId: "{{openVersion}}")', DESIGNERS, 'AchievementVersion'),
  act('retireAchievement(achievementVersionId: "{{openVersion}}", reason: "Done.")', DESIGNERS, 'AchievementVersion'),
  act('offerAchievementAgain(achievementVersionId: "{{openVersion}}")', DESIGNERS, 'NotAllowed'),
  act(
    'nameFounder(achievementVersionId: "{{openVersion}}", personId: "{{unqualified}}")',
    APPOINTERS,
    'AchievementVersion',
  ),
  act(
    'removeFounder(achievementVersionId: "{{openVersion}}", personId: "{{marker}}")',
    APPOINTERS,
    'AchievementVersion',
  ),
  act(
    'previewFrameworkImport(input: { kind: UK_GDD, title: "T", publisher: "P", version: "1", licence: "CC0-1.0", attribution: "A", files: [] })',
    ['designer'],
    refusing('FrameworkImport'),
  ),
  act('applyFrameworkImport(id: "{{frameworkImport}}")', ['designer'], refusing('FrameworkImport')),
  act('cancelFrameworkImport(id: "{{frameworkImport}}")', ['designer'], refusing('FrameworkImport')),
  ...rolesActs,
  act('publishFramework(id: "{{draftFramework}}")', ['designer'], 'SkillFramework'),
  act('addCourse(input: { code: "NEW", title: "New" })', DESIGNERS, 'Course'),
  act('saveCourse(id: "{{course}}", expectedRevision: 1, input: { hours: 3 })', DESIGNERS, refusing('Course')),
  act('retireCourse(id: "{{course}}")', DESIGNERS, 'Course'),
  act('reinstateCourse(id: "{{course}}")', DESIGNERS, 'Course'),
  act('addCourseProvider(input: { name: "Another college" })', DESIGNERS, 'CourseProvider'),
  act(
    'saveCourseProvider(id: "{{courseProvider}}", expectedRevision: 1, input: { country: "GB" })',
    DESIGNERS,
    refusing('CourseProvider'),
  ),
  act(
    'recordCompletion(input: { courseId: "{{course}}", personId: "{{colleague}}", completedOn: "2026-01-05" })',
    DESIGNERS,
    'Completion',
  ),
  act('withdrawCompletion(id: "{{completion}}", reason: "Another person.")', DESIGNERS, 'Completion'),
  act(
    'giveCourseFeedback(courseId: "{{course}}", input: { content: 4, teaching: 4, usefulness: 4 })',
    ['self', 'marker', 'otherAssessor', 'conflicted'],
    'CourseFeedback',
  ),
  act('previewCourseImport(input: { kind: COURSES, fileId: "{{nobody}}" })', DESIGNERS, refusing('CourseImport')),
  act('applyCourseImport(id: "{{courseImport}}")', DESIGNERS, refusing('CourseImport')),
  act('retryIssuance(awardId: "{{waitingAward}}")', ['owner', 'admin'], 'Award'),
  // Of one's own only: naming another's changes nothing, which a spec of its own shows.
  act('markNotificationsRead(ids: ["{{note}}"])', SIGNED_IN, 'number'),
];

const WORDING = `id name edit kind ancestors { id } retirement { retiresOn reason retiredAt } replacement { id } offeredLevel(ordinal: 1)
  myConversions { id fromOrdinal toOrdinal acceptedAt } builtOn { area count touched happens stops examples { name path } }
  relations { id type targetUri targetTitle origin { id } target { id } }`;
const STEPS = 'steps { id kind subject madeAt madeBy { id } }';
const keeping: Row[] = [
  node(`frameworkSkill(frameworkId: "{{draftFramework}}", skillId: "{{keptSkill}}") { ${WORDING} }`, ['designer']),
  node(`frameworkSkill(frameworkId: "{{framework}}", skillId: "{{skill}}") { ${WORDING} }`, SIGNED_IN),
  nested(
    `framework(id: "{{draftFramework}}") { revision versions { id } basedOn { id } stewards { id } ${STEPS} impact { area count touched happens stops examples { name path } }
       tree { totalCount edges { node { id children skill { id } } } } }`,
    ['designer'],
    'writtenStep',
  ),
  nested(`framework(id: "{{framework}}") { ${STEPS} }`, NOBODY, 'writtenStep'),
  node('node(id: "{{wish}}") { __typename id }', ['colleague', 'designer']),
  node('node(id: "{{crosswalk}}") { __typename id }', SIGNED_IN),
  node('node(id: "{{plan}}") { __typename id }', DESIGNERS),
  ...['writtenStep', 'tie'].map((thing) => node(`node(id: "{{${thing}}}") { id }`, NOBODY)),
  list(
    'similarSkills(name: "canary-draft-7407 skill", frameworkId: "{{draftFramework}}") { likeness synonym skill { id } }',
    ['designer'],
    'keptSkill',
  ),
  list('similarSkills(name: "Testing") { skill { id } }', SIGNED_IN, 'skill'),
  nested(
    `frameworkDifferences(fromId: "{{framework}}", toId: "{{framework}}") { ... on FrameworkDifferences { totalCount pageInfo { hasNextPage } counts { subject change count } edges { cursor
       node { id subject change name skillId fields { field before after } } } } }`,
    SIGNED_IN,
    'totalCount',
  ),
  list(
    `skillProposals { edges { node { id name why evidence proposedAt state decidedAt reason viewerCan framework { id } proposedBy { id } decidedBy { id } skill { id } } } }`,
    ['colleague', 'designer'],
    'wish',
  ),
  list(
    `scaleCrosswalks { id pairs { from to } reason state revision writtenAt agreedAt viewerCan fromScale { id } toScale { id } writtenBy { id } agreedBy { id } }`,
    SIGNED_IN,
    'crosswalk',
  ),
  list('scalesInUse { scale { id } frameworks }', SIGNED_IN, 'scale'),
  list(
    'levelMeanings(fromSkillId: "{{skill}}", toSkillId: "{{skill}}") { from { id } to { id } crosswalk { id } pairs { from to } }',
    SIGNED_IN,
    'scale',
  ),
  list('strategyNotes { id title body horizon revision changedAt writtenBy { id } skills { id } }', DESIGNERS, 'plan'),
  list(
    'skillNeeds { edges { node { skillId name framework levels people met gap holders proof notes } } }',
    DESIGNERS,
    'skill',
  ),
  act('startFrameworkVersion(frameworkId: "{{framework}}")', ['designer'], 'SkillFramework'),
  act(
    'saveFrameworkDraft(id: "{{draftFramework}}", expectedRevision: 1, input: { description: "D" })',
    ['designer'],
    'SkillFramework',
  ),
  act('undoFrameworkStep(id: "{{writtenStep}}")', ['designer'], 'SkillFramework'),
  act(
    'saveSkillDraft(frameworkId: "{{draftFramework}}", skillId: "{{keptSkill}}", expectedEdit: 1, input: { notes: "N" })',
    ['designer'],
    'Skill',
  ),
  act('addSkillToDraft(frameworkId: "{{draftFramework}}", input: { name: "New" })', ['designer'], 'Skill'),
  act(
    'removeSkillFromDraft(frameworkId: "{{draftFramework}}", skillId: "{{keptSkill}}")',
    ['designer'],
    'SkillFramework',
  ),
  act(
    'moveSkillInDraft(frameworkId: "{{draftFramework}}", input: { skillId: "{{keptSkill}}", toParentId: "{{otherKeptSkill}}" })',
    ['designer'],
    'Skill',
  ),
  act(
    'addSkillRelation(frameworkId: "{{draftFramework}}", input: { type: isRelatedTo, originSkillId: "{{keptSkill}}", targetSkillId: "{{otherKeptSkill}}" })',
    ['designer'],
    'Skill',
  ),
  act('removeSkillRelation(id: "{{tie}}")', ['designer'], 'Skill'),
  act(
    'mergeSkills(frameworkId: "{{draftFramework}}", input: { duplicateId: "{{keptSkill}}", survivorId: "{{otherKeptSkill}}" })',
    ['designer'],
    'Skill',
  ),
  act(
    'retireSkill(skillId: "{{skill}}", retiresOn: "2090-01-01", reason: "Old.")',
    ['designer'],
    'Skill|StillBuiltUpon',
  ),
  act('bringBackSkill(skillId: "{{skill}}")', ['designer'], 'Skill'),
  act('acceptConversion(fromSkillId: "{{skill}}", fromOrdinal: 1)', SIGNED_IN, 'Skill|InvalidInput'),
  act('nameSteward(frameworkId: "{{framework}}", personId: "{{designer}}")', ['designer'], 'SkillFramework'),
  act('removeSteward(frameworkId: "{{framework}}", personId: "{{designer}}")', ['designer'], 'SkillFramework'),
  act(
    'proposeSkill(input: { frameworkId: "{{framework}}", name: "N", why: "W", evidence: "" })',
    SIGNED_IN,
    'SkillProposal',
  ),
  act(
    'proposeSkill(input: { frameworkId: "{{draftFramework}}", name: "N", why: "W", evidence: "" })',
    ['designer'],
    'SkillProposal',
  ),
  act('acceptSkillProposal(id: "{{wish}}")', ['designer'], 'SkillProposal'),
  act('refuseSkillProposal(id: "{{wish}}", reason: "No.")', ['designer'], 'SkillProposal'),
  act('pointSkillProposal(id: "{{wish}}", skillId: "{{skill}}")', ['designer'], 'SkillProposal'),
  act(
    'saveScaleCrosswalk(input: { fromScaleId: "{{otherScale}}", toScaleId: "{{scale}}", pairs: [{ from: 1, to: [1] }], reason: "R" })',
    ['designer'],
    'ScaleCrosswalk',
  ),
  act('agreeScaleCrosswalk(id: "{{crosswalk}}", expectedRevision: 1)', ['designer'], 'ScaleCrosswalk'),
  act('saveStrategyNote(input: { title: "T", body: "", horizon: NOW, skillIds: [] })', DESIGNERS, 'StrategyNote'),
  act('removeStrategyNote(id: "{{plan}}")', DESIGNERS, 'StrategyNote'),
];

export const ROWS: readonly Row[] = [
  ...things,
  ...otherNodes,
  ...questions,
  ...inside,
  ...keepersActs,
  ...directoryActs,
  ...workActs,
  ...keeping,
];
