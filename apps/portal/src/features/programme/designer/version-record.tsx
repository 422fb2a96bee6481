import { useTranslation } from 'react-i18next';
import type { Version } from './designer.documents.js';
import styles from './changes.module.css';

const ENOUGH = 5;

/** How the version before has marked. Nothing is said of so few that somebody could be recognised. */
export function VersionRecord({ version }: { version: NonNullable<Version['currentVersion']> }) {
  const { t } = useTranslation('programme');
  const { record, number } = version;
  if (!record) return null;
  const { decisions, firstAttempts, passedFirst } = record;
  return (
    <section className={styles.aside}>
      <h2>{t('changes.record', { number })}</h2>
      <p>
        {decisions < ENOUGH || firstAttempts < ENOUGH
          ? t('changes.fewDecisions', { count: decisions, least: ENOUGH })
          : t('changes.decisions', {
              count: decisions,
              percent: Math.round((passedFirst / firstAttempts) * 100),
              first: firstAttempts,
            })}{' '}
        {t('changes.noAgreement')}
      </p>
    </section>
  );
}
