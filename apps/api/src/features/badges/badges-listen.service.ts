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
    this.listeners.onMany(CredentialIssued, (system, issued) => this.keepYears(system, issued));
  }

  /** However many were issued, they are of a few versions and mostly of one year. */
  private async keepYears(system: Viewer, issued: readonly CredentialIssued[]): Promise<void> {
    for (const { versionId, year } of await this.credentials.yearsOf(system, issued.map(subjectOf))) {
      await this.art.strike(system, versionId);
      await this.art.keepPictures(system, versionId, year);
    }
  }
}

const subjectOf = ({ subjectId }: CredentialIssued): string => subjectId;
