/** The things in their new order when one of them goes to a place, counted from 0; beyond the end is the end. */
export function placed<Thing extends { id: string }>(things: readonly Thing[], id: string, place: number): Thing[] {
  const moved = things.filter((thing) => thing.id === id);
  const others = things.filter((thing) => thing.id !== id);
  const at = Math.min(Math.max(place, 0), others.length);
  return [...others.slice(0, at), ...moved, ...others.slice(at)];
}
