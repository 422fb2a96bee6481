import type { RouteObject } from 'react-router';
import { openTo } from '../../components/open-to.js';

/** Behind the links of mails to people's own addresses: no account, no shell. */
export const claimDoors: RouteObject[] = [
  {
    path: '/claim',
    lazy: async () => ({ Component: (await import('./claim-page.js')).ClaimPage }),
    hydrateFallbackElement: <></>,
  },
  {
    path: '/claim/address',
    lazy: async () => ({ Component: (await import('./address-proof-page.js')).AddressProofPage }),
    hydrateFallbackElement: <></>,
  },
];

/** What stays with oneself, while employed and after. */
export const keepingRoutes: RouteObject[] = [
  { path: 'account/keeping', lazy: async () => ({ Component: (await import('./keeping-page.js')).KeepingPage }) },
];

/** Pages inside the administration. */
export const leavingRoutes: RouteObject[] = [
  {
    path: 'people/:id/erase',
    lazy: async () => ({ Component: (await import('./ask-erasure-page.js')).AskErasurePage }),
  },
  openTo(
    ['access.configure'],
    [{ path: 'leaving', lazy: async () => ({ Component: (await import('./leaving-page.js')).LeavingPage }) }],
  ),
];
