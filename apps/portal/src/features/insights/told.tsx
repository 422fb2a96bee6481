import { useTranslation } from 'react-i18next';
import { OpenNumber } from '../../components/open-number.js';
import type { Band } from './insights.documents.js';
import styles from './insights.module.css';

interface Props {
  count: number | null;
  band: Band;
  /** Where the rows behind the number are; left out where they are not for this person. */
  to?: string | null;
  /** What is counted, for whoever hears the link alone. */
  label: string;
}

/** A number as far as it can be told; the number is the way to its rows. */
export function Told({ count, band, to, label }: Props) {
  const { t } = useTranslation('insights');
  // t('insights:band.FEW') t('insights:band.ALL_BUT_FEW') t('insights:band.HIDDEN')
  if (count === null) return <span className={styles.quiet}>{t(`band.${band ?? 'HIDDEN'}`)}</span>;
  return <OpenNumber count={count} to={to} label={label} />;
}

/** How much of a whole is reached; the number stands beside it. */
export function ShareBar({ part, of }: { part: number | null; of: number | null }) {
  if (of === 0) return <span />;
  if (part === null || of === null) return <span className={styles.bar} data-hidden aria-hidden />;
  return (
    <span className={styles.bar} aria-hidden>
      <span style={{ width: `${(100 * part) / of}%` }} />
    </span>
  );
}
