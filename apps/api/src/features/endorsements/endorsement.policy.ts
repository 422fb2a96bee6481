import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Credential } from '../credentials/credential.entity.js';
import { Endorsement } from './endorsement.entity.js';

const keeps = (viewer: Viewer, it: Endorsement) => viewer.may('credential.govern', { personId: it.holderId });
const gave = (viewer: Viewer, it: Endorsement) => it.endorserId !== null && viewer.isSelf(it.endorserId);

allow('see', Endorsement, (viewer, it) => viewer.isSelf(it.holderId) || gave(viewer, it) || keeps(viewer, it));
allow('answer', Endorsement, (viewer, it) => gave(viewer, it) && it.state === 'ASKED');
allow(
  'takeBack',
  Endorsement,
  (viewer, it) => it.state === 'ASKED' && (viewer.isSelf(it.holderId) || keeps(viewer, it)),
);
allow('show', Endorsement, (viewer, it) => it.state === 'GIVEN' && viewer.isSelf(it.holderId));
// Nobody who keeps credentials ends what was said for their own.
allow(
  'withdraw',
  Endorsement,
  (viewer, it) => it.state === 'GIVEN' && (gave(viewer, it) || (keeps(viewer, it) && !viewer.isSelf(it.holderId))),
);
allow(
  'askEndorsement',
  Credential,
  (viewer, it) =>
    it.status === 'ACTIVE' &&
    it.supersededBy === null &&
    (viewer.isSelf(it.personId) || viewer.may('credential.govern', { personId: it.personId })),
);
