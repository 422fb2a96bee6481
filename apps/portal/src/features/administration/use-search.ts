import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

/** A search word that lives in the address and waits until one stops typing. */
export function useSearch() {
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('search') ?? '');
  const [search] = useDebouncedValue(typed, 200);
  useEffect(() => {
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (search) next.set('search', search);
        else next.delete('search');
        return next;
      },
      { replace: true },
    );
  }, [search, setParams]);
  return { typed, setTyped, search: search.trim() || null };
}
