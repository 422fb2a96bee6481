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

/** A newer version of what somebody aims at was published and asks other things; the goal stays as it was planned. */
export class GoalAsksChanged extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** A goal follows the newer version, because the day up to which it was kept is over. */
export class GoalFollowed extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
  ) {
    super();
  }
}
