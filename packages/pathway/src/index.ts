export { cycleIn, type Link, type Rung, type SuggestedStep, suggestSteps } from './lattice.js';
export { type Demand, EVENLY, isNetStepUp, overlap, type Profile, profileOf, rarity, rarityOf } from './ruzicka.js';
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
