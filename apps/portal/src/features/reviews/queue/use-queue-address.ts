import { useSearchParams } from 'react-router';

const SCOPES = { take: 'CAN_TAKE', held: 'HELD', 'handed-in': 'HANDED_IN' } as const;
const ORDERS = { due: 'OLDEST_DUE', newest: 'NEWEST' } as const;

export type ScopeWord = keyof typeof SCOPES;
export type OrderWord = keyof typeof ORDERS;

/** Filter, order and selection live in the address, so that a view can be shared and the way back works. */
export function useQueueAddress() {
  const [params, setParams] = useSearchParams();
  const scopeWord = isKey(SCOPES, params.get('scope')) ?? 'take';
  const orderWord = isKey(ORDERS, params.get('order')) ?? 'due';
  const set = (next: Record<string, string | null>) =>
    setParams(
      (now) => {
        const changed = new URLSearchParams(now);
        for (const [name, value] of Object.entries(next)) {
          if (value) changed.set(name, value);
          else changed.delete(name);
        }
        return changed;
      },
      { replace: true },
    );
  return {
    scopeWord,
    orderWord,
    scope: SCOPES[scopeWord],
    order: ORDERS[orderWord],
    search: params.get('search') ?? '',
    slotId: params.get('slot'),
    show: (scope: ScopeWord) => set({ scope: scope === 'take' ? null : scope, slot: null }),
    sort: (order: OrderWord) => set({ order: order === 'due' ? null : order }),
    find: (search: string) => set({ search, slot: null }),
    select: (slot: string | null) => set({ slot }),
  };
}

export type QueueAddress = ReturnType<typeof useQueueAddress>;

function isKey<Keys extends object>(keys: Keys, word: string | null): keyof Keys | null {
  return word !== null && Object.hasOwn(keys, word) ? (word as keyof Keys) : null;
}
