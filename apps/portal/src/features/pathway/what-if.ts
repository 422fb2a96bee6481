import { bestUse, type Need } from '@assay/pathway';
import type { Aim } from './pathway.documents.js';

export interface WhatIf {
  /** Verified readiness, 0 to 1. */
  readiness: number;
  /** What the hours would go into, by achievement. */
  achievementIds: string[];
}

/** The best use of so many hours, by the same rules as the server's. */
export function withHours(aim: Aim, hours: number): WhatIf {
  const needs = aim.rows.map(
    ({ requirement }): Need => ({
      skillId: requirement.skill.id,
      levelOrdinal: requirement.level?.ordinal ?? null,
      importance: requirement.importance,
      mustHave: requirement.mustHave,
    }),
  );
  const held = new Map(aim.rows.map((row) => [row.requirement.skill.id, row.verified?.ordinal ?? 0]));
  const offers = aim.plan.offers.map(({ achievementId, hours: cost, requires, gives }) => ({
    ...{ id: achievementId, cost },
    requires: requires.filter((id) => aim.plan.offers.some((each) => each.achievementId === id && !each.earned)),
    grants: Object.fromEntries(gives.map(({ skillId, to }) => [skillId, to])),
  }));
  const usable = offers.filter(({ id }) => !aim.plan.outOfReach.includes(id));
  const earned = new Set(aim.plan.offers.filter((each) => each.earned).map((each) => each.achievementId));
  const { ids, closes } = bestUse(needs, (skillId) => held.get(skillId) ?? 0, usable, hours, earned);
  const asked = needs.reduce((sum, need) => sum + need.importance * (need.levelOrdinal ?? 1), 0);
  return { readiness: asked === 0 ? 1 : Math.min(1, aim.verified + closes / asked), achievementIds: ids };
}
