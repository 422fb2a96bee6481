import { useState } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Where one is on a screen, kept in the address. The screen moves at once and the address follows: two quick keys, such as
 * "next criterion" and a level, must never act on the place before.
 */
export function usePlace(): [Readonly<Record<string, string>>, (next: Record<string, string>) => void] {
  const [params, setParams] = useSearchParams();
  const [place, setPlace] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(params));
  const go = (next: Record<string, string>) => {
    const there = { ...place, ...next };
    setPlace(there);
    setParams(there, { replace: true });
  };
  return [place, go];
}
