import type { RouteObject } from 'react-router';
import { openTo } from '../../components/open-to.js';

/** What HR designs: frameworks and achievements. Those who keep courses hand theirs in. What is read by everybody is open to everybody. */
export const programmeRoutes = (
  courses: RouteObject[],
  recognising: RouteObject[],
  cohorts: RouteObject[],
): RouteObject[] => [
  {
    path: 'programme',
    lazy: async () => ({ Component: (await import('./programme-layout.js')).ProgrammeLayout }),
    children: [
      openTo(
        ['achievement.design', 'framework.manage', 'assessor.appoint'],
        [
          {
            index: true,
            lazy: async () => ({ Component: (await import('./home/programme-home-page.js')).ProgrammeHomePage }),
          },
        ],
      ),
      openTo(
        ['framework.manage'],
        [
          {
            path: 'frameworks/import',
            lazy: async () => ({ Component: (await import('./import/import-page.js')).ImportPage }),
          },
        ],
      ),
      openTo(
        ['achievement.design'],
        [
          {
            path: 'needs',
            lazy: async () => ({ Component: (await import('./needs/needs-page.js')).NeedsPage }),
          },
          {
            path: 'badges/:part?',
            lazy: async () => ({ Component: (await import('./badges/studio-page.js')).StudioPage }),
          },
        ],
      ),
      openTo(
        ['credential.govern'],
        [
          {
            path: 'credentials',
            lazy: async () => ({ Component: (await import('./credentials/credentials-page.js')).CredentialsPage }),
          },
          {
            path: 'credentials/reminders',
            lazy: async () => ({ Component: (await import('./credentials/reminders-page.js')).RemindersPage }),
          },
          {
            path: 'credentials/at-risk',
            lazy: async () => ({ Component: (await import('./credentials/at-risk-page.js')).AtRiskPage }),
          },
          {
            path: 'credentials/again',
            lazy: async () => ({ Component: (await import('./credentials/again/again-page.js')).AgainPage }),
          },
          {
            path: 'credentials/bulk',
            lazy: async () => ({ Component: (await import('./credentials/bulk/bulk-start-page.js')).BulkStartPage }),
          },
          {
            path: 'credentials/bulk/:id',
            lazy: async () => ({ Component: (await import('./credentials/bulk/bulk-page.js')).BulkPage }),
          },
          {
            path: 'credentials/:id',
            lazy: async () => ({ Component: (await import('./credentials/credential-page.js')).CredentialPage }),
          },
        ],
      ),
      openTo(['course.manage'], courses),
      openTo(['credential.govern'], recognising),
      openTo(['programme.run'], cohorts),
      {
        path: 'frameworks',
        lazy: async () => ({ Component: (await import('./home/frameworks-page.js')).FrameworksPage }),
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
        path: 'achievements/:id/:section?',
        lazy: async () => ({ Component: (await import('./designer/designer-page.js')).DesignerPage }),
      },
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
