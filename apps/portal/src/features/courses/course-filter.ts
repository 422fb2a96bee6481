import { useCallback, useEffect, useRef, useState } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { useSearchParams } from 'react-router';
import type { VariablesOf } from '../../lib/graphql.js';
import type { COURSES } from './courses.documents.js';

type Filter = NonNullable<VariablesOf<typeof COURSES>['filter']>;

const MODES = ['ONLINE_SELF_PACED', 'ONLINE_LIVE', 'CLASSROOM', 'BLENDED', 'ON_THE_JOB'] as const;
const STATES = ['ACTIVE', 'RETIRED'] as const;
export const HOURS = ['8', '20', '40', '100'] as const;
const FACETS = ['state', 'mode', 'language', 'provider', 'skill', 'hours'] as const;
export type Facet = (typeof FACETS)[number];

/** What is looked for, as it stands in the address, so that a view can be shared and the way back leads to it. */
export function useCourseFilter() {
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const [typed, type] = useState(search);
  const [settled] = useDebouncedValue(typed, 200);
  const own = useRef(search);
  const set = useCallback(
    (words: Record<string, string>) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          for (const [name, value] of Object.entries(words)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  useEffect(() => {
    if (settled.trim() === own.current) return;
    own.current = settled.trim();
    set({ search: own.current });
  }, [settled, set]);
  useEffect(() => {
    if (search === own.current) return;
    own.current = search;
    type(search);
  }, [search]);

  const value = (facet: Facet) => params.get(facet) ?? '';
  const filter: Filter = {
    state: STATES.find((each) => each === value('state')) ?? null,
    mode: MODES.find((each) => each === value('mode')) ?? null,
    language: value('language') || null,
    providerId: value('provider') || null,
    skillId: value('skill') || null,
    maxHours: HOURS.includes(value('hours') as (typeof HOURS)[number]) ? Number(value('hours')) : null,
  };
  const chosen = FACETS.filter((facet) => value(facet) !== '').length;
  return {
    search,
    typed,
    type,
    value,
    choose: (facet: Facet, chosenValue: string) => set({ [facet]: chosenValue }),
    filter,
    filters: chosen + Number(search !== ''),
    clear: () => {
      own.current = '';
      type('');
      set(Object.fromEntries([...FACETS, 'search'].map((name) => [name, ''])));
    },
  };
}

export type CourseFilter = ReturnType<typeof useCourseFilter>;
