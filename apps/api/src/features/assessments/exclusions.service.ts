import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { conflicts, type EligibilityRule } from './eligibility.rules.js';
import { SlotExclusion } from './slot-exclusion.entity.js';

/** Somebody knows whose work it is, and says so about this place alone. */
export const RECUSED = 'recused';
/** Somebody gave back what was given to them: it is not given to them again, though they may still take it. */
export const DECLINED = 'declined';

/** Keeps which rule stood against whom, whenever it decided who fills a place. */
@Injectable()
export class ExclusionsService {
  /** The rules that stand in the way of one person. */
  store(viewer: Viewer, slotId: string, personId: string | null, rules: EligibilityRule[]): Promise<void> {
    if (!personId) return Promise.resolve();
    return this.keep(
      viewer,
      conflicts(rules).map(({ rule }) => ({ slotId, personId, rule })),
    );
  }

  async keep(viewer: Viewer, found: Pick<SlotExclusion, 'slotId' | 'personId' | 'rule'>[]): Promise<void> {
    if (found.length === 0) return;
    await viewer.tx.query(
      `INSERT INTO slot_exclusion (slot_id, person_id, rule, at)
       SELECT slot_id, person_id, rule, $4 FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS it (slot_id, person_id, rule)
       ON CONFLICT DO NOTHING`,
      [
        found.map(({ slotId }) => slotId),
        found.map(({ personId }) => personId),
        found.map(({ rule }) => rule),
        viewer.now,
      ],
    );
  }

  async ofSlot(viewer: Viewer, slotId: string): Promise<SlotExclusion[]> {
    const found = await viewer.load('exclusions', slotId, async (ids) => {
      const rows = await viewer.tx.manager.find(SlotExclusion, {
        where: { slotId: In([...ids]) },
        order: { at: 'ASC', personId: 'ASC', rule: 'ASC' },
      });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.slotId === id)]));
    });
    return found ?? [];
  }
}
