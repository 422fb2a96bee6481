import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { BadgeCheckService } from './badge-check.service.js';

const payload = z.object({ id: z.uuid() });

/** Checks a badge from elsewhere: in the worker, because its issuer may take long to answer. */
@Injectable()
export class CheckExternalCredentialJob extends Job<z.infer<typeof payload>> {
  readonly name = 'recognition.check';
  readonly payload = payload;

  constructor(private readonly checks: BadgeCheckService) {
    super();
  }

  run(system: Viewer, { id }: z.infer<typeof payload>): Promise<void> {
    return this.checks.check(system, id);
  }
}
