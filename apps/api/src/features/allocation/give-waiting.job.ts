import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { AssessmentSettingsService } from '../assessments/assessment-settings.service.js';
import { AllocationService } from './allocation.service.js';

const payload = z.object({});

/** Where work finds its assessor by itself: what was handed in since the last look is given out. */
@Injectable()
export class GiveWaitingJob extends Job<z.infer<typeof payload>> {
  readonly name = 'assessments.give-waiting';
  readonly payload = payload;
  override readonly everySeconds = 60;

  constructor(
    private readonly allocation: AllocationService,
    private readonly settings: AssessmentSettingsService,
  ) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    const { allocation } = await this.settings.current(system);
    if (allocation === 'AUTOMATIC') await this.allocation.run(system, 'ONLINE');
  }
}
