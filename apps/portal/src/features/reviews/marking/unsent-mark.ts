import { UNSENT } from '../../../lib/unsent.js';
import type { MarkDraft } from './mark-draft.rules.js';

interface Unsent {
  draft: MarkDraft;
  /** The revision it was written on. */
  revision: number;
}

const PREFIX = `${UNSENT}mark-`;

/** Keeps what is not saved yet in this browser: a closed window, a reload or a broken line loses no judgement. */
export function keep(slotId: string, unsent: Unsent): void {
  try {
    localStorage.setItem(PREFIX + slotId, JSON.stringify(unsent));
  } catch {
    // A browser that keeps nothing still has it on the screen.
  }
}

export function forget(slotId: string): void {
  localStorage.removeItem(PREFIX + slotId);
}

export function kept(slotId: string): Unsent | null {
  try {
    return readUnsent(JSON.parse(localStorage.getItem(PREFIX + slotId) ?? 'null'));
  } catch {
    return null;
  }
}

function readUnsent(value: unknown): Unsent | null {
  if (typeof value !== 'object' || value === null || !('draft' in value) || !('revision' in value)) return null;
  return Number.isInteger(value.revision) ? (value as Unsent) : null;
}
