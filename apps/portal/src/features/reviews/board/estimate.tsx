import { useTranslation } from 'react-i18next';
import styles from '../quality.module.css';
import type { Estimate as Figure } from './board.documents.js';

interface Props {
  figure: Figure | null;
  /** Shares are shown in percent. */
  percent?: boolean;
}

/** A figure with its interval, as numbers; the reason where there is none. */
export function Estimate({ figure, percent = false }: Props) {
  const { t } = useTranslation('quality');
  if (!figure) return <span className={styles.quiet}>–</span>;
  const words = (value: number) => (percent ? `${Math.round(value * 100)} %` : value.toFixed(2));
  if (figure.value === null) return <span className={styles.quiet}>{figure.why}</span>;
  return (
    <>
      <b>{words(figure.value)}</b>
      {figure.low !== null && figure.high !== null && (
        <small className={styles.sub}>
          {t('board.interval', { low: words(figure.low), high: words(figure.high) })}
        </small>
      )}
    </>
  );
}

/** Where a figure and its interval lie between two ends; the numbers stand beside it. */
export function IntervalLine({
  value,
  low,
  high,
  from,
  to,
}: {
  value: number;
  low: number;
  high: number;
  from: number;
  to: number;
}) {
  const at = (each: number) => 4 + (112 * (Math.min(to, Math.max(from, each)) - from)) / (to - from);
  return (
    <svg className={styles.interval} viewBox="0 0 120 16" aria-hidden>
      <line x1={at(0)} x2={at(0)} y1={1} y2={15} className={styles.axis} />
      <line x1={at(low)} x2={at(high)} y1={8} y2={8} />
      <circle cx={at(value)} cy={8} r={3.5} />
    </svg>
  );
}
