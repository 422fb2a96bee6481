import { DomainEvent } from '../../platform/events/event.js';

/** The day came on which somebody wants to look at a report. */
export class ReportDue extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
  ) {
    super();
  }
}
