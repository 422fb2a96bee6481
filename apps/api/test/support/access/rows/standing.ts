import { NOBODY, SIGNED_IN, act, list, nested, node, person, refusing, type Row } from '../row.js';

const LEVELS = `skill { id } verified { state } lapsed { state } claimed { id words claimedAt level { id } }
  observed { id capacity usedOnJob seenOn words observedAt withdrawnAt level { id } observer { id } } observations { id }`;
const STEPS = `kind remains hours hoursSaid achievement { id } submission { id } course { id } mentor { id } level { id } evidence { id }`;
const READINESS = `verified observed claimed band jobRoleLevel { id } blockedBy { id } rows { gap layers { skill { id } } nextSteps { ${STEPS} } }`;
const PLAN = `outcome exact hours hoursAYear currency price priceAYear unpriced unblockedAfter outOfReach unreached { skillId needed reaches }
  runnerUp { achievementIds without hours hoursMore } otherOrder { startsWith achievementIds blockedLonger }
  steps { achievementId hours hoursSaid hoursSoFar after unblocks neededFor closes { skillId from to } achievement { id } mySubmission { id } }
  offers { achievementId hours price priceOf { courseId title } requires earned gives { skillId from to } achievement { id } }`;
const REVIEW = `id state proposedAt byDay agreedAt viewerCan steps { achievementId name level hours } agreedBy { id }
  comments { id words saidAt author { id } } changes { kind name level from to }`;
const LEG = 'fromId toId hours to { id } adds { skillId from to skill { id } }';
const GOAL = '{ jobRoleLevelId: "{{level}}", shared: false }';

/** What is said and seen of skills, and what people aim at. */
export const STANDING: Row[] = [
  person(`skillLayers { ${LEVELS} }`, ['self', 'boss'], 'skillClaim'),
  person(`readiness(jobRoleLevelId: "{{level}}") { ${READINESS} }`, ['self', 'boss']),
  person('viewerObservesAs', ['boss']),
  person(
    `goal { id byDay shared createdAt endedAt viewerCan chosenBy { id } jobRoleLevel { id } readiness { band plan { ${PLAN} } } }`,
    ['self', 'boss'],
    'goal',
  ),
  list(
    `skillMap(scope: ORGANISATION, skillIds: ["{{skill}}"]) { asOf firstRecord size people { id name jobTitle } further { id }
       columns { asked covered highest need mustHave verified lapsed observed claimed goal ends { row at } skill { id } } }`,
    ['boss', 'bossOfBoss'],
    'cleo',
  ),
  list('skillMap(scope: REPORTS) { people { id } }', ['boss'], 'cleo'),
  list(
    `skillMapSources(personId: "{{cleo}}", skillId: "{{skill}}") { layer ordinal since until achievementName assessors credentialId recognisedFrom capacity observer { id } }`,
    ['boss', 'bossOfBoss'],
    'boss',
  ),
  // The candidate leads somebody of that unit, too.
  list(
    'skillMapScopes { reports organisation units { id name people } }',
    ['self', 'boss', 'bossOfBoss'],
    'operations',
  ),
  person(`goal { review { ${REVIEW} } }`, ['self', 'boss'], 'planReview'),
  node('myGoal', ['self']),
  node(`myReadiness(jobRoleLevelId: "{{level}}") { plan { ${PLAN} } }`, SIGNED_IN),
  node(
    'jobRoleLevel(id: "{{level}}") { myNearness { verified observed claimed band } reallyHeld { people holders skill { id } middleLevel { id } } }',
    SIGNED_IN,
  ),
  // No rung of this world asks for anything, so there is nothing to suggest, and nothing of others to be seen in it.
  node(
    'myRoleSuggestions(first: 3) { levelId asks reason shared more leaves sharedSkills { id } leftSkills { id } jobRoleLevel { id } readiness { verified plan { hours } } }',
    NOBODY,
  ),
  node(
    `myRoute(jobRoleLevelId: "{{level}}") { outcome hours directly legs { ${LEG} } runnerUp { hours hoursMore legs { ${LEG} } } }`,
    ['self'],
  ),
  person(
    'goal { newerVersion { keptUntil verified changes { kind name from to } jobRoleLevel { id } framework { id } } }',
    ['self', 'boss'],
  ),
  act('moveGoal(id: "{{goal}}")', ['self'], 'Goal'),
  act('keepGoalsUntil(frameworkId: "{{roleFramework}}", until: "2999-01-01")', ['designer'], 'SkillFramework'),
  nested('framework(id: "{{roleFramework}}") { id goalsKeptUntil }', SIGNED_IN, 'roleFramework'),
  act('claimSkill(input: { skillId: "{{skill}}", level: 1, words: "" })', SIGNED_IN, 'SkillClaim'),
  act('withdrawSkillClaim(skillId: "{{skill}}")', ['self'], 'SkillClaim'),
  act(
    'observeSkill(input: { personId: "{{cleo}}", skillId: "{{skill}}", level: 1, seenOn: "2026-01-01", usedOnJob: false, words: "W" })',
    ['boss'],
    'SkillObservation',
  ),
  act('withdrawSkillObservation(id: "{{observation}}")', ['boss'], 'SkillObservation'),
  node('skill(id: "{{skill}}") { myMentorOffer { id offeredAt endedAt skill { id } } }', SIGNED_IN),
  nested('skill(id: "{{skill}}") { shown: myMentorOffer { id } }', ['self'], 'mentorOffer'),
  nested(`achievementVersion(id: "{{otherVersion}}") { shown: myWays { ${STEPS} } }`, SIGNED_IN),
  act('offerToMentor(skillId: "{{skill}}")', SIGNED_IN, 'MentorOffer|NotAllowed'),
  act('stopOfferingToMentor(skillId: "{{skill}}")', ['self'], 'MentorOffer'),
  act(`chooseGoal(input: ${GOAL})`, SIGNED_IN, 'Goal'),
  act(`assignGoal(personId: "{{cleo}}", input: ${GOAL})`, ['boss'], refusing('Goal')),
  act('proposePlan', ['self'], refusing('PlanReview|NotAllowed')),
  act('commentOnPlan(id: "{{planReview}}", words: "W")', ['self', 'boss'], 'PlanReview'),
  act('agreePlan(id: "{{planReview}}")', ['boss'], 'PlanReview'),
  act('endGoal(id: "{{goal}}")', ['self', 'boss'], 'Goal'),
];
