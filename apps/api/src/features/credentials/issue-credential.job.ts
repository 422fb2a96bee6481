import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { IssuanceService } from './issuance.service.js';

const payload = z.object({ awardId: z.uuid() });

/** Signs the credential of one award. */
@Injectable()
export class IssueCredentialJob extends Job<z.infer<typeof payload>> {
  readonly name = 'credentials.issue';
  readonly payload = payload;

  constructor(private readonly issuance: IssuanceService) {
    super();
  }

  run(system: Viewer, { awardId }: z.infer<typeof payload>): Promise<void> {
    return this.issuance.issue(system, [awardId]);
  }

  override failed(system: Viewer, { awardId }: z.infer<typeof payload>, error: Error): Promise<void> {
    return this.issuance.noteFailure(system, awardId, error.message);
  }
}
