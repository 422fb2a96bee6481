/** What could not be sent is kept in this tab or browser under names that begin so; it belongs to whoever is signed in. */
export const UNSENT = 'assay-unsent-';

/** Whoever signs out takes their unsent words along: the next person at this screen must not find them. */
export function forgetUnsent(): void {
  for (const store of [sessionStorage, localStorage])
    for (const name of Object.keys(store)) if (name.startsWith(UNSENT)) store.removeItem(name);
}
