import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialIssued } from '../credentials/credentials.events.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { StackProgressService } from '../stacks/stack-progress.service.js';
import { NotificationsService } from './notifications.service.js';

/** Tells the holder that the badge is signed and can be shown. */
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
    this.listeners.on(CredentialIssued, (system, event) => this.tell(system, event));
  }

  private async tell(system: Viewer, { subjectId, personId }: CredentialIssued): Promise<void> {
    const credential = await this.credentials.byId(system, subjectId);
    // Of a correction its holder is told as such.
    if (!credential || credential.edition > 1) return;
    const achievement = await this.achievements.versionById(system, credential.achievementVersionId);
    await this.notifications.tell(system, {
      personId,
      kind: 'BADGE_READY',
      title: 'Your badge is ready',
      body: [
        `${achievement?.name ?? 'It'} is signed and yours to share.`,
        ...(await this.towards(system, credential)),
      ].join(' '),
      subjects: { credentialId: credential.id, achievementVersionId: credential.achievementVersionId },
      path: `/growth/badges/${credential.id}`,
    });
  }

  /** What it brings its holder nearer to. */
  private async towards(system: Viewer, { personId, achievementVersionId }: Credential): Promise<string[]> {
    const version = await this.achievements.versionById(system, achievementVersionId);
    const larger = version ? await this.stacks.counting(system, version.achievementId) : [];
    const progress = await Promise.all(larger.map((each) => this.stacks.of(system, personId, each)));
    return larger.flatMap(({ name }, place) => {
      const { toGo, exact } = progress[place] ?? { toGo: null, exact: true };
      // What is complete comes by itself, and is told of then.
      return toGo ? [`It counts towards ${name}: ${exact ? '' : 'at least '}${toGo} to go.`] : [];
    });
  }
}
