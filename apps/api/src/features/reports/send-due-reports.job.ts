import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { record } from '../../platform/events/event.js';
import { Job } from '../../platform/jobs/job.js';
import { ReportDue } from './reports.events.js';
import { nextDue } from './schedule.rules.js';
import { SavedReport } from './saved-report.entity.js';

const payload = z.object({});
const AT_ONCE = 200;

/** Sees to it that owners are told on their day. Nothing is run: they see the rows when they open it, by their rights of then. */
@Injectable()
export class SendDueReportsJob extends Job<z.infer<typeof payload>> {
  readonly name = 'reports.send-due';
  readonly payload = payload;
  override readonly everySeconds = 15 * 60;

  async run(system: Viewer): Promise<void> {
    const due = await system.tx.manager.find(SavedReport, {
      where: { dueAt: LessThanOrEqual(system.now) },
      order: { dueAt: 'ASC' },
      take: AT_ONCE,
      lock: { mode: 'pessimistic_write' },
    });
    for (const { id, ownerId, schedule } of due) {
      await system.tx.manager.update(SavedReport, { id }, { dueAt: nextDue(schedule, system.now) });
      await record(system, new ReportDue(id, ownerId));
    }
  }
}
