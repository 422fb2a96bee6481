import { DomainEvent } from '../../platform/events/event.js';

/** Somebody said at which level they saw a colleague at work. */
export class SkillObserved extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly personId: string,
    readonly observerId: string,
    readonly skillId: string,
  ) {
    super();
  }
}
