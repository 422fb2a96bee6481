import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import type { Notification } from './notification.entity.js';
import { NotificationConnection, NotificationType } from './notification.type.js';
import { NotificationsService } from './notifications.service.js';

@Resolver(() => NotificationType)
export class NotificationsResolver {
  constructor(private readonly notifications: NotificationsService) {}

  @Query(() => NotificationConnection, {
    name: 'notifications',
    description: 'What the viewer was told, newest first.',
  })
  @Allow('signed-in')
  mine(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 30 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<Notification>> {
    return this.notifications.mine(viewer, { first, after });
  }

  @Mutation(() => Int, {
    description: "Marks the viewer's own notifications as read, all when none is named; answers how many stay unread.",
  })
  @Allow('signed-in')
  markNotificationsRead(
    @CurrentViewer() viewer: Viewer,
    @Args('ids', { type: () => [ID], nullable: true }) ids: string[] | null,
  ): Promise<number> {
    return this.notifications.markRead(viewer, ids);
  }
}
