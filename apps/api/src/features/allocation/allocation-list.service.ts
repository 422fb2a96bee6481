import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../../platform/graphql/connection.js';
import { MarkingSlot } from '../assessments/marking-slot.entity.js';
import type { AllocationScope } from './allocation.type.js';

const SCOPES: Record<AllocationScope, string> = {
  WAITING: `it.state = 'OPEN' OR it.state = 'LEASED' AND it.lease_until <= now()`,
  GIVEN: `it.state = 'ALLOCATED'`,
  HELD: `it.state = 'LEASED' AND it.lease_until > now()`,
  // As the board counts them.
  NOT_BEGUN: `it.state IN ('OPEN', 'ALLOCATED')`,
  BEGUN: `it.state = 'LEASED'`,
  OVERDUE: `it.state IN ('OPEN', 'ALLOCATED', 'LEASED') AND it.due_at < now()`,
};

/** The places of judgement as whoever gives out work sees them, the most urgent first. */
@Injectable()
export class AllocationListService {
  async page(
    viewer: Viewer,
    input: PageInput & { scope: AllocationScope; achievementId?: string | null },
  ): Promise<Page<MarkingSlot>> {
    const { achievementId = null } = input;
    if (achievementId !== null && !isId(achievementId)) return pageOf([], input, 0, () => []);
    const from = readTimeCursor(input.after);
    const of = viewer.tx.manager
      .createQueryBuilder(MarkingSlot, 'it')
      .where(`(${SCOPES[input.scope]}) AND app_leads(it.submission_id)`);
    if (achievementId) of.andWhere('it.achievementId = :achievementId', { achievementId });
    const total = await of.getCount();
    const rows = await of
      .andWhere(from ? '(it.dueAt, it.id) > (:at, :id)' : 'true', from ?? {})
      .orderBy('it.dueAt')
      .addOrderBy('it.id')
      .take(limitOf(input))
      .getMany();
    return pageOf(rows, input, total, (row) => [row.dueAt.toISOString(), row.id]);
  }
}
