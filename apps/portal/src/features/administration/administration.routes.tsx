import type { RouteObject } from 'react-router';

/** The administration and, in it, the pages that other features put there. */
export const administrationRoutes = (pages: RouteObject[]): RouteObject[] => [
  {
    path: 'admin',
    lazy: async () => ({ Component: (await import('./administration-layout.js')).AdministrationLayout }),
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./administration-start.js')).AdministrationStart }),
      },
      { path: 'setup', lazy: async () => ({ Component: (await import('./setup-page.js')).SetupPage }) },
      ...pages,
      { path: 'mail', lazy: async () => ({ Component: (await import('./mail-page.js')).MailPage }) },
      { path: 'signing', lazy: async () => ({ Component: (await import('./signing/signing-page.js')).SigningPage }) },
      {
        path: 'issuance',
        lazy: async () => ({ Component: (await import('./issuance/issuance-page.js')).IssuancePage }),
      },
    ],
  },
];
