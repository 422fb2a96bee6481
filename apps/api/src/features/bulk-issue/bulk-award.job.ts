import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job, type RunningJob } from '../../platform/jobs/job.js';
import { BulkRunsService } from './bulk-runs.service.js';

const payload = z.object({ bulkIssueId: z.uuid(), personId: z.uuid() });
const ATTEMPTS = 3;

/** Gives the badges of a list: all of them or none. */
@Injectable()
export class BulkAwardJob extends Job<z.infer<typeof payload>> {
  readonly name = 'credentials.bulk-award';
  readonly payload = payload;
  override readonly rules = { attempts: ATTEMPTS, backoffMs: 2_000 };

  constructor(private readonly runs: BulkRunsService) {
    super();
  }

  run(system: Viewer, { bulkIssueId, personId }: z.infer<typeof payload>): Promise<void> {
    return this.runs.award(system, bulkIssueId, personId);
  }

  override async failed(
    system: Viewer,
    { bulkIssueId }: z.infer<typeof payload>,
    _error: Error,
    job: RunningJob,
  ): Promise<void> {
    if (job.attempt >= ATTEMPTS) await this.runs.failed(system, bulkIssueId);
  }
}
