import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.js';

/** Facts of a course as people say them. */
export function useCourseWords() {
  const { t, i18n } = useTranslation('courses');
  const { number } = useFormat();
  const locale = i18n.language === 'en' ? 'en-GB' : i18n.language;
  return {
    language: (code: string) => nameOf(code, locale),
    hours: (hours: number) => t('hours', { count: hours, hours: number(hours) }),
    price: ({ priceAmount, priceCurrency }: { priceAmount: number | null; priceCurrency: string | null }) => {
      if (priceAmount === null || priceCurrency === null) return null;
      if (priceAmount === 0) return t('free');
      return new Intl.NumberFormat(locale, { style: 'currency', currency: priceCurrency }).format(priceAmount);
    },
    // t('courses:mode.ONLINE_SELF_PACED') t('courses:mode.ONLINE_LIVE') t('courses:mode.CLASSROOM')
    // t('courses:mode.BLENDED') t('courses:mode.ON_THE_JOB')
    mode: (mode: string) => t(`mode.${mode}`),
  };
}

function nameOf(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
