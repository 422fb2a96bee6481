import { DomainEvent } from '../../platform/events/event.js';

/** A version can be earned from now on. The subject is the version. */
export class AchievementPublished extends DomainEvent {
  constructor(
    readonly subjectId: string,
    readonly achievementId: string,
    /** The version that it takes the place of. */
    readonly supersedesId: string | null,
  ) {
    super();
  }
}
