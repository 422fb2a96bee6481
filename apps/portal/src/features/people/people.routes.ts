import type { RouteObject } from 'react-router';

/** Pages inside the administration. */
export const peopleRoutes: RouteObject[] = [
  { path: 'people', lazy: async () => ({ Component: (await import('./directory/people-page.js')).PeoplePage }) },
  {
    path: 'people/import',
    lazy: async () => ({ Component: (await import('./import/import-start-page.js')).ImportStartPage }),
  },
  {
    path: 'people/import/:id',
    lazy: async () => ({ Component: (await import('./import/import-page.js')).ImportPage }),
  },
  { path: 'people/:id', lazy: async () => ({ Component: (await import('./person/person-page.js')).PersonPage }) },
  {
    path: 'organisation',
    lazy: async () => ({ Component: (await import('./organisation/organisation-page.js')).OrganisationPage }),
  },
];

/** For everybody: who a colleague is. */
export const colleagueRoutes: RouteObject[] = [
  {
    path: 'growth/colleagues/:id',
    lazy: async () => ({ Component: (await import('./colleague/colleague-page.js')).ColleaguePage }),
  },
];
