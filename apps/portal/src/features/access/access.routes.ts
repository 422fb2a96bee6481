import type { RouteObject } from 'react-router';

/** Pages inside the administration. */
export const rolesRoutes: RouteObject[] = [
  { path: 'roles', lazy: async () => ({ Component: (await import('./roles-page.js')).RolesPage }) },
  { path: 'who-can-see', lazy: async () => ({ Component: (await import('./who-can-see-page.js')).WhoCanSeePage }) },
];

/** What everybody reads about themselves. */
export const accessRoutes: RouteObject[] = [
  { path: 'account/access', lazy: async () => ({ Component: (await import('./access-page.js')).AccessPage }) },
];
