// t('badges:share.use.PAGE')
// t('badges:share.use.DOCUMENT')
// t('badges:share.use.FINDINGS')
// t('badges:share.use.FRAME')
// t('badges:share.use.EVIDENCE')
// t('badges:share.use.VERIFICATION')
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.js';
import type { Grant } from './badges.documents.js';
import styles from './share-panel.module.css';

/** On which days a link was used, and how. There is nothing to tell people apart by. */
export function ShareLog({ grant }: { grant: Grant }) {
  const { t } = useTranslation('badges');
  const { date } = useFormat();
  if (grant.days.length === 0) return null;
  return (
    <details className={styles.scope}>
      <summary>{t('share.log')}</summary>
      <ul className={styles.log}>
        {grant.days.map(({ day, kind, byName, times }) => (
          <li key={`${day} ${kind} ${byName}`}>
            <span>{date(day)}</span>
            <span>
              {t(`share.use.${kind}`)}
              {byName && ` · ${byName}`}
            </span>
            <span>{t('share.times', { count: times })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
