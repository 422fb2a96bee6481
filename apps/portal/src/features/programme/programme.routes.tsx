import type { RouteObject } from 'react-router';

/** What HR designs: frameworks and achievements. Other features that stand among its places are handed in. */
export const programmeRoutes = (others: RouteObject[]): RouteObject[] => [
  {
    path: 'programme',
    lazy: async () => ({ Component: (await import('./programme-layout.js')).ProgrammeLayout }),
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./home/programme-home-page.js')).ProgrammeHomePage }),
      },
      {
        path: 'frameworks',
        lazy: async () => ({ Component: (await import('./home/frameworks-page.js')).FrameworksPage }),
      },
      {
        path: 'frameworks/import',
        lazy: async () => ({ Component: (await import('./import/import-page.js')).ImportPage }),
      },
      {
        path: 'frameworks/waiting',
        lazy: async () => ({ Component: (await import('./frameworks/waiting-page.js')).WaitingPage }),
      },
      {
        path: 'frameworks/scales',
        lazy: async () => ({ Component: (await import('./frameworks/scales-page.js')).ScalesPage }),
      },
      {
        path: 'frameworks/:id/:part?',
        lazy: async () => ({ Component: (await import('./frameworks/framework-page.js')).FrameworkPage }),
      },
      {
        path: 'needs',
        lazy: async () => ({ Component: (await import('./needs/needs-page.js')).NeedsPage }),
      },
      {
        path: 'skills/:id',
        lazy: async () => ({ Component: (await import('./frameworks/skill-page.js')).SkillPage }),
      },
      { path: 'roles', lazy: async () => ({ Component: (await import('./roles/roles-page.js')).RolesPage }) },
      { path: 'roles/:levelId', lazy: async () => ({ Component: (await import('./roles/level-page.js')).LevelPage }) },
      {
        path: 'roles/:levelId/requirements',
        lazy: async () => ({ Component: (await import('./roles/requirements-page.js')).RequirementsPage }),
      },
      {
        path: 'badges/:part?',
        lazy: async () => ({ Component: (await import('./badges/studio-page.js')).StudioPage }),
      },
      {
        path: 'achievements/:id/:section?',
        lazy: async () => ({ Component: (await import('./designer/designer-page.js')).DesignerPage }),
      },
      ...others,
    ],
  },
];

/** What everybody can earn; stands among the places of "My growth". */
export const achievementRoutes: RouteObject[] = [
  {
    path: 'growth/achievements',
    lazy: async () => ({ Component: (await import('./achievement/achievements-page.js')).AchievementsPage }),
  },
  {
    path: 'growth/achievements/:id',
    lazy: async () => ({ Component: (await import('./achievement/achievement-page.js')).AchievementPage }),
  },
];
