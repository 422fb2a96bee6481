import { useTranslation } from 'react-i18next';
import type { ReviewDecision } from '../review.types.js';

export function useOutcomeWords() {
  const { t } = useTranslation('reviews');
  const words: Record<ReviewDecision['outcome'], string> = {
    PASS: t('outcome.PASS'),
    NOT_YET: t('outcome.NOT_YET'),
    INSUFFICIENT_EVIDENCE: t('outcome.INSUFFICIENT_EVIDENCE'),
    REFERRED: t('outcome.REFERRED'),
  };
  return (outcome: ReviewDecision['outcome']) => words[outcome];
}
