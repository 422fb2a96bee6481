import type { RouteObject } from 'react-router';
import { openTo } from '../../components/open-to.js';

export const teamRoutes: RouteObject[] = [
  openTo(
    ['team.read'],
    [{ path: 'team', lazy: async () => ({ Component: (await import('./team-page.js')).TeamPage }) }],
  ),
];
