import { DomainEvent } from '../../platform/events/event.js';

/** Somebody finished a course, and it was recorded. */
export class CourseCompleted extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
    readonly courseId: string,
  ) {
    super();
  }
}

/** A recorded completion was taken back. */
export class CompletionWithdrawn extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
    readonly courseId: string,
  ) {
    super();
  }
}
