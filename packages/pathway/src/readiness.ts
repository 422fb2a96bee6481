import { blockedBy, gapsOf, type Holds, type Need, neededOrdinal } from './need.js';

/** Readiness R = Σ w·min(have, need) / Σ w·need, with w the importance; 1 where nothing is asked. */
export function readinessOf(needs: readonly Need[], holds: Holds): number {
  return share(needs, (need) => [
    need.importance * Math.min(holds(need.skillId), neededOrdinal(need)),
    need.importance * neededOrdinal(need),
  ]);
}

/** Every skill alike, however many levels it asks: Σ w·min(have, need)/need / Σ w. */
export function readinessPerSkill(needs: readonly Need[], holds: Holds): number {
  return share(needs, (need) => [
    (need.importance * Math.min(holds(need.skillId), neededOrdinal(need))) / neededOrdinal(need),
    need.importance,
  ]);
}

/** What is wholly met: Σ w·[have ≥ need] / Σ w. */
export function metRatio(needs: readonly Need[], holds: Holds): number {
  return share(needs, (need) => [holds(need.skillId) >= neededOrdinal(need) ? need.importance : 0, need.importance]);
}

function share(needs: readonly Need[], partOf: (need: Need) => [reached: number, asked: number]): number {
  let [reached, asked] = [0, 0];
  for (const need of needs) {
    const [part, whole] = partOf(need);
    reached += part;
    asked += whole;
  }
  return asked === 0 ? 1 : reached / asked;
}

/** From where on a job role level is called how. HR can change them. */
export interface Thresholds {
  ready: number;
  nextStep: number;
  stretch: number;
}

/** Of somebody who exactly meets a rung of the UK framework, readiness for the next is .74 on average, with .17 to either side. */
export const THRESHOLDS: Thresholds = { ready: 0.93, nextStep: 0.57, stretch: 0.35 };

/** NOTHING_ASKED: the role level states no requirements, so nothing can be said. BLOCKED: enough, were it not for a must-have. */
export type ReadinessBand = 'READY' | 'BLOCKED' | 'NEXT_STEP' | 'STRETCH' | 'EXPLORE' | 'NOTHING_ASKED';

/** How near one layer is to a job role level, in a word. */
export function bandOf(needs: readonly Need[], holds: Holds, thresholds = THRESHOLDS): ReadinessBand {
  if (needs.length === 0) return 'NOTHING_ASKED';
  const reached = readinessOf(needs, holds);
  if (reached >= thresholds.ready) return blockedBy(needs, holds).length > 0 ? 'BLOCKED' : 'READY';
  if (reached >= thresholds.nextStep) return 'NEXT_STEP';
  return reached >= thresholds.stretch ? 'STRETCH' : 'EXPLORE';
}

/** Σ w·gap: how much is still to be shown. */
export function weightedGap(needs: readonly Need[], holds: Holds): number {
  return gapsOf(needs, holds).reduce((sum, { need, gap }) => sum + need.importance * gap, 0);
}
