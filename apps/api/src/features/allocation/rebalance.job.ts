import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { AssessmentSettingsService } from '../assessments/assessment-settings.service.js';
import { AllocationService } from './allocation.service.js';

const payload = z.object({});
const DAY = 24 * 60 * 60;

/** Shares out anew what was given and not begun: people left, went on leave, became somebody's manager, or have much more to do. */
@Injectable()
export class RebalanceJob extends Job<z.infer<typeof payload>> {
  readonly name = 'assessments.rebalance';
  readonly payload = payload;
  override readonly everySeconds = DAY;

  constructor(
    private readonly allocation: AllocationService,
    private readonly settings: AssessmentSettingsService,
  ) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    const { allocation } = await this.settings.current(system);
    await this.allocation.run(system, 'NIGHTLY', allocation === 'AUTOMATIC');
  }
}
