import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../lib/graphql.js';
import type { APPEALS } from './appeals.documents.js';

type Appeal = ResultOf<typeof APPEALS>['appeals'][number];

export function useAppealWords() {
  const { t } = useTranslation('reviews');
  const states: Record<Appeal['state'], string> = {
    LODGED: t('appeals.state.LODGED'),
    UNDER_REVIEW: t('appeals.state.UNDER_REVIEW'),
    OUT_OF_SCOPE: t('appeals.state.OUT_OF_SCOPE'),
    UPHELD: t('appeals.state.UPHELD'),
    PARTLY_UPHELD: t('appeals.state.PARTLY_UPHELD'),
    DISMISSED: t('appeals.state.DISMISSED'),
  };
  const grounds: Record<Appeal['grounds'], string> = {
    PROCEDURE: t('appeals.on.PROCEDURE'),
    BIAS: t('appeals.on.BIAS'),
    NEW_INFORMATION: t('appeals.on.NEW_INFORMATION'),
    MARKING_ERROR: t('appeals.on.MARKING_ERROR'),
  };
  return { state: (state: Appeal['state']) => states[state], grounds: (on: Appeal['grounds']) => grounds[on] };
}
