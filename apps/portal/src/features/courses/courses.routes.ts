import type { RouteObject } from 'react-router';

/** The catalogue as those who keep it see it; stands among the places of the programme. */
export const courseKeepingRoutes: RouteObject[] = [
  {
    path: 'courses',
    lazy: async () => ({ Component: (await import('./catalogue/courses-page.js')).CoursesPage }),
  },
  {
    path: 'courses/claims',
    lazy: async () => ({ Component: (await import('./claims/claims-page.js')).ClaimsPage }),
  },
  {
    path: 'courses/providers',
    lazy: async () => ({ Component: (await import('./providers/providers-page.js')).ProvidersPage }),
  },
  {
    path: 'courses/import',
    lazy: async () => ({ Component: (await import('./import/import-start-page.js')).CourseImportStartPage }),
  },
  {
    path: 'courses/import/:id',
    lazy: async () => ({ Component: (await import('./import/import-page.js')).CourseImportPage }),
  },
  {
    path: 'courses/:id',
    lazy: async () => ({ Component: (await import('./workspace/course-page.js')).CourseWorkspacePage }),
  },
];

/** What everybody can learn from; stands among the places of "My growth". */
export const courseRoutes: RouteObject[] = [
  {
    path: 'growth/courses',
    lazy: async () => ({ Component: (await import('./learner/browse-page.js')).BrowseCoursesPage }),
  },
  {
    path: 'growth/courses/:id',
    lazy: async () => ({ Component: (await import('./learner/course-page.js')).CoursePage }),
  },
];
