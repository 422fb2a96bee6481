import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job, type RunningJob } from '../../platform/jobs/job.js';
import { ImportRunsService } from './import-runs.service.js';

const payload = z.object({ importId: z.uuid() });
const ATTEMPTS = 3;

/** Reads a file of people and works out what it would do. */
@Injectable()
export class PreviewPeopleImportJob extends Job<z.infer<typeof payload>> {
  readonly name = 'people.preview-import';
  readonly payload = payload;
  override readonly rules = { attempts: ATTEMPTS, backoffMs: 2_000 };

  constructor(private readonly runs: ImportRunsService) {
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
