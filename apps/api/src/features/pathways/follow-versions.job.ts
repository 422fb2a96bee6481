import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { NewerVersionsService } from './newer-versions.service.js';

const payload = z.object({});

const AN_HOUR = 3_600;

/** The day up to which goals were kept makes no event: somebody has to look. */
@Injectable()
export class FollowVersionsJob extends Job<z.infer<typeof payload>> {
  readonly name = 'goals.follow';
  readonly payload = payload;
  override readonly everySeconds = AN_HOUR;

  constructor(private readonly newer: NewerVersionsService) {
    super();
  }

  run(system: Viewer): Promise<void> {
    return this.newer.follow(system);
  }
}
