import type { Around, Role } from './pathway.documents.js';

/** A step from one ladder to another, said or suggested. */
export interface Across {
  from: string;
  to: string;
  suggested: boolean;
  /** Skills that both ask for; of suggestions only. */
  shared: number | null;
}

export interface Lanes {
  roles: Role[];
  across: Across[];
}

/** The ladder of a rung first, then the ladders that its steps lead to, and those that what is asked suggests. */
export function lanesAround(around: Around): Lanes {
  const roles = new Map([[around.role.id, around.role]]);
  const across: Across[] = [];
  const add = (to: Around['stepsOut'][number]['to'], more: Pick<Across, 'suggested' | 'shared'>) => {
    roles.set(to.role.id, roles.get(to.role.id) ?? to.role);
    if (to.role.id !== around.role.id) across.push({ from: around.id, to: to.id, ...more });
  };
  for (const { to } of around.stepsOut) add(to, { suggested: false, shared: null });
  for (const { to, shared } of around.suggestedSteps) add(to, { suggested: true, shared });
  return { roles: [...roles.values()], across };
}

/** Where a key leads from a rung: along the ladder, to its ends, or to the rung of the same height on the next one. */
export function neighbour(roles: readonly Role[], levelId: string, key: string): string | null {
  const lane = roles.findIndex(({ levels }) => levels.some(({ id }) => id === levelId));
  const levels = roles[lane]?.levels ?? [];
  const place = levels.findIndex(({ id }) => id === levelId);
  if (key === 'ArrowRight') return levels[place + 1]?.id ?? null;
  if (key === 'ArrowLeft') return levels[place - 1]?.id ?? null;
  if (key === 'Home') return levels[0]?.id ?? null;
  if (key === 'End') return levels.at(-1)?.id ?? null;
  const next = key === 'ArrowDown' ? roles[lane + 1] : key === 'ArrowUp' ? roles[lane - 1] : undefined;
  return next?.levels[Math.min(place, next.levels.length - 1)]?.id ?? null;
}
