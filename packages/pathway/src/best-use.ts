import { type CredentialSet, EXACT_UP_TO, gained, inOrder } from './cheapest-set.js';
import { gapsOf, type Holds, type Need, neededOrdinal } from './need.js';
import { type Offer, Offers } from './offers.js';

const MOST_LOOKED_AT = 200_000;
const ROUNDING = 1e-9;

export interface BestUse extends CredentialSet {
  /** Σ w · levels that it closes. */
  closes: number;
  exact: boolean;
  /** The best set of another content within the budget; null where there is none. */
  runnerUp: (CredentialSet & { closes: number }) | null;
  /** What would come next, and how much more budget it takes; null where nothing more can be closed. */
  next: { id: string; costsMore: number } | null;
}

interface Choice extends CredentialSet {
  closes: number;
}

/** The most weighted gap that a budget of hours or money closes; of equal ones the cheaper, then the smaller. */
export function bestUse(
  needs: readonly Need[],
  holds: Holds,
  on: readonly Offer[],
  budget: number,
  earned: ReadonlySet<string> = new Set(),
): BestUse {
  const search = new BudgetSearch(needs, holds, new Offers(on, earned), budget);
  const best = search.run();
  const others = best.ids
    .map((without) => {
      const left = on.filter(({ id }) => id !== without);
      return new BudgetSearch(needs, holds, new Offers(left, earned), budget).run();
    })
    .filter(({ closes }) => closes > 0);
  const runnerUp = others.reduce<Choice | null>(
    (found, each) => (found && !isBetter(each, found) ? found : each),
    null,
  );
  return { ...best, exact: search.finished, runnerUp, next: search.nextAfter(best) };
}

class BudgetSearch {
  finished = true;
  private looked = 0;
  private best: Choice = { ids: [], cost: 0, closes: 0 };
  private readonly targets: Map<string, number>;
  private readonly have: Map<string, number>;
  private readonly worth: Map<string, number>;
  private readonly candidates: Offer[];

  constructor(
    needs: readonly Need[],
    holds: Holds,
    private readonly offers: Offers,
    private readonly budget: number,
  ) {
    const open = gapsOf(needs, holds).map(({ need }) => need);
    this.targets = new Map(open.map((need) => [need.skillId, neededOrdinal(need)]));
    this.have = new Map(open.map(({ skillId }) => [skillId, holds(skillId)]));
    this.worth = new Map(open.map(({ skillId, importance }) => [skillId, importance]));
    this.candidates = offers.earnable
      .filter(({ id }) => this.closes([...(offers.closureOf(id) ?? [])]) > 0)
      .sort((a, b) => this.ratioOf(b) - this.ratioOf(a));
  }

  run(): Choice {
    const all = new Set(this.candidates.flatMap(({ id }) => [...(this.offers.closureOf(id) ?? [])]));
    this.approach();
    if (all.size > EXACT_UP_TO) this.finished = false;
    else this.look(new Set(), 0);
    return { ...this.best, ids: inOrder(this.best.ids, this.offers) };
  }

  /** The least that closes more than the choice does. */
  nextAfter(choice: Choice): BestUse['next'] {
    const more = this.candidates
      .filter(({ id }) => !choice.ids.includes(id))
      .map(({ id }) => ({ id, bundle: this.bundleOf(id, new Set(choice.ids)) }))
      .filter(({ bundle }) => this.closes([...choice.ids, ...bundle]) > choice.closes)
      .map(({ id, bundle }) => ({ id, costsMore: choice.cost + this.offers.costOf(bundle) - this.budget }));
    return more.reduce<BestUse['next']>(
      (least, each) => (least && least.costsMore <= each.costsMore ? least : each),
      null,
    );
  }

  private look(chosen: ReadonlySet<string>, from: number): void {
    if (++this.looked > MOST_LOOKED_AT) {
      this.finished = false;
      return;
    }
    const cost = this.offers.costOf(chosen);
    const closes = this.closes(chosen);
    this.keep({ ids: [...chosen], cost, closes });
    if (closes + this.atMost(chosen, from, this.budget - cost) < this.best.closes - ROUNDING) return;
    for (let place = from; place < this.candidates.length; place += 1) {
      const bundle = this.bundleOf(this.candidates[place]?.id ?? '', chosen);
      if (bundle.length === 0 || cost + this.offers.costOf(bundle) > this.budget + ROUNDING) continue;
      this.look(new Set([...chosen, ...bundle]), place + 1);
    }
  }

  /** What those that remain could close at most, were each to close its own whole and be cut to fit. */
  private atMost(chosen: ReadonlySet<string>, from: number, left: number): number {
    const now = this.closes(chosen);
    const options = this.candidates
      .slice(from)
      .flatMap(({ id }) => [...(this.offers.closureOf(id) ?? [])])
      .filter((id, place, all) => !chosen.has(id) && all.indexOf(id) === place)
      .map((id) => ({ gain: this.closes([...chosen, id]) - now, cost: this.offers.costOf([id]) }))
      .sort((a, b) => b.gain * a.cost - a.gain * b.cost);
    let [sum, rest] = [0, left];
    for (const { gain, cost } of options) {
      if (cost <= rest) sum += gain;
      else return sum + (gain * rest) / cost;
      rest -= cost;
    }
    return sum;
  }

  /** The best ratio that still fits, again and again; and the best single one, which that can miss. */
  private approach(): void {
    const chosen = new Set<string>();
    for (const { id } of this.candidates) {
      const bundle = this.bundleOf(id, chosen);
      const more = this.closes([...chosen, ...bundle]) > this.closes(chosen);
      if (more && this.offers.costOf([...chosen, ...bundle]) <= this.budget)
        for (const each of bundle) chosen.add(each);
      const alone = [...(this.offers.closureOf(id) ?? [])];
      this.keep({ ids: alone, cost: this.offers.costOf(alone), closes: this.closes(alone) });
    }
    this.keep({ ids: [...chosen], cost: this.offers.costOf(chosen), closes: this.closes(chosen) });
  }

  private keep(choice: Choice): void {
    if (choice.cost <= this.budget + ROUNDING && isBetter(choice, this.best)) this.best = choice;
  }

  private bundleOf(id: string, chosen: ReadonlySet<string>): string[] {
    return [...(this.offers.closureOf(id) ?? [])].filter((each) => !chosen.has(each));
  }

  private closes(ids: Iterable<string>): number {
    return gained(this.offers.levelsOf(ids), this.have, this.targets, this.worth);
  }

  private ratioOf({ id }: Offer): number {
    const bundle = [...(this.offers.closureOf(id) ?? [])];
    return this.closes(bundle) / Math.max(this.offers.costOf(bundle), ROUNDING);
  }
}

function isBetter(one: Choice, other: Choice): boolean {
  if (Math.abs(one.closes - other.closes) > ROUNDING) return one.closes > other.closes;
  if (Math.abs(one.cost - other.cost) > ROUNDING) return one.cost < other.cost;
  return one.ids.length < other.ids.length;
}
