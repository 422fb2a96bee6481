import { isNetStepUp, overlap, type Profile } from './ruzicka.js';

/** A rung of a job role with what it asks. */
export interface Rung {
  id: string;
  roleId: string;
  profile: Profile;
}

/** A step between two rungs that nobody has said yet, and how much they have in common. */
export interface SuggestedStep {
  fromId: string;
  toId: string;
  /** 0 to 1. */
  overlap: number;
}

interface Options {
  weightOf: (skillId: string) => number;
  /** Without levels there is no up: then the whole of what is shared decides. */
  upOnly: boolean;
  /** Less in common than this is no suggestion. */
  atLeast: number;
  most: number;
}

/** Where somebody could go from a rung beside its own ladder, the nearest first. Equals stand in the order they came. */
export function suggestSteps(from: Rung, rungs: readonly Rung[], options: Options): SuggestedStep[] {
  const { weightOf, upOnly, atLeast, most } = options;
  return rungs
    .filter((to) => to.roleId !== from.roleId && (!upOnly || isNetStepUp(from.profile, to.profile)))
    .map((to) => ({ fromId: from.id, toId: to.id, overlap: overlap(from.profile, to.profile, weightOf) }))
    .filter((step) => step.overlap >= atLeast && step.overlap > 0)
    .sort((a, b) => b.overlap - a.overlap)
    .slice(0, most);
}

export interface Link {
  from: string;
  to: string;
}

/** A way round that comes back to where it began, each place once and the first again at the end; null where there is none. */
export function cycleIn(links: readonly Link[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to } of links) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  for (const start of next.keys()) {
    const found = walk(start, next, done);
    if (found) return found;
  }
  return null;
}

/** Depth first with a path of its own: a ladder of thousands must not end in the depth of calls. */
function walk(start: string, next: ReadonlyMap<string, readonly string[]>, done: Set<string>): string[] | null {
  const path: { at: string; tried: number }[] = done.has(start) ? [] : [{ at: start, tried: 0 }];
  const onPath = new Set(path.map(({ at }) => at));
  for (let last = path.at(-1); last; last = path.at(-1)) {
    const to = next.get(last.at)?.[last.tried];
    last.tried += 1;
    if (to === undefined) {
      done.add(last.at);
      onPath.delete(last.at);
      path.pop();
    } else if (onPath.has(to)) return [...path.map(({ at }) => at).slice(path.findIndex(({ at }) => at === to)), to];
    else if (!done.has(to)) {
      path.push({ at: to, tried: 0 });
      onPath.add(to);
    }
  }
  return null;
}
