import type { RouteObject } from 'react-router';

export const teamRoutes: RouteObject[] = [
  { path: 'team', lazy: async () => ({ Component: (await import('./team-page.js')).TeamPage }) },
];
