import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { coveredBy, limitsOf } from '../people/limits.service.js';
export type { EligibilityRule } from './eligibility.rules.js';
import { conflicts, type EligibilityFacts, type EligibilityRule, eligibility, WAIVABLE } from './eligibility.rules.js';
import { LiveChecksService } from './live-checks.service.js';
import type { MarkingSlot } from './marking-slot.entity.js';

/** Whether the limits of the role (`$2`, null for none) cover the slot. */
export const COVERED = coveredBy('$2', { person: 'slot.candidate_id', achievement: 'slot.achievement_id' });
/** No rule stands between the viewer and the slot, or each is waived. The same functions answer for one slot and for lists. */
const NO_CONFLICT = `(NOT (ARRAY[slot.candidate_id, slot.submission_id, slot.id] && (SELECT app_conflicted_with())::uuid[])
   OR slot.id = ANY ((SELECT app_waived_slots())::uuid[]))`;
/** Wrote on the rubric, while nobody who did not may assess it; of a slot that the database does not show nothing is known. */
const AUTHOR_ALONE = 'achievement_version_id = ANY ((SELECT app_author_alone())::uuid[])';
/** Every hard rule but capacity and leave, for lists. */
export const MAY_TAKE = `(${COVERED} AND slot.achievement_id = ANY ((SELECT app_qualified_for())::uuid[]) AND ${NO_CONFLICT} AND NOT slot.${AUTHOR_ALONE})`;
/** How much of somebody's (`$1`) room is filled: what they hold and what was given to them. */
export const HELD = `(SELECT count(*)::int FROM marking_slot h WHERE h.assessor_id = $1
   AND (h.state = 'ALLOCATED' OR h.state = 'LEASED' AND h.lease_until > now()))`;
/** How much room somebody (`$1`) has. */
export const CAPACITY = `coalesce((SELECT p.capacity FROM assessor_profile p WHERE p.person_id = $1), 6)`;

/** Somebody who may assess what a place is about, and how the rules stand for them there. */
export interface SlotTaker {
  slotId: string;
  personId: string;
  qualifiedAs: EligibilityFacts['qualifiedAs'];
  /** Everything they hold. */
  holds: number;
  capacity: number;
  rules: EligibilityRule[];
}

/** The hard rules of allocation for the viewer, for many slots in one statement. */
@Injectable()
export class EligibilityService {
  constructor(private readonly checks: LiveChecksService) {}

  async of(viewer: Viewer, slot: Pick<MarkingSlot, 'id'>): Promise<EligibilityRule[]> {
    const facts = await this.factsOf(viewer, slot.id);
    return facts ? eligibility(facts) : [];
  }

  /** What the rules look at; policies find it by `viewer.loaded('eligibility', …)` afterwards. */
  factsOf(viewer: Viewer, slotId: string): Promise<EligibilityFacts | null> {
    if (!viewer.personId) return Promise.resolve(null);
    return viewer.load('eligibility', slotId, async (ids) => {
      // The database answers about the viewer alone, also for slots that it does not show them.
      const rows = await viewer.tx.query<EligibilityFacts & { id: string }>(
        `SELECT facts.*, coalesce(slot.${AUTHOR_ALONE}, false) AS "authorAlone"
         FROM app_slot_eligibility($1, $2) facts LEFT JOIN marking_slot slot ON slot.id = facts.id`,
        [viewer.personId, [...ids]],
      );
      const limited = limitsOf(viewer, 'submission.mark') !== null;
      const checks = await this.checks.held(viewer);
      return new Map(
        rows.map((row) => [row.id, { ...row, held: row.held + checks, covered: limited ? row.covered : null }]),
      );
    });
  }

  /** Who might fill a place, for whoever leads its assessment; nobody for others. Those who may come first. */
  async takersOf(viewer: Viewer, slotId: string): Promise<SlotTaker[]> {
    const found = await viewer.load('takers', slotId, async (ids) => {
      const all = await this.takersOfAll(viewer, ids);
      return new Map(ids.map((id) => [id, all.filter((taker) => taker.slotId === id)]));
    });
    const open = ({ rules }: SlotTaker) => rules.filter(({ ok }) => !ok).length;
    return [...(found ?? [])].sort((one, other) => open(one) - open(other) || one.holds - other.holds);
  }

  async takersOfAll(viewer: Viewer, slotIds: readonly string[]): Promise<SlotTaker[]> {
    if (slotIds.length === 0) return [];
    const rows = await viewer.tx.query<EligibilityFacts & { id: string; personId: string; holds: number }>(
      'SELECT * FROM app_takers_of($1) ORDER BY id, "personId"',
      [[...slotIds]],
    );
    return rows.map(({ id, personId, qualifiedAs, holds, capacity, ...row }) => ({
      ...{ slotId: id, personId, qualifiedAs, holds, capacity },
      // That a role has no limits needs no words.
      rules: eligibility({ ...row, qualifiedAs, capacity, covered: row.covered ? null : false }, 'they'),
    }));
  }

  /** Who could begin now, those with most room first; for the product, which looks for somebody. */
  async ableTo(system: Viewer, slotId: string): Promise<string[]> {
    const takers = await this.takersOf(system, slotId);
    return takers.filter(({ rules }) => rules.every(({ ok }) => ok)).map(({ personId }) => personId);
  }

  /** Whether any of those who assess this may judge here, today or when they have room again. */
  async hasTaker(system: Viewer, slotId: string): Promise<boolean> {
    const takers = await this.takersOf(system, slotId);
    return takers.some(({ rules }) => conflicts(rules).length === 0);
  }

  isWaivable(rule: EligibilityRule['rule']): boolean {
    return WAIVABLE.some((each) => each === rule);
  }
}
