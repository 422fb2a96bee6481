import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { Tabs } from '../../components/tabs.js';
import { usePlaces } from './places.js';
import styles from './administration-layout.module.css';

export function AdministrationLayout() {
  const { t } = useTranslation('administration');
  const places = usePlaces();
  return (
    <>
      <div className={styles.tabs}>
        <Tabs label={t('title')} tabs={places} />
      </div>
      <Outlet />
    </>
  );
}
