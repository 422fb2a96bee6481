import { DomainEvent } from '../../platform/events/event.js';

/** Something that a larger badge rests on counts no longer, and somebody has to decide about it. */
export class StackAtRisk extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** Somebody said that a larger badge stands although something that it rests on counts no longer. */
export class StackKept extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
  ) {
    super();
  }
}
