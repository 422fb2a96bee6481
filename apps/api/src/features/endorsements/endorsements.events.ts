import { DomainEvent } from '../../platform/events/event.js';

/** Somebody is asked to say something for a credential. */
export class EndorsementAsked extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly holderId: string,
  ) {
    super();
  }
}

/** Whoever was asked gave it, or declined. */
export class EndorsementAnswered extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly holderId: string,
  ) {
    super();
  }
}

/** What was said is not said any more. */
export class EndorsementWithdrawn extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly holderId: string,
  ) {
    super();
  }
}
