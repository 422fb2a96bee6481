import { usePlace } from '../../lib/use-place.js';
import { useTyped } from '../../lib/use-typed.js';
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
