import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { usePlace } from '../../lib/use-place.js';
import { FILTERS, variablesOf } from './audit-place.rules.js';

export type AuditFilter = (typeof FILTERS)[number];

/** What of the log is shown, kept in the address: a view can be shared and come back to. */
export function useAudit() {
  const [place, go] = usePlace();
  const set = (filter: AuditFilter, value: string | null) => go({ [filter]: value, row: null });
  const { typed, type } = useTyped(place.search ?? '', (words) => set('search', words));
  return {
    place,
    typed,
    type,
    set,
    variables: variablesOf(place),
    filters: FILTERS.filter((filter) => place[filter]).length,
    selectedId: place.row ?? null,
    select: (row: string | null) => go({ row }),
    clear: () => {
      type('');
      go({ ...Object.fromEntries(FILTERS.map((filter) => [filter, null])), row: null });
    },
  };
}

/** A search as it is typed; the address follows once one stops. */
function useTyped(inAddress: string, settle: (words: string | null) => void) {
  const [typed, type] = useState(inAddress);
  const [settled] = useDebouncedValue(typed, 200);
  const own = useRef(inAddress);
  useEffect(() => {
    if (settled === own.current) return;
    own.current = settled;
    settle(settled.trim() || null);
    // Only what was typed moves the address; `settle` is new at every turn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  useEffect(() => {
    // The way back, or a link to this page with other words.
    if (inAddress === own.current.trim()) return;
    own.current = inAddress;
    type(inAddress);
  }, [inAddress]);
  return { typed, type };
}
