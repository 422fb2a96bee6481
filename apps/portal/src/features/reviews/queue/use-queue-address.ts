import { usePlace } from '../../../lib/use-place.js';

const SCOPES = { take: 'CAN_TAKE', held: 'HELD', 'handed-in': 'HANDED_IN', week: 'THIS_WEEK', due: 'DUE' } as const;
const ORDERS = { due: 'OLDEST_DUE', newest: 'NEWEST', shuffled: 'RANDOM' } as const;
const DUES = { any: null, over: 'OVERDUE', today: 'TODAY', week: 'THIS_WEEK' } as const;
const PURPOSES = { any: null, first: 'FIRST', second: 'SECOND', third: 'THIRD', appeal: 'APPEAL' } as const;

// Stands in the address for "no panel".
const CLOSED = 'none';

export type ScopeWord = keyof typeof SCOPES;
export type OrderWord = keyof typeof ORDERS;
export type DueFilter = keyof typeof DUES;
export type PurposeFilter = keyof typeof PURPOSES;

/** Filter, order and selection live in the address, so that a view can be shared and the way back works. */
export function useQueueAddress() {
  const [place, set] = usePlace();
  const scopeWord = isKey(SCOPES, place.scope) ?? 'take';
  const orderWord = isKey(ORDERS, place.order) ?? 'due';
  const dueWord = isKey(DUES, place.due) ?? 'any';
  const purposeWord = isKey(PURPOSES, place.mark) ?? 'any';
  const achievementId = place.about ?? null;
  return {
    scopeWord,
    orderWord,
    scope: SCOPES[scopeWord],
    order: ORDERS[orderWord],
    search: place.search ?? '',
    dueWord,
    due: DUES[dueWord],
    purposeWord,
    purpose: PURPOSES[purposeWord],
    achievementId,
    /** How many questions narrow the list down. */
    filters: [dueWord !== 'any', purposeWord !== 'any', achievementId !== null, Boolean(place.search)].filter(Boolean)
      .length,
    slotId: place.slot === CLOSED ? null : (place.slot ?? null),
    /** The panel was closed by hand, so none opens by itself. */
    isClosed: place.slot === CLOSED,
    show: (scope: ScopeWord) => set({ scope: scope === 'take' ? null : scope, slot: null }),
    sort: (order: OrderWord) => set({ order: order === 'due' ? null : order }),
    dueBy: (due: DueFilter) => set({ due: due === 'any' ? null : due, slot: null }),
    mark: (purpose: PurposeFilter) => set({ mark: purpose === 'any' ? null : purpose, slot: null }),
    about: (achievementId: string | null) => set({ about: achievementId, slot: null }),
    clear: () => set({ due: null, mark: null, about: null, search: null, slot: null }),
    find: (search: string) => set({ search, slot: null }),
    select: (slot: string) => set({ slot }),
    close: () => set({ slot: CLOSED }),
  };
}

export type QueueAddress = ReturnType<typeof useQueueAddress>;

function isKey<Keys extends object>(keys: Keys, word: string | undefined): keyof Keys | null {
  return word !== undefined && Object.hasOwn(keys, word) ? (word as keyof Keys) : null;
}
