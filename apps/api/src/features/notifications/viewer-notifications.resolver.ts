import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer } from '../../platform/access/viewer.js';
import { ViewerType } from '../people/viewer.type.js';
import { NotificationsService } from './notifications.service.js';

@Resolver(() => ViewerType)
export class ViewerNotificationsResolver {
  constructor(private readonly notifications: NotificationsService) {}

  @ResolveField(() => Int, { description: 'How many notifications are unread.' })
  unreadNotifications(@Parent() viewer: Viewer): Promise<number> {
    return this.notifications.unread(viewer);
  }
}
