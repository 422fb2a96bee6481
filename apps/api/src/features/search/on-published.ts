import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementPublished } from '../achievements/achievement.events.js';
import { FrameworkPublished } from '../skills/skills.events.js';
import { SearchEntries } from './search-entries.service.js';

/** What was published can be found from then on. */
@Injectable()
export class OnPublished implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly entries: SearchEntries,
  ) {}

  onModuleInit(): void {
    this.listeners.on(FrameworkPublished, (system, { subjectId, supersededId }) =>
      this.entries.framework(system, subjectId, supersededId),
    );
    this.listeners.on(AchievementPublished, (system, { subjectId, achievementId }) =>
      this.entries.achievement(system, subjectId, achievementId),
    );
  }
}
