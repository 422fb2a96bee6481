import { useTranslation } from 'react-i18next';
import { OpenNumber } from '../../components/open-number.js';
import type { UseGroup } from './badge-use.documents.js';
import styles from './insights.module.css';

type Props = Pick<UseGroup['figures'][number], 'times' | 'band'> & { to?: string; label?: string };

/** How often, or why that is not told. */
export function UseNumber({ times, band, to, label = '' }: Props) {
  const { t } = useTranslation('insights');
  if (times !== null) return <OpenNumber count={times} to={to} label={label} />;
  return <span className={styles.quiet}>{band === 'FEW' ? t('uses.few') : t('band.HIDDEN')}</span>;
}
