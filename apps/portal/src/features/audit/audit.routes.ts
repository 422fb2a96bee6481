import type { RouteObject } from 'react-router';

/** Pages inside the administration. */
export const auditRoutes: RouteObject[] = [
  { path: 'audit', lazy: async () => ({ Component: (await import('./audit-page.js')).AuditPage }) },
  {
    path: 'audit/evidence',
    lazy: async () => ({ Component: (await import('./evidence/audit-evidence-page.js')).AuditEvidencePage }),
  },
];
