import type { RouteObject } from 'react-router';

export const programmeRoutes: RouteObject[] = [];
