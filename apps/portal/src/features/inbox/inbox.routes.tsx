import type { RouteObject } from 'react-router';

export const inboxRoutes: RouteObject[] = [
  { path: 'inbox', lazy: async () => ({ Component: (await import('./inbox-page.js')).InboxPage }) },
  { path: 'inbox/mail', lazy: async () => ({ Component: (await import('./mail-choices-page.js')).MailChoicesPage }) },
];
