import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { coveredBy, limitsOf } from '../people/limits.service.js';
import { type EligibilityFacts, type EligibilityRule, eligibility } from './eligibility.rules.js';
import type { MarkingSlot } from './marking-slot.entity.js';

/** How many slots one assessor may hold at once. */
export const CAPACITY = 6;

/** Reporting lines between a slot's candidate (`slot.candidate_id`) and a person (`$1`) today. */
const LINE = (who: string, whom: string) =>
  `EXISTS (SELECT FROM employment e WHERE e.person_id = ${who} AND e.manager_id = ${whom}
     AND e.starts_on <= current_date AND (e.ends_on IS NULL OR e.ends_on >= current_date))`;
export const MANAGES_CANDIDATE = LINE('slot.candidate_id', '$1');
export const MANAGED_BY_CANDIDATE = LINE('$1', 'slot.candidate_id');
export const QUALIFIED_AS = `(SELECT q.basis FROM assessor_qualification q
   WHERE q.achievement_id = slot.achievement_id AND q.person_id = $1 AND q.ended_at IS NULL)`;
/** Whether the limits of the role (`$2`, null for none) cover the slot. */
export const COVERED = coveredBy('$2', { person: 'slot.candidate_id', achievement: 'slot.achievement_id' });
/** Has another place in the same submission. */
const TAKES_PART = `EXISTS (SELECT FROM marking_slot own WHERE own.submission_id = slot.submission_id AND own.id <> slot.id
   AND own.assessor_id = $1 AND own.state IN ('LEASED', 'HANDED_IN'))`;
/** Every hard rule but capacity, for lists. */
export const MAY_TAKE = `(${COVERED} AND ${QUALIFIED_AS} IS NOT NULL AND slot.candidate_id <> $1 AND NOT ${MANAGES_CANDIDATE} AND NOT ${MANAGED_BY_CANDIDATE} AND NOT ${TAKES_PART})`;
export const HELD = `(SELECT count(*)::int FROM marking_slot h WHERE h.assessor_id = $1 AND h.state = 'LEASED' AND h.lease_until > now())`;

/** The hard rules of allocation for the viewer, for many slots in one statement. */
@Injectable()
export class EligibilityService {
  async of(viewer: Viewer, slot: Pick<MarkingSlot, 'id'>): Promise<EligibilityRule[]> {
    const facts = await this.factsOf(viewer, slot.id);
    return facts ? eligibility(facts) : [];
  }

  /** What the rules look at; policies find it by `viewer.loaded('eligibility', …)` afterwards. */
  factsOf(viewer: Viewer, slotId: string): Promise<EligibilityFacts | null> {
    if (!viewer.personId) return Promise.resolve(null);
    return viewer.load('eligibility', slotId, async (ids) => {
      // The database answers about the viewer alone, also for slots that it does not show them.
      const rows = await viewer.tx.query<Omit<EligibilityFacts, 'capacity'> & { id: string }>(
        'SELECT * FROM app_slot_eligibility($1, $2)',
        [viewer.personId, [...ids]],
      );
      const limited = limitsOf(viewer, 'submission.mark') !== null;
      return new Map(
        rows.map((row) => [row.id, { ...row, covered: limited ? row.covered : null, capacity: CAPACITY }]),
      );
    });
  }
}
