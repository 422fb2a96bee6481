import { allow } from '../../platform/access/policy.js';
import { IdentityProvider } from './identity-provider.entity.js';

// What the operator wrote into the configuration is changed there.
allow('change', IdentityProvider, (viewer, it) => viewer.may('access.configure') && !it.fromConfiguration);
allow('remove', IdentityProvider, (viewer, it) => viewer.may('access.configure') && !it.fromConfiguration);
// Who asked does not agree, else one administrator could become each of the others.
allow(
  'approve',
  IdentityProvider,
  (viewer, it) =>
    viewer.may('access.configure') && it.state === 'WAITS' && it.askedBy !== null && !viewer.isSelf(it.askedBy),
);
