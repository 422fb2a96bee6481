import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { ClaimsService } from './claims.service.js';

const payload = z.object({});

/** Looks who left, whether by a screen, an import, SCIM or a last day that passed, and sends them the link to their badges. */
@Injectable()
export class SendClaimLinksJob extends Job<z.infer<typeof payload>> {
  readonly name = 'leaving.send-claim-links';
  readonly payload = payload;
  override readonly everySeconds = 60;

  constructor(private readonly claims: ClaimsService) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    await this.claims.sendDue(system);
  }
}
