import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

/** One word of the address after the `?`, so that a view can be shared; empty means it is not there. */
export function useAddress(name: string): readonly [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [name, setParams],
  );
  return [params.get(name) ?? '', set];
}

/** A search as it is typed, and as it stands in the address a moment later. */
export function useSearchWords() {
  const [search, setSearch] = useAddress('search');
  const [typed, setTyped] = useState(search);
  const [settled] = useDebouncedValue(typed, 200);
  const own = useRef(search);
  useEffect(() => {
    if (settled.trim() === own.current) return;
    own.current = settled.trim();
    setSearch(own.current);
  }, [settled, setSearch]);
  // The address may change from outside, e.g. by the back button.
  useEffect(() => {
    if (search === own.current) return;
    own.current = search;
    setTyped(search);
  }, [search]);
  return { search, typed, type: setTyped };
}
