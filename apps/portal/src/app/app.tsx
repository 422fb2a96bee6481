import type { ApolloClient } from '@apollo/client';
import type { i18n } from 'i18next';
import { useMemo, type ReactNode } from 'react';
import { createBrowserRouter, RouterProvider, type RouteObject } from 'react-router';
import { Providers } from './providers.js';
import { routes } from './routes.js';
import { usePrefetch } from './prefetch.js';

/** The whole portal. */
export function App({
  client,
  i18n,
  more = [],
}: {
  client: ApolloClient;
  i18n: i18n;
  more?: RouteObject[];
}): ReactNode {
  const router = useMemo(() => createBrowserRouter([...more, ...routes]), [more]);
  usePrefetch(routes);
  return (
    <Providers client={client} i18n={i18n}>
      <RouterProvider router={router} />
    </Providers>
  );
}
