import { useTranslation } from 'react-i18next';
import { useViewer } from '../../lib/viewer.js';

/** The places of the programme that this person may enter, in the order in which a programme grows. */
export function usePlaces(): { to: string; label: string; end: boolean }[] {
  const { t } = useTranslation(['programme', 'roles']);
  const { may } = useViewer();
  const designs = may('achievement.design') || may('framework.manage');
  return [
    { to: '/programme', label: t('home.achievements'), end: true },
    ...(designs
      ? [
          { to: '/programme/frameworks', label: t('frameworks.title'), end: true },
          { to: '/programme/roles', label: t('roles:title'), end: true },
        ]
      : []),
    ...(may('achievement.design') ? [{ to: '/programme/needs', label: t('places.needs'), end: true }] : []),
    ...(may('course.manage') ? [{ to: '/programme/courses', label: t('places.courses'), end: true }] : []),
    ...(may('programme.run') ? [{ to: '/programme/cohorts', label: t('places.cohorts'), end: true }] : []),
    ...(may('credential.govern')
      ? [
          { to: '/programme/credentials', label: t('places.credentials'), end: false },
          { to: '/programme/elsewhere', label: t('places.elsewhere'), end: false },
        ]
      : []),
    ...(may('achievement.design') ? [{ to: '/programme/badges', label: t('places.badges'), end: false }] : []),
  ];
}
