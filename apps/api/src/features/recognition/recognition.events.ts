import { DomainEvent } from '../../platform/events/event.js';

/** Somebody asks what a badge from elsewhere counts for. */
export class ExternalCredentialSent extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** It was decided what a badge from elsewhere counts for. */
export class ExternalCredentialDecided extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** A badge that counts here was withdrawn by its issuer, or does not hold any more. */
export class RecognisedCredentialFell extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
  ) {
    super();
  }
}
