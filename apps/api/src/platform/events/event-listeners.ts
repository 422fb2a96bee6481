import { Injectable } from '@nestjs/common';
import { Viewer } from '../access/viewer.js';
import type { DomainEvent } from './event.js';

type Listen = (system: Viewer, event: never) => Promise<void>;
type ListenToMany = (system: Viewer, events: never[]) => Promise<void>;
type Type<Event> = abstract new (...args: never[]) => Event;

interface Told {
  id: string;
  type: string;
  payload: object;
}

/** Who wants to know what. Higher features register; the feature that tells knows none of them. */
@Injectable()
export class EventListeners {
  private readonly listeners = new Map<string, Listen[]>();
  private readonly ofMany = new Map<string, ListenToMany[]>();

  on<Event extends DomainEvent>(type: Type<Event>, listen: (system: Viewer, event: Event) => Promise<void>): void {
    this.listeners.set(type.name, [...(this.listeners.get(type.name) ?? []), listen as Listen]);
  }

  /** For what happens to hundreds at once: hears of all that are told together in one go, after those who hear of each. */
  onMany<Event extends DomainEvent>(
    type: Type<Event>,
    listen: (system: Viewer, events: Event[]) => Promise<void>,
  ): void {
    this.ofMany.set(type.name, [...(this.ofMany.get(type.name) ?? []), listen as ListenToMany]);
  }

  /** Tells everybody who listens of recorded events; of one that was told before nobody hears again. */
  async tell(system: Viewer, eventIds: readonly string[]): Promise<void> {
    const events = await system.tx.query<Told>(
      `SELECT id, type, payload FROM domain_event WHERE id = ANY ($1::uuid[]) AND told_at IS NULL
       ORDER BY array_position($1::uuid[], id) FOR UPDATE`,
      [eventIds],
    );
    if (events.length === 0) return;
    // Each with eyes of its own: what was loaded for one may have changed by the next.
    const fresh = () => Viewer.system(system.tx, system.now);
    for (const { type, payload } of events) {
      const listeners = this.listeners.get(type) ?? [];
      const eyes = listeners.length > 0 ? fresh() : system;
      for (const listen of listeners) await listen(eyes, payload as never);
    }
    for (const type of new Set(events.map((event) => event.type))) {
      const payloads = events.filter((event) => event.type === type).map(({ payload }) => payload as never);
      for (const listen of this.ofMany.get(type) ?? []) await listen(fresh(), payloads);
    }
    await system.tx.query('UPDATE domain_event SET told_at = now() WHERE id = ANY ($1::uuid[])', [
      events.map(({ id }) => id),
    ]);
  }
}
