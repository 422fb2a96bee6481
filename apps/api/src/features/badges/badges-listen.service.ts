import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementPublished } from '../achievements/achievement.events.js';
import { CredentialIssued } from '../credentials/credentials.events.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { BadgeArtService } from './badge-art.service.js';

/** Strikes a badge when its version is published, and keeps the picture of every year in which it was earned. */
@Injectable()
export class BadgesListenService implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly credentials: CredentialsService,
    private readonly art: BadgeArtService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(AchievementPublished, async (system, { subjectId }) => {
      await this.art.strike(system, subjectId);
      await this.art.keepPictures(system, subjectId);
    });
    this.listeners.on(CredentialIssued, (system, { subjectId }) => this.keepYear(system, subjectId));
  }

  private async keepYear(system: Viewer, credentialId: string): Promise<void> {
    const credential = await this.credentials.byId(system, credentialId);
    if (!credential) return;
    await this.art.strike(system, credential.achievementVersionId);
    await this.art.keepPictures(system, credential.achievementVersionId, credential.validFrom.getUTCFullYear());
  }
}
