import { useEffect } from 'react';
import { matchRoutes, type RouteObject } from 'react-router';

const asked = new Set<RouteObject>();

/** Fetches the code of a page while the pointer is on its way to the link. */
export function usePrefetch(routes: RouteObject[]): void {
  useEffect(() => {
    const prefetch = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="/"]') : null;
      const path = link?.getAttribute('href');
      if (path) prefetchPath(routes, path);
    };
    document.addEventListener('pointerover', prefetch, { passive: true });
    document.addEventListener('focusin', prefetch);
    return () => {
      document.removeEventListener('pointerover', prefetch);
      document.removeEventListener('focusin', prefetch);
    };
  }, [routes]);
}

function prefetchPath(routes: RouteObject[], path: string): void {
  for (const { route } of matchRoutes(routes, path) ?? []) {
    if (asked.has(route)) continue;
    asked.add(route);
    // A failed prefetch says nothing: the click will ask again and show its error.
    if (typeof route.lazy === 'function') route.lazy().catch(() => asked.delete(route));
  }
}
