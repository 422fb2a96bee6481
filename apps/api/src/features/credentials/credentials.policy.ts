import { allow } from '../../platform/access/policy.js';
import { Award } from './award.entity.js';
import { Credential } from './credential.entity.js';

allow('see', Credential, (viewer, it) => viewer.isSelf(it.personId) || viewer.manages(it.personId));
allow('share', Credential, (viewer, it) => viewer.isSelf(it.personId) && viewer.may('credential.hold'));
allow(
  'see',
  Award,
  (viewer, it) => viewer.isSelf(it.personId) || viewer.manages(it.personId) || viewer.may('issuance.operate'),
);
allow('seeIssuance', Award, (viewer) => viewer.may('issuance.operate'));
allow(
  'retry',
  Award,
  (viewer, it) => viewer.may('issuance.operate') && (it.state === 'PENDING' || it.state === 'QUARANTINED'),
);
