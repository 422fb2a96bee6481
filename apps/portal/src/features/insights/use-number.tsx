import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.js';
import type { UseGroup } from './badge-use.documents.js';
import styles from './insights.module.css';

type Props = Pick<UseGroup['figures'][number], 'times' | 'band'>;

/** How often, or why that is not told. */
export function UseNumber({ times, band }: Props) {
  const { t } = useTranslation('insights');
  const { number } = useFormat();
  if (times !== null) return <>{number(times)}</>;
  return <span className={styles.quiet}>{band === 'FEW' ? t('uses.few') : t('band.HIDDEN')}</span>;
}
