import { DomainEvent } from '../../platform/events/event.js';

/** Somebody has earned something; its credential is being made. */
export class AwardMade extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** A credential was signed and stored. */
export class CredentialIssued extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly awardId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** Signing failed too often; a person has to look. */
export class AwardQuarantined extends DomainEvent {
  constructor(readonly subjectId: string) {
    super();
  }
}

/** What a credential rests on no longer stands. */
export class CredentialRevoked extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly awardId: string,
    readonly personId: string,
    readonly reason: string,
  ) {
    super();
  }
}
