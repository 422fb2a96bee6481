import { allow } from '../../platform/access/policy.js';
import { Person } from '../people/person.entity.js';
import { Goal } from './goal.entity.js';

// A goal is private until it is shared with the line manager, or was theirs to begin with.
allow(
  'read',
  Goal,
  (viewer, it) => viewer.isSelf(it.personId) || (it.shared && viewer.manages(it.personId) && viewer.may('team.read')),
);
allow(
  'end',
  Goal,
  (viewer, it) =>
    it.endedAt === null &&
    (viewer.isSelf(it.personId) || (it.shared && viewer.manages(it.personId) && viewer.may('team.read'))),
);
// Whose goal it is decides when it follows a newer version of what it was planned against.
allow('move', Goal, (viewer, it) => it.endedAt === null && viewer.isSelf(it.personId));
allow('assignGoal', Person, (viewer, it) => viewer.manages(it.id) && viewer.may('team.read'));
