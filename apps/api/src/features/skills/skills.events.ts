import { DomainEvent } from '../../platform/events/event.js';

export class FrameworkDrafted extends DomainEvent {
  constructor(readonly subjectId: string) {
    super();
  }
}

export class FrameworkPublished extends DomainEvent {
  constructor(
    readonly subjectId: string,
    /** The version it takes the place of. */
    readonly supersededId: string | null,
  ) {
    super();
  }
}
