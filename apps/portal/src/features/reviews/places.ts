import { useTranslation } from 'react-i18next';
import { useViewer } from '../../lib/viewer.js';

interface Place {
  to: string;
  label: string;
  end: true;
  group: string;
}

/** The places of the reviews that this person may enter: what one marks, what is decided on it, who marks and how well. */
export function usePlaces(): Place[] {
  const { t } = useTranslation('reviews');
  const { may } = useViewer();
  const marks = may('submission.mark');
  const leads = may('assessment.lead');
  const measures = may('assessment.quality');
  const places: [string, boolean, string][] = [
    ['/reviews', marks, t('places.queue')],
    ['/reviews/reconcile', marks || leads, t('places.reconcile')],
    ['/reviews/moderation', marks, t('places.moderation')],
    ['/reviews/calibration', marks || leads, t('places.calibration')],
    ['/reviews/conflicts', marks || leads, t('places.conflicts')],
  ];
  const decided: [string, boolean, string][] = [
    ['/reviews/release', leads, t('places.release')],
    ['/reviews/appeals', may('appeal.decide'), t('places.appeals')],
    ['/reviews/allocation', leads, t('places.allocation')],
  ];
  const kept: [string, boolean, string][] = [
    ['/reviews/assessors', leads, t('places.assessors')],
    ['/reviews/samples', measures, t('places.samples')],
    ['/reviews/board', measures, t('places.board')],
  ];
  return [
    ...open(t('places.groups.marking'), places),
    ...open(t('places.groups.deciding'), decided),
    ...open(t('places.groups.keeping'), kept),
  ];
}

function open(group: string, places: readonly [string, boolean, string][]): Place[] {
  return places.filter(([, may]) => may).map(([to, , label]) => ({ to, label, end: true, group }));
}
