import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job, type RunningJob } from '../../platform/jobs/job.js';
import { FrameworkCopyService } from './framework-copy.service.js';

const payload = z.object({ frameworkId: z.uuid() });
const ATTEMPTS = 3;

/** Copies what is in a large framework into the draft of its next version. */
@Injectable()
export class CopyFrameworkJob extends Job<z.infer<typeof payload>> {
  readonly name = 'skills.copy-framework';
  readonly payload = payload;
  override readonly rules = { attempts: ATTEMPTS, backoffMs: 2_000 };

  constructor(private readonly copies: FrameworkCopyService) {
    super();
  }

  run(system: Viewer, { frameworkId }: z.infer<typeof payload>): Promise<void> {
    return this.copies.run(system, frameworkId);
  }

  override async failed(
    system: Viewer,
    { frameworkId }: z.infer<typeof payload>,
    _error: Error,
    job: RunningJob,
  ): Promise<void> {
    if (job.attempt >= ATTEMPTS) await this.copies.failed(system, frameworkId);
  }
}
