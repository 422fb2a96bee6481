export { cycleIn, type Link, type Rung, type SuggestedStep, suggestSteps } from './lattice.js';
export { type Demand, EVENLY, isNetStepUp, overlap, type Profile, profileOf, rarity } from './ruzicka.js';
