import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/page.js';
import { TextLink } from '../../../components/text-link.js';
import { useViewer } from '../../../lib/viewer.js';
import type { PersonView } from './person.documents.js';
import styles from './person.module.css';

/** The way to badges of theirs that say something otherwise than it is today, for whoever may sign them again. */
export function BadgesIssued({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const { may } = useViewer();
  if (!may('credential.govern')) return null;
  return (
    <Section title={t('badgesIssued.title')}>
      <p className={styles.below}>
        <TextLink to={`/programme/credentials/again?person=${person.id}`}>{t('badgesIssued.again')}</TextLink>
      </p>
    </Section>
  );
}
