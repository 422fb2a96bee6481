import type { RouteObject } from 'react-router';

export const reviewsRoutes: RouteObject[] = [];
