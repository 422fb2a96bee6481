import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { ClaimsService } from './claims.service.js';

const payload = z.object({});

/** Puts slots back into the queue whose assessor gave no sign of life until the lease ended. */
@Injectable()
export class FreeLapsedLeasesJob extends Job<z.infer<typeof payload>> {
  readonly name = 'assessments.free-lapsed-leases';
  readonly payload = payload;
  override readonly everySeconds = 60;

  constructor(private readonly claims: ClaimsService) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    await this.claims.freeLapsed(system);
  }
}
