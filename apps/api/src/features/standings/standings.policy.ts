import { allow } from '../../platform/access/policy.js';
import { Person } from '../people/person.entity.js';

allow(
  'seeStandings',
  Person,
  (viewer, it) => viewer.isSelf(it.id) || (viewer.manages(it.id) && viewer.may('team.read')),
);
