import type { RouteObject } from 'react-router';

export const evidenceRoutes: RouteObject[] = [];
