import type { Permission } from '@assay/access';
import { useTranslation } from 'react-i18next';
import { Outlet, type RouteObject } from 'react-router';
import { useViewer } from '../lib/viewer.js';
import { Page } from './page.js';
import { EmptyState } from './states.js';

/** Routes of those who hold one of these permissions. Anybody else who types their address is told so, and nothing is asked. */
function OpenTo({ permissions }: { permissions: readonly Permission[] }) {
  const { may } = useViewer();
  return permissions.some((permission) => may(permission)) ? <Outlet /> : <Closed />;
}

/** What somebody reads at an address that is not open to them. */
export function Closed() {
  const { t } = useTranslation('kit');
  return (
    <Page title={t('closed.title')} width="reading">
      <EmptyState alone title={t('closed.title')}>
        {t('closed.body')}
      </EmptyState>
    </Page>
  );
}

/** These routes for those who hold one of the permissions. */
export const openTo = (permissions: readonly Permission[], children: RouteObject[]): RouteObject => ({
  element: <OpenTo permissions={permissions} />,
  children,
});
