import type { RouteObject } from 'react-router';

export const priorLearningRoutes: RouteObject[] = [
  {
    path: 'growth/prior-learning',
    lazy: async () => ({ Component: (await import('./prior-learning-page.js')).PriorLearningPage }),
  },
  {
    path: 'growth/prior-learning/:id',
    lazy: async () => ({ Component: (await import('./screen-page.js')).ScreenPage }),
  },
  {
    path: 'growth/mentoring/:id',
    lazy: async () => ({ Component: (await import('./mentored-page.js')).MentoredPage }),
  },
];
