import { ROLES, type Role } from '@assay/access';
import { usePlace } from '../../../lib/use-place.js';
import { useTyped } from '../../../lib/use-typed.js';
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
