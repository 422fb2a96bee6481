/** What comes before what, by achievement. Several versions may be in force at once, so an achievement may occur again. */
export interface ComesFirst {
  readonly achievementId: string;
  readonly prerequisiteIds: readonly string[];
}

/** The shortest way along prerequisites from one achievement to another, both ends included; null when there is none. */
export function wayBack(edges: readonly ComesFirst[], from: string, to: string): string[] | null {
  const firstOf = new Map<string, Set<string>>();
  for (const { achievementId, prerequisiteIds } of edges) {
    const known = firstOf.get(achievementId) ?? new Set();
    for (const id of prerequisiteIds) known.add(id);
    firstOf.set(achievementId, known);
  }
  const ways = new Map([[from, [from]]]);
  for (const [place, way] of ways) {
    if (place === to) return way;
    for (const next of firstOf.get(place) ?? []) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return null;
}
