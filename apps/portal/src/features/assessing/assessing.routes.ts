import type { RouteObject } from 'react-router';

export const assessingRoutes: RouteObject[] = [
  {
    path: 'growth/assessing',
    lazy: async () => ({ Component: (await import('./assessing-page.js')).AssessingPage }),
  },
];
