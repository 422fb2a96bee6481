import { useTranslation } from 'react-i18next';
import { useViewer } from '../../lib/viewer.js';

/** The places of the reviews that this person may enter, in the order of the work: take, agree, let go, look after it. */
export function usePlaces(): { to: string; label: string; end: boolean }[] {
  const { t } = useTranslation('reviews');
  const { may } = useViewer();
  const marks = may('submission.mark');
  const leads = may('assessment.lead');
  return [
    ...(marks ? [{ to: '/reviews', label: t('places.queue'), end: true }] : []),
    ...(marks || leads ? [{ to: '/reviews/reconcile', label: t('places.reconcile'), end: true }] : []),
    ...(marks ? [{ to: '/reviews/moderation', label: t('places.moderation'), end: true }] : []),
    ...(leads ? [{ to: '/reviews/release', label: t('places.release'), end: true }] : []),
    ...(may('appeal.decide') ? [{ to: '/reviews/appeals', label: t('places.appeals'), end: true }] : []),
    ...(leads ? [{ to: '/reviews/allocation', label: t('places.allocation'), end: true }] : []),
    ...(marks || leads ? [{ to: '/reviews/calibration', label: t('places.calibration'), end: true }] : []),
    ...(leads ? [{ to: '/reviews/assessors', label: t('places.assessors'), end: true }] : []),
    ...(may('assessment.quality')
      ? [
          { to: '/reviews/samples', label: t('places.samples'), end: true },
          { to: '/reviews/board', label: t('places.board'), end: true },
        ]
      : []),
    ...(marks || leads ? [{ to: '/reviews/conflicts', label: t('places.conflicts'), end: true }] : []),
  ];
}
