import type { RouteObject } from 'react-router';

export const evidenceRoutes: RouteObject[] = [
  {
    path: 'growth/evidence/exemplars',
    lazy: async () => ({ Component: (await import('./exemplar-consents-page.js')).ExemplarConsentsPage }),
  },
  { path: 'growth/evidence', lazy: async () => ({ Component: (await import('./evidence-page.js')).EvidencePage }) },
];
