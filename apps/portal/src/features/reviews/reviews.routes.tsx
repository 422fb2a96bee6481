import type { RouteObject } from 'react-router';

export const reviewsRoutes: RouteObject[] = [
  {
    path: 'reviews',
    lazy: async () => ({ Component: (await import('./reviews-layout.js')).ReviewsLayout }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./queue/queue-page.js')).QueuePage }) },
      {
        path: ':slotId',
        lazy: async () => ({ Component: (await import('./marking/marking-page.js')).MarkingPage }),
      },
    ],
  },
];
