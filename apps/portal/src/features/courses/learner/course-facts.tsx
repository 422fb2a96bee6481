import { useTranslation } from 'react-i18next';
import { KeyValues } from '../../../components/key-values.js';
import { Section } from '../../../components/page.js';
import { useFormat } from '../../../lib/format.js';
import { CatalogueNote } from '../catalogue-note.js';
import styles from '../courses.module.css';
import { RatingFigures } from '../rating-figures.js';
import { useCourseWords } from '../use-course-words.js';
import type { ShownCourse } from './courses.documents.js';

/** What one needs to decide: time, money, how; and what others say. */
export function CourseFacts({ course }: { course: ShownCourse }) {
  const { t } = useTranslation('courses');
  const { date } = useFormat();
  const words = useCourseWords();
  const { provider } = course;
  const items = [
    { name: t('fact.work'), value: course.hours !== null && words.hours(course.hours) },
    { name: t('field.duration'), value: course.duration },
    { name: t('field.mode'), value: course.mode && words.mode(course.mode) },
    { name: t('field.price'), value: words.price(course) },
    { name: t('field.language'), value: course.language && words.language(course.language) },
    { name: t('field.ects'), value: course.ects },
    { name: t('field.startDates'), value: course.startDates.map((day) => date(day)).join(', ') },
    { name: t('field.support'), value: course.support },
    { name: t('provider.trusted'), value: provider && t(`trust.${provider.trust}`) },
    { name: t('provider.qualityAssurance'), value: provider?.qualityAssurance },
  ];
  return (
    <div className={styles.facts}>
      <KeyValues items={items.filter(({ value }) => Boolean(value))} />
      <Section title={t('rating.title')}>
        <RatingFigures rating={course.rating} />
      </Section>
      {course.catalogue && <CatalogueNote catalogue={course.catalogue} />}
    </div>
  );
}
