import type { RouteObject } from 'react-router';

/** Pages inside the administration. */
export const rolesRoutes: RouteObject[] = [
  { path: 'roles', lazy: async () => ({ Component: (await import('./roles-page.js')).RolesPage }) },
];

/** What everybody reads about themselves. */
export const accessRoutes: RouteObject[] = [
  { path: 'account/access', lazy: async () => ({ Component: (await import('./access-page.js')).AccessPage }) },
];
