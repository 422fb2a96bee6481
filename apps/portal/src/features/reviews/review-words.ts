import { useTranslation } from 'react-i18next';
import type { SlotRow } from './review.types.js';

/** "Systems integration, Practitioner"; a name that already carries the level stays as it is. */
export function slotTitle({ achievementVersion: { name, level } }: Pick<SlotRow, 'achievementVersion'>): string {
  return !level || name.toLowerCase().includes(level.label.toLowerCase()) ? name : `${name}, ${level.label}`;
}

export function usePurposeWords() {
  const { t } = useTranslation('reviews');
  const purposes: Record<SlotRow['purpose'], string> = {
    FIRST: t('purpose.FIRST'),
    SECOND: t('purpose.SECOND'),
    THIRD: t('purpose.THIRD'),
    MODERATION: t('purpose.MODERATION'),
    APPEAL: t('purpose.APPEAL'),
  };
  return (purpose: SlotRow['purpose']) => purposes[purpose];
}
