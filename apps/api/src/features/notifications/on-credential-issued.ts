import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { CredentialIssued } from '../credentials/credentials.events.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { StackProgressService } from '../stacks/stack-progress.service.js';
import { NotificationsService } from './notifications.service.js';

/** Tells holders that their badges are signed and can be shown. */
@Injectable()
export class OnCredentialIssued implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly credentials: CredentialsService,
    private readonly achievements: AchievementsService,
    private readonly notifications: NotificationsService,
    private readonly stacks: StackProgressService,
  ) {}

  onModuleInit(): void {
    this.listeners.onMany(CredentialIssued, (system, issued) => this.tell(system, issued));
  }

  private async tell(system: Viewer, issued: readonly CredentialIssued[]): Promise<void> {
    const credentials = await this.credentials.firstEditions(
      system,
      issued.map(({ subjectId }) => subjectId),
    );
    const told = credentials.map(async ({ id, personId, versionId }) => {
      const achievement = await this.achievements.versionById(system, versionId);
      return {
        personId,
        title: 'Your badge is ready',
        body: [
          `${achievement?.name ?? 'It'} is signed and yours to share.`,
          ...(await this.towards(system, personId, achievement)),
        ].join(' '),
        subjects: { credentialId: id, achievementVersionId: versionId },
        path: `/growth/badges/${id}`,
      };
    });
    await this.notifications.tellAll(system, 'BADGE_READY', await Promise.all(told));
  }

  /** What it brings its holder nearer to. */
  private async towards(system: Viewer, personId: string, version: AchievementVersion | null): Promise<string[]> {
    const larger = version ? await this.stacks.counting(system, version.achievementId) : [];
    const progress = await Promise.all(larger.map((each) => this.stacks.of(system, personId, each)));
    return larger.flatMap(({ name }, place) => {
      const { toGo, exact } = progress[place] ?? { toGo: null, exact: true };
      // What is complete comes by itself, and is told of then.
      return toGo ? [`It counts towards ${name}: ${exact ? '' : 'at least '}${toGo} to go.`] : [];
    });
  }
}
