import { gapsOf, type Holds, type Need, neededOrdinal } from './need.js';
import { type Offer, Offers, type OutOfReach } from './offers.js';

/** So many offers that matter are searched wholly; with more, the best is approached. */
export const EXACT_UP_TO = 25;
/** A search that grows beyond this is given up for the approach. */
const MOST_LOOKED_AT = 200_000;

export interface CredentialSet {
  /** In an order in which they can be earned. */
  ids: string[];
  cost: number;
}

/** One choice of the greedy way, with what it weighed. */
export interface GreedyPick {
  id: string;
  /** With its prerequisites. */
  bundle: string[];
  gain: number;
  cost: number;
}

/** NOTHING_TO_CLOSE: all is held. UNREACHABLE: nothing on offer closes any gap. PARTLY: not everything can be closed. */
export type CoverOutcome = 'CLOSED' | 'PARTLY' | 'NOTHING_TO_CLOSE' | 'UNREACHABLE';

export interface Cover extends CredentialSet {
  outcome: CoverOutcome;
  /** False: there were too many to try every set. */
  exact: boolean;
  /** Needs that no offer reaches, with the best that one gives. */
  unreached: { skillId: string; needed: number; reaches: number }[];
  /** The cheapest without one of the chosen: what it leaves out, and what it costs more. Null where there is no other way. */
  runnerUp: (CredentialSet & { without: string; costsMore: number }) | null;
  outOfReach: OutOfReach[];
}

/** The least that has to be earned to close every gap that can be closed, with all prerequisites. */
export function cheapestSet(
  needs: readonly Need[],
  holds: Holds,
  on: readonly Offer[],
  earned: ReadonlySet<string> = new Set(),
): Cover {
  const offers = new Offers(on, earned);
  const asked = targetsOf(needs, holds, offers);
  const { outOfReach } = offers;
  const none = { ids: [], cost: 0, exact: true, runnerUp: null, outOfReach, unreached: asked.unreached };
  if (asked.targets.size === 0)
    return { ...none, outcome: asked.unreached.length > 0 ? 'UNREACHABLE' : 'NOTHING_TO_CLOSE' };
  const best = coverOf(asked.targets, offers, needs, holds);
  return {
    ...none,
    ...best,
    ids: inOrder(best.ids, offers),
    outcome: asked.unreached.length > 0 ? 'PARTLY' : 'CLOSED',
    runnerUp: runnerUpOf(best, asked.targets, on, earned, needs, holds),
  };
}

/** The greedy way alone: the most weighted gap per cost at each step, then without what turned out not to be needed. */
export function greedySet(
  needs: readonly Need[],
  holds: Holds,
  on: readonly Offer[],
): CredentialSet & { picks: GreedyPick[]; withoutRedundant: CredentialSet } {
  const offers = new Offers(on);
  const { targets } = targetsOf(needs, holds, offers);
  const picks = greedy(targets, offers, needs, holds);
  const all = picks.flatMap(({ bundle }) => bundle);
  const lean = withoutRedundant(all, targets, offers);
  return { ids: all, cost: offers.costOf(all), picks, withoutRedundant: { ids: lean, cost: offers.costOf(lean) } };
}

type Targets = ReadonlyMap<string, number>;

/** What each gap can be brought to: what is asked, or the best on offer where that is less. */
function targetsOf(needs: readonly Need[], holds: Holds, offers: Offers) {
  const best = offers.levelsOf(offers.earnable.map(({ id }) => id));
  const targets = new Map<string, number>();
  const unreached: Cover['unreached'] = [];
  for (const { need } of gapsOf(needs, holds)) {
    const needed = neededOrdinal(need);
    const reaches = Math.max(best.get(need.skillId) ?? 0, holds(need.skillId));
    if (reaches < needed) unreached.push({ skillId: need.skillId, needed, reaches });
    if (reaches > holds(need.skillId)) targets.set(need.skillId, Math.min(needed, reaches));
  }
  return { targets, unreached };
}

function coverOf(targets: Targets, offers: Offers, needs: readonly Need[], holds: Holds) {
  const picks = greedy(targets, offers, needs, holds).flatMap(({ bundle }) => bundle);
  const ids = withoutRedundant(picks, targets, offers);
  const approach = { ids, cost: offers.costOf(ids) };
  const matter = mattering(targets, offers);
  if (matter.size > EXACT_UP_TO) return { ...approach, exact: false };
  const search = new CoverSearch(targets, offers, approach);
  return { ...search.best, exact: search.finished };
}

/** Offers that reach a target, and what they take. */
function mattering(targets: Targets, offers: Offers): Set<string> {
  const reaching = offers.earnable.filter(({ grants }) => reaches(grants, targets));
  return new Set(reaching.flatMap(({ id }) => [...(offers.closureOf(id) ?? [])]));
}

const reaches = (grants: Offer['grants'], targets: Targets) =>
  Object.entries(grants).some(([skill, level]) => level >= (targets.get(skill) ?? Number.POSITIVE_INFINITY));

/** Branch and bound: the target with the fewest ways is met first, and what cannot get below the best is left. */
class CoverSearch {
  finished = true;
  private looked = 0;
  private readonly waysTo: Map<string, string[]>;

  constructor(
    targets: Targets,
    private readonly offers: Offers,
    public best: CredentialSet,
  ) {
    this.waysTo = new Map(
      [...targets].map(([skill, level]) => [
        skill,
        offers.earnable.filter(({ grants }) => (grants[skill] ?? 0) >= level).map(({ id }) => id),
      ]),
    );
    this.look(new Set(), 0);
  }

