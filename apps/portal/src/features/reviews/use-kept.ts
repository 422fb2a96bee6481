import { useEffect, useState } from 'react';
import { UNSENT } from '../../lib/unsent.js';
import type { LevelChange } from './level-changes.js';

interface Kept {
  text: string;
  changes: LevelChange[];
}
const NOTHING: Kept = { text: '', changes: [] };

/** Words and levels that are not sent yet, kept in this browser: a closed tab or a server that restarts loses none of them. */
export function useKept(name: string) {
  const key = `${UNSENT}${name}`;
  const [kept, setKept] = useState<Kept>(() => read(key));
  useEffect(() => {
    if (kept === NOTHING) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  }, [key, kept]);
  return {
    ...kept,
    setText: (text: string) => setKept((now) => ({ ...now, text })),
    setChanges: (changes: LevelChange[]) => setKept((now) => ({ ...now, changes })),
    clear: () => setKept(NOTHING),
  };
}

function read(key: string): Kept {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return found && typeof found === 'object' && 'text' in found && 'changes' in found ? (found as Kept) : NOTHING;
  } catch {
    return NOTHING;
  }
}
