/** Somebody, and which of the requirements they meet, by their places in the list. */
export interface Candidate {
  id: string;
  covers: readonly number[];
}

export interface Cover {
  /** Ids in the order in which they were chosen. */
  members: string[];
  /** Every smaller team was ruled out. Else each next member was the one who covers most of what was left. */
  exact: boolean;
  /** Requirements that no candidate meets. */
  uncovered: number[];
}

/** Up to so many requirements the smallest team is found for certain; beyond that by taking the best next one. */
export const EXACT_UP_TO = 12;

/**
 * The fewest people who together meet all requirements that anybody meets. Of candidates who cover the same, the one named
 * first is taken, so the caller's order says who is preferred.
 */
export function smallestTeam(candidates: readonly Candidate[], requirements: number): Cover {
  const masks = candidates.map(({ id, covers }) => ({
    id,
    mask: covers.reduce((all, place) => all | (1 << place), 0),
  }));
  const reachable = masks.reduce((all, { mask }) => all | mask, 0);
  const uncovered = Array.from({ length: requirements }, (_, place) => place).filter(
    (place) => !(reachable & (1 << place)),
  );
  // Whoever covers nothing but what somebody named earlier covers as well is never needed.
  const useful = masks.filter(
    ({ mask }, at) =>
      mask !== 0 &&
      !masks.some(
        (other, place) => place !== at && (other.mask & mask) === mask && (other.mask !== mask || place < at),
      ),
  );
  const exact = requirements <= EXACT_UP_TO;
  return { members: exact ? fewest(useful, reachable) : greedy(useful, reachable), exact, uncovered };
}

/** The best team without somebody of the first one: what to fall back on. Null where there is no other that covers as much. */
export function runnerUp(
  candidates: readonly Candidate[],
  requirements: number,
  first: Cover,
): (Cover & { without: string }) | null {
  let best: (Cover & { without: string }) | null = null;
  for (const without of first.members) {
    const cover = smallestTeam(
      candidates.filter(({ id }) => id !== without),
      requirements,
    );
    if (cover.uncovered.length > first.uncovered.length) continue;
    if (!best || cover.members.length < best.members.length) best = { ...cover, without };
  }
  return best;
}

interface Masked {
  id: string;
  mask: number;
}

/** Step by step: which sets of requirements one more person can complete. The first way to a set is one of the shortest. */
function fewest(people: readonly Masked[], wanted: number): string[] {
  const ways = new Map<number, string[]>([[0, []]]);
  let edge = [0];
  while (!ways.has(wanted)) {
    const next: number[] = [];
    for (const covered of edge)
      for (const { id, mask } of people) {
        const together = covered | mask;
        if (ways.has(together)) continue;
        ways.set(together, [...(ways.get(covered) ?? []), id]);
        next.push(together);
      }
    edge = next;
  }
  return ways.get(wanted) ?? [];
}

function greedy(people: readonly Masked[], wanted: number): string[] {
  const members: string[] = [];
  let left = wanted;
  while (left !== 0) {
    const [first, ...others] = people;
    if (!first) return members;
    const best = others.reduce((one, other) => (bits(other.mask & left) > bits(one.mask & left) ? other : one), first);
    if ((best.mask & left) === 0) return members;
    members.push(best.id);
    left &= ~best.mask;
  }
  return members;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
