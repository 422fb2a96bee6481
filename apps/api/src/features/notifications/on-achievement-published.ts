import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf } from '../../platform/access/day.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementPublished } from '../achievements/achievement.events.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { VersionChangesService } from '../achievements/version-changes.service.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { PeopleService } from '../people/people.service.js';
import { asksMoreWords } from './ending-words.rules.js';
import { NotificationsService } from './notifications.service.js';

/** Tells holders of an earlier version what a new one asks that they have not shown. Their badges stay as they are. */
@Injectable()
export class OnAchievementPublished implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly changes: VersionChangesService,
    private readonly credentials: CredentialsService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(AchievementPublished, (system, event) => this.tell(system, event));
  }

  private async tell(system: Viewer, { subjectId, achievementId, supersedesId }: AchievementPublished): Promise<void> {
    const version = supersedesId ? await this.achievements.versionById(system, subjectId) : null;
    const body = version && asksMoreWords(await this.changes.of(system, version));
    if (!body) return;
    const held = await this.credentials.heldByOthersThan(system, achievementId, subjectId);
    for (const { id, personId } of held) {
      const holder = await this.people.byId(system, personId);
      if (!holder?.isWithUs(dayOf(system))) continue;
      await this.notifications.tell(system, {
        ...{ personId, kind: 'BADGE_ASKS_MORE', title: `Your badge asks for more now: ${version.name}`, body },
        ...{ subjects: { credentialId: id, achievementVersionId: subjectId }, path: `/growth/badges/${id}` },
      });
    }
  }
}
