export { cycleIn, type Link, type Rung, type SuggestedStep, suggestSteps } from './lattice.js';
export { type Demand, EVENLY, isNetStepUp, overlap, type Profile, profileOf, rarity, rarityOf } from './ruzicka.js';
export { blockedBy, gapOf, gapsOf, type Holds, type Need, neededOrdinal } from './need.js';
export {
  bandOf,
  metRatio,
  type ReadinessBand,
  readinessOf,
  readinessPerSkill,
  type Thresholds,
  THRESHOLDS,
  weightedGap,
} from './readiness.js';
export {
  ASKED_CHANGES,
  type AskedChange,
  askedChanges,
  type AskedSkill,
  followsAt,
} from './asked-changes.js';
export { reasonFor, type RoleSuggestion, type SuggestionReason, suggestRoles } from './suggest-roles.js';
export { type Offer, type OutOfReach } from './offers.js';
export { cheapestSet, type Cover, type CoverOutcome, type CredentialSet, greedySet } from './cheapest-set.js';
export { bestUse, type BestUse } from './best-use.js';
export { type OrderedPlan, planOrder, type PlanOrder, type PlanStep } from './plan-order.js';
export { type Kept, monthsAtPace, runningCost } from './pace.js';
export { cheapestRoute, type Route, type RouteAnswer, type RouteLeg } from './route.js';
export { confidenceAtLeast, expectedLevel, levelAtConfidence, type SourceType, type Statement } from './confidence.js';
export { breakingGroup, breakingGroupGreedy, lostWithout, type Required, type Team, teamCover } from './team-cover.js';
export { type Completions, isComplete, smallestCompletions } from './completions.js';
export {
  achievementsIn,
  counting,
  type CreditUnit,
  creditsOf,
  type FactsOf,
  type Holding,
  partsOf,
  type StackFacts,
  type StackPart,
  type StackRule,
} from './stack.js';
export { type StackProblem, stackCycle, stackProblems, type StackSurroundings, wrongShapes } from './stack-problems.js';
export { isGroup, partOf, rowAt, rowsOf, type StackRow } from './stack-rows.js';
export {
  changesOf,
  type Cover as MapCover,
  type CoverChange,
  coverOf,
  type MapColumn,
  type MapRisks,
  mapRisks,
  readLevels,
  talliesOf,
  type Tally,
  type WhatIf,
  writeLevels,
} from './skill-map.js';
export { standardScore } from './standard-score.js';
