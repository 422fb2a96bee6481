import type { RouteObject } from 'react-router';
import { openTo } from '../../components/open-to.js';

/** Figures about the whole organisation, and the rows behind them. */
export const insightsRoutes: RouteObject[] = [
  {
    path: 'insights',
    lazy: async () => ({ Component: (await import('./insights-layout.js')).InsightsLayout }),
    children: [
      openTo(
        ['insights.read'],
        [
          {
            path: 'assessment',
            lazy: async () => ({ Component: (await import('./assessment-page.js')).AssessmentPage }),
          },
          { path: 'reports', lazy: async () => ({ Component: (await import('./report-page.js')).ReportPage }) },
          { path: 'rows/:key', lazy: async () => ({ Component: (await import('./rows-page.js')).RowsPage }) },
        ],
      ),
      openTo(
        ['credential.govern', 'team.read'],
        [{ path: 'ask', lazy: async () => ({ Component: (await import('./ask-page.js')).AskPage }) }],
      ),
      openTo(
        ['achievement.design'],
        [
          { path: 'people', lazy: async () => ({ Component: (await import('./people-page.js')).PeoplePage }) },
          { path: 'badges', lazy: async () => ({ Component: (await import('./badge-use-page.js')).BadgeUsePage }) },
          { path: 'cost', lazy: async () => ({ Component: (await import('./cost-page.js')).CostPage }) },
        ],
      ),
    ],
  },
];
