import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { IssuanceService } from './issuance.service.js';

const payload = z.object({});

/** Looks for awards that the queue has lost, and queues them again. */
@Injectable()
export class ReconcileAwardsJob extends Job<z.infer<typeof payload>> {
  readonly name = 'credentials.reconcile';
  readonly payload = payload;
  override readonly everySeconds = 30;

  constructor(private readonly issuance: IssuanceService) {
    super();
  }

  run(system: Viewer): Promise<void> {
    return this.issuance.reconcile(system);
  }
}
