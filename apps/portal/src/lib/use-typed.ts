import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useNavigation } from 'react-router';

/** A search as it is typed; the address follows once one stops, and a new address is what was typed. */
export function useTyped(inAddress: string, settle: (words: string | null) => void) {
  const [typed, type] = useState(inAddress);
  const [settled] = useDebouncedValue(typed, 200);
  // Who is on the way to another page is not called back by what was typed on this one.
  const isLeaving = useNavigation().state !== 'idle';
  const own = useRef(inAddress);
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => {
    if (isLeaving || settled === own.current) return;
    own.current = settled;
    latest.current(settled.trim() || null);
  }, [settled, isLeaving]);
  useEffect(() => {
    // The way back, or a link to this page with other words.
    if (inAddress === own.current.trim()) return;
    own.current = inAddress;
    type(inAddress);
  }, [inAddress]);
  return { typed, type };
}
