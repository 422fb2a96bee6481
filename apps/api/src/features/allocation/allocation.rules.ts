/** A place to fill. Places of one submission go to different people. */
export interface OpenPlace {
  id: string;
  submissionId: string;
}

/** Somebody who takes work: what they hold already, and the most they may hold. */
export interface Taker {
  id: string;
  load: number;
  capacity: number;
}

/** Somebody whom no hard rule keeps from a place, with what speaks for and against it. All between 0 and 1. */
export interface Option {
  placeId: string;
  takerId: string;
  /** How much of what is judged this person is verified in. */
  skillMatch: number;
  /** How often this person judged the same candidate before. */
  sharedHistory: number;
  /** Works in the candidate's unit. */
  sameUnit: boolean;
}

export interface AllocationProblem {
  seed: string;
  /** The most urgent first: where there is not room for all, these have it. */
  places: readonly OpenPlace[];
  takers: readonly Taker[];
  options: readonly Option[];
}

export interface Allotment {
  placeId: string;
  takerId: string | null;
}

export type AllocationRule = 'LEAST_LOADED' | 'FAIREST';

/** What weighs how much. Load outweighs the rest together, so that nobody is buried because they fit well. */
export const WEIGHTS = { load: 4, skillMatch: 0.5, sharedHistory: 1, sameUnit: 0.5, chance: 0.001 } as const;

/** Who gets which place. The same problem with the same seed gives the same answer, whenever and wherever. */
export function allocate(problem: AllocationProblem, rule: AllocationRule = 'FAIREST'): Allotment[] {
  const board = new Board(problem);
  for (const place of problem.places)
    if (rule === 'LEAST_LOADED') board.giveToLeastLoaded(place.id);
    else board.giveFairly(place.id);
  return problem.places.map(({ id }) => ({ placeId: id, takerId: board.holderOf(id) }));
}

/** What an answer costs by the weights, with what it leaves unfilled. The smaller the better, unfilled first. */
export function costOf(
  problem: AllocationProblem,
  allotments: readonly Allotment[],
): { unfilled: number; cost: number; highestLoad: number } {
  const load = new Map(problem.takers.map((taker) => [taker.id, taker.load]));
  const submission = new Map(problem.places.map((place) => [place.id, place.submissionId]));
  let [unfilled, cost] = [0, 0];
  for (const { placeId, takerId } of allotments) {
    const taker = problem.takers.find(({ id }) => id === takerId);
    const option = problem.options.find((each) => each.placeId === placeId && each.takerId === takerId);
    if (!taker || !option) {
      unfilled += 1;
      continue;
    }
    const held = load.get(taker.id) ?? 0;
    cost += softCost(problem.seed, submission.get(placeId) ?? '', option) + loadCost(taker, held);
    load.set(taker.id, held + 1);
  }
  const shares = problem.takers.map((taker) => (load.get(taker.id) ?? 0) / taker.capacity);
  return { unfilled, cost, highestLoad: Math.max(0, ...shares) };
}

/** One more on top of what somebody holds costs more the more of their room it fills. */
const loadCost = (taker: Taker, held: number) => (WEIGHTS.load * (held + 1)) / taker.capacity;

/** Chance goes by the submission: its places are worth the same to everybody. */
function softCost(seed: string, submissionId: string, option: Option): number {
  return (
    WEIGHTS.skillMatch * (1 - option.skillMatch) +
    WEIGHTS.sharedHistory * option.sharedHistory +
    WEIGHTS.sameUnit * (option.sameUnit ? 1 : 0) +
    WEIGHTS.chance * chanceOf(seed, submissionId, option.takerId)
  );
}

