import { DomainEvent } from '../../platform/events/event.js';

/** A line manager set a goal for a report. */
export class GoalAssigned extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
    readonly byId: string,
  ) {
    super();
  }
}

/** Somebody proposes a plan to their line manager. */
export class PlanProposed extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
    readonly managerId: string,
  ) {
    super();
  }
}

/** The line manager agreed to a plan. */
export class PlanAgreed extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
    readonly byId: string,
  ) {
    super();
  }
}

/** One of the two said something about a plan, and the other is to hear of it. */
export class PlanCommented extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
    readonly byId: string,
    readonly toId: string,
  ) {
    super();
  }
}
