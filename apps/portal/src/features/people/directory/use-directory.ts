import { ROLES, type Role } from '@assay/access';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { usePlace } from '../../../lib/use-place.js';
import type { DirectoryVariables } from './directory.documents.js';

export const STATES = ['with-us', 'left', 'all'] as const;
export type DirectoryState = (typeof STATES)[number];

const STATE_OF = { 'with-us': 'WITH_US', left: 'LEFT', all: 'ALL' } as const;
const FILTERS = ['search', 'unit', 'below', 'role', 'manager', 'state'] as const;

/** What the directory shows, kept in the address: a view can be shared and come back to. */
export function useDirectory() {
  const [place, go] = usePlace();
  const search = useTyped(place.search ?? '', (words) => go({ search: words, person: null }));
  const role = ROLES.find((each) => each === place.role) ?? null;
  const state = STATES.find((each) => each === place.state) ?? 'with-us';
  const filters = [place.search, place.unit, role, place.manager, state === 'with-us' ? null : state];
  return {
    ...search,
    unitId: place.unit ?? null,
    andBelow: place.below !== 'no',
    role,
    state,
    managerId: place.manager ?? null,
    selectedId: place.person ?? null,
    filters: filters.filter(Boolean).length,
    variables: {
      search: place.search?.trim() || null,
      unitId: place.unit ?? null,
      unitAndBelow: place.below !== 'no',
      role,
      managerId: place.manager ?? null,
      state: STATE_OF[state],
    } satisfies DirectoryVariables,
    setUnit: (unit: string | null) => go({ unit, below: unit ? (place.below ?? null) : null }),
    setBelow: (below: boolean) => go({ below: below ? null : 'no' }),
    setRole: (next: Role | null) => go({ role: next }),
    setManager: (manager: string | null) => go({ manager }),
    setState: (next: DirectoryState) => go({ state: next === 'with-us' ? null : next }),
    select: (person: string | null) => go({ person }),
    clear: () => {
      search.type('');
      go(Object.fromEntries(FILTERS.map((filter) => [filter, null])));
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
