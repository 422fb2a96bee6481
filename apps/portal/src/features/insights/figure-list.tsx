import { useTranslation } from 'react-i18next';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import type { Figure } from './insights.documents.js';
import styles from './insights.module.css';
import { ShareBar } from './told.js';
import { useRowsAddress } from './use-rows-address.js';

/** Figures that are a share of something, where the whole is worth seeing beside the part. */
const SHARES = [
  'BENCH',
  'COMPETENCY',
  'UNCOVERED',
  'THIN_COVER',
  'EXPIRING_90',
  'EXPIRING_180',
  'INTERNAL_FILL',
  'MOBILITY',
  'FIRST_PASS',
  'ON_TIME',
  'APPEALED',
  'UPHELD',
  'AIM_PLANNED',
];

/** Figures whose rows are those of which they are a part, or how long they took; of the others the rows are the part itself. */
const ROWS_OF_ALL = ['COMPETENCY', 'FIRST_PASS', 'ON_TIME', 'UPHELD', 'INTERNAL_FILL', 'TURNAROUND', 'TURNAROUND_SLOW'];

/** Each figure with what it rests on, how it is counted, and the way to its rows. */
export function FigureList({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul className={styles.figures}>
      {figures.map((figure) => (
        <FigureLine key={figure.key} figure={figure} />
      ))}
    </ul>
  );
}

function FigureLine({ figure }: { figure: Figure }) {
  const { t } = useTranslation('insights');
  const addressOf = useRowsAddress();
  const { key, n, part, of, opens, band } = figure;
  // t('insights:figures.AIM_PLANNED.name') t('insights:figures.AIM_PLANNED.how')
  // t('insights:figures.AIM_READY.name') t('insights:figures.AIM_READY.how')
  // t('insights:figures.AIM_SET.name') t('insights:figures.AIM_SET.how')
  // t('insights:figures.AIM_STEP.name') t('insights:figures.AIM_STEP.how')
  // t('insights:figures.AIM_TIME.name') t('insights:figures.AIM_TIME.how')
  // t('insights:figures.APPEALED.name') t('insights:figures.APPEALED.how')
  // t('insights:figures.GAP_CLOSED.name') t('insights:figures.GAP_CLOSED.how')
  // t('insights:figures.UPHELD.name') t('insights:figures.UPHELD.how')
  // t('insights:figures.ANSWERED.name') t('insights:figures.ANSWERED.how')
  // t('insights:figures.BENCH.name') t('insights:figures.BENCH.how')
  // t('insights:figures.BADGES_ISSUED.name') t('insights:figures.BADGES_ISSUED.how')
  // t('insights:figures.BEGUN.name') t('insights:figures.BEGUN.how')
  // t('insights:figures.COMPETENCY.name') t('insights:figures.COMPETENCY.how')
  // t('insights:figures.COURSES_COMPLETED.name') t('insights:figures.COURSES_COMPLETED.how')
  // t('insights:figures.EXPIRING_180.name') t('insights:figures.EXPIRING_180.how')
  // t('insights:figures.EXPIRING_90.name') t('insights:figures.EXPIRING_90.how')
  // t('insights:figures.FIRST_PASS.name') t('insights:figures.FIRST_PASS.how')
  // t('insights:figures.HANDED_IN.name') t('insights:figures.HANDED_IN.how')
  // t('insights:figures.INTERNAL_FILL.name') t('insights:figures.INTERNAL_FILL.how')
  // t('insights:figures.ISSUED.name') t('insights:figures.ISSUED.how')
  // t('insights:figures.MARKS_GIVEN.name') t('insights:figures.MARKS_GIVEN.how')
  // t('insights:figures.MOBILITY.name') t('insights:figures.MOBILITY.how')
  // t('insights:figures.ON_TIME.name') t('insights:figures.ON_TIME.how')
  // t('insights:figures.PASSED.name') t('insights:figures.PASSED.how')
  // t('insights:figures.PRIOR_LEARNING.name') t('insights:figures.PRIOR_LEARNING.how')
  // t('insights:figures.RENEWALS.name') t('insights:figures.RENEWALS.how')
  // t('insights:figures.THIN_COVER.name') t('insights:figures.THIN_COVER.how')
  // t('insights:figures.TURNAROUND.name') t('insights:figures.TURNAROUND.how')
  // t('insights:figures.TURNAROUND_SLOW.name') t('insights:figures.TURNAROUND_SLOW.how')
  // t('insights:figures.UNCOVERED.name') t('insights:figures.UNCOVERED.how')
  const name = t(`figures.${key}.name`);
  return (
    <li>
      <strong>
        <FigureValue figure={figure} />
      </strong>
      <div>
        <span className={styles.name}>{name}</span>
        <span className={styles.sub}>
          <RestsOn figure={figure} />
        </span>
        <details className={styles.how}>
          <summary>{t('how')}</summary>
          <p>{t(`figures.${key}.how`)}</p>
        </details>
      </div>
      {SHARES.includes(key) ? <ShareBar part={part} of={of} /> : <span />}
      {opens && band === null && n !== 0 && part === 0 && !ROWS_OF_ALL.includes(key) && (
        <span className={styles.quiet}>{t('rowsNought')}</span>
      )}
      {opens && band === null && n !== 0 && (part !== 0 || ROWS_OF_ALL.includes(key)) ? (
        <TextLink to={addressOf(key === 'TURNAROUND_SLOW' ? 'TURNAROUND' : key)} aria-label={t('rowsNamed', { name })}>
          {t('rows')}
        </TextLink>
      ) : (
        <span />
      )}
    </li>
  );
}

function FigureValue({ figure: { key, part, of, hours, band } }: { figure: Figure }) {
  const { t } = useTranslation('insights');
  const { number, wait } = useFormat();
  if (hours !== null) return <>{wait(hours)}</>;
  if (part === null) return <span className={styles.untold}>{band ? t(`band.${band}`) : '–'}</span>;
  if (of === 0) return <>–</>;
  if (key === 'MOBILITY' && of) return <>{number(Math.round((100 * part) / of))}</>;
  if (SHARES.includes(key) && of) return <>{`${Math.round((100 * part) / of)} %`}</>;
  return <>{number(part)}</>;
}

function RestsOn({ figure: { key, part, of, low, high, n } }: { figure: Figure }) {
  const { t } = useTranslation('insights');
  const { number } = useFormat();
  const percent = (share: number) => Math.round(share * 100);
  const words = [
    SHARES.includes(key) && part !== null && of !== null && t('partOf', { part: number(part), of: number(of) }),
    n !== null && !(of === null && n === part) && t('n', { n: number(n) }),
    low !== null && high !== null && t('interval', { low: percent(low), high: percent(high) }),
  ].filter((word) => word !== false);
  if (n === 0) return <>{t('noCases')}</>;
  return <>{words.join(' · ')}</>;
}
