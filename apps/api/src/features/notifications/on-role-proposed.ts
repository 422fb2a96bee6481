import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { GrantsService } from '../people/grants.service.js';
import { RoleProposed } from '../people/people.events.js';
import { PeopleService } from '../people/people.service.js';
import { NotificationsService } from './notifications.service.js';

/** Tells the administrators who may agree that a role waits for a second person. */
@Injectable()
export class OnRoleProposed implements OnModuleInit {
  constructor(
    private readonly grants: GrantsService,
    private readonly listeners: EventListeners,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(RoleProposed, (system, event) => this.tell(system, event));
  }

  private async tell(system: Viewer, { subjectId }: RoleProposed): Promise<void> {
    const grant = await this.grants.waiting(system, subjectId);
    if (!grant) return;
    const holder = await this.people.byId(system, grant.personId);
    const asker = grant.grantedBy === null ? null : await this.people.byId(system, grant.grantedBy);
    const what = `${this.grants.nameOf(grant.role)} for ${holder?.displayName ?? 'somebody'}`;
    for (const { id } of await this.people.everywhereIn(system, 'ADMINISTRATOR'))
      if (id !== grant.personId && id !== grant.grantedBy)
        await this.notifications.tell(system, {
          personId: id,
          kind: 'ROLE_PROPOSED',
          title: `${what} waits for you to agree`,
          body: `${asker ? `${asker.displayName} asked for it. ` : ''}Two people see every change of power: agree, or say why not.`,
          subjects: { roleGrantId: grant.id, personId: grant.personId },
          path: '/admin/roles',
        });
  }
}