/** Between 0 and 1, the same for the same words: FNV-1a with a final stir. */
export function chanceOf(...words: string[]): number {
  let hash = 0x811c9dc5;
  for (const letter of words.join('\n')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A way to free room: taker by taker, who passes what on to the next. */
interface Step {
  cost: number;
  /** What comes to this taker, and from whom; null where it is the new place itself. */
  placeId: string;
  from: number | null;
}

type Passable = Map<number, { dearer: number; placeId: string }>;

/**
 * Who holds what so far. `giveFairly` adds one place at a time along the cheapest chain of hand-overs (successive shortest
 * paths of a minimum-cost flow, on the graph of takers): after each step no exchange whatsoever is cheaper, because what
 * one more place costs its taker only rises.
 */
class Board {
  private readonly takers: readonly Taker[];
  private readonly taken: string[][];
  private readonly holder = new Map<string, number>();
  /** By place: what it costs each taker who may have it, without their load. */
  private readonly soft = new Map<string, Map<number, number>>();
  private readonly siblings = new Map<string, string[]>();
  private readonly submission = new Map<string, string>();
  private readonly passes = new Map<number, Passable>();

  constructor(problem: AllocationProblem) {
    this.takers = [...problem.takers].sort((one, other) => (one.id < other.id ? -1 : 1));
    this.taken = this.takers.map(() => []);
    const at = new Map(this.takers.map(({ id }, index) => [id, index]));
    for (const { id, submissionId } of problem.places) {
      this.soft.set(id, new Map());
      this.submission.set(id, submissionId);
      this.siblings.set(submissionId, [...(this.siblings.get(submissionId) ?? []), id]);
    }
    for (const option of problem.options) {
      const taker = at.get(option.takerId);
      const submissionId = this.submission.get(option.placeId) ?? '';
      if (taker !== undefined) this.soft.get(option.placeId)?.set(taker, softCost(problem.seed, submissionId, option));
    }
  }

  holderOf(placeId: string): string | null {
    const index = this.holder.get(placeId);
    return index === undefined ? null : (this.takers[index]?.id ?? null);
  }

  /** The plain rule: whoever is loaded least of those who may have it. */
  giveToLeastLoaded(placeId: string): void {
    let best: { taker: number; load: number; soft: number } | null = null;
    for (const [taker, soft] of this.soft.get(placeId) ?? []) {
      const load = this.nextCost(taker);
      if (load === null || this.hasSibling(taker, placeId)) continue;
      if (!best || load < best.load || (load === best.load && soft < best.soft)) best = { taker, load, soft };
    }
    if (best) this.give(placeId, best.taker);
  }

  giveFairly(placeId: string): void {
    const way = this.cheapestWays(placeId);
    let end: { taker: number; cost: number } | null = null;
    for (const [taker, step] of way.entries()) {
      const load = this.nextCost(taker);
      if (!step || load === null) continue;
      if (!end || step.cost + load < end.cost) end = { taker, cost: step.cost + load };
    }
    if (end) this.walk(way, end.taker);
  }

  /** Bellman and Ford over the takers: an edge is the cheapest place that one of them can pass on to the other. */
  private cheapestWays(placeId: string): (Step | null)[] {
    const way: (Step | null)[] = this.takers.map(() => null);
    for (const [taker, cost] of this.soft.get(placeId) ?? [])
      if (!this.hasSibling(taker, placeId)) way[taker] = { cost, placeId, from: null };
    let reached = way.flatMap((step, taker) => (step ? [taker] : []));
    for (let round = 0; round < this.takers.length && reached.length > 0; round += 1) {
      const shortened = new Set<number>();
      for (const from of reached) {
        const base = way[from]?.cost ?? Infinity;
        for (const [to, { dearer, placeId: held }] of this.passable(from)) {
          const cost = base + dearer;
          // A difference below what chance weighs is rounding, and would go in circles.
          if ((way[to]?.cost ?? Infinity) <= cost + 1e-9) continue;
          way[to] = { cost, placeId: held, from };
          shortened.add(to);
        }
      }
      reached = [...shortened];
    }
    return way;
  }

  /** What one taker can pass on to each other at the least extra cost. Kept until what they hold changes. */
  private passable(from: number): Passable {
    const known = this.passes.get(from);
    if (known) return known;
    const cheapest: Passable = new Map();
    for (const placeId of this.taken[from] ?? []) {
      const costs = this.soft.get(placeId);
      const here = costs?.get(from) ?? 0;
      for (const [to, there] of costs ?? []) {
        if (to === from || this.hasSibling(to, placeId)) continue;
        if (there - here < (cheapest.get(to)?.dearer ?? Infinity)) cheapest.set(to, { dearer: there - here, placeId });
      }
    }
    this.passes.set(from, cheapest);
    return cheapest;
  }

  private walk(way: readonly (Step | null)[], end: number): void {
    const moves: { placeId: string; to: number }[] = [];
    for (let to: number | null = end; to !== null; ) {
      const step: Step | null = way[to] ?? null;
      if (!step || moves.length > this.takers.length) throw new Error('A chain of hand-overs has no beginning.');
      moves.push({ placeId: step.placeId, to });
      to = step.from;
    }
    for (const { placeId, to } of moves) this.give(placeId, to);
  }

  private give(placeId: string, taker: number): void {
    const before = this.holder.get(placeId);
    if (before !== undefined) this.taken[before] = (this.taken[before] ?? []).filter((each) => each !== placeId);
    this.holder.set(placeId, taker);
    this.taken[taker]?.push(placeId);
    // Also whoever holds another place of the submission may now pass it on to others than before.
    for (const each of this.siblings.get(this.submission.get(placeId) ?? '') ?? [])
      this.passes.delete(this.holder.get(each) ?? taker);
    if (before !== undefined) this.passes.delete(before);
  }

  /** What one more place costs a taker by load alone; null when there is no room. */
  private nextCost(index: number): number | null {
    const taker = this.takers[index];
    const held = (taker?.load ?? 0) + (this.taken[index]?.length ?? 0);
    return taker && held < taker.capacity ? loadCost(taker, held) : null;
  }

  private hasSibling(taker: number, placeId: string): boolean {
    const siblings = this.siblings.get(this.submission.get(placeId) ?? '') ?? [];
    return siblings.some((each) => each !== placeId && this.holder.get(each) === taker);
  }
}
