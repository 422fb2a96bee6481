import { useState } from 'react';
import { UNSENT } from './unsent.js';

type Words = Record<string, string>;

/** Words that outlive a reload of this tab until they are sent. They go when somebody signs out. */
export function useKeptWords<Given extends Words>(name: string, empty: Given) {
  const key = `${UNSENT}${name}`;
  const [given, setGiven] = useState<Given>(() => ({ ...empty, ...read(key) }));
  const set = (next: Given) => {
    setGiven(next);
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing still has it on the screen.
    }
  };
  const forget = () => sessionStorage.removeItem(key);
  return [given, set, forget] as const;
}

function read(key: string): Words {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}
