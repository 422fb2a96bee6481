import { isBehind, type PlaceState } from './place.rules.js';

export const MEMBER_FILTERS = ['ALL', 'BEHIND', 'READY', 'DONE'] as const;
export type MemberFilter = (typeof MEMBER_FILTERS)[number];

const KEEPS: Record<MemberFilter, (states: readonly PlaceState[]) => boolean> = {
  ALL: () => true,
  BEHIND: isBehind,
  READY: (states) => states.includes('READY'),
  DONE: (states) => states.every((state) => state === 'EARNED'),
};

/** Whether somebody who is this far is shown. */
export const isShown = (filter: MemberFilter, states: readonly PlaceState[]): boolean => KEEPS[filter](states);
