import { DomainEvent } from '../../platform/events/event.js';

/** A candidate objects to a decision. */
export class AppealLodged extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
    readonly candidateId: string,
  ) {
    super();
  }
}

/** An appeal was looked at and taken up. */
export class AppealTakenUp extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
    readonly candidateId: string,
  ) {
    super();
  }
}

/** An appeal was answered: out of scope, upheld, partly upheld or dismissed. */
export class AppealDecided extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
    readonly candidateId: string,
    readonly outcome: string,
  ) {
    super();
  }
}

/** Other decisions are to be looked at again. */
export class RecallOpened extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly items: number,
  ) {
    super();
  }
}

/** A released outcome became another one. */
export class OutcomeChanged extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly submissionId: string,
    readonly candidateId: string,
    readonly before: string,
    readonly after: string,
  ) {
    super();
  }
}
