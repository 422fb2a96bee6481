import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ExternalCredential } from './external-credential.entity.js';
import { isWorthless, mayFollow } from './recognition.lifecycle.js';

/** Nobody keeps their own, and nobody is asked about what its holder has not sent. */
const keeps = (viewer: Viewer, it: ExternalCredential) =>
  !viewer.isSelf(it.personId) &&
  mayFollow('decide', it.state) &&
  viewer.may('credential.govern', { personId: it.personId });

allow(
  'see',
  ExternalCredential,
  (viewer, it) =>
    viewer.isSelf(it.personId) || keeps(viewer, it) || (viewer.manages(it.personId) && it.outcome === 'RECOGNISED'),
);
allow(
  'send',
  ExternalCredential,
  (viewer, it) =>
    viewer.isSelf(it.personId) && mayFollow('send', it.state) && it.document !== null && !isWorthless(it.verdict),
);
allow('takeBack', ExternalCredential, (viewer, it) => viewer.isSelf(it.personId) && mayFollow('takeBack', it.state));
allow('remove', ExternalCredential, (viewer, it) => viewer.isSelf(it.personId) && mayFollow('remove', it.state));
allow(
  'keepAsEvidence',
  ExternalCredential,
  (viewer, it) => viewer.isSelf(it.personId) && it.document !== null && !isWorthless(it.verdict),
);
allow('checkAgain', ExternalCredential, (viewer, it) =>
  viewer.isSelf(it.personId) ? it.state === 'CHECKED' : keeps(viewer, it),
);
allow('decide', ExternalCredential, keeps);
