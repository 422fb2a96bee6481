import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { WithdrawalService } from './withdrawal.service.js';

const payload = z.object({ awardId: z.uuid(), reason: z.string() });

/** Takes back an award that no longer stands. */
@Injectable()
export class WithdrawAwardJob extends Job<z.infer<typeof payload>> {
  readonly name = 'credentials.withdraw';
  readonly payload = payload;

  constructor(private readonly withdrawals: WithdrawalService) {
    super();
  }

  run(system: Viewer, { awardId, reason }: z.infer<typeof payload>): Promise<void> {
    return this.withdrawals.withdraw(system, awardId, reason);
  }
}
