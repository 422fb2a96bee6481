import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EligibilityService, type SlotTaker } from '../assessments/eligibility.service.js';
import type { MarkingSlot } from '../assessments/marking-slot.entity.js';
import type { AllocationProblem, Option } from './allocation.rules.js';

/** How many places are given out at a time; the rest is there tomorrow, or with the next press. */
const MOST_PLACES = 300;
/** Judged the same candidate this often: nobody is nearer. */
const MUCH_HISTORY = 4;

type Place = Pick<MarkingSlot, 'id' | 'submissionId' | 'state' | 'assessorId'>;
type Nearness = { slotId: string; personId: string; judged: number; sameUnit: boolean; declined: boolean };

export interface Waiting {
  places: Place[];
  takers: SlotTaker[];
  problem: AllocationProblem;
}

/** What is to be given out, to whom it may go, and what speaks for each: as plain values, so that the draw can be repeated. */
@Injectable()
export class AllocationProblemsService {
  constructor(private readonly eligibility: EligibilityService) {}

  /** With what was given and not begun, or only what nobody has yet. */
  async waiting(viewer: Viewer, seed: string, withGiven: boolean): Promise<Waiting> {
    const places = await this.places(viewer, withGiven);
    const ids = places.map(({ id }) => id);
    const takers = await this.eligibility.takersOfAll(viewer, ids);
    const nearness = await this.nearness(viewer, ids, [...new Set(takers.map(({ personId }) => personId))]);
    const near = new Map(nearness.map((each) => [`${each.slotId} ${each.personId}`, each]));
    const options = takers.flatMap((taker): Option[] => {
      const it = near.get(`${taker.slotId} ${taker.personId}`);
      if (it?.declined || taker.rules.some(({ ok, rule }) => !ok && rule !== 'capacity')) return [];
      return [
        {
          placeId: taker.slotId,
          takerId: taker.personId,
          skillMatch: taker.qualifiedAs === 'HOLDS_SKILL' ? 1 : 0.5,
          sharedHistory: Math.min(it?.judged ?? 0, MUCH_HISTORY) / MUCH_HISTORY,
          sameUnit: it?.sameUnit ?? false,
        },
      ];
    });
    return { places, takers, problem: { seed, places: places.map(asPlace), takers: room(places, takers), options } };
  }

  private places(viewer: Viewer, withGiven: boolean): Promise<Place[]> {
    return viewer.tx.query<Place>(
      `SELECT slot.id, slot.submission_id AS "submissionId", slot.state, slot.assessor_id AS "assessorId"
       FROM marking_slot slot
       WHERE slot.state = ANY ($1::text[]) AND slot.held_at IS NULL AND ($2::uuid IS NULL OR app_leads(slot.submission_id))
       ORDER BY slot.due_at, slot.id LIMIT ${MOST_PLACES}`,
      [withGiven ? ['OPEN', 'ALLOCATED'] : ['OPEN'], viewer.personId],
    );
  }

  private nearness(viewer: Viewer, slotIds: string[], people: string[]): Promise<Nearness[]> {
    return viewer.tx.query<Nearness>('SELECT * FROM app_nearness($1, $2)', [slotIds, people]);
  }
}

const asPlace = ({ id, submissionId }: Place) => ({ id, submissionId });

/** Everybody's room, without what is being given out anew. */
function room(places: readonly Place[], takers: readonly SlotTaker[]): AllocationProblem['takers'] {
  const moving = new Map<string, number>();
  for (const { state, assessorId } of places)
    if (state === 'ALLOCATED' && assessorId) moving.set(assessorId, (moving.get(assessorId) ?? 0) + 1);
  const people = new Map(takers.map((taker) => [taker.personId, taker]));
  return [...people.values()].map(({ personId, holds, capacity }) => ({
    id: personId,
    load: holds - (moving.get(personId) ?? 0),
    capacity,
  }));
}
