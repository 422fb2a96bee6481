import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { PeopleService } from '../people/people.service.js';
import type { ExternalCredential } from '../recognition/external-credential.entity.js';
import { ExternalCredentialsService } from '../recognition/external-credentials.service.js';
import {
  ExternalCredentialDecided,
  ExternalCredentialSent,
  RecognisedCredentialFell,
} from '../recognition/recognition.events.js';
import { NotificationsService } from './notifications.service.js';

const DECIDED: Record<NonNullable<ExternalCredential['outcome']>, string> = {
  RECOGNISED: 'A badge you brought counts',
  RPL_REQUIRED: 'A badge you brought is a start for prior learning',
  INFORMATION_ONLY: 'A badge you brought is shown as information',
};

/** Tells holders what became of a badge from elsewhere, and those who keep credentials that one waits for them. */
@Injectable()
export class OnRecognition implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly external: ExternalCredentialsService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(ExternalCredentialSent, (system, { subjectId }) => this.tellKeepers(system, subjectId));
    this.listeners.on(ExternalCredentialDecided, (system, { subjectId }) => this.tellDecided(system, subjectId));
    this.listeners.on(RecognisedCredentialFell, (system, { subjectId }) => this.tellFallen(system, subjectId));
  }

  private async tellDecided(system: Viewer, id: string): Promise<void> {
    const it = await this.external.byId(system, id);
    if (!it?.outcome) return;
    await this.notifications.tell(system, {
      personId: it.personId,
      kind: 'EXTERNAL_BADGE_DECIDED',
      title: `${DECIDED[it.outcome]}: ${this.external.nameOf(it)}`,
      body: it.reason,
      subjects: { externalCredentialId: id },
      path: `/growth/elsewhere/${id}`,
    });
  }

  private async tellFallen(system: Viewer, id: string): Promise<void> {
    const it = await this.external.byId(system, id);
    if (!it) return;
    await this.notifications.tell(system, {
      personId: it.personId,
      kind: 'EXTERNAL_BADGE_DECIDED',
      title: `A badge you brought no longer counts: ${this.external.nameOf(it)}`,
      body: 'Its issuer has withdrawn it, or it does not hold any more.',
      subjects: { externalCredentialId: id },
      path: `/growth/elsewhere/${id}`,
    });
  }

  private async tellKeepers(system: Viewer, id: string): Promise<void> {
    const it = await this.external.byId(system, id);
    if (it?.state !== 'SENT') return;
    const keepers = [
      ...(await this.people.everywhereIn(system, 'HR_DESIGNER')),
      ...(await this.people.everywhereIn(system, 'PROGRAMME_OWNER')),
    ].map((person) => person.id);
    for (const personId of new Set(keepers)) {
      if (personId === it.personId) continue;
      await this.notifications.tell(system, {
        personId,
        kind: 'EXTERNAL_BADGE_SENT',
        title: `A badge from elsewhere waits: ${this.external.nameOf(it)}`,
        body: 'Its holder asks what it counts for here.',
        subjects: { externalCredentialId: id },
        path: `/programme/elsewhere/${id}`,
      });
    }
  }
}
