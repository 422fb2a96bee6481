import { DomainEvent } from '../../platform/events/event.js';

/** A place was given to an assessor, who has not begun yet. */
export class SlotGiven extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly assessorId: string,
  ) {
    super();
  }
}

/** A place that was given to an assessor was taken from them before they began. */
export class SlotTakenBack extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly assessorId: string,
    readonly reason: string,
  ) {
    super();
  }
}

/** A lead allowed somebody to judge although a rule stands against it. */
export class ConflictWaived extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly assessorId: string,
    readonly rules: string[],
  ) {
    super();
  }
}

/** Somebody declared that they are too near to another to judge them. */
export class ConflictDeclared extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
  ) {
    super();
  }
}
