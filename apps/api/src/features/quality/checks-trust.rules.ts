import type { AssessorState } from '../assessments/assessor-qualification.entity.js';

/** So many of the last checks are looked at, and so many of them may be off before an assessor is watched. */
export const LAST_CHECKS = 5;
const MOST_OFF = 1;

/** What the last checks, newest first, ask for: to be watched, that a lead looks, or nothing. To suspend is for people. */
export function checksAskFor(state: AssessorState, within: readonly boolean[]): 'WATCH' | 'LEAD' | null {
  const last = within.slice(0, LAST_CHECKS);
  if (last[0] !== false || last.filter((each) => !each).length <= MOST_OFF) return null;
  if (state === 'APPROVED') return 'WATCH';
  return state === 'WATCH' ? 'LEAD' : null;
}
