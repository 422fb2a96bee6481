import { usePlace } from '../../../lib/use-place.js';

const SCOPES = { take: 'CAN_TAKE', held: 'HELD', 'handed-in': 'HANDED_IN' } as const;
const ORDERS = { due: 'OLDEST_DUE', newest: 'NEWEST' } as const;

// Stands in the address for "no panel".
const CLOSED = 'none';

export type ScopeWord = keyof typeof SCOPES;
export type OrderWord = keyof typeof ORDERS;

/** Filter, order and selection live in the address, so that a view can be shared and the way back works. */
export function useQueueAddress() {
  const [place, set] = usePlace();
  const scopeWord = isKey(SCOPES, place.scope) ?? 'take';
  const orderWord = isKey(ORDERS, place.order) ?? 'due';
  return {
    scopeWord,
    orderWord,
    scope: SCOPES[scopeWord],
    order: ORDERS[orderWord],
    search: place.search ?? '',
    slotId: place.slot === CLOSED ? null : (place.slot ?? null),
    /** The panel was closed by hand, so none opens by itself. */
    isClosed: place.slot === CLOSED,
    show: (scope: ScopeWord) => set({ scope: scope === 'take' ? null : scope, slot: null }),
    sort: (order: OrderWord) => set({ order: order === 'due' ? null : order }),
    find: (search: string) => set({ search, slot: null }),
    select: (slot: string) => set({ slot }),
    close: () => set({ slot: CLOSED }),
  };
}

export type QueueAddress = ReturnType<typeof useQueueAddress>;

function isKey<Keys extends object>(keys: Keys, word: string | undefined): keyof Keys | null {
  return word !== undefined && Object.hasOwn(keys, word) ? (word as keyof Keys) : null;
}
