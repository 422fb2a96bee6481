import { type Holds, type Link, type Need, neededOrdinal } from '@assay/pathway';

/** More rungs than these are not compared; the ways that are shown would be longer than a working life. */
const MOST_RUNGS = 80;

/** Steps that lie on some way from one rung to another, the nearest rungs first; without a way there are none. */
export function linksBetween(from: string, to: string, links: readonly Link[]): Link[] {
  const ahead = reached(from, links);
  const behind = reached(
    to,
    links.map((link) => ({ from: link.to, to: link.from })),
  );
  const between = [...ahead].filter((id) => behind.has(id));
  if (!between.includes(to)) return [];
  const kept = new Set([...between.slice(0, MOST_RUNGS), to]);
  return links.filter((link) => kept.has(link.from) && kept.has(link.to));
}

/** Every rung that one gets to, in the order of steps; a lattice that comes round is walked once. */
function reached(start: string, links: readonly Link[]): Set<string> {
  const next = new Map<string, string[]>();
  for (const link of links) next.set(link.from, [...(next.get(link.from) ?? []), link.to]);
  const found = new Set([start]);
  for (const at of found) for (const to of next.get(at) ?? []) found.add(to);
  return found;
}

/** What a rung adds for whoever holds this and has met the rung before. */
export function added(
  needs: readonly Need[],
  before: readonly Need[],
  holds: Holds,
): { skillId: string; from: number; to: number }[] {
  const met = new Map(before.map((need) => [need.skillId, neededOrdinal(need)]));
  return needs.flatMap((need) => {
    const [from, to] = [Math.max(holds(need.skillId), met.get(need.skillId) ?? 0), neededOrdinal(need)];
    return to > from ? [{ skillId: need.skillId, from, to }] : [];
  });
}
