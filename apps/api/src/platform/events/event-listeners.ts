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

  of(type: string): Listener[] {
    return this.listeners.get(type) ?? [];
  }
}
