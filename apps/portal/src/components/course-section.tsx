import { useTranslation } from 'react-i18next';
import styles from './course-section.module.css';
import { Section } from './page.js';
import { TextLink } from './text-link.js';

interface Props {
  /** What stands above them. */
  title: string;
  courses: readonly { id: string; title: string; hours: number | null; provider: { name: string } | null }[];
  /** The skill that they teach: the way to all of them. */
  skillId: string;
}

/** Courses that lead to what the page is about; nothing where there are none. */
export function CourseSection({ title, courses, skillId }: Props) {
  const { t } = useTranslation('kit');
  if (courses.length === 0) return null;
  return (
    <Section title={title} aside={<TextLink to={`/growth/courses?skill=${skillId}`}>{t('courses.all')}</TextLink>}>
      <ul className={styles.courses}>
        {courses.map(({ id, title: name, hours, provider }) => (
          <li key={id}>
            <TextLink to={`/growth/courses/${id}`}>{name}</TextLink>
            <small>
              {[provider?.name, hours !== null && t('courses.hours', { hours })].filter(Boolean).join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
