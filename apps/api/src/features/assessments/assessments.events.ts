import { DomainEvent } from '../../platform/events/event.js';

/** An assessor took a slot. */
export class SlotClaimed extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly assessorId: string,
  ) {
    super();
  }
}

/** A slot went back into the queue, by its assessor or because the lease ended. */
export class SlotPutBack extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly reason: string,
  ) {
    super();
  }
}

/** A mark was handed in. */
export class MarkHandedIn extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
  ) {
    super();
  }
}

/** The candidate may read the outcome from now on. */
export class DecisionReleased extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
    readonly candidateId: string,
    readonly outcome: string,
  ) {
    super();
  }
}
