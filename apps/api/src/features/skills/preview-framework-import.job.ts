import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job, type RunningJob } from '../../platform/jobs/job.js';
import { FrameworkImportRuns } from './framework-import-runs.service.js';

const payload = z.object({ importId: z.uuid() });
const ATTEMPTS = 3;

/** Reads the files of a framework and works out what they would do. */
@Injectable()
export class PreviewFrameworkImportJob extends Job<z.infer<typeof payload>> {
  readonly name = 'skills.preview-framework-import';
  readonly payload = payload;
  override readonly rules = { attempts: ATTEMPTS, backoffMs: 2_000 };

  constructor(private readonly runs: FrameworkImportRuns) {
    super();
  }

  run(system: Viewer, { importId }: z.infer<typeof payload>): Promise<void> {
    return this.runs.preview(system, importId);
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
