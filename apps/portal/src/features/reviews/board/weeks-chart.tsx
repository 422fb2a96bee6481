import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.js';
import styles from '../quality.module.css';
import type { Board } from './board.documents.js';

const [WIDTH, HEIGHT, FOOT] = [640, 140, 22];

/** Marks and releases of twelve weeks, as bars and as the same numbers in a table. */
export function WeeksChart({ weeks }: { weeks: Board['weeks'] }) {
  const { t } = useTranslation('quality');
  const { day } = useFormat();
  const most = Math.max(1, ...weeks.flatMap(({ marks, released }) => [marks, released]));
  const step = WIDTH / weeks.length;
  const height = (value: number) => ((HEIGHT - FOOT - 14) * value) / most;
  return (
    <>
      <p className="visually-hidden">{t('board.weeksChart', { most })}</p>
      <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
        <line x1={0} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} className={styles.axis} />
        {weeks.map(({ week, marks, released }, index) => (
          <g key={week}>
            <rect
              className={styles.bar}
              x={index * step + 8}
              width={step / 2 - 10}
              y={HEIGHT - FOOT - height(marks)}
              height={height(marks)}
            />
            <rect
              className={styles.barQuiet}
              x={index * step + step / 2 + 1}
              width={step / 2 - 10}
              y={HEIGHT - FOOT - height(released)}
              height={height(released)}
            />
            {index % 3 === 0 && (
              <text x={index * step + 8} y={HEIGHT - 6}>
                {day(week)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <details>
        <summary className={styles.quiet}>{t('board.weeksTable')}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('board.week')}</th>
              <th data-end>{t('board.marks')}</th>
              <th data-end>{t('board.releasedIn')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ week, marks, released }) => (
              <tr key={week}>
                <td>{day(week)}</td>
                <td data-end>{marks}</td>
                <td data-end>{released}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
