import { useTranslation } from 'react-i18next';

export const KINDS = ['FAMILY', 'FRIENDSHIP', 'SHARED_WORK', 'BUSINESS', 'OTHER'] as const;
export type ConflictKind = (typeof KINDS)[number];

/** Why somebody is too near, in words. */
export function useKindWords(): Record<ConflictKind, string> {
  const { t } = useTranslation('reviews');
  return {
    FAMILY: t('conflicts.kind.FAMILY'),
    FRIENDSHIP: t('conflicts.kind.FRIENDSHIP'),
    SHARED_WORK: t('conflicts.kind.SHARED_WORK'),
    BUSINESS: t('conflicts.kind.BUSINESS'),
    OTHER: t('conflicts.kind.OTHER'),
  };
}
