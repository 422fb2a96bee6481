import { useTranslation } from 'react-i18next';
import { useViewer } from '../lib/viewer.js';
import styles from './page.module.css';
import { TextLink } from './text-link.js';

/** At the foot of a record, for those who may ask: who can see it, and why. */
export function SeenLink({ record }: { record: string }) {
  const { t } = useTranslation('shell');
  if (!useViewer().may('people.manage')) return null;
  return (
    <p className={styles.seen}>
      <TextLink to={`/admin/who-can-see?id=${record}`}>{t('seenBy')}</TextLink>
    </p>
  );
}
