import type { RouteObject } from 'react-router';

/** Pages inside the administration. */
export const signInRoutes: RouteObject[] = [
  { path: 'sign-in', lazy: async () => ({ Component: (await import('./providers-page.js')).ProvidersPage }) },
  {
    path: 'sign-in/sessions',
    lazy: async () => ({ Component: (await import('./person-sessions-page.js')).PersonSessionsPage }),
  },
];

/** Where oneself is signed in. */
export const sessionsRoutes: RouteObject[] = [
  {
    path: 'account/sessions',
    lazy: async () => ({ Component: (await import('./my-sessions-page.js')).MySessionsPage }),
  },
];
