import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format.js';
import type { Opening } from '../lib/openings.documents.js';
import { looksOf } from '../lib/openings.rules.js';
import styles from './openings-list.module.css';

interface Props {
  openings: readonly Opening[];
  /** For auditors, who see more than their own. */
  empty?: string;
}

/** Who opened evidence, when and why, newest first. */
export function OpeningsList({ openings, empty }: Props) {
  const { t } = useTranslation('evidence');
  const format = useFormat();
  const looks = looksOf(openings);
  if (looks.length === 0) return <p className={styles.none}>{empty ?? t('openings.none')}</p>;
  return (
    <ul className={styles.list}>
      {looks.map((look) => (
        <li key={look.id}>
          <p className={styles.who}>
            <span>{look.by}</span>
            <time dateTime={look.at}>{format.dayAndTime(look.at)}</time>
          </p>
          <p className={styles.why}>
            {look.reason === null ? t('openings.toAssess') : t('openings.toAudit', { reason: look.reason })}
            {' · '}
            {t('openings.items', { count: look.items })}
            {look.files > 0 && ` · ${t('openings.files', { count: look.files })}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
