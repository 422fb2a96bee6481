import { useTranslation } from 'react-i18next';

/** What became of a release of many: how many, and how many stayed where there are such. */
export function useReleaseWords() {
  const { t } = useTranslation('reviews');
  return ({ released, skipped }: { released: number | null; skipped: readonly unknown[] }) =>
    skipped.length > 0
      ? t('release.doneInPart', { count: released ?? 0, left: skipped.length })
      : t('release.done', { count: released ?? 0 });
}
