import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { Tabs } from '../components/tabs.js';
import { hasLeft, useViewer } from '../lib/viewer.js';
import styles from './growth-layout.module.css';

/** The places of "My growth". The tabs stand on those places and not above the work one opens from them. */
export function GrowthLayout() {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const viewer = useViewer();
  const tabs = [
    { to: '/growth', label: t('growth.home'), end: true },
    { to: '/growth/pathway', label: t('growth.pathway'), end: true },
    { to: '/growth/skills', label: t('growth.skills'), end: true },
    { to: '/growth/achievements', label: t('growth.achievements'), end: true },
    { to: '/growth/courses', label: t('growth.courses'), end: true },
    { to: '/growth/evidence', label: t('growth.evidence'), end: true },
    { to: '/growth/submissions', label: t('growth.submissions'), end: true },
    { to: '/growth/prior-learning', label: t('growth.priorLearning'), end: true },
    { to: '/growth/asked', label: t('growth.asked'), end: true },
    { to: '/growth/badges', label: t('growth.badges'), end: true },
    { to: '/growth/assessing', label: t('growth.assessing'), end: true },
  ];
  const standsOnOne = !hasLeft(viewer) && tabs.some((tab) => tab.to === pathname);
  return (
    <>
      {standsOnOne && (
        <div className={styles.tabs}>
          <Tabs tabs={tabs} label={t('areas.growth')} />
        </div>
      )}
      <Outlet />
    </>
  );
}
