import { Navigate, type RouteObject } from 'react-router';
import { accessRoutes, rolesRoutes } from '../features/access/access.routes.js';
import { administrationRoutes } from '../features/administration/administration.routes.js';
import { assessingRoutes } from '../features/assessing/assessing.routes.js';
import { auditRoutes } from '../features/audit/audit.routes.js';
import { badgesRoutes } from '../features/badges/badges.routes.js';
import { cohortsRoutes, ownCohortRoutes } from '../features/cohorts/cohorts.routes.js';
import { courseKeepingRoutes, courseRoutes } from '../features/courses/courses.routes.js';
import { elsewhereRoutes, recognisingRoutes } from '../features/elsewhere/elsewhere.routes.js';
import { evidenceRoutes } from '../features/evidence/evidence.routes.js';
import { homeRoutes } from '../features/home/home.routes.js';
import { inboxRoutes } from '../features/inbox/inbox.routes.js';
import { insightsRoutes } from '../features/insights/insights.routes.js';
import { colleagueRoutes, peopleRoutes } from '../features/people/people.routes.js';
import { achievementRoutes, programmeRoutes } from '../features/programme/programme.routes.js';
import { pathwayRoutes } from '../features/pathway/pathway.routes.js';
import { provisioningRoutes } from '../features/provisioning/provisioning.routes.js';
import { reviewsRoutes } from '../features/reviews/reviews.routes.js';
import { searchRoutes } from '../features/search/search.routes.js';
import { sessionsRoutes, signInRoutes } from '../features/sign-in/sign-in.routes.js';
import { submissionsRoutes } from '../features/submissions/submissions.routes.js';
import { priorLearningRoutes } from '../features/prior-learning/prior-learning.routes.js';
import { askedRoutes, endorsementDoor, witnessDoor } from '../features/witness/witness.routes.js';
import { teamRoutes } from '../features/team/team.routes.js';
import { claimDoors, keepingRoutes, leavingRoutes } from '../features/leaving/leaving.routes.js';
import { NotFoundPage, RouteError } from './error-pages.js';
import { GrowthLayout } from './growth-layout.js';
import { Shell } from './shell.js';

/** Every address of the portal. A feature lists its own; pages are fetched when they are first opened. */
export const routes: RouteObject[] = [
  {
    path: '/sign-in',
    lazy: async () => ({ Component: (await import('./sign-in-page.js')).SignInPage }),
    errorElement: <RouteError />,
    hydrateFallbackElement: <></>,
  },
  {
    path: '/sign-in/setup',
    lazy: async () => ({ Component: (await import('./setup-link-page.js')).SetupLinkPage }),
    errorElement: <RouteError />,
    hydrateFallbackElement: <></>,
  },
  { ...witnessDoor, errorElement: <RouteError /> },
  { ...endorsementDoor, errorElement: <RouteError /> },
  ...claimDoors.map((door) => ({ ...door, errorElement: <RouteError /> })),
  {
    path: '/',
    element: <Shell />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <></>,
    children: [
      { index: true, element: <Navigate to="/growth" replace /> },
      {
        errorElement: <RouteError />,
        children: [
          {
            element: <GrowthLayout />,
            children: [
              ...homeRoutes,
              ...pathwayRoutes,
              ...achievementRoutes,
              ...courseRoutes,
              ...badgesRoutes,
              ...ownCohortRoutes,
              ...elsewhereRoutes,
              ...evidenceRoutes,
              ...submissionsRoutes,
              ...priorLearningRoutes,
              ...askedRoutes,
              ...colleagueRoutes,
              ...assessingRoutes,
            ],
          },
          ...reviewsRoutes,
          ...teamRoutes,
          ...insightsRoutes,
          ...programmeRoutes(courseKeepingRoutes, recognisingRoutes, cohortsRoutes),
          ...administrationRoutes([
            ...auditRoutes,
            ...peopleRoutes,
            ...rolesRoutes,
            ...signInRoutes,
            ...provisioningRoutes,
            ...leavingRoutes,
          ]),
          ...accessRoutes,
          ...sessionsRoutes,
          ...keepingRoutes,
          ...inboxRoutes,
          ...searchRoutes,
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];
