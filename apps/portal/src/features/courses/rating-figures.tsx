import { useTranslation } from 'react-i18next';
import { KeyValues } from '../../components/key-values.js';
import styles from './courses.module.css';

interface Rating {
  answers: number;
  content: number | null;
  teaching: number | null;
  usefulness: number | null;
}

const QUESTIONS = ['content', 'teaching', 'usefulness'] as const;

/** Means of what people say, with how many they are; of few only how many. */
export function RatingFigures({ rating }: { rating: Rating }) {
  const { t, i18n } = useTranslation('courses');
  const mean = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  if (rating.content === null)
    return (
      <p className={styles.hint}>
        {rating.answers === 0 ? t('rating.none') : t('rating.few', { count: rating.answers })}
      </p>
    );
  // t('courses:rating.content') t('courses:rating.teaching') t('courses:rating.usefulness')
  return (
    <div className={styles.ratings}>
      <KeyValues
        items={QUESTIONS.map((question) => ({
          name: t(`rating.${question}`),
          value: t('rating.mean', { mean: mean.format(rating[question] ?? 0) }),
        }))}
      />
      <p className={styles.hint}>{t('rating.answers', { count: rating.answers })}</p>
    </div>
  );
}
