import type { Role } from '@assay/access';
import { DomainEvent } from '../../platform/events/event.js';

export class PersonAdded extends DomainEvent {
  constructor(readonly subjectId: string) {
    super();
  }
}

/** A role waits for a second person. `subjectId` is the grant. */
export class RoleProposed extends DomainEvent {
  constructor(readonly subjectId: string) {
    super();
  }
}

export class RoleGranted extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly role: Role,
  ) {
    super();
  }
}

export class RoleEnded extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly role: Role,
  ) {
    super();
  }
}
