import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Job } from '../../platform/jobs/job.js';
import { RemindersService } from './reminders.service.js';

const payload = z.object({});

const AN_HOUR = 3_600;

/** Looks which credentials come to their end. Every hour, so that a server that was off at night misses no day. */
@Injectable()
export class RemindJob extends Job<z.infer<typeof payload>> {
  readonly name = 'credentials.remind';
  readonly payload = payload;
  override readonly everySeconds = AN_HOUR;

  constructor(private readonly reminders: RemindersService) {
    super();
  }

  run(system: Viewer): Promise<void> {
    return this.reminders.remind(system);
  }
}
