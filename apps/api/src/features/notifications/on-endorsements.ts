import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { EndorsementAnswered, EndorsementAsked, EndorsementWithdrawn } from '../endorsements/endorsements.events.js';
import { EndorsementsService } from '../endorsements/endorsements.service.js';
import { PeopleService } from '../people/people.service.js';
import { NotificationsService } from './notifications.service.js';

/** Tells colleagues that somebody asks for their word, and holders what came of it. */
@Injectable()
export class OnEndorsements implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly endorsements: EndorsementsService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(EndorsementAsked, (system, { subjectId }) => this.asked(system, subjectId));
    this.listeners.on(EndorsementAnswered, (system, { subjectId }) => this.answered(system, subjectId));
    this.listeners.on(EndorsementWithdrawn, (system, { subjectId }) => this.withdrawn(system, subjectId));
  }

  /** Somebody from outside gets a letter of their own, with a link that lets them answer. */
  private async asked(system: Viewer, id: string): Promise<void> {
    const it = await this.endorsements.byId(system, id);
    if (!it?.endorserId) return;
    const holder = (await this.people.byId(system, it.holderId))?.displayName ?? 'A colleague';
    await this.notifications.tell(system, {
      ...{ personId: it.endorserId, kind: 'ENDORSEMENT_ASKED', subjects: { endorsementId: id } },
      title: `${holder} asks you to endorse a badge`,
      body: 'Say in your own words what you know of this work, or that you cannot.',
      path: '/growth/asked',
    });
  }

  private async answered(system: Viewer, id: string): Promise<void> {
    const it = await this.endorsements.byId(system, id);
    if (!it) return;
    const given = it.state !== 'DECLINED';
    await this.notifications.tell(system, {
      ...{ personId: it.holderId, kind: 'ENDORSEMENT_ANSWERED', subjects: { endorsementId: id } },
      title: given ? `${it.endorserName} endorses your badge` : `${it.endorserName} cannot endorse your badge`,
      body: given ? 'It stands beside the badge, signed. You decide whether others see it.' : 'Ask somebody else.',
      path: `/growth/badges/${it.credentialId}`,
    });
  }

  private async withdrawn(system: Viewer, id: string): Promise<void> {
    const it = await this.endorsements.byId(system, id);
    if (!it) return;
    await this.notifications.tell(system, {
      ...{ personId: it.holderId, kind: 'ENDORSEMENT_ANSWERED', subjects: { endorsementId: id } },
      title: `The endorsement by ${it.endorserName} was withdrawn`,
      body: it.withdrawnReason || 'It is no longer shown beside your badge.',
      path: `/growth/badges/${it.credentialId}`,
    });
  }
}
