import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Tabs } from '../../components/tabs.js';
import { usePlaces } from './places.js';
import styles from './reviews-layout.module.css';

/** The places of the reviews. The tabs stand on those places and not above the work one opens from them. */
export function ReviewsLayout() {
  const { t } = useTranslation('reviews');
  const { pathname } = useLocation();
  const places = usePlaces();
  const [first] = places;
  // Whoever leads assessment without marking has no queue, and starts at the first place there is.
  if (pathname === '/reviews' && first && first.to !== '/reviews') return <Navigate to={first.to} replace />;
  const standsOnOne = places.some((place) => place.to === pathname);
  return (
    <>
      {standsOnOne && places.length > 1 && (
        <div className={styles.tabs}>
          <Tabs tabs={places} label={t('places.label')} />
        </div>
      )}
      <Outlet />
    </>
  );
}
