/** An item that was handed in for a criterion which was then found unmet, with the digest that it had. */
export interface ShownBefore {
  itemId: string;
  digest: string;
}

/** For how many characters somebody may say why the same evidence shows it now. */
export const MOST_REASON = 5_000;

/** Whether something is brought that was not looked at before: another item, or the same with other words or another address. */
export function bringsNew(
  links: readonly { item: { id: string; kind: string } }[],
  before: readonly ShownBefore[],
  digestOf: (item: { id: string; kind: string }) => string | null,
): boolean {
  return links.some(({ item }) => {
    const was = before.find(({ itemId }) => itemId === item.id);
    const digest = digestOf(item);
    return !was || (digest !== null && digest !== was.digest);
  });
}
