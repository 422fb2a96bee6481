import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Area } from '../components/area-nav.js';
import { hasLeft, type Viewer } from '../lib/viewer.js';

/** What a person does decides what the bar shows; nobody sees an area they may not enter. */
export function useAreas(viewer: Viewer | null): Area[] {
  const { t } = useTranslation('shell');
  return useMemo(() => {
    if (!viewer) return [];
    // Whoever left keeps what they earned, and nothing else is there for them.
    if (hasLeft(viewer)) return [{ to: '/growth/badges', label: t('growth.badges') }];
    const may = (...permissions: string[]) => permissions.some((permission) => viewer.permissions.includes(permission));
    const areas: (Area | false)[] = [
      { to: '/growth', label: t('areas.growth') },
      may('submission.mark', 'assessment.lead', 'assessment.quality') && {
        to: '/reviews',
        label: t('areas.reviews'),
        count: viewer.heldReviews,
      },
      (viewer.isManager || may('team.read')) && { to: '/team', label: t('areas.team') },
      may('framework.manage', 'achievement.design', 'credential.govern') && {
        // Whoever keeps the badges of one unit designs nothing.
        to: may('framework.manage', 'achievement.design') ? '/programme' : '/programme/credentials',
        label: t('areas.programme'),
      },
      may('insights.read', 'team.read') && { to: '/insights', label: t('areas.insights') },
      may('people.manage', 'people.read', 'issuance.operate', 'audit.read') && {
        to: '/admin',
        label: t('areas.administration'),
      },
    ];
    return areas.filter((area) => area !== false);
  }, [viewer, t]);
}
