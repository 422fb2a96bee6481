import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/viewer.js';
import type { DomainEvent } from './event.js';

type Listener = (system: Viewer, event: never) => Promise<void>;

/** Who wants to know what. Higher features register; the feature that tells knows none of them. */
@Injectable()
export class EventListeners {
  private readonly listeners = new Map<string, Listener[]>();

  on<Event extends DomainEvent>(
    type: abstract new (...args: never[]) => Event,
    listen: (system: Viewer, event: Event) => Promise<void>,
  ): void {
    this.listeners.set(type.name, [...(this.listeners.get(type.name) ?? []), listen as Listener]);
  }

  /** Tells everybody who listens of one recorded event; of one that was told before nobody hears again. */
  async tell(system: Viewer, eventId: string): Promise<void> {
    const [event] = await system.tx.query<{ type: string; payload: object }>(
      'SELECT type, payload FROM domain_event WHERE id = $1 AND told_at IS NULL FOR UPDATE',
      [eventId],
    );
    if (!event) return;
    for (const listen of this.listeners.get(event.type) ?? []) await listen(system, event.payload as never);
    await system.tx.query('UPDATE domain_event SET told_at = now() WHERE id = $1', [eventId]);
  }
}