  private look(chosen: ReadonlySet<string>, cost: number): void {
    if (++this.looked > MOST_LOOKED_AT) {
      this.finished = false;
      return;
    }
    const open = [...this.waysTo].filter(([, ways]) => !ways.some((id) => chosen.has(id)));
    if (open.length === 0) {
      if (this.isBetter(cost, chosen.size)) this.best = { ids: [...chosen], cost };
      return;
    }
    if (cost + this.atLeast(open) > this.best.cost + ROUNDING) return;
    const [, ways] = open.reduce((fewest, each) => (each[1].length < fewest[1].length ? each : fewest));
    for (const id of ways) {
      const added = [...(this.offers.closureOf(id) ?? [])].filter((each) => !chosen.has(each));
      this.look(new Set([...chosen, ...added]), cost + this.offers.costOf(added));
    }
  }

  /** Each offer's cost shared out among the open targets that it meets: together no target can be met for less. */
  private atLeast(open: readonly [string, string[]][]): number {
    const meets = new Map<string, number>();
    for (const [, ways] of open) for (const id of ways) meets.set(id, (meets.get(id) ?? 0) + 1);
    const shareOf = (id: string) => this.offers.costOf([id]) / (meets.get(id) ?? 1);
    return open.reduce((sum, [, ways]) => sum + Math.min(...ways.map(shareOf)), 0);
  }

  private isBetter(cost: number, size: number): boolean {
    if (Math.abs(cost - this.best.cost) > ROUNDING) return cost < this.best.cost;
    return size < this.best.ids.length;
  }
}

const ROUNDING = 1e-9;

function greedy(targets: Targets, offers: Offers, needs: readonly Need[], holds: Holds): GreedyPick[] {
  const worth = new Map(needs.map(({ skillId, importance }) => [skillId, importance]));
  const levels = new Map([...targets.keys()].map((skill) => [skill, holds(skill)]));
  const chosen = new Set<string>();
  const picks: GreedyPick[] = [];
  for (;;) {
    const gainOf = (bundle: readonly string[]) => gained(offers.levelsOf(bundle), levels, targets, worth);
    const found = offers.earnable
      .filter(({ id }) => !chosen.has(id))
      .map(({ id }) => {
        const bundle = [...(offers.closureOf(id) ?? [])].filter((each) => !chosen.has(each));
        return { id, bundle, gain: gainOf(bundle), cost: offers.costOf(bundle) };
      })
      .filter(({ gain }) => gain > 0)
      .reduce<GreedyPick | null>((best, each) => (best && ratioOf(best) >= ratioOf(each) ? best : each), null);
    if (!found) return picks;
    picks.push(found);
    for (const id of found.bundle) chosen.add(id);
    for (const [skill, level] of offers.levelsOf(found.bundle))
      if (levels.has(skill)) levels.set(skill, Math.max(level, levels.get(skill) ?? 0));
  }
}

const ratioOf = ({ gain, cost }: GreedyPick) => (cost > 0 ? gain / cost : Number.POSITIVE_INFINITY);

/** Σ w · levels won, up to the targets. */
export function gained(
  given: ReadonlyMap<string, number>,
  have: ReadonlyMap<string, number>,
  targets: Targets,
  worth: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  for (const [skill, target] of targets) {
    const held = have.get(skill) ?? 0;
    sum += (worth.get(skill) ?? 1) * Math.max(0, Math.min(given.get(skill) ?? 0, target) - held);
  }
  return sum;
}

/** Without what the others cover, too: the dearest is tried first. */
function withoutRedundant(ids: readonly string[], targets: Targets, offers: Offers): string[] {
  let left = [...ids];
  for (const id of [...ids].sort((a, b) => offers.costOf([b]) - offers.costOf([a]))) {
    const others = left.filter((each) => each !== id);
    const levels = offers.levelsOf(others);
    const covered = [...targets].every(([skill, level]) => (levels.get(skill) ?? 0) >= level);
    const closed = others.every((each) => !offers.closureOf(each)?.has(id));
    if (covered && closed) left = others;
  }
  return left;
}

/** Each of the chosen left out in turn: the cheapest of what then remains. */
function runnerUpOf(
  best: CredentialSet,
  targets: Targets,
  on: readonly Offer[],
  earned: ReadonlySet<string>,
  needs: readonly Need[],
  holds: Holds,
): Cover['runnerUp'] {
  let found: Cover['runnerUp'] = null;
  for (const without of best.ids) {
    const offers = new Offers(
      on.filter(({ id }) => id !== without),
      earned,
    );
    const levels = offers.levelsOf(offers.earnable.map(({ id }) => id));
    if ([...targets].some(([skill, level]) => (levels.get(skill) ?? 0) < level)) continue;
    const other = coverOf(targets, offers, needs, holds);
    if (!found || other.cost < found.cost)
      found = { ids: inOrder(other.ids, offers), cost: other.cost, without, costsMore: other.cost - best.cost };
  }
  return found;
}

/** Prerequisites first; beyond that in the order of the offers. */
export function inOrder(ids: readonly string[], offers: Offers): string[] {
  const place = new Map([...offers.byId.keys()].map((id, index) => [id, index]));
  const placed: string[] = [];
  const add = (id: string) => {
    for (const before of offers.byId.get(id)?.requires ?? [])
      if (ids.includes(before) && !placed.includes(before)) add(before);
    if (!placed.includes(id)) placed.push(id);
  };
  for (const id of [...ids].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))) add(id);
  return placed;
}
