import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { ChangesService } from '../credential-life/changes.service.js';
import { CredentialChanged, CredentialChangeProposed } from '../credential-life/credential-life.events.js';
import type { CredentialChange } from '../credential-life/credential-change.entity.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { PeopleService } from '../people/people.service.js';
import { NotificationsService } from './notifications.service.js';

const HAPPENED: Record<CredentialChange['kind'], string> = {
  SUSPEND: 'is suspended',
  REINSTATE: 'counts again',
  REVOKE: 'was withdrawn',
  CORRECT: 'was corrected',
};

/** Tells holders what was done to a badge, and why; and those who keep badges that one waits for a second of them. */
@Injectable()
export class OnCredentialChanged implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly changes: ChangesService,
    private readonly credentials: CredentialsService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(CredentialChanged, (system, { subjectId }) => this.tellHolder(system, subjectId));
    this.listeners.on(CredentialChangeProposed, (system, { subjectId }) => this.tellKeepers(system, subjectId));
  }

  private async tellHolder(system: Viewer, changeId: string): Promise<void> {
    const change = await this.changes.byId(system, changeId);
    if (!change) return;
    const credential = await this.credentials.byId(system, change.credentialId);
    const shown = credential?.supersededBy ?? change.credentialId;
    await this.notifications.tell(system, {
      personId: change.personId,
      kind: 'BADGE_CHANGED',
      title: `Your badge ${HAPPENED[change.kind]}: ${await this.nameOf(system, change)}`,
      body: change.reason,
      subjects: { credentialId: shown, credentialChangeId: change.id },
      path: `/growth/badges/${shown}`,
    });
  }

  /** Those who could confirm it: neither who asked nor whom it is about. */
  private async tellKeepers(system: Viewer, changeId: string): Promise<void> {
    const change = await this.changes.byId(system, changeId);
    if (!change) return;
    const keepers = [
      ...(await this.people.everywhereIn(system, 'HR_DESIGNER')),
      ...(await this.people.everywhereIn(system, 'PROGRAMME_OWNER')),
    ].map(({ id }) => id);
    for (const personId of new Set(keepers)) {
      if (personId === change.askedBy || personId === change.personId) continue;
      await this.notifications.tell(system, {
        personId,
        kind: 'BADGE_CHANGE_PROPOSED',
        title: `A badge is to be withdrawn: ${await this.nameOf(system, change)}`,
        body: 'A second person has to confirm it before anything happens.',
        subjects: { credentialId: change.credentialId, credentialChangeId: change.id },
        path: `/programme/credentials/${change.credentialId}`,
      });
    }
  }

  private async nameOf(system: Viewer, { credentialId }: CredentialChange): Promise<string> {
    const credential = await this.credentials.byId(system, credentialId);
    const version = credential && (await this.achievements.versionById(system, credential.achievementVersionId));
    return version?.name ?? 'a badge';
  }
}
