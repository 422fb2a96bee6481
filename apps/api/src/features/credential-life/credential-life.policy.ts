import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Credential } from '../credentials/credential.entity.js';
import { BulkCorrection } from './bulk-correction.entity.js';
import { CredentialChange } from './credential-change.entity.js';
import { type ChangeKind, mayChange } from './credential-life.lifecycle.js';

/** The change of a credential that is not carried out yet; `ChangesService` looks it up. */
export const OPEN_CHANGE = 'open-credential-change';

/** Nobody keeps their own. */
const keeps = (viewer: Viewer, personId: string) =>
  !viewer.isSelf(personId) && viewer.may('credential.govern', { personId });

const mayNow = (kind: ChangeKind) => (viewer: Viewer, it: Credential) =>
  keeps(viewer, it.personId) &&
  viewer.loaded<{ open: CredentialChange | null }>(OPEN_CHANGE, it.id)?.open === null &&
  mayChange(it.status, it.validUntil !== null && it.validUntil <= viewer.now, kind);

// What is about many holders is for those who keep the badges of all.
allow('read', BulkCorrection, (viewer) => viewer.mayEverywhere('credential.govern'));
allow('govern', Credential, (viewer, it) => keeps(viewer, it.personId));
allow('suspend', Credential, mayNow('SUSPEND'));
allow('reinstate', Credential, mayNow('REINSTATE'));
allow('revoke', Credential, mayNow('REVOKE'));
allow('correct', Credential, mayNow('CORRECT'));

allow(
  'see',
  CredentialChange,
  (viewer, it) => keeps(viewer, it.personId) || (viewer.isSelf(it.personId) && it.state === 'DONE'),
);
allow('decline', CredentialChange, (viewer, it) => keeps(viewer, it.personId) && it.state === 'PROPOSED');
allow(
  'confirm',
  CredentialChange,
  (viewer, it) => keeps(viewer, it.personId) && it.state === 'PROPOSED' && !viewer.isSelf(it.askedBy),
);
