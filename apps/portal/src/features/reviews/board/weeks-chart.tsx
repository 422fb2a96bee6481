import { useTranslation } from 'react-i18next';
import { OpenNumber } from '../../../components/open-number.js';
import { useFormat } from '../../../lib/format.js';
import styles from '../quality.module.css';
import type { OpensPlaces } from '../use-opens-places.js';
import type { Board } from './board.documents.js';

const [WIDTH, HEIGHT, FOOT] = [640, 140, 22];

interface Props {
  board: Pick<Board, 'weeks' | 'from' | 'until'>;
  opens: OpensPlaces;
  achievementId: string;
}

/** The Sunday of a week. */
const lastOf = (week: string) => new Date(Date.parse(`${week}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10);
/** Only what the board looked at is counted in its first and last week. */
const within = (days: { from: string; until: string }, board: { from: string; until: string }) => ({
  from: days.from < board.from ? board.from : days.from,
  until: days.until > board.until ? board.until : days.until,
});

/** Marks and releases of twelve weeks, as bars and as the same numbers in a table. */
export function WeeksChart({ board, opens, achievementId: achievement }: Props) {
  const { t } = useTranslation('quality');
  const { weeks, from, until } = board;
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
                <td data-end>
                  <OpenNumber
                    count={marks}
                    label={`${day(week)}, ${t('board.marks')}`}
                    to={opens.marks('marked', { achievement, ...within({ from: week, until: lastOf(week) }, board) })}
                  />
                </td>
                <td data-end>
                  <OpenNumber
                    count={released}
                    label={`${day(week)}, ${t('board.releasedIn')}`}
                    to={opens.marks('released', {
                      ...{ achievement, from, until, releasedFrom: week, releasedUntil: lastOf(week) },
                    })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
