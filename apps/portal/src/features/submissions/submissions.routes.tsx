import type { RouteObject } from 'react-router';

export const submissionsRoutes: RouteObject[] = [
  {
    path: 'growth/submissions',
    lazy: async () => ({ Component: (await import('./submissions-page.js')).SubmissionsPage }),
  },
  {
    path: 'growth/submissions/:id',
    lazy: async () => ({ Component: (await import('./submission-page.js')).SubmissionPage }),
  },
];
