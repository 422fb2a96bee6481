import type { MarkingSlot, SlotState } from './marking-slot.entity.js';

/** For how long a place is whose. */
export interface Lease {
  holderId: string;
  mine: boolean;
  until: Date;
}

/** A lease that counts: one's own always, another's while it lasts. */
export function leaseOf(me: string | null, now: Date, slot: MarkingSlot): Lease | null {
  if (slot.state !== 'LEASED' || slot.assessorId === null || slot.leaseUntil === null) return null;
  const mine = slot.assessorId === me;
  return mine || slot.leaseUntil > now ? { holderId: slot.assessorId, mine, until: slot.leaseUntil } : null;
}

/** Where it stands, as far as it is this reader's to know: a lapsed lease of another reads as open. */
export function stateShown(me: string | null, now: Date, slot: MarkingSlot): SlotState {
  return slot.state === 'LEASED' && !leaseOf(me, now, slot) ? 'OPEN' : slot.state;
}

/** Past due and not handed in. Nothing comes late while its clock stands. */
export function isOverdue(now: Date, { state, dueAt, heldAt }: MarkingSlot): boolean {
  return state !== 'HANDED_IN' && heldAt === null && dueAt < now;
}

/** Waits to be taken by a first or second marker: its submission is queued or in marking, which reads the same from here. */
export function isFree({ state, heldAt, purpose }: MarkingSlot): boolean {
  return state === 'OPEN' && heldAt === null && (purpose === 'FIRST' || purpose === 'SECOND');
}
