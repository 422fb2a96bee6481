/** Which courses each one builds on. */
export type Requires = ReadonlyMap<string, readonly string[]>;

/** A way round in a circle, its first course repeated at the end; null where there is none. */
export function circleIn(requires: Requires): string[] | null {
  const settled = new Set<string>();
  for (const start of requires.keys()) {
    const circle = circleFrom(start, requires, settled);
    if (circle) return circle;
  }
  return null;
}

/** Goes down one way after the other with a stack of its own: a chain may be longer than calls may be deep. */
function circleFrom(start: string, requires: Requires, settled: Set<string>): string[] | null {
  const way: { id: string; next: number }[] = [];
  const onTheWay = new Set<string>();
  const enter = (id: string) => {
    way.push({ id, next: 0 });
    onTheWay.add(id);
  };
  if (!settled.has(start)) enter(start);
  for (let here = way.at(-1); here; here = way.at(-1)) {
    const below = requires.get(here.id)?.[here.next++];
    if (below === undefined) {
      settled.add(here.id);
      onTheWay.delete(here.id);
      way.pop();
    } else if (onTheWay.has(below)) {
      const ids = way.map(({ id }) => id);
      return [...ids.slice(ids.indexOf(below)), below];
    } else if (!settled.has(below)) enter(below);
  }
  return null;
}
