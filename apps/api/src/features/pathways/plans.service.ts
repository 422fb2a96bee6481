import { type Cover, cheapestSet, type PlanOrder, planOrder, runningCost } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { JobRoleRequirement } from '../skills/job-role.entity.js';
import type { ReadinessRow } from '../standings/readiness.type.js';
import { OffersService, type PlannedOffer, stillEarned, toOffer } from './offers.service.js';
import type { PlanType } from './plan.type.js';

/** What is asked of somebody, beside what they hold verified. */
export interface Aimed {
  personId: string;
  rows: readonly { requirement: JobRoleRequirement; have: number; gap: number }[];
}

/** As the API shows it. */
export type PlanView = PlanType;

/** How to get to a job role level: what to earn, in which order, and what else there was to choose. Nothing is stored. */
@Injectable()
export class PlansService {
  /** By the rows it was made for: the plan of an answer and what is next for each of its gaps are one plan. */
  private readonly made = new WeakMap<Aimed['rows'], Promise<PlanView>>();

  constructor(private readonly offers: OffersService) {}

  of(viewer: Viewer, readiness: Aimed): Promise<PlanView> {
    const made = this.made.get(readiness.rows) ?? this.make(viewer, readiness);
    this.made.set(readiness.rows, made);
    return made;
  }

  /** What the plan has for one gap, in the order of the plan, with the level that each step verifies. */
  async towards(viewer: Viewer, row: ReadinessRow): Promise<{ achievementId: string; ordinal: number }[]> {
    if (row.gap === 0) return [];
    const { skillId } = row.requirement;
    const { steps, offers } = await this.of(viewer, { personId: row.personId, rows: row.among });
    return steps
      .filter(({ closes }) => closes.some((advance) => advance.skillId === skillId))
      .map(({ achievementId }) => {
        const offer = offers.find((each) => each.achievementId === achievementId);
        return { achievementId, ordinal: offer?.gives.find((advance) => advance.skillId === skillId)?.to ?? 0 };
      });
  }

  private async make(viewer: Viewer, readiness: Aimed): Promise<PlanView> {
    const open = readiness.rows.filter(({ gap }) => gap > 0).map(({ requirement }) => requirement.skillId);
    const offered = open.length > 0 ? await this.offers.proving(viewer, open) : [];
    const needs = readiness.rows.map(({ requirement }) => requirement);
    const held = new Map(readiness.rows.map(({ requirement, have }) => [requirement.skillId, have]));
    const holds = (skillId: string) => held.get(skillId) ?? 0;
    const earned = stillEarned(await this.offers.earned(viewer, readiness.personId), offered, holds);
    const cover = cheapestSet(needs, holds, offered.map(toOffer), earned);
    return planView(cover, planOrder(cover.ids, needs, holds, offered.map(toOffer)), offered, earned);
  }
}

function planView(
  cover: Cover,
  order: PlanOrder,
  offered: readonly PlannedOffer[],
  earned: ReadonlySet<string>,
): PlanView {
  const offers = new Map(offered.map((each) => [each.achievementId, each]));
  const { runnerUp } = cover;
  return {
    ...{ outcome: cover.outcome, exact: cover.exact, hours: cover.cost, unreached: cover.unreached },
    unblockedAfter: order.unblockedAfter,
    hoursAYear: runningCost(
      cover.ids.map((id) => ({
        renewalCost: offers.get(id)?.hours ?? 0,
        validMonths: offers.get(id)?.validMonths ?? null,
      })),
    ),
    steps: order.steps.map(({ id, cost, costSoFar, ...step }) => ({
      ...step,
      ...{ achievementId: id, hours: cost, hoursSoFar: costSoFar, hoursSaid: offers.get(id)?.hoursSaid ?? false },
    })),
    outOfReach: cover.outOfReach.map(({ id }) => id),
    runnerUp: runnerUp && {
      ...{ achievementIds: runnerUp.ids, without: runnerUp.without },
      ...{ hours: runnerUp.cost, hoursMore: runnerUp.costsMore },
    },
    otherOrder: order.runnerUp && {
      achievementIds: order.runnerUp.steps.map(({ id }) => id),
      ...{ startsWith: order.runnerUp.startsWith, blockedLonger: order.runnerUp.blockedLonger },
    },
    ...moneyOf(cover.ids, offers),
    offers: offered.map(({ achievementId, hours, requires, grants, price, priceOf }) => ({
      ...{ achievementId, hours, requires, price, priceOf, earned: earned.has(achievementId) },
      gives: grants.map(({ skillId, ordinal }) => ({ skillId, from: 0, to: ordinal })),
    })),
  };
}

/** What the steps cost as far as the catalogue says it, and to keep a year; those without a price are named. */
function moneyOf(
  ids: readonly string[],
  offers: ReadonlyMap<string, PlannedOffer>,
): Pick<PlanView, 'currency' | 'price' | 'priceAYear' | 'unpriced'> {
  const steps = ids.flatMap((id) => offers.get(id) ?? []);
  const priced = steps.flatMap(({ price, validMonths }) => (price === null ? [] : [{ price, validMonths }]));
  return {
    currency: steps[0]?.currency ?? null,
    price: priced.reduce((sum, { price }) => sum + price, 0),
    priceAYear: runningCost(priced.map(({ price, validMonths }) => ({ renewalCost: price, validMonths }))),
    unpriced: steps.filter(({ price }) => price === null).map(({ achievementId }) => achievementId),
  };
}
