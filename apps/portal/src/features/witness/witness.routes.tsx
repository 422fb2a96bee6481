import type { RouteObject } from 'react-router';

/** Behind the link of a mail: no account, no shell. */
export const witnessDoor: RouteObject = {
  path: '/w',
  lazy: async () => ({ Component: (await import('./witness-page.js')).WitnessPage }),
  hydrateFallbackElement: <></>,
};

export const endorsementDoor: RouteObject = {
  path: '/e',
  lazy: async () => ({ Component: (await import('./endorse-page.js')).EndorsePage }),
  hydrateFallbackElement: <></>,
};

export const askedRoutes: RouteObject[] = [
  { path: 'growth/asked', lazy: async () => ({ Component: (await import('./asked-page.js')).AskedPage }) },
];
