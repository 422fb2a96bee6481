import type { RouteObject } from 'react-router';

export const badgesRoutes: RouteObject[] = [
  { path: 'growth/badges', lazy: async () => ({ Component: (await import('./badges-page.js')).BadgesPage }) },
  { path: 'growth/badges/:id', lazy: async () => ({ Component: (await import('./badge-page.js')).BadgePage }) },
];
