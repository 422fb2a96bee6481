import type { RouteObject } from 'react-router';

/** Pages inside the administration. */
export const provisioningRoutes: RouteObject[] = [
  {
    path: 'provisioning',
    lazy: async () => ({ Component: (await import('./provisioning-page.js')).ProvisioningPage }),
  },
  { path: 'keys', lazy: async () => ({ Component: (await import('./keys-page.js')).VerificationKeysPage }) },
];
