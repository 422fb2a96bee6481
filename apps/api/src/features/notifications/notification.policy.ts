import { allow } from '../../platform/access/policy.js';
import { Notification } from './notification.entity.js';
import { NotificationPreference } from './notification-preference.entity.js';

allow('read', Notification, (viewer, it) => viewer.isSelf(it.personId));
allow('read', NotificationPreference, (viewer, it) => viewer.isSelf(it.personId));
