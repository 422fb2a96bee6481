import { ROLES, type Role } from '@assay/access';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { usePlace } from '../../lib/use-place.js';

export const STATES = ['IN_FORCE', 'PROPOSED', 'PLANNED', 'ENDED', 'DECLINED', 'ALL'] as const;
export type StateFilter = (typeof STATES)[number];

/** Which grants to show. It lives in the address. */
export function useRoleFilters() {
  const [place, go] = usePlace();
  const [typed, setTyped] = useState(place.search ?? '');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const state: StateFilter = STATES.find((each) => each === place.state) ?? 'IN_FORCE';
  const role: Role | null = ROLES.find((each) => each === place.role) ?? null;
  const personId = place.person ?? null;
  return {
    place,
    go,
    typed,
    type: (words: string) => {
      setTyped(words);
      go({ search: words.trim() || null });
    },
    state,
    role,
    personId,
    filters: [search, role, personId, state === 'ALL' || state === 'IN_FORCE' ? null : state].filter(Boolean).length,
    clear: () => {
      setTyped('');
      go({ search: null, role: null, person: null, state: null });
    },
    variables: { search: search || null, role, personId, state: state === 'ALL' ? null : state },
  };
}
