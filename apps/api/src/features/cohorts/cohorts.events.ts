import { DomainEvent } from '../../platform/events/event.js';

/** Somebody was enrolled in a cohort. */
export class CohortJoined extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** Somebody in a cohort is reminded of what waits on them. */
export class CohortReminder extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
  ) {
    super();
  }
}
