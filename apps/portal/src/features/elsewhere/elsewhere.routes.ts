import type { RouteObject } from 'react-router';

/** Of the holder. */
export const elsewhereRoutes: RouteObject[] = [
  { path: 'growth/elsewhere', lazy: async () => ({ Component: (await import('./elsewhere-page.js')).ElsewherePage }) },
  { path: 'growth/elsewhere/:id', lazy: async () => ({ Component: (await import('./brought-page.js')).BroughtPage }) },
];

/** Of those who keep credentials. */
export const recognisingRoutes: RouteObject[] = [
  { path: 'elsewhere', lazy: async () => ({ Component: (await import('./waiting-page.js')).WaitingPage }) },
  { path: 'elsewhere/:id', lazy: async () => ({ Component: (await import('./decide-page.js')).DecidePage }) },
];
