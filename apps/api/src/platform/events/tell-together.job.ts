import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../access/viewer.js';
import { Job, type RunningJob } from '../jobs/job.js';
import { queueEach } from './event.js';
import { EventListeners } from './event-listeners.js';

const payload = z.object({ eventIds: z.array(z.uuid()).min(1) });

/** Tells what happened to many at once, in one transaction. Where one of them cannot be told, a second try tells each apart. */
@Injectable()
export class TellTogetherJob extends Job<z.infer<typeof payload>> {
  readonly name = 'events.tell-together';
  readonly payload = payload;

  constructor(private readonly listeners: EventListeners) {
    super();
  }

  async run(system: Viewer, { eventIds }: z.infer<typeof payload>, { attempt }: RunningJob): Promise<void> {
    return attempt > 1 ? queueEach(system, eventIds) : this.listeners.tell(system, eventIds);
  }
}
