import type { RouteObject } from 'react-router';

export const reviewsRoutes: RouteObject[] = [
  { path: 'reviews', lazy: async () => ({ Component: (await import('./queue/queue-page.js')).QueuePage }) },
  {
    path: 'reviews/:slotId',
    lazy: async () => ({ Component: (await import('./marking/marking-page.js')).MarkingPage }),
  },
];
