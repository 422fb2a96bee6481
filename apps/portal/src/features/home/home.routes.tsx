import type { RouteObject } from 'react-router';

export const homeRoutes: RouteObject[] = [
  { path: 'growth', lazy: async () => ({ Component: (await import('./home-page.js')).HomePage }) },
];
