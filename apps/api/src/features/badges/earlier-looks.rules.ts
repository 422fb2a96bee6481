import type { BadgeSlots } from '@assay/credential';

/** How a template was, until somebody began to change it. */
export interface EarlierLook {
  revision: number;
  name: string;
  slots: BadgeSlots;
  changedAt: string;
}

interface Template {
  revision: number;
  name: string;
  slots: BadgeSlots;
  changedAt: Date;
  changedBy: string | null;
  earlier: readonly EarlierLook[];
}

/** Saves come every few seconds while somebody tries things. Those of one sitting are one change. */
const ONE_SITTING_MS = 30 * 60 * 1_000;
const MOST_KEPT = 20;

/** What is kept of a template when it is saved: how it was, where this save begins a new sitting. */
export function earlierLooks(
  template: Template,
  given: { name: string; slots: BadgeSlots },
  { at, by }: { at: Date; by: string | null },
): EarlierLook[] {
  const { revision, name, slots, changedAt, changedBy, earlier } = template;
  const goesOn = changedBy === by && at.getTime() - changedAt.getTime() < ONE_SITTING_MS;
  const first = earlier.length === 0 && revision === 1;
  if ((goesOn && !first) || sameLook({ name, slots }, given)) return [...earlier];
  return [{ revision, name, slots, changedAt: changedAt.toISOString() }, ...earlier].slice(0, MOST_KEPT);
}

function sameLook(one: { name: string; slots: BadgeSlots }, other: { name: string; slots: BadgeSlots }): boolean {
  return one.name === other.name && ordered(one.slots) === ordered(other.slots);
}

/** The same text for the same slots, in whatever order the database gives them back. */
function ordered(slots: BadgeSlots): string {
  return JSON.stringify(slots, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
