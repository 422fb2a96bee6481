import type { SubmissionState } from '../submissions/submission.lifecycle.js';

/** How far somebody is with one achievement of a programme: a state, and nothing of what was handed in. */
export const PLACE_STATES = [
  'NOT_STARTED',
  'DRAFT',
  'RETURNED',
  'NOT_YET',
  'SUBMITTED',
  'IN_MARKING',
  'READY',
  'ISSUING',
  'EARNED',
  'ENDED',
] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

/** What the database says of it. */
export interface Found {
  /** Of the last attempt; null where there is none. */
  readonly attempt: SubmissionState | null;
  /** A credential of it counts today. */
  readonly holds: boolean;
  /** There was one. */
  readonly held: boolean;
  /** An award waits to be signed. */
  readonly waits: boolean;
}

const OF_ATTEMPT: Record<SubmissionState, PlaceState> = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  QUEUED: 'SUBMITTED',
  IN_MARKING: 'IN_MARKING',
  RECONCILING: 'IN_MARKING',
  IN_MODERATION: 'IN_MARKING',
  READY_FOR_RELEASE: 'READY',
  RELEASED: 'NOT_YET',
  CLOSED: 'NOT_YET',
  RETURNED: 'RETURNED',
  // Why it waits is between the candidate and whoever leads the assessment.
  ON_HOLD: 'IN_MARKING',
  WITHDRAWN: 'NOT_STARTED',
  VOID: 'NOT_YET',
};

const OPEN = new Set<PlaceState>(['DRAFT', 'RETURNED', 'SUBMITTED', 'IN_MARKING', 'READY']);

/** What counts first: what is held, then what is under way, then what once was. */
export function placeOf({ attempt, holds, held, waits }: Found): PlaceState {
  if (holds) return 'EARNED';
  if (waits) return 'ISSUING';
  const tried = attempt === null ? 'NOT_STARTED' : OF_ATTEMPT[attempt];
  return held && !OPEN.has(tried) ? 'ENDED' : tried;
}

const THEIR_TURN = new Set<PlaceState>(['NOT_STARTED', 'DRAFT', 'RETURNED', 'NOT_YET', 'ENDED']);

/** Whether something waits on the person, and not on those who assess: only then is a reminder of use. */
export const isBehind = (states: readonly PlaceState[]): boolean => states.some((state) => THEIR_TURN.has(state));

/** How many places are in each state, in the order of the states; those that are nobody's are left out. */
export function countPlaces(states: readonly PlaceState[]): { state: PlaceState; count: number }[] {
  return PLACE_STATES.map((state) => ({ state, count: states.filter((each) => each === state).length })).filter(
    ({ count }) => count > 0,
  );
}
