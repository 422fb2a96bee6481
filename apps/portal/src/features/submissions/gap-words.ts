import { useTranslation } from 'react-i18next';
import type { Gap } from './submission.types.js';

/** What would close a gap, short enough for the foot of the page. */
export function useGapWords(maxAgeMonths: number | null): (gap: Gap) => string {
  const { t } = useTranslation('submissions');
  return (gap) => {
    if (gap.kind === 'NO_EVIDENCE') return t('gap.noEvidence');
    if (gap.kind === 'REFLECTION_MISSING') return t('gap.reflectionMissing', { letter: gap.letter });
    if (gap.kind === 'NOTHING_NEW') return t('gap.nothingNew');
    if (gap.kind === 'LEVEL_MISSING') return t('gap.levelMissing');
    if (gap.kind !== 'EVIDENCE_TOO_OLD') return gap.message;
    return t('gap.tooOld', { letter: gap.letter, months: maxAgeMonths });
  };
}
