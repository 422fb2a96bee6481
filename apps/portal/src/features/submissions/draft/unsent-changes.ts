import { UNSENT } from '../../../lib/unsent.js';
import type { DraftChange } from './draft-changes.rules.js';

type Kept = [key: string, change: DraftChange][];

/** What the API has not answered for yet outlives this tab and this browser, in its order. Whoever signs out takes it along. */
export const unsentChanges = (submissionId: string) => {
  const name = `${UNSENT}draft-${submissionId}`;
  const read = (): Kept => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
      return Array.isArray(kept) ? (kept as Kept) : [];
    } catch {
      return [];
    }
  };
  const write = (kept: Kept) => {
    try {
      if (kept.length > 0) localStorage.setItem(name, JSON.stringify(kept));
      else localStorage.removeItem(name);
    } catch {
      // A browser that keeps nothing still has it on the screen.
    }
  };
  const others = (key: string) => read().filter(([each]) => each !== key);
  return {
    all: read,
    keep: (key: string, change: DraftChange) => write([...others(key), [key, change]]),
    /** Only this change: a newer one of the same place still waits. */
    forget: (key: string, change: DraftChange | null) => {
      const found = read().find(([each]) => each === key);
      if (found && (change === null || JSON.stringify(found[1]) === JSON.stringify(change))) write(others(key));
    },
  };
};
