import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job, type RunningJob } from '../../platform/jobs/job.js';
import { CourseImportService } from './course-import.service.js';

const payload = z.object({ importId: z.uuid(), personId: z.uuid() });
const ATTEMPTS = 3;

/** Does what the preview of an import shows: all of it or nothing. */
@Injectable()
export class ApplyCourseImportJob extends Job<z.infer<typeof payload>> {
  readonly name = 'courses.apply-import';
  readonly payload = payload;
  override readonly rules = { attempts: ATTEMPTS, backoffMs: 2_000 };

  constructor(private readonly imports: CourseImportService) {
    super();
  }

  run(system: Viewer, { importId, personId }: z.infer<typeof payload>): Promise<void> {
    return this.imports.run(system, importId, personId);
  }

  override async failed(
    system: Viewer,
    { importId }: z.infer<typeof payload>,
    _error: Error,
    job: RunningJob,
  ): Promise<void> {
    if (job.attempt >= ATTEMPTS) await this.imports.failed(system, importId);
  }
}
