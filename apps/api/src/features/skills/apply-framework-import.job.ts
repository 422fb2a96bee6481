import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job, type RunningJob } from '../../platform/jobs/job.js';
import { FrameworkImportRuns } from './framework-import-runs.service.js';

const payload = z.object({ importId: z.uuid(), personId: z.uuid() });
const ATTEMPTS = 3;

/** Writes what the preview of an import shows as a draft version: all of it or nothing. */
@Injectable()
export class ApplyFrameworkImportJob extends Job<z.infer<typeof payload>> {
  readonly name = 'skills.apply-framework-import';
  readonly payload = payload;
  override readonly rules = { attempts: ATTEMPTS, backoffMs: 2_000 };

  constructor(private readonly runs: FrameworkImportRuns) {
    super();
  }

  run(system: Viewer, { importId, personId }: z.infer<typeof payload>): Promise<void> {
    return this.runs.apply(system, importId, personId);
  }

  override async failed(
    system: Viewer,
    { importId }: z.infer<typeof payload>,
    _error: Error,
    job: RunningJob,
  ): Promise<void> {
    if (job.attempt >= ATTEMPTS) await this.runs.failed(system, importId);
  }
}
