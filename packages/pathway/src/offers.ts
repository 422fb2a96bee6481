import { type Link, cycleIn } from './lattice.js';

/** Something that can be earned: an achievement with what it verifies, what it costs, and what must be earned before. */
export interface Offer {
  id: string;
  /** Level by skill. */
  grants: Readonly<Record<string, number>>;
  /** Hours, or money: whatever is being saved. Not below 0. */
  cost: number;
  /** Offers that must be earned before. */
  requires?: readonly string[];
}

/** Why an offer is out of reach, whatever one does. */
export interface OutOfReach {
  id: string;
  /** NEEDS_ITSELF: its prerequisites come round. NOT_OFFERED: one of them cannot be earned. */
  because: 'NEEDS_ITSELF' | 'NOT_OFFERED';
  /** The way round, or the prerequisite that is missing. */
  way: string[];
}

/** Offers that can be earned, each with every other that it takes, in the order of the list. */
export class Offers {
  readonly byId: ReadonlyMap<string, Offer>;
  readonly outOfReach: OutOfReach[] = [];
  private readonly closures = new Map<string, Set<string> | null>();

  constructor(
    readonly all: readonly Offer[],
    /** What is held already asks for nothing more. */
    private readonly earned: ReadonlySet<string> = new Set(),
  ) {
    this.byId = new Map(all.filter(({ id }) => !earned.has(id)).map((offer) => [offer.id, offer]));
    for (const { id } of this.byId.values()) if (!this.closureOf(id)) this.outOfReach.push(this.reason(id));
  }

  /** The offer and every prerequisite that is not earned yet; null where it cannot be earned at all. */
  closureOf(id: string): ReadonlySet<string> | null {
    const known = this.closures.get(id);
    if (known !== undefined) return known;
    const closure = this.reachable(id) ? this.everythingBefore(id) : null;
    this.closures.set(id, closure);
    return closure;
  }

  /** Every offer that can be earned. */
  get earnable(): Offer[] {
    return [...this.byId.values()].filter(({ id }) => this.closureOf(id) !== null);
  }

  costOf(ids: Iterable<string>): number {
    let cost = 0;
    for (const id of ids) cost += this.byId.get(id)?.cost ?? 0;
    return cost;
  }

  /** The level that a set of offers gives of each skill: the highest, never a sum. */
  levelsOf(ids: Iterable<string>): Map<string, number> {
    const levels = new Map<string, number>();
    for (const id of ids)
      for (const [skill, level] of Object.entries(this.byId.get(id)?.grants ?? {}))
        levels.set(skill, Math.max(level, levels.get(skill) ?? 0));
    return levels;
  }

  private before(id: string): string[] {
    return (this.byId.get(id)?.requires ?? []).filter((required) => !this.earned.has(required));
  }

  private everythingBefore(id: string): Set<string> {
    const found = new Set([id]);
    for (const each of found) for (const required of this.before(each)) found.add(required);
    return found;
  }

  private reachable(id: string): boolean {
    const all = this.everythingBefore(id);
    return [...all].every((each) => this.byId.has(each)) && cycleIn(this.linksOf(all)) === null;
  }

  private reason(id: string): OutOfReach {
    const all = this.everythingBefore(id);
    const missing = [...all].filter((each) => !this.byId.has(each));
    if (missing.length > 0) return { id, because: 'NOT_OFFERED', way: missing };
    return { id, because: 'NEEDS_ITSELF', way: cycleIn(this.linksOf(all)) ?? [] };
  }

  private linksOf(ids: ReadonlySet<string>): Link[] {
    return [...ids].flatMap((from) => this.before(from).map((to) => ({ from, to })));
  }
}
