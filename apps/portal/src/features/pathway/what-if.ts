import { type BestUse, bestUse, type Need } from '@assay/pathway';
import type { Aim } from './pathway.documents.js';

/** What is given to it: hours of work, or money for courses. */
export type Budget = 'HOURS' | 'MONEY';

export interface WhatIf {
  /** Verified readiness, 0 to 1. */
  readiness: number;
  /** What the budget would go into, by achievement, and what it costs. */
  achievementIds: string[];
  cost: number;
  /** What comes second with as much, and the readiness that it would give. */
  runnerUp: { achievementIds: string[]; readiness: number } | null;
  /** What would come next, and how much more it takes. */
  next: BestUse['next'];
}

/** The best use of so many hours or so much money, by the same rules as the server's. */
export function withBudget(aim: Aim, budget: Budget, amount: number): WhatIf {
  const needs = aim.rows.map(
    ({ requirement }): Need => ({
      skillId: requirement.skill.id,
      levelOrdinal: requirement.level?.ordinal ?? null,
      importance: requirement.importance,
      mustHave: requirement.mustHave,
    }),
  );
  const held = new Map(aim.rows.map((row) => [row.requirement.skill.id, row.verified?.ordinal ?? 0]));
  const usable = aim.plan.offers.filter(({ achievementId }) => !aim.plan.outOfReach.includes(achievementId));
  const offers = usable.flatMap(({ achievementId, hours, price, requires, gives }) => {
    const cost = budget === 'HOURS' ? hours : price;
    // What has no price cannot be weighed against money, nor what asks for it first.
    if (cost === null) return [];
    return {
      ...{ id: achievementId, cost },
      requires: requires.filter((id) => aim.plan.offers.some((each) => each.achievementId === id && !each.earned)),
      grants: Object.fromEntries(gives.map(({ skillId, to }) => [skillId, to])),
    };
  });
  const earned = new Set(aim.plan.offers.filter((each) => each.earned).map((each) => each.achievementId));
  const best = bestUse(needs, (skillId) => held.get(skillId) ?? 0, offers, amount, earned);
  const asked = needs.reduce((sum, need) => sum + need.importance * (need.levelOrdinal ?? 1), 0);
  const after = (closes: number) => (asked === 0 ? 1 : Math.min(1, aim.verified + closes / asked));
  const { runnerUp } = best;
  return {
    ...{ readiness: after(best.closes), achievementIds: best.ids, cost: best.cost, next: best.next },
    runnerUp: runnerUp && { achievementIds: runnerUp.ids, readiness: after(runnerUp.closes) },
  };
}

/** Everything that bears on the plan and has a price, added up: more money than this can do nothing. */
export function mostMoney({ plan }: Aim): number {
  return plan.offers.reduce((sum, { price, earned }) => sum + (earned ? 0 : (price ?? 0)), 0);
}
