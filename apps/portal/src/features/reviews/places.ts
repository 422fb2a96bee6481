import { useTranslation } from 'react-i18next';
import { useViewer } from '../../lib/viewer.js';

/** The places of the reviews that this person may enter, in the order of the work: take, agree, let go, look after it. */
export function usePlaces(): { to: string; label: string; end: boolean }[] {
  const { t } = useTranslation('reviews');
  const { may } = useViewer();
  return [...(may('submission.mark') ? [{ to: '/reviews', label: t('places.queue'), end: true }] : [])];
}
