/** What could not be sent is kept in this tab under names that begin so; it belongs to whoever is signed in. */
export const UNSENT = 'assay-unsent-';

/** Whoever signs out takes their unsent words along: the next person at this screen must not find them. */
export function forgetUnsent(): void {
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(UNSENT)) sessionStorage.removeItem(name);
}
