import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { ReleasesService } from './releases.service.js';

const payload = z.object({});

/** Releases what was planned for an hour, when that hour has come. */
@Injectable()
export class ReleaseDueJob extends Job<z.infer<typeof payload>> {
  readonly name = 'assessments.release-due';
  readonly payload = payload;
  override readonly everySeconds = 60;

  constructor(private readonly releases: ReleasesService) {
    super();
  }

  async run(system: Viewer): Promise<void> {
    await this.releases.releaseDue(system);
  }
}
