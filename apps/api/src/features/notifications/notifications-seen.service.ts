import { Injectable, type OnModuleInit } from '@nestjs/common';
import { byRule, WhoCanSee } from '../../platform/access/who-can-see.js';
import { Notification } from './notification.entity.js';

/** Tells how what people are told is seen. */
@Injectable()
export class NotificationsSeen implements OnModuleInit {
  constructor(private readonly kinds: WhoCanSee) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: Notification,
      name: 'Notification',
      subject: (row) => row.personId,
      aspects: [{ what: 'The notification', sees: byRule(Notification, 'read') }],
    });
  }
}
