import { useTranslation } from 'react-i18next';
import { useViewer } from '../../lib/viewer.js';

/** The places of the insights that this person may enter. */
export function usePlaces(): { to: string; label: string; end: true }[] {
  const { t } = useTranslation('insights');
  const { may } = useViewer();
  const plans = may('insights.read') && may('achievement.design');
  const places: [string, boolean, string][] = [
    ['/insights/people', plans, t('places.people')],
    ['/insights/assessment', may('insights.read'), t('places.assessment')],
    ['/insights/cost', plans, t('places.cost')],
    ['/insights/badges', plans, t('places.badges')],
    ['/insights/ask', may('credential.govern') || may('team.read'), t('places.ask')],
    ['/insights/reports', may('insights.read'), t('places.reports')],
  ];
  return places.filter(([, open]) => open).map(([to, , label]) => ({ to, label, end: true }));
}
