import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../access/viewer.js';
import { Job } from '../jobs/job.js';
import { EventListeners } from './event-listeners.js';

const payload = z.object({ eventId: z.uuid() });

/** Tells everybody who listens of one recorded event, in one transaction: all heard it, or it is told again. */
@Injectable()
export class TellEventJob extends Job<z.infer<typeof payload>> {
  readonly name = 'events.tell';
  readonly payload = payload;

  constructor(private readonly listeners: EventListeners) {
    super();
  }

  run(system: Viewer, { eventId }: z.infer<typeof payload>): Promise<void> {
    return this.listeners.tell(system, [eventId]);
  }
}
