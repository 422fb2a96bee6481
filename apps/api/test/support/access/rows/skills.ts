import { DESIGNERS, NOBODY, SIGNED_IN, act, byId, list, nested, node, refusing, type Row } from '../row.js';

const JOB_ROLE = `{ id name description responsibilities alternativeTitles uri revision framework { id } family { id name }
  levels { id } }`;
const JOB_ROLE_LEVEL = `{ id name order description responsibilities asks people role { id }
  stepsOut { id kind origin note from { id } to { id } } stepsIn { id } suggestedSteps { overlap shared more to { id } }
  requirements { id importance mustHave skill { id } level { id } adoptedFrom { id } provenBy { id } jobRoleLevel { id } } }`;
const WORDING = `id name edit kind ancestors { id } retirement { retiresOn reason retiredAt } replacement { id } offeredLevel(ordinal: 1)
  myConversions { id fromOrdinal toOrdinal acceptedAt } builtOn { area count touched happens stops examples { name path } }
  relations { id type targetUri targetTitle origin { id } target { id } }`;
const STEPS = 'steps { id kind subject madeAt madeBy { id } }';

export const SKILLS: Row[] = [
  ...byId('framework', 'framework', SIGNED_IN),
  ...byId('framework', 'draftFramework', ['designer']),
  ...byId('frameworkImport', 'frameworkImport', ['designer']),
  ...byId('skill', 'skill', SIGNED_IN),
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
  list('frameworks', SIGNED_IN, 'framework'),
  list('frameworks', ['designer'], 'draftFramework'),
  list('frameworksOpen', SIGNED_IN),
  list('jobRoleLevels { id role { family { id } } requirements { skill { id } } }', SIGNED_IN, 'level'),
  list('searchSuggestions(words: "testing")', SIGNED_IN, 'skill'),
  list('searchHits(words: "testing", first: 5)', SIGNED_IN, 'skill'),
  list('searchFacets(words: "testing")', SIGNED_IN, 'framework'),
  list('frameworkImports', ['designer'], 'frameworkImport'),
  list('frameworkFormats', ['designer']),
  list('skills', SIGNED_IN, 'skill'),
  nested('framework(id: "{{framework}}") { scale { levels { id } } }', SIGNED_IN, 'levels'),
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
  act(
    'previewFrameworkImport(input: { kind: UK_GDD, title: "T", publisher: "P", version: "1", licence: "CC0-1.0", attribution: "A", files: [] })',
    ['designer'],
    refusing('FrameworkImport'),
  ),
  act('applyFrameworkImport(id: "{{frameworkImport}}")', ['designer'], refusing('FrameworkImport')),
  act('cancelFrameworkImport(id: "{{frameworkImport}}")', ['designer'], refusing('FrameworkImport')),
  act('publishFramework(id: "{{draftFramework}}")', ['designer'], 'SkillFramework'),
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
    'skillNeeds { edges { node { skillId name framework levels people band met gap holders holdersBand proof notes } } }',
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
