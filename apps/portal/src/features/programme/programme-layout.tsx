import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { Tabs } from '../../components/tabs.js';
import { usePlaces } from './places.js';
import styles from './programme-layout.module.css';

/** The places of the programme. The tabs stand on those places and not above the work one opens from them. */
export function ProgrammeLayout() {
  const { t } = useTranslation('programme');
  const { pathname } = useLocation();
  const places = usePlaces();
  const standsOnOne = places.some((place) => place.to === pathname) || pathname.startsWith('/programme/badges/');
  return (
    <>
      {standsOnOne && places.length > 1 && (
        <div className={styles.tabs}>
          <Tabs tabs={places} label={t('home.title')} />
        </div>
      )}
      <Outlet />
    </>
  );
}
