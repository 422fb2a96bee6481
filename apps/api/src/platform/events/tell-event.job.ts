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

  async run(system: Viewer, { eventId }: z.infer<typeof payload>): Promise<void> {
    const [event] = await system.tx.query<{ type: string; payload: object }>(
      'SELECT type, payload FROM domain_event WHERE id = $1 AND told_at IS NULL FOR UPDATE',
      [eventId],
    );
    if (!event) return;
    for (const tell of this.listeners.of(event.type)) await tell(system, event.payload as never);
    await system.tx.query('UPDATE domain_event SET told_at = now() WHERE id = $1', [eventId]);
  }
}
