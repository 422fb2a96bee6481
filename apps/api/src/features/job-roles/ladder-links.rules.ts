import { cycleIn, type Link } from '@assay/pathway';

export interface PlacedRung {
  id: string;
  roleId: string;
  order: number;
  name: string;
}

/** What is above what: within a role by order, between roles by the steps that say so. */
export function ladderLinks(rungs: readonly PlacedRung[], steps: readonly Link[]): Link[] {
  const byRole = new Map<string, PlacedRung[]>();
  for (const rung of rungs) byRole.set(rung.roleId, [...(byRole.get(rung.roleId) ?? []), rung]);
  const within = [...byRole.values()].flatMap((ladder) => {
    const sorted = ladder.toSorted((a, b) => a.order - b.order);
    return sorted.slice(1).map((rung, at) => ({ from: sorted[at]?.id ?? '', to: rung.id }));
  });
  return [...within, ...steps];
}

/** The names on the way of a ladder that comes round; null where none does. */
export function ladderRound(rungs: readonly PlacedRung[], steps: readonly Link[]): string[] | null {
  const round = cycleIn(ladderLinks(rungs, steps));
  if (!round) return null;
  const names = new Map(rungs.map((rung) => [rung.id, rung.name]));
  return round.map((id) => names.get(id) ?? id);
}
