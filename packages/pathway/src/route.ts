import { cheapestSet } from './cheapest-set.js';
import type { Link } from './lattice.js';
import type { Holds, Need } from './need.js';
import type { Offer } from './offers.js';

export interface RouteLeg {
  from: string;
  to: string;
  cost: number;
}

export interface Route {
  legs: RouteLeg[];
  cost: number;
}

/** THERE: it begins where it ends. NO_WAY: no steps lead there that what is on offer can close. */
export interface RouteAnswer {
  outcome: 'FOUND' | 'THERE' | 'NO_WAY';
  route: Route;
  /** Straight to the goal, past every rung between; null where that cannot be closed. */
  directly: number | null;
  /** The cheapest that leaves out one of the legs; null where there is no other way. */
  runnerUp: (Route & { without: Link }) | null;
}

interface Lattice {
  needsOf: (levelId: string) => readonly Need[];
  links: readonly Link[];
  offers: readonly Offer[];
  holds: Holds;
  earned?: ReadonlySet<string>;
}

/** The cheapest way along the steps of a lattice: each leg costs what closes its gap for who meets the rung before. */
export function cheapestRoute(from: string, to: string, lattice: Lattice): RouteAnswer {
  const costs = new Map<string, number | null>();
  const costOf = ({ from: rung, to: next }: Link, first: boolean): number | null => {
    const key = `${first ? '' : rung} ${next}`;
    const known = costs.get(key);
    if (known !== undefined) return known;
    const cost = legCost(first ? [] : lattice.needsOf(rung), lattice.needsOf(next), lattice);
    costs.set(key, cost);
    return cost;
  };
  const directly = legCost([], lattice.needsOf(to), lattice);
  if (from === to) return { outcome: 'THERE', route: { legs: [], cost: 0 }, directly: 0, runnerUp: null };
  const best = shortest(from, to, lattice.links, costOf);
  if (!best) return { outcome: 'NO_WAY', route: { legs: [], cost: 0 }, directly, runnerUp: null };
  let runnerUp: RouteAnswer['runnerUp'] = null;
  for (const without of best.legs) {
    const links = lattice.links.filter((link) => link.from !== without.from || link.to !== without.to);
    const other = shortest(from, to, links, costOf);
    if (other && (!runnerUp || other.cost < runnerUp.cost))
      runnerUp = { ...other, without: { from: without.from, to: without.to } };
  }
  return { outcome: 'FOUND', route: best, directly, runnerUp };
}

/** Null where not everything that the rung asks can be closed. */
function legCost(met: readonly Need[], needs: readonly Need[], lattice: Lattice): number | null {
  const reached = new Map(met.map(({ skillId, levelOrdinal }) => [skillId, levelOrdinal ?? 1]));
  const holds = (skillId: string) => Math.max(lattice.holds(skillId), reached.get(skillId) ?? 0);
  const { outcome, cost } = cheapestSet(needs, holds, lattice.offers, lattice.earned);
  return outcome === 'CLOSED' || outcome === 'NOTHING_TO_CLOSE' ? cost : null;
}

/** Dijkstra: a lattice that comes round only ever costs more, so ways round end by themselves. */
function shortest(
  from: string,
  to: string,
  links: readonly Link[],
  costOf: (link: Link, first: boolean) => number | null,
): Route | null {
  const open = new Map<string, Route>([[from, { legs: [], cost: 0 }]]);
  const done = new Set<string>();
  for (;;) {
    const nearest = [...open].reduce<[string, Route] | null>(
      (best, each) => (best && best[1].cost <= each[1].cost ? best : each),
      null,
    );
    if (!nearest) return null;
    const [at, route] = nearest;
    if (at === to) return route;
    open.delete(at);
    done.add(at);
    for (const link of links) {
      if (link.from !== at || done.has(link.to)) continue;
      const cost = costOf(link, at === from);
      if (cost === null || (open.get(link.to)?.cost ?? Number.POSITIVE_INFINITY) <= route.cost + cost) continue;
      open.set(link.to, { legs: [...route.legs, { ...link, cost }], cost: route.cost + cost });
    }
  }
}
