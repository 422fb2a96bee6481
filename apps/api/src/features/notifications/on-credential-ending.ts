import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf } from '../../platform/access/day.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { CredentialEnding } from '../credential-life/credential-life.events.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { ReminderSettingsService } from '../credentials/reminder-settings.service.js';
import { PeopleService } from '../people/people.service.js';
import { daysLeft, renewalWords } from './ending-words.rules.js';
import { NotificationsService } from './notifications.service.js';

/** Tells holders that a badge comes to its end and what a renewal asks; and their line managers, where that is wanted. */
@Injectable()
export class OnCredentialEnding implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly credentials: CredentialsService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
    private readonly settings: ReminderSettingsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(CredentialEnding, (system, { subjectId }) => this.tell(system, subjectId));
  }

  private async tell(system: Viewer, credentialId: string): Promise<void> {
    const credential = await this.credentials.byId(system, credentialId);
    const version = credential && (await this.achievements.versionById(system, credential.achievementVersionId));
    // Something may have been done to it since the reminder fell due.
    if (!version || !credential.validUntil || credential.status !== 'ACTIVE' || credential.supersededBy) return;
    const holder = await this.people.byId(system, credential.personId);
    if (!holder?.isWithUs(dayOf(system))) return;
    const left = daysLeft(credential.validUntil, system.now);
    await this.tellHolder(system, credential, version, left);
    if ((await this.settings.current(system)).tellsManager) await this.tellManager(system, credential, version, left);
  }

  private async tellHolder(system: Viewer, credential: Credential, version: AchievementVersion, left: string) {
    const offered = await this.achievements.currentOf(system, version.achievementId);
    await this.notifications.tell(system, {
      personId: credential.personId,
      kind: 'BADGE_ENDING',
      title: `Your badge ends ${left}: ${version.name}`,
      body: renewalWords(offered),
      subjects: { credentialId: credential.id },
      path: `/growth/badges/${credential.id}`,
    });
  }

  private async tellManager(system: Viewer, credential: Credential, version: AchievementVersion, left: string) {
    const employment = await this.people.employmentOf(system, credential.personId);
    const manager = employment?.managerId ? await this.people.byId(system, employment.managerId) : null;
    const holder = await this.people.byId(system, credential.personId);
    if (!holder || !manager?.isWithUs(dayOf(system))) return;
    await this.notifications.tell(system, {
      personId: manager.id,
      kind: 'TEAM_BADGE_ENDING',
      title: `A badge in your team ends ${left}: ${holder.displayName}, ${version.name}`,
      body: `${holder.displayName} was told how to renew it. When it ends, what it proves is shown as lapsed and counts no longer.`,
      subjects: { credentialId: credential.id, personId: holder.id },
      path: '/team',
    });
  }
}
