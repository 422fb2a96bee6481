import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Closed } from '../../components/open-to.js';
import { Tabs } from '../../components/tabs.js';
import styles from './insights.module.css';
import { usePlaces } from './places.js';

/** The tabs stand on the places of the insights and not above the rows one opens from them. */
export function InsightsLayout() {
  const { t } = useTranslation('insights');
  const { pathname, search } = useLocation();
  const places = usePlaces();
  const [first] = places;
  if (/^\/insights\/?$/.test(pathname))
    return first ? <Navigate to={{ pathname: first.to, search }} replace /> : <Closed />;
  return (
    <>
      {places.length > 1 && places.some(({ to }) => to === pathname) && (
        <div className={styles.tabs}>
          <Tabs tabs={places} label={t('title')} />
        </div>
      )}
      <Outlet />
    </>
  );
}
