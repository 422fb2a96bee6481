import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { IssuanceService } from './issuance.service.js';

const payload = z.object({ awardIds: z.array(z.uuid()).min(1) });

/** Signs the credentials of many awards in one transaction. */
@Injectable()
export class IssueChunkJob extends Job<z.infer<typeof payload>> {
  readonly name = 'credentials.issue-chunk';
  readonly payload = payload;
  override readonly rules = { attempts: 1, backoffMs: 1_000 };

  constructor(private readonly issuance: IssuanceService) {
    super();
  }

  run(system: Viewer, { awardIds }: z.infer<typeof payload>): Promise<void> {
    return this.issuance.issue(system, awardIds);
  }

  override failed(system: Viewer, { awardIds }: z.infer<typeof payload>): Promise<void> {
    return this.issuance.halve(system, awardIds);
  }
}
