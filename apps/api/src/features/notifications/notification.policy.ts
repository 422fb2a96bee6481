import { allow } from '../../platform/access/policy.js';
import { Notification } from './notification.entity.js';

allow('read', Notification, (viewer, it) => viewer.isSelf(it.personId));
