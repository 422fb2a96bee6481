import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../lib/graphql.js';
import type { ASSESSMENT_CASES } from './release.documents.js';

type State = ResultOf<typeof ASSESSMENT_CASES>['assessmentCases']['edges'][number]['node']['state'];

export const CASE_STATES = [
  'READY_FOR_RELEASE',
  'QUEUED',
  'IN_MARKING',
  'RECONCILING',
  'IN_MODERATION',
  'ON_HOLD',
] as const satisfies readonly State[];
export type CaseState = (typeof CASE_STATES)[number];

export function useCaseWords() {
  const { t } = useTranslation('reviews');
  const words: Record<State, string> = {
    DRAFT: t('case.DRAFT'),
    SUBMITTED: t('case.SUBMITTED'),
    QUEUED: t('case.QUEUED'),
    IN_MARKING: t('case.IN_MARKING'),
    RECONCILING: t('case.RECONCILING'),
    IN_MODERATION: t('case.IN_MODERATION'),
    READY_FOR_RELEASE: t('case.READY_FOR_RELEASE'),
    RELEASED: t('case.RELEASED'),
    CLOSED: t('case.CLOSED'),
    RETURNED: t('case.RETURNED'),
    ON_HOLD: t('case.ON_HOLD'),
    WITHDRAWN: t('case.WITHDRAWN'),
    VOID: t('case.VOID'),
  };
  return (state: State) => words[state];
}
