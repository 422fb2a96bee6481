import type { RouteObject } from 'react-router';

export const submissionsRoutes: RouteObject[] = [];
