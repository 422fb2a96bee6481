import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { PeopleService } from '../people/people.service.js';
import { AccountForgotten } from '../sign-in/sign-in.events.js';
import { NotificationsService } from './notifications.service.js';

/** Tells somebody that an administrator made an account of theirs nobody's: they did not do it, and should know who did. */
@Injectable()
export class OnAccountForgotten implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(AccountForgotten, (system, event) => this.tell(system, event));
  }

  private async tell(system: Viewer, { subjectId, providerName, byId, reason }: AccountForgotten): Promise<void> {
    const by = await this.people.byId(system, byId);
    await this.notifications.tell(system, {
      personId: subjectId,
      kind: 'ACCOUNT_FORGOTTEN',
      title: `Your account at ${providerName} opens Assay no more`,
      body: `${by?.displayName ?? 'An administrator'} disconnected it and wrote: “${reason}” Signing in connects an account again; ask an administrator if you did not expect this.`,
      subjects: { personId: subjectId },
      path: '/account/sessions',
    });
  }
}
