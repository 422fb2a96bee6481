import { blockedBy, type Holds, type Need, neededOrdinal } from './need.js';
import { type Offer, Offers } from './offers.js';
import { readinessOf } from './readiness.js';

/** One step of a plan. Its reasons are facts, which a screen puts into words. */
export interface PlanStep {
  id: string;
  cost: number;
  /** Everything up to and with this step. */
  costSoFar: number;
  /** Readiness when it is done. */
  after: number;
  /** Skills whose gap it narrows or closes, from what and to what. */
  closes: { skillId: string; from: number; to: number }[];
  /** Must-haves that it meets. */
  unblocks: string[];
  /** Steps of this plan that need it. */
  neededFor: string[];
}

export interface OrderedPlan {
  steps: PlanStep[];
  /** Spent when the last must-have that the plan can meet is met; 0 where none was open. */
  unblockedAfter: number;
}

export interface PlanOrder extends OrderedPlan {
  /** By readiness per hour alone: where it would begin, and how much longer must-haves would stay open. Null: the same. */
  runnerUp: (OrderedPlan & { startsWith: string; blockedLonger: number }) | null;
}

/** Must-haves first, then the most readiness for its cost; prerequisites before what needs them. */
export function planOrder(
  ids: readonly string[],
  needs: readonly Need[],
  holds: Holds,
  on: readonly Offer[],
): PlanOrder {
  const offers = new Offers(on.filter(({ id }) => ids.includes(id)).map((offer) => within(offer, ids)));
  const chosen = ordered(offers, needs, holds, true);
  const other = ordered(offers, needs, holds, false);
  const startsWith = other.steps.find(({ id }, place) => id !== chosen.steps[place]?.id)?.id;
  return {
    ...chosen,
    runnerUp: startsWith
      ? { ...other, startsWith, blockedLonger: Math.max(0, other.unblockedAfter - chosen.unblockedAfter) }
      : null,
  };
}

const within = (offer: Offer, ids: readonly string[]): Offer => ({
  ...offer,
  requires: (offer.requires ?? []).filter((id) => ids.includes(id)),
});

function ordered(offers: Offers, needs: readonly Need[], holds: Holds, mustHavesFirst: boolean): OrderedPlan {
  const asked = new Map(needs.map((need) => [need.skillId, need]));
  const levels = new Map(needs.map(({ skillId }) => [skillId, holds(skillId)]));
  const have = (skillId: string) => levels.get(skillId) ?? holds(skillId);
  const left = new Map(offers.earnable.map((offer) => [offer.id, offer]));
  const steps: PlanStep[] = [];
  let [costSoFar, unblockedAfter] = [0, 0];
  while (left.size > 0) {
    const next = nextOf([...left.values()], offers, left, needs, have, mustHavesFirst);
    if (!next) break;
    left.delete(next.id);
    const blocked = new Set(blockedBy(needs, have).map(({ skillId }) => skillId));
    const closes = Object.entries(next.grants).flatMap(([skillId, level]) => {
      const need = asked.get(skillId);
      const [from, to] = [have(skillId), Math.min(level, need ? neededOrdinal(need) : 0)];
      return to > from ? [{ skillId, from, to }] : [];
    });
    for (const { skillId, to } of closes) levels.set(skillId, to);
    const still = new Set(blockedBy(needs, have).map(({ skillId }) => skillId));
    costSoFar += next.cost;
    const unblocks = [...blocked].filter((skillId) => !still.has(skillId));
    if (unblocks.length > 0) unblockedAfter = costSoFar;
    const neededFor = [...left.values()].filter(({ requires }) => requires?.includes(next.id)).map(({ id }) => id);
    steps.push({
      id: next.id,
      cost: next.cost,
      costSoFar,
      after: readinessOf(needs, have),
      closes,
      unblocks,
      neededFor,
    });
  }
  return { steps, unblockedAfter };
}

/** Of what can be taken now: the one that a must-have waits for, then the one worth most for its cost. */
function nextOf(
  options: readonly Offer[],
  offers: Offers,
  left: ReadonlyMap<string, Offer>,
  needs: readonly Need[],
  have: Holds,
  mustHavesFirst: boolean,
): Offer | null {
  const before = readinessOf(needs, have);
  const blocked = blockedBy(needs, have);
  const meets = (offer: Offer, need: Need) => (offer.grants[need.skillId] ?? 0) >= neededOrdinal(need);
  /** What a step is worth includes what waits for it. */
  const worthOf = (first: Offer) =>
    Math.max(
      ...options
        .filter(({ id }) => offers.closureOf(id)?.has(first.id))
        .map((offer) => {
          const bundle = [...(offers.closureOf(offer.id) ?? [])].filter((id) => left.has(id));
          const levels = offers.levelsOf(bundle);
          const after = readinessOf(needs, (skill) => Math.max(have(skill), levels.get(skill) ?? 0));
          const opens = mustHavesFirst && blocked.some((need) => meets(offer, need));
          const cost = Math.max(offers.costOf(bundle), 1e-9);
          return (opens ? 1e12 : 0) + (after - before) / cost;
        }),
    );
  const ready = options.filter(({ requires }) => !(requires ?? []).some((id) => left.has(id)));
  let best: { offer: Offer; worth: number } | null = null;
  for (const offer of ready) {
    const worth = worthOf(offer);
    if (!best || worth > best.worth) best = { offer, worth };
  }
  return best?.offer ?? null;
}
