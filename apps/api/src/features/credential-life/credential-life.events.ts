import { DomainEvent } from '../../platform/events/event.js';

/** Something was done to a credential; its holder is told why. */
export class CredentialChanged extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly credentialId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** Somebody proposes what a second person has to confirm. */
export class CredentialChangeProposed extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly credentialId: string,
    readonly askedBy: string,
  ) {
    super();
  }
}

/** A credential comes to its end; a reminder of the schedule is due. */
export class CredentialEnding extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
  ) {
    super();
  }
}
