import type { RouteObject } from 'react-router';

export const pathwayRoutes: RouteObject[] = [
  { path: 'growth/pathway', lazy: async () => ({ Component: (await import('./pathway-page.js')).PathwayPage }) },
  { path: 'growth/skills', lazy: async () => ({ Component: (await import('./skills-page.js')).SkillsPage }) },
];
