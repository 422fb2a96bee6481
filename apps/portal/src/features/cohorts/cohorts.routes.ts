import type { RouteObject } from 'react-router';

/** Of those who run programmes. */
export const cohortsRoutes: RouteObject[] = [
  { path: 'cohorts', lazy: async () => ({ Component: (await import('./programmes-page.js')).ProgrammesPage }) },
  { path: 'cohorts/:id', lazy: async () => ({ Component: (await import('./board-page.js')).BoardPage }) },
];

/** Of whoever is in one. */
export const ownCohortRoutes: RouteObject[] = [
  {
    path: 'growth/cohorts/:id',
    lazy: async () => ({ Component: (await import('./own-cohort-page.js')).OwnCohortPage }),
  },
];
