import { UNSENT } from '../../../lib/unsent.js';
import type { Reconciliation } from './reconciliation.types.js';

export interface Agreeing {
  criteria: { criterionId: string; level: number | null; reason: string }[];
  rules: NonNullable<Reconciliation['rules']> | null;
}
interface Unsent {
  input: Agreeing;
  /** The revision it was written on. */
  revision: number;
}
const nameOf = (submissionId: string) => `${UNSENT}agreement-${submissionId}`;

/** Keeps what is not saved yet in this browser: a closed window or a server that restarts loses none of it. */
export function keepAgreeing(submissionId: string, unsent: Unsent): void {
  try {
    localStorage.setItem(nameOf(submissionId), JSON.stringify(unsent));
  } catch {
    // A browser that keeps nothing still has it on the screen.
  }
}

export function forgetAgreeing(submissionId: string): void {
  localStorage.removeItem(nameOf(submissionId));
}

export function keptAgreeing(submissionId: string): Unsent | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(nameOf(submissionId)) ?? 'null');
    return typeof found === 'object' && found !== null && 'input' in found && 'revision' in found
      ? (found as Unsent)
      : null;
  } catch {
    return null;
  }
}
