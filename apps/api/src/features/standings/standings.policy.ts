import { allow } from '../../platform/access/policy.js';
import { Person } from '../people/person.entity.js';
import { SkillClaim } from './skill-claim.entity.js';
import { SkillObservation } from './skill-observation.entity.js';

allow(
  'seeStandings',
  Person,
  (viewer, it) => viewer.isSelf(it.id) || (viewer.manages(it.id) && viewer.may('team.read')),
);
allow(
  'read',
  SkillClaim,
  (viewer, it) => viewer.isSelf(it.personId) || (viewer.manages(it.personId) && viewer.may('team.read')),
);
allow(
  'read',
  SkillObservation,
  (viewer, it) =>
    viewer.isSelf(it.personId) ||
    viewer.isSelf(it.observerId) ||
    (viewer.manages(it.personId) && viewer.may('team.read')),
);
allow('withdraw', SkillObservation, (viewer, it) => viewer.isSelf(it.observerId) && it.withdrawnAt === null);
