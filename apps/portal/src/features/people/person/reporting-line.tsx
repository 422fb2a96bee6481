import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/page.js';
import { NameLink } from '../../../components/text-link.js';
import type { PersonView } from './person.documents.js';
import styles from './person.module.css';

/** Managers upwards, the top first, down to the person. */
export function ReportingLine({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const topFirst = [...person.line].reverse();
  return (
    <Section title={t('line.title')} aside={t('line.aside')}>
      {topFirst.length === 0 ? (
        <p className={styles.hint}>{t('line.none')}</p>
      ) : (
        <ol className={styles.line}>
          {topFirst.map((manager) => (
            <li key={manager.id}>
              <NameLink to={`/admin/people/${manager.id}`}>{manager.displayName}</NameLink>
              <small>{manager.employment?.jobTitle}</small>
            </li>
          ))}
          <li aria-current="true">
            <span>{person.displayName}</span>
            <small>{person.employment?.jobTitle}</small>
          </li>
        </ol>
      )}
    </Section>
  );
}
