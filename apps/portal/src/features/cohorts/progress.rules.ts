import type { PlaceState } from './cohorts.documents.js';

/** What a bar shows: what is done, what others do, what they do, what nobody has begun. */
export const GROUPS = ['earned', 'assessed', 'begun', 'open'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Record<PlaceState, Group> = {
  EARNED: 'earned',
  ISSUING: 'earned',
  SUBMITTED: 'assessed',
  IN_MARKING: 'assessed',
  READY: 'assessed',
  DRAFT: 'begun',
  RETURNED: 'begun',
  NOT_YET: 'begun',
  NOT_STARTED: 'open',
  ENDED: 'open',
};

/** How many are in each group, in the order of the groups. */
export function grouped(counts: readonly { state: PlaceState; count: number }[]): Record<Group, number> {
  const sums: Record<Group, number> = { earned: 0, assessed: 0, begun: 0, open: 0 };
  for (const { state, count } of counts) sums[GROUP_OF[state]] += count;
  return sums;
}
