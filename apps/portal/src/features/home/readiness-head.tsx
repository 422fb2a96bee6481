import { useTranslation } from 'react-i18next';
import { ReadinessBar, ReadinessRuler } from '../../components/readiness-bar.js';
import { useViewer } from '../../lib/viewer.js';
import styles from './readiness-head.module.css';
import type { Readiness } from './home.documents.js';

/** The role one is measured by, how much of it is verified, and what blocks it. */
export function ReadinessHead({ readiness }: { readiness: Readiness }) {
  const { t } = useTranslation('home');
  const { person } = useViewer();
  const unit = person.employment?.orgUnit?.name;
  return (
    <section className={styles.head} aria-label={t('readiness.label')}>
      <div>
        <p className={styles.above}>{t('readiness.yourRole')}</p>
        <h1>{readiness.jobRoleLevel.name}</h1>
        <p className={styles.below}>
          {unit ? t('readiness.from', { role: person.employment?.jobTitle, unit }) : person.employment?.jobTitle}
        </p>
      </div>
      <div className={styles.bars}>
        <ReadinessBar standing="verified" word={t('layers.verified')} share={readiness.verified} />
        <ReadinessRuler>{t('readiness.note', { count: readiness.rows.length })}</ReadinessRuler>
      </div>
      <div className={styles.blocked}>
        {readiness.blockedBy.length > 0 ? (
          <p>
            <strong>
              <em>{t('readiness.blocked', { count: readiness.blockedBy.length })}</em>{' '}
              {readiness.blockedBy.map((skill) => skill.name).join(', ')}
            </strong>
          </p>
        ) : (
          <p>{t('readiness.notBlocked')}</p>
        )}
        <p className={styles.below}>{t('readiness.claims')}</p>
      </div>
    </section>
  );
}
