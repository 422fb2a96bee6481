import { DomainEvent } from '../../platform/events/event.js';

/** Somebody else made an account nobody's. `subjectId` is the person whose it was; words, because the row is gone. */
export class AccountForgotten extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly providerName: string,
    readonly byId: string,
    readonly reason: string,
  ) {
    super();
  }
}
