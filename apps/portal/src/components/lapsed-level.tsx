import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format.js';
import styles from './lapsed-level.module.css';

/** A verified level that has ended, in the place where the one that counts would stand. */
export function LapsedLevel({ level, on }: { level: number; on: string | null }) {
  const { t } = useTranslation('kit');
  const { date } = useFormat();
  const words = t('lapsed', { level, date: on ? date(on) : '' });
  return (
    <span className={styles.lapsed} title={words}>
      <s aria-hidden>{level}</s>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
