import { allow } from '../../platform/access/policy.js';
import { MentorOffer } from './mentor-offer.entity.js';

// Others find who helps with a skill while it is held verified; the row itself is nobody else's.
allow('read', MentorOffer, (viewer, it) => viewer.isSelf(it.personId));
