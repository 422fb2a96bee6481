import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Award } from './award.entity.js';
import { Credential } from './credential.entity.js';
import { ShareGrant } from './share-grant.entity.js';

const operates = (viewer: Viewer, { personId, achievementId }: Award) =>
  viewer.may('issuance.operate', { personId, ...(achievementId ? { achievementId } : {}) });

const keeps = (viewer: Viewer, { personId }: { personId: string }) => viewer.may('credential.govern', { personId });

allow(
  'see',
  Credential,
  (viewer, it) => viewer.isSelf(it.personId) || viewer.manages(it.personId) || keeps(viewer, it),
);
// Besides the holder only whoever has the link, by opening it.
allow('see', ShareGrant, (viewer, it) =>
  viewer.isSelf(viewer.loaded<Credential>('credential', it.credentialId)?.personId ?? ''),
);
allow('share', Credential, (viewer, it) => viewer.isSelf(it.personId) && viewer.may('credential.hold'));
allow(
  'see',
  Award,
  (viewer, it) =>
    viewer.isSelf(it.personId) || viewer.manages(it.personId) || operates(viewer, it) || keeps(viewer, it),
);
allow('seeIssuance', Award, operates);
allow('retry', Award, (viewer, it) => operates(viewer, it) && (it.state === 'PENDING' || it.state === 'QUARANTINED'));
