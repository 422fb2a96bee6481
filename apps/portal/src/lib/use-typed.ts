import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

/** A search as it is typed; the address follows once one stops, and a new address is what was typed. */
export function useTyped(inAddress: string, settle: (words: string | null) => void) {
  const [typed, type] = useState(inAddress);
  const [settled] = useDebouncedValue(typed, 200);
  const own = useRef(inAddress);
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => {
    if (settled === own.current) return;
    own.current = settled;
    latest.current(settled.trim() || null);
  }, [settled]);
  useEffect(() => {
    // The way back, or a link to this page with other words.
    if (inAddress === own.current.trim()) return;
    own.current = inAddress;
    type(inAddress);
  }, [inAddress]);
  return { typed, type };
}
