import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { Cohort } from './cohort.entity.js';
import { CohortBoardService } from './cohort-board.service.js';
import { nextReminder } from './reminder-days.rules.js';

const payload = z.object({});
const AT_ONCE = 100;

/**
 * Reminds cohorts whose moment has come. The moment moves on in the transaction in which people are told, so a try that is
 * taken back tells nobody and the next one everybody; whoever was reminded by hand that day is left out.
 */
@Injectable()
export class RemindCohortsJob extends Job<z.infer<typeof payload>> {
  readonly name = 'cohorts.remind';
  readonly payload = payload;
  override readonly everySeconds = 15 * 60;

  constructor(private readonly board: CohortBoardService) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    const due = await system.tx.manager.find(Cohort, {
      where: { remindAt: LessThanOrEqual(system.now), closedAt: IsNull() },
      order: { remindAt: 'ASC' },
      take: AT_ONCE,
    });
    for (const { id } of due) {
      await system.tx.aloneIn(`cohort ${id}`);
      const cohort = await system.tx.manager.findOneByOrFail(Cohort, { id });
      // It was closed or set anew while we waited for it.
      if (cohort.closedAt || !cohort.remindAt || cohort.remindAt > system.now) continue;
      await this.board.remindBehind(system, cohort);
      await system.tx.manager.update(Cohort, { id }, { remindAt: nextReminder(cohort, system.now) });
    }
  }
}
